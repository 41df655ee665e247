import { describe, expect, it } from 'vitest';
import { drawLifecycle } from '../../site/lib/draw-lifecycle.ts';
import { label, labelWidth } from '../../site/lib/lifecycle-words.ts';
import { type FlowDiagram, lifecycleDiagram, roleDiagram } from '../../src/diagram/index.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { exampleModel, modelOf } from './models.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A way of stages; every third says no to the stage before it, all say no to two places, and one comes back. */
function longWay(count: number, name: (at: number) => string): FlowDiagram {
  return lifecycleDiagram(longModel(count, name));
}

function longModel(count: number, name: (at: number) => string): Model {
  const entries = Array.from({ length: count }, (_, at) => {
    const id = String(at + 1).padStart(3, '0');
    const next = at + 1 < count ? `  - To ${name(at + 1)}: form ${at + 1} is sent` : '  - none';
    const back = at % 3 === 2 ? `\n  - Wrong data → ${name(at - 1)}` : '';
    return `## BR-MOPS-${id}: Lifecycle Stage — ${name(at)}
Type: Lifecycle-Stage
Order: ${at + 1}
Status: Active
Stage: ${name(at)}
Entry criteria:
  - form ${at} is sent
Exit criteria (progression):
${next}
Exit criteria (disqualification):
  - Competitor → Disqualified
  - No budget → Nurture${back}
Owner: ${at < count / 3 ? 'BDR' : 'AE'}
SLA: 1 business hour
`;
  });
  return modelOf(entries.join('\n'));
}

/** Nine stages that each say no to the stage before, to Disqualified and to one of three places, and get leads back. */
const dense = ['Churn', 'Nurture', 'Closed-lost']
  .flatMap((sink, at) => [at, at + 3, at + 6].map((stage) => [stage, sink] as const))
  .sort(([a], [b]) => a - b)
  .map(
    ([at, sink]) => `## BR-MOPS-00${at + 1}: Lifecycle Stage — Stage ${at}
Type: Lifecycle-Stage
Order: ${at + 1}
Status: Active
Stage: Stage ${at}
Entry criteria:
  - Event ${at} was seen
Exit criteria (progression):
${at === 8 ? '  - none' : `  - To Stage ${at + 1}: The status is set to Stage ${at + 1} in the CRM`}
Exit criteria (disqualification):
  - Wrong persona or hobby use → ${sink}
${at === 0 ? '' : `  - Facts are missing → Stage ${at - 1}\n`}Owner: ${['BDR', 'AE', 'CS'][at % 3]}
SLA: 4 business hours
${
  at === 8
    ? ''
    : `
## GTM-MOPS-00${at + 1}: Handoff — Stage ${at} → Stage ${at + 1}
Type: Handoff
Status: Active
From: Stage ${at}
To: Stage ${at + 1}
Trigger: The status is set to Stage ${at + 1} in the CRM
Rejection rule:
  Condition: budget-missing or wrong-size
  Routing: budget-missing → Nurture; wrong-size → Disqualified
  Re-engagement: after 90 days and a changed size
SLA: 4 business hours
`
}`,
  )
  .join('\n');

const pictures: readonly (readonly [string, FlowDiagram])[] = [
  ...['b2b-saas', 'hybrid', 'deep', 'quick', 'self-serve', 'broken'].map(
    (name) => [name, lifecycleDiagram(exampleModel(name))] as const,
  ),
  ['nine stages', longWay(9, (at) => `Stage ${at}`)],
  ['thirty stages with long names', longWay(30, (at) => `Stage ${at} of the long way round`)],
  ['wide letters', longWay(5, (at) => `Потенциальный ЩЖМ ${at}`)],
  ['nine stages with four places', lifecycleDiagram(modelOf(dense))],
  ...(['b2b-saas', 'hybrid', 'deep', 'broken'] as const).flatMap((name) =>
    ['BDR', 'AE', 'CS'].map(
      (role) => [`the part of ${role} in ${name}`, roleDiagram(exampleModel(name), role)] as const,
    ),
  ),
  ['Japanese', longWay(5, (at) => `お問い合わせから商談までの段階その${at}`)],
];

/** Where the words of arrows stand, with the ground they clear around them. */
function saidIn(body: string): readonly Area[] {
  return [
    ...body.matchAll(
      /<text class="said" x="([\d.]+)" y="([\d.]+)" font-size="[\d.]+"(?: text-anchor="(\w+)")?>(.*?)<\/text>/g,
    ),
  ].map(([, x, y, anchor, text = '']): Area => {
    const lines = text.split(/<tspan[^>]*>/).map((line) => line.replace('</tspan>', ''));
    const width = Math.max(...lines.map(labelWidth)) + 8;
    const left = anchor === 'middle' ? width / 2 : anchor === 'end' ? width - 4 : 4;
    return {
      x: Number(x) - left,
      y: Number(y) - label.line + 2.5,
      width,
      height: lines.length * label.line + 2,
    };
  });
}

const meet = (a: Area, b: Area) =>
  a.x < b.x + b.width - 0.5 &&
  b.x < a.x + a.width - 0.5 &&
  a.y < b.y + b.height - 0.5 &&
  b.y < a.y + a.height - 0.5;

interface Upright {
  readonly top: number;
  readonly bottom: number;
}

/** The upright parts of a path: where it turns into one, to where that ends. */
function uprightsOf(d: string): readonly (Upright & { readonly x: number })[] {
  return [...d.matchAll(/Q[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)V([\d.]+)/g)].map(([, x, from, to]) => ({
    x: Number(x),
    top: Math.min(Number(from), Number(to)),
    bottom: Math.max(Number(from), Number(to)),
  }));
}

const meetsUpright = (a: Upright, b: Upright) => a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

it.each(pictures.filter(([, { nodes }]) => nodes.filter(({ kind }) => kind === 'stage').length <= 9))(
  'the picture of %s stays within 600 × 1,500 px',
  (_, diagram) => {
    const { width, height } = drawLifecycle(diagram);
    expect([width <= 600, height <= 1500], `${width} × ${height}`).toEqual([true, true]);
  },
);

describe.each(pictures)('the picture of %s', (_, diagram) => {
  const drawn = drawLifecycle(diagram);
  const labels = saidIn(drawn.body);

  it('has its stages on one straight line', () => {
    const stages = new Set(diagram.nodes.filter(({ kind }) => kind === 'stage').map(({ id }) => id));
    const centres = drawn.boxes.filter(({ id }) => stages.has(id)).map(({ x, width }) => x + width / 2);
    expect(centres).toHaveLength(stages.size);
    expect(new Set(centres).size).toBeLessThanOrEqual(1);
  });

  it('has no words over a box or over other words, and nothing past its edges', () => {
    const clashes = labels.flatMap((label, at) => [
      ...drawn.boxes.filter((box) => meet(label, box)).map(({ id }) => `${JSON.stringify(label)} over ${id}`),
      ...labels
        .slice(at + 1)
        .flatMap((other) =>
          meet(label, other) ? [`${JSON.stringify(label)} over ${JSON.stringify(other)}`] : [],
        ),
    ]);
    expect(clashes).toEqual([]);
    const all = [...labels, ...drawn.boxes];
    expect(all.filter(({ x, y }) => x < drawn.x || y < drawn.y)).toEqual([]);
    expect(
      all.filter(
        ({ x, y, width, height }) => x + width > drawn.x + drawn.width || y + height > drawn.y + drawn.height,
      ),
    ).toEqual([]);
  });

  it('has no smaller text than it says, by which its least width on a phone is chosen', () => {
    const sizes = [...drawn.body.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(drawn.smallestText);
  });

  it('draws no dashed line over another, and no upright one through words beside the stages', () => {
    const lines = [...drawn.body.matchAll(/<path class="e (?:reject|churn|skip)" d="([^"]+)"/g)].flatMap(
      ([, d = '']) => uprightsOf(d),
    );
    const doubled = lines.filter((line, at) =>
      lines.slice(at + 1).some((other) => other.x === line.x && meetsUpright(line, other)),
    );
    expect(doubled).toEqual([]);
    expect(
      labels.filter((label) =>
        lines.some(
          (line) =>
            line.x > label.x &&
            line.x < label.x + label.width &&
            meetsUpright(line, { top: label.y, bottom: label.y + label.height }),
        ),
      ),
    ).toEqual([]);
  });

  it('draws every arrow with a head, and a link over each box and each arrow that has a page', () => {
    const arrows = drawn.body.match(/<path class="e [^>]*>/g) ?? [];
    expect(arrows.filter((arrow) => !arrow.includes('marker-end'))).toEqual([]);
    // Ways to one place join into one line with one head; each begins at its own stage.
    expect(arrows.join('').match(/[" ]?M[\d.]/g)?.length ?? 0).toBeGreaterThanOrEqual(diagram.edges.length);
    expect(drawn.boxes.map(({ id }) => id).sort()).toEqual(diagram.nodes.map(({ id }) => id).sort());
  });
});

it('an owner of two lines is one colour, a long limit is told to its end, and a wide name stays inside its box', () => {
  const { body } = drawLifecycle(
    lifecycleDiagram(
      modelOf(`## BR-MOPS-001: Lifecycle Stage — Квалифицированный лид
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: Квалифицированный лид
Entry criteria:
  - form is sent
Exit criteria (disqualification):
  - Competitor → Disqualified
Owner: Regional partnerships and alliances desk
SLA: Onboarding kickoff scheduled within 1 business day
`),
    ),
  );
  const rows = [
    ...body.matchAll(/<text x="[\d.]+" y="[\d.]+" font-size="([\d.]+)"[^>]*?( class="whose")?>([^<]+)/g),
  ];
  const whose = rows.flatMap(([, , marked, line]) => (marked === undefined ? [] : [line]));
  expect(whose.join(' ')).toBe('Regional partnerships and alliances desk');
  expect(whose).toHaveLength(2);
  expect(rows.map(([, , , line]) => line).join(' ')).toContain(
    'Onboarding kickoff scheduled within 1 business day',
  );
  expect(Number(rows.find(([, , , line]) => line === 'Квалифицированный')?.[1])).toBeLessThan(15);
});

it('nine stages with four places, ways back and leads that return stay within 600 × 1,500 px', () => {
  const { width, height, body } = drawLifecycle(lifecycleDiagram(modelOf(dense)));
  expect([width <= 600, height <= 1500], `${width} × ${height}`).toEqual([true, true]);
  // What leads return for is said once, and drawn as one line with a head at each stage.
  expect(body.match(/back: after 90/g)).toHaveLength(1);
  const returns = [...body.matchAll(/<path class="e reengage" d="([^"]+)"[^>]*marker-end/g)].flatMap(
    ([, d = '']) =>
      // The legend's own stroke leads nowhere.
      d.includes('h34') ? [] : [d],
  );
  expect(returns).toHaveLength(8);
  expect(new Set(returns.flatMap((d) => uprightsOf(d).map(({ x }) => x))).size).toBe(1);
  expect(returns.filter((d) => d.includes('V'))).toHaveLength(1);
});

it('tells a listener the names of up to twelve stages, of more their number, the first and the last', () => {
  const said = (count: number) => longWay(count, (at) => `Stage ${at}`).description.split('. ')[0];
  expect(said(3)).toBe('The stages from first to last: Stage 0, Stage 1, Stage 2');
  expect(said(12)).toContain('Stage 5');
  expect(said(13)).toBe('13 stages, from Stage 0 to Stage 12');
});

it('the part of a role in thirty stages is its own stages and those beside them, as narrow as a page', () => {
  const diagram = roleDiagram(
    longModel(30, (at) => `Stage ${at} of the long way round`),
    'BDR',
  );
  expect(diagram.nodes.filter(({ kind }) => kind === 'stage').map(({ label }) => label)).toEqual(
    Array.from({ length: 11 }, (_, at) => `Stage ${at} of the long way round`),
  );
  expect(drawLifecycle(diagram).width).toBeLessThanOrEqual(600);
});

it('says on the picture of a role who is told of a missed limit, and marks the stages of the role', () => {
  const { body } = drawLifecycle(roleDiagram(exampleModel('b2b-saas'), 'AE'));
  expect(body).toMatch(
    /class="n role"><rect[^>]* rx="2" stroke-width="1.5"\/><text[^>]*>Sales<\/text><text[^>]*>manager</,
  );
  expect(body).toMatch(/class="e escalate"[^>]* stroke-dasharray="1 4"/);
  expect(body).toContain('>is told<');
  expect(
    [...body.matchAll(/class="n stage \w+ own"><rect[^>]* stroke-width="3"\/><text[^>]*>([^<]+)/g)].map(
      ([, name]) => name,
    ),
  ).toEqual(['SQL', 'Opportunity']);
});
