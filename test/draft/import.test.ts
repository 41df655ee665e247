import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { planImport } from '../../src/draft/import/plan.ts';
import { tablesIn } from '../../src/draft/import/tables.ts';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const modelOf = (text: string) => buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}));
const empty = modelOf('');
const imported = (text: string, name = 'life.md', model = empty) => planImport(model, name, text);
const textOf = (plan: ReturnType<typeof imported>) =>
  [...plan.stages, ...plan.handoffs].map((draft) => draft.text).join('\n\n');

/** The seed's own stage table. */
const seed = `| Stage | Entry criteria | Exit criteria | Owner | SLA |
|-------|----------------|---------------|-------|-----|
| Anonymous | Any first touch | Filled form OR signed up | Marketing | n/a |
| MQL | Filled high-intent form (demo request, pricing page) | BDR qualifies in OR disqualifies | BDR | 1 business hour |
| SQL | BDR confirms fit + intent | AE accepts OR rejects | BDR → AE | 30 min |
| Opportunity | AE held discovery, budget + authority confirmed | Closed-won OR closed-lost | AE | 24 hr per touch |
| Customer | Closed-won contract signed | Churn OR expand | CS | Onboarding kickoff <1 business day |
`;

describe('the seed’s stage table', () => {
  const plan = imported(seed);
  const { living, shape } = modelOf(textOf(plan));

  test('is a lifecycle of five stages in Draft, under its own names', () => {
    expect(living.stages.map(({ id, name, order, status }) => [id, name, order, status])).toEqual([
      ['BR-MOPS-001', 'Anonymous', 1, 'draft'],
      ['BR-MOPS-002', 'MQL', 2, 'draft'],
      ['BR-MOPS-003', 'SQL', 3, 'draft'],
      ['BR-MOPS-004', 'Opportunity', 4, 'draft'],
      ['BR-MOPS-005', 'Customer', 5, 'draft'],
    ]);
    expect(shape?.name).toBe('sales-assisted');
  });

  test('owners and limits stand there as the table has them', () => {
    expect(living.stages.map(({ owner }) => owner?.raw.text)).toEqual([
      'Marketing',
      'BDR',
      'BDR → AE',
      'AE',
      'CS',
    ]);
    expect(living.stages.map(({ sla }) => sla?.raw.text)).toEqual([
      ...['n/a', '1 business hour', '30 min', '24 hr per touch', 'Onboarding kickoff <1 business day'],
    ]);
  });

  test('an exit that goes both ways is one line on and one line out', () => {
    const sql = plan.stages[2]?.text ?? '';
    expect(sql).toContain('Exit criteria (progression):\n\n- To Opportunity: AE accepts\n');
    expect(sql).toContain('Exit criteria (disqualification):\n\n- rejects\n');
  });

  test.each([
    ['Recycled after 3 calls', {}],
    ['back to nurture', {}],
    ['Do not call', {}],
    ['Unsubscribed', {}],
    ['Parking lot', { sinks: { Nurture: ['Parking lot'] } }],
  ])('a side that names a place of turned-down leads is a way out: %s', (side, config) => {
    const model = buildModel(readRepository([]), configOf(config));
    const [, stage] = imported(
      seed.replace('AE accepts OR rejects', `AE accepts OR ${side}`),
      'a.md',
      model,
    ).stages.slice(1, 3);
    expect(stage?.text).toContain(`Exit criteria (disqualification):\n\n- ${side}\n`);
    expect(stage?.text).toContain('- To Opportunity: AE accepts\n');
  });

  test.each([
    ['n/a', 'n/a'],
    ['N.A.', 'N.A.'],
    ['Not applicable', 'Not applicable'],
    ['—', 'n/a'],
  ])('a limit that says there is none stays so: %s', (limit, written) => {
    const [first] = imported(seed.replace('Marketing | n/a', `Marketing | ${limit}`)).stages;
    expect(first?.text).toMatch(new RegExp(`SLA: ${written}$`));
  });

  test('what no cell says is a blank, and nothing else is found but what the table lacks', () => {
    expect(textOf(plan).match(/\[fill in [^\]]+\]/g)).toHaveLength(5);
    const found = new Set(
      check(modelOf(textOf(plan))).findings.map(({ rule, severity }) => `${severity} ${rule}`),
    );
    expect([...found].sort()).toEqual([
      'notice criterion-seam',
      'notice handoff-missing',
      'notice sla-calendar',
      'notice stage-owner-single',
      'notice template-leftover',
    ]);
  });

  test('imported again, nothing is new', () => {
    const again = imported(seed, 'life.md', modelOf(textOf(plan)));
    expect(again).toMatchObject({ stages: [], handoffs: [], placed: true });
    expect(again.notes[0]).toBe('Anonymous is BR-MOPS-001 already; that entry was left as it is.');
  });
});

describe('other tables', () => {
  test('CSV with semicolons, quotes and a column of the team’s own', () => {
    const csv =
      '\uFEFFLifecycle stage;Definition;Stage owner;CRM field\r\nLead;"Form sent; call ""now""";AE;hs_lead\r\nCustomer;Contract signed;CS;won\r\n';
    const { stages } = modelOf(textOf(imported(csv, 'stages.csv'))).living;
    expect(stages.map(({ name, owner }) => [name, owner?.raw.text])).toEqual([
      ['Lead', 'AE'],
      ['Customer', 'CS'],
    ]);
    expect(stages[0]?.entryCriteria.map(({ text }) => text)).toEqual(['Form sent', 'call "now"']);
    expect(imported(csv, 'stages.csv').stages[0]?.text).toContain('\nCRM field: hs_lead');
  });

  test('marks, links, breaks and escaped bars of cells are words', () => {
    const [table] = tablesIn('a.md', '| **Stage** | `Owner` |\n|---|---|\n| [MQL](#mql) | A\\|B<br>C |\n');
    expect(table?.rows).toEqual([['MQL', 'A|B; C']]);
  });

  test('a cell cannot open a comment that hides what follows', () => {
    const plan = imported(
      '| Stage | Entry | Owner |\n|---|---|---|\n| MQL | <!-- form sent | BDR |\n| SQL | call | AE |\n',
    );
    expect(modelOf(textOf(plan)).living.stages).toHaveLength(2);
  });

  test('a table in a fence is an example, not a lifecycle', () => {
    expect(imported(`\`\`\`\n${seed}\`\`\`\n`).placed).toBe(false);
  });

  test('a reason table is the rejection rule of the handoff its heading names', () => {
    const plan = imported(
      `${seed}\n### MQL → SQL\n\n| Reason | Goes to | Back when |\n|---|---|---|\n| Too small | Nurture | 50 employees |\n| Student | Disqualified | |\n`,
    );
    const [handoff] = modelOf(textOf(plan)).living.handoffs;
    expect([handoff?.from?.text, handoff?.to?.text]).toEqual(['MQL', 'SQL']);
    expect(plan.handoffs[0]?.text).toContain(
      'Rejection rule:\n\n- Condition: Too small; Student\n- Routing: Too small → Nurture; Student → Disqualified\n- Re-engagement: Too small: 50 employees',
    );
  });

  test('a reason table alone leaves the transition open', () => {
    const { handoffs } = imported('| Rejection reason | Routing |\n|---|---|\n| No budget | Nurture |\n');
    expect(handoffs[0]?.text).toContain(
      'From: [fill in the stage the lead leaves] (owner: [fill in the role])',
    );
  });

  test('a payload list fills the five fields and keeps further lines', () => {
    const { handoffs } = imported(
      '## SQL → Opportunity\n\n- **Source**: first GTM channel\n- Touchpoints: last ten\n- Budget: as said on the call\n- Open questions: who signs\n',
    );
    expect(handoffs[0]?.text).toContain('- Source: first GTM channel\n- Touchpoint history: last ten\n');
    expect(handoffs[0]?.text).toContain('- Disqualifiers: [fill in what was checked and ruled out]\n');
    expect(handoffs[0]?.text).toContain('- Budget: as said on the call');
  });

  test('an SLA table by transition gives the stage its limit and makes the handoff', () => {
    const plan = imported(
      '| Stage | Entry | Owner |\n|---|---|---|\n| MQL | form sent | BDR |\n| SQL | call held | AE |\n\n| Transition | SLA | If missed |\n|---|---|---|\n| MQL → SQL | 30 business minutes | Sales manager reassigns |\n',
    );
    const model = modelOf(textOf(plan));
    expect(model.living.stages[1]?.sla?.raw.text).toBe('30 business minutes');
    expect(model.living.handoffs.map(({ from, to }) => [from?.text, to?.text])).toEqual([['MQL', 'SQL']]);
    // Said once: the handoff has no limit of its own.
    expect(model.living.handoffs[0]?.sla).toBeNull();
    expect(plan.stages[1]?.text).toContain('Escalation: Sales manager reassigns');
  });

  test('an SLA table by source goes to the stage its heading names', () => {
    const plan = imported(
      '| Stage | Entry | Owner |\n|---|---|---|\n| MQL | form sent | BDR |\n\n## Response times in MQL\n\n| Source | SLA |\n|---|---|\n| Demo form | 1 business hour |\n| Webinar | 1 business day |\n',
    );
    expect(plan.stages[0]?.text).toContain('Demo form: 1 business hour; Webinar: 1 business day');
  });

  test('a limit that names no stage is said, not guessed', () => {
    const plan = imported('| Source | SLA |\n|---|---|\n| Demo | 1 business hour |\n');
    expect(plan.notes).toEqual([expect.stringContaining('names no stage')]);
    expect([...plan.stages, ...plan.handoffs]).toEqual([]);
  });

  test.each([
    ['people', '| Name | Team | Phone |\n|---|---|---|\n| Ann | Sales | 1 |\n'],
    ['a price list', '| Plan | Price |\n|---|---|\n| Pro | 20 |\n'],
    ['no table', '# Nothing\n\nOnly words.\n'],
  ])('%s is nothing to import', (_what, text) => expect(imported(text).placed).toBe(false));

  test('rows that are entries already are left alone', () => {
    const plan = imported('| ID | Stage | Owner |\n|---|---|---|\n| BR-MOPS-007 | MQL | BDR |\n');
    expect(plan.stages).toEqual([]);
    expect(plan.notes[0]).toContain('has the ID BR-MOPS-007 already');
  });
});

describe('mops draft stage', () => {
  const drafted = (text: string, keys: object = {}) =>
    draftMissing(
      buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf(keys)),
      'stage',
      '2026-11-15',
    );

  test('every stage that the motion wants, each a row of blanks', () => {
    const { drafts } = drafted('## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nOrder: 2\n', {
      motion: 'sales-assisted',
    });
    expect(drafts.map(({ id, about }) => [id, about])).toEqual([
      ['BR-MOPS-003', 'the stage Anonymous'],
      ['BR-MOPS-004', 'the stage SQL'],
      ['BR-MOPS-005', 'the stage Opportunity'],
      ['BR-MOPS-006', 'the stage Customer'],
    ]);
    expect(drafts[1]?.text).toContain('\nOrder: 3\nStatus: Draft\n');
    expect(drafts[1]?.text).toContain('To Opportunity: [fill in the event that moves a lead on]');
  });

  test('one open stage where no motion is known', () => {
    const { drafts } = drafted('');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.text).toContain("Stage: [fill in the stage's name]");
  });
});

test.each(['handoff', 'mon-drift', 'kpi', 'cfd'] as const)(
  'where no stage is, draft %s says how to begin',
  (kind) => {
    expect(draftMissing(empty, kind, '2026-11-15')).toMatchObject({
      drafts: [],
      notes: [expect.stringContaining('mops import makes one from a table')],
    });
  },
);
