/**
 * What the pages count ("42 IDs", "receives 2 handoffs") with the count in the model. A number before one of the
 * counted words that stands in no entry and is held by no count here fails the test.
 */

import { apart, together } from '../../../../src/check/together.ts';
import type { Model, Owner, Stage } from '../../../../src/lifecycle/model.ts';
import { rules } from '../../../../src/rules/index.ts';
import { meaningKey } from '../../../../src/sla/index.ts';
import { another, comesBack, errors, from, is, runs, type Said, stageOf, to } from './said.ts';

export interface Count {
  readonly says: RegExp;
  /** The number that must stand there; null where the page cannot be asked. */
  readonly count: (said: Said, match: RegExpExecArray) => number | null;
}

/** Words behind a number that make it a count. */
export const counted =
  /(?<![\w.])(\d+|[Oo]ne|[Tt]wo) (?:of \d+ )?(?:IDs?|holes?|gates?|errors?|warnings?|notices?|findings?|limits?|monitors?|handoffs?|segments?|grounds?|rules?|stages?|linked entr(?:y|ies)|lines|things?|more|further|placeholders?|cited IDs?|are open)\b/;

const number = (word: string): number => ({ one: 1, two: 2 })[word.toLowerCase()] ?? Number(word);
export const numberIn = (match: RegExpExecArray): number => number(match[1] ?? '');

const severity =
  (name: 'error' | 'warning' | 'notice') =>
  ({ report }: Said): number =>
    report.findings.filter((finding) => finding.severity === name).length;

const unknown = ({ model }: Said) =>
  new Set(model.references.filter(({ id }) => !model.repository.byId.has(id)).map(({ id }) => id)).size;

/** Moments with a clock of a person that no monitor in force names: a handoff's limit that repeats its stage's is one with it. */
function unwatched({ living, monitors }: Model): number {
  const watched = (id: string, stage: Stage | null) =>
    monitors.some(
      ({ standing, watches, watchedStages }) =>
        standing === 'gated' && (watches.includes(id) || (stage !== null && watchedStages.includes(stage))),
    );
  const clocksOf = (id: string, clocks: Stage['clocks'], owner: Owner | null, stage: Stage | null) =>
    owner?.automated === true
      ? []
      : clocks.flatMap(({ kind, sla }) =>
          sla.reading.ok && runs(sla)
            ? [
                {
                  moment: `${stage?.id ?? id} ${kind} ${owner?.roles.join()} ${meaningKey(sla.reading.meaning)}`,
                  watched: watched(id, stage),
                },
              ]
            : [],
        );
  const moments = Map.groupBy(
    [
      ...living.stages.flatMap((stage) => clocksOf(stage.id, stage.clocks, stage.owner, stage)),
      ...living.handoffs.flatMap((handoff) =>
        clocksOf(handoff.id, handoff.clocks, to(handoff), stageOf(handoff.toTarget)),
      ),
    ],
    ({ moment }) => moment,
  );
  const open = [...moments.values()].filter((same) => !same.some((each) => each.watched));
  return living.routings.reduce(
    (sum, { id, toTarget, routes }) =>
      watched(id, stageOf(toTarget))
        ? sum
        : sum + routes.filter(({ sla }) => sla !== null && runs(sla)).length,
    open.length,
  );
}

/** The role that a line or page is about; null where the words do not say. */
const roleOf = ({ title, path }: Said, input: string): string | null =>
  /^(.+) · (?:Owns|Receives|Hands|Takes|Watches)/.exec(input)?.[1] ??
  (/^\/roles\/./.test(path) ? title : null);

const ofRole =
  (count: (said: Said, role: string) => number) =>
  (said: Said, { input }: RegExpExecArray): number | null => {
    const role = roleOf(said, input);
    return role === null ? null : count(said, role);
  };

/** What stands in an entry, one cause once. */
const within = ({ report }: Said, id: string) =>
  together(apart(report.findings).filter((each) => each.entry === id));

/** Of the subject of a page. */
const ownFindings = (said: Said): number | null => {
  const entry = (said.stage ?? said.handoff)?.id;
  return entry === undefined ? null : within(said, entry).length;
};

export const counts: readonly Count[] = [
  {
    says: /^(?:No holes )?(\d+) IDs\b/,
    count: ({ model }) =>
      new Set([...model.repository.byId.keys(), ...model.references.map(({ id }) => id)]).size,
  },
  { says: /^(\d+) rules$/, count: () => rules.length },
  {
    says: /^(\d+) rules were not run/,
    count: ({ model }) => rules.filter((rule) => rule.severity[model.mode] === 'off').length,
  },
  { says: /\b(\d+) errors? (?:in the checks|to fix)/, count: ({ report }) => errors(report) },
  { says: /\b(\d+) errors?\b/, count: severity('error') },
  { says: /\b(\d+) warnings?\b/, count: severity('warning') },
  { says: /\b(\d+) notices?\b/, count: severity('notice') },
  {
    says: /All (\d+) gates hold/,
    count: ({ report }) => report.gates.filter(({ status }) => status === 'pass').length,
  },
  {
    says: /(\d+) of 7 gates asked/,
    count: ({ report }) => report.gates.filter(({ status }) => status !== 'skipped').length,
  },
  {
    says: /(\d+) gates? (?:is|are) not asked/,
    count: ({ report }) => report.gates.filter(({ status }) => status === 'skipped').length,
  },
  {
    says: /(\d+) gates? holds?/,
    count: ({ report }) => report.gates.filter(({ status }) => status === 'pass').length,
  },
  {
    says: /receives (\d+) handoffs?/i,
    count: ofRole(
      ({ model }, role) => model.living.handoffs.filter((each) => is(to(each), role) && another(each)).length,
    ),
  },
  {
    says: /hands over (\d+) times/i,
    count: ofRole(
      ({ model }, role) =>
        model.living.handoffs.filter((each) => is(from(each), role) && another(each)).length,
    ),
  },
  {
    says: /takes leads of (\d+) segments?/i,
    count: ofRole(
      ({ model }, role) =>
        model.living.routings.flatMap(({ routes }) => routes).filter(({ owner }) => is(owner, role)).length,
    ),
  },
  {
    says: /watches (\d+) monitors?/i,
    count: ofRole(({ model }, role) => model.living.monitors.filter(({ owner }) => is(owner, role)).length),
  },
  {
    says: /(\d+) linked entr(?:y|ies)/,
    count: ({ stage }) => (stage === null ? null : new Set(stage.links.map(({ id }) => id)).size),
  },
  { says: /(\d+|One) findings?$/, count: ownFindings },
  { says: /, (\d+) findings?$/, count: ownFindings },
  { says: /(\d+) cited IDs? (?:is|are) not defined/, count: unknown },
  { says: /^(\d+|One) (?:is|are) open/, count: ({ model }) => model.placeholders.length },
  { says: /^(\d+) stages?\b/, count: ({ model }) => model.living.stages.length },
  {
    says: /^(\d+|One) things? here (?:is|are) not right/,
    count: (said) =>
      within(said, said.stage?.id ?? '').filter(({ severity: level }) => level === 'error').length,
  },
  {
    says: /^(\d+|One) limits? (?:is|are) watched by nobody/,
    count: ({ model }) => unwatched(model),
  },
  {
    says: /(\d+|one) rules? brings? a lead back/,
    count: ({ model, title }) => (comesBack(model, title) ? null : 0),
  },
  { says: /^(\d+|One) holes?\b/, count: ({ model }) => (model.repository.byId.size > 0 ? null : 0) },
  // What a page leaves out for want of room: it says how many in full where the link leads.
  {
    says: /(?:and|All) (\d+) (?:more|grounds)|^(?:More: )?(\d+) further (?:limits|handoffs?)/,
    count: () => null,
  },
  { says: /^(\d+) lines, ready to fill in/, count: () => 5 },
  { says: /^(\d+) further findings? waits? until/, count: () => null },
];
