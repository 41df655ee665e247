/**
 * What an entry's lines are read as: `read.yml` holds them by situation, with all that the lifecycle says of them, the
 * lines that say nothing of their own, and what is asked about them where `asks` names rules.
 */
import { describe, expect, test } from 'vitest';
import type { Model, Reason, Target } from '../../src/lifecycle/model.ts';
import { configOf, reportOf } from '../rules/bench.ts';
import { lineByLine } from '../rules/line-by-line.ts';
import { otherwise, saidBy } from '../rules/read-as.ts';
import { situationsIn } from '../situations.ts';

interface Situation {
  readonly when: string;
  /** The entry whose fields the text begins with; the stage SQL when left out. */
  readonly of?: 'stage' | 'handoff' | 'none';
  readonly asks?: readonly string[];
  readonly config?: object;
  readonly text: string;
  readonly reads?: readonly string[];
  /** Where lines lead, on what grounds, whose they are: what an export of the lifecycle does not say. */
  readonly means?: readonly string[];
  /** Lines that are no values, with what they were taken for. */
  readonly lines?: readonly string[];
  readonly finds?: readonly string[];
}

const heads: Readonly<Record<'stage' | 'handoff' | 'none', string>> = {
  none: '',
  stage: '## BR-MOPS-003: Lifecycle Stage — SQL\n\nType: Lifecycle-Stage\nStage: SQL\n',
  handoff:
    '## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL (owner: BDR)\nTo: SQL (owner: AE)\n',
};
const report = (text: string, config: object = {}) =>
  reportOf([{ path: 'SoT/a.md', text }], configOf(config));
const bare = {
  none: new Map<string, string>(),
  stage: saidBy(report(heads.stage).model),
  handoff: saidBy(report(heads.handoff).model),
};

const places = (targets: readonly (Target | null)[]) =>
  targets.map((target) => (target === null ? 'nowhere' : `${target.kind} ${target.name}`)).join(', ');
const ground = ({ text, codes, targets, back }: Reason) =>
  `ground "${text.text}"${codes.length > 0 ? ` code ${codes.join(', ')}` : ''} → ${places(targets)}${back === null ? '' : `, back "${back}"`}`;

/** What a model says of the ways and people of its entries. */
function meaning({
  stages,
  handoffs,
  routings,
  placeholders,
  leftovers,
  personas,
  kpis,
  monitors,
}: Model): readonly string[] {
  const seat = (owner: (typeof stages)[number]['owner']) =>
    owner === null ? [] : [`${owner.kind} ${owner.roles.join(', ')} in the seat of ${owner.seat.join(', ')}`];
  return [
    ...stages.flatMap(({ owner, progression, disqualification, mixedExits, escalation }) => [
      ...seat(owner),
      ...progression.map(
        ({ target, criterion }) => `on to ${places([target])}: ${criterion?.text ?? 'nothing'}`,
      ),
      ...disqualification.map(({ reason }) => `out: ${ground(reason)}`),
      ...mixedExits.map(({ text }) => `both ways: ${text}`),
      ...(escalation?.steps ?? []).map(({ who, roles }) => `step for ${who}: ${roles.join(', ')}`),
    ]),
    ...handoffs.flatMap(({ fromTarget, toTarget, fromOwner, toOwner, rejection }) => [
      `from ${places([fromTarget])} ${seat(fromOwner)} to ${places([toTarget])} ${seat(toOwner)}`,
      ...(rejection.targets.length > 0 ? [`rejected to ${places(rejection.targets)}`] : []),
      ...rejection.reasons.map(ground),
      ...rejection.unknownPlaces.map(({ name }) => `nobody knows ${name}`),
      ...(rejection.limit === null ? [] : [`at most ${rejection.limit.text}`]),
    ]),
    ...routings.flatMap(({ fromTarget, toTarget, routes }) => [
      `routes ${places([fromTarget])} to ${places([toTarget])}`,
      ...routes.map(({ segment, range, labels, unread, otherwise, unknown, owner, sla }) =>
        [
          `route ${segment}:`,
          ...(range === null ? [] : [`${range.min} to ${range.max}`]),
          ...(labels === null ? [] : [labels.join(' or ')]),
          ...(unread === null ? [] : [`not read: ${unread}`]),
          ...(otherwise ? ['the rest'] : []),
          ...(unknown ? ['unknown ones'] : []),
          ...seat(owner),
          ...(sla === null ? [] : [sla.reading.ok ? `in ${sla.raw.text}` : `in what time? ${sla.raw.text}`]),
        ].join(' '),
      ),
    ]),
    ...placeholders.map(({ token, role, field }) => `${token} stands for ${role ?? 'anything'} in ${field}`),
    ...leftovers.map(({ text, field }) => `left to fill in: ${text.text} in ${field}`),
    ...personas.map(({ id, personaType }) => `${id} is a ${personaType} persona`),
    ...kpis.flatMap(({ id, conversion }) =>
      conversion === null ? [] : [`${id} counts ${conversion.from} to ${conversion.to}`],
    ),
    ...monitors.map(
      ({ id, watchedStages }) => `${id} watches ${watchedStages.map(({ name }) => name).join(', ')}`,
    ),
  ];
}

const usual = {
  none: [] as readonly string[],
  stage: [] as readonly string[],
  handoff: meaning(report(heads.handoff).model),
};

function read({ of = 'stage', text, asks = [], config }: Situation): Partial<Situation> {
  const whole = `${heads[of]}\n${text}`;
  const { model, findings } = report(whole, config);
  const reads = otherwise(bare[of], saidBy(model)).filter(
    (line) => !line.startsWith('without') && !(of === 'none' && /: (?:null|—)$/.test(line)),
  );
  const lines = lineByLine(model, [{ path: 'SoT/a.md', text: whole }], new Set(['SoT/a.md']))
    .slice(heads[of].split('\n').filter((line) => line !== '').length)
    .filter((line) => !/^(?:value|label|head)\b[^=]*\||^outside \| $/.test(line));
  const finds = findings
    .filter(({ rule }) => asks.includes(rule))
    .map(({ message, fix, field, span, related }) =>
      [
        `@${span.line}:${span.column}–${span.endColumn}${field === null ? '' : ` ${field}`}: ${message} ${fix}`,
        ...related.map((one) => `see @${one.span.line}:${one.span.column} ${one.message}`),
      ].join(' | '),
    );
  return {
    ...(asks.length > 0 ? {} : { reads }),
    ...(asks.length > 0 ? {} : { means: meaning(model).filter((line) => !usual[of].includes(line)) }),
    ...(asks.length > 0 || lines.length === 0 ? {} : { lines }),
    ...(asks.length === 0 ? {} : { finds }),
  };
}

const given = ({ reads, means, lines, finds, ...one }: Situation) =>
  [one, { reads, means, lines, finds }] as const;
const situations = situationsIn<Situation>(new URL('read.yml', import.meta.url), (one) => ({
  ...given(one)[0],
  ...read(one),
}));

describe('what lines of an entry are read as', () => {
  test.each(situations)('$when', (one) => {
    expect(read(one)).toEqual(given(one)[1]);
  });
});
