/** What advice proposes for one entry: taken from the entries around it, else what is usual there. */

import { vagueness } from '../language/criterion.ts';
import { saysNothing } from '../language/nothing.ts';
import { own } from '../language/own.ts';
import {
  changes,
  sold,
  usualEvents,
  usualLimits,
  usualOwners,
  usualWaysOut,
} from '../language/tables/usual.ts';
import { isOneGround } from '../lifecycle/answers/reasons.ts';
import { mostAlike } from '../lifecycle/graph.ts';
import { addTo } from '../lifecycle/grouped.ts';
import { compareLimits, keptByPerson, limitOf } from '../lifecycle/limits.ts';
import type { Handoff, Model, Owner, Stage, Target } from '../lifecycle/model.ts';
import { stageAt } from '../lifecycle/target-stages.ts';
import { printSla, readSla } from '../sla/index.ts';

/** What stands around each stage, looked up once for a model. */
interface Around {
  readonly into: ReadonlyMap<Stage, readonly Handoff[]>;
  readonly out: ReadonlyMap<Stage, readonly Handoff[]>;
  readonly exits: ReadonlyMap<Stage, readonly string[]>;
  /** The nearest stage before it, and behind it, with a limit that a person keeps. */
  readonly before: ReadonlyMap<Stage, Stage>;
  readonly after: ReadonlyMap<Stage, Stage>;
  /** Owners that are one role, in the order of the stages. */
  readonly owners: readonly Owner[];
  /** The only person there is, as written; null where there are several or fewer than two stages have one. */
  readonly alone: string | null;
  /** All grounds for a no, for words that are taken. */
  readonly grounds: string;
}

const known = new WeakMap<Model, Around>();

function aroundOf(model: Model): Around {
  const made = known.get(model) ?? lookAround(model);
  known.set(model, made);
  return made;
}

function lookAround(model: Model): Around {
  const into = new Map<Stage, Handoff[]>();
  const out = new Map<Stage, Handoff[]>();
  const exits = new Map<Stage, string[]>();
  const add = <T>(map: Map<Stage, T[]>, target: Target | null, value: T): void => {
    for (const stage of target?.kind === 'stage' ? target.stages.slice(0, mostAlike) : [])
      addTo(map, stage, value);
  };
  for (const handoff of model.living.handoffs) {
    add(into, handoff.toTarget, handoff);
    add(out, handoff.fromTarget, handoff);
  }
  for (const { to, progression } of model.edges) {
    const criterion = progression.criterion?.text;
    if (criterion !== undefined && isEvent(criterion, to)) addTo(exits, to, criterion);
  }
  const owners = model.living.stages.flatMap(({ owner }) => (owner?.kind === 'role' ? [owner] : []));
  const people = owners.filter(({ automated }) => !automated);
  const [first] = people;
  const alone =
    first !== undefined &&
    people.length > 1 &&
    people.every(({ roles }) => roles.join() === first.roles.join());
  const reasons = [
    ...model.living.handoffs.flatMap(({ rejection }) => rejection.reasons.map(({ text }) => text.text)),
    ...model.living.stages.flatMap((stage) => stage.disqualification.map(({ raw }) => raw.text)),
  ];
  return {
    into,
    out,
    exits,
    before: nearestLimits(model.living.stages),
    after: nearestLimits(model.living.stages.toReversed()),
    owners,
    alone: alone ? first.raw.text : null,
    grounds: reasons.join(' '),
  };
}

/** Each stage with the last one before it, in this order, that has a limit a person keeps. */
function nearestLimits(stages: readonly Stage[]): ReadonlyMap<Stage, Stage> {
  const found = new Map<Stage, Stage>();
  let last: Stage | undefined;
  for (const stage of stages) {
    if (last !== undefined) found.set(stage, last);
    if (keptByPerson(stage.owner) && limitOf(stage.sla)?.kind === 'duration') last = stage;
  }
  return found;
}

/** The owner to write: the one a handoff names for the stage, the only person there is where people work, else the usual role. */
export function ownerFor(model: Model, stage: Stage): string {
  const { into, out, owners, alone } = aroundOf(model);
  const named = [
    ...(into.get(stage) ?? []).map(({ toOwner }) => toOwner),
    ...(out.get(stage) ?? []).map(({ fromOwner }) => fromOwner),
  ].find((owner) => owner?.kind === 'role');
  if (named) return named.raw.text;
  const usual =
    model.motion.value === 'self-serve'
      ? 'Marketing automation'
      : (own(usualOwners, stage.canonical) ?? 'AE');
  // Where software usually does the work, the only person there is need not.
  if (alone !== null && usual !== 'Marketing automation') return alone;
  return owners.find(({ roles }) => roles.length === 1 && roles[0] === usual)?.raw.text ?? usual;
}

/**
 * The limit to write: the one its own escalation waits for, that of the handoff into the stage, else what is usual
 * there, but neither slower than the stage before nor faster than the one behind.
 */
export function limitFor(model: Model, stage: Stage): string {
  const [step] = stage.escalation?.steps ?? [];
  if (step?.at?.kind === 'duration' && !step.onBreach && !step.early)
    return printSla({ ...step.at, warnings: [] });
  const { into, before, after } = aroundOf(model);
  const handed = into.get(stage)?.find(({ sla }) => limitOf(sla) !== null);
  if (handed?.sla) return handed.sla.raw.text;
  const usual = own(usualLimits, stage.canonical) ?? '1 business hour';
  const ranked = (other: Stage | undefined): -1 | 0 | 1 | null => {
    const [own, limit] = [readSla(usual), limitOf(other?.sla ?? null)];
    return own.ok && limit?.recurrence === 'once' ? compareLimits(model, own.meaning, limit) : null;
  };
  if (usual.endsWith('per touch') || stage.final) return usual;
  const [cooler, hotter] = [before.get(stage), after.get(stage)];
  if (ranked(cooler) === 1) return cooler?.sla?.raw.text ?? usual;
  return ranked(hotter) === -1 ? (hotter?.sla?.raw.text ?? usual) : usual;
}

/** The event to write: the one on which a stage before leads here, else the usual one. */
export function eventInto(model: Model, stage: Stage): string {
  const [exit] = aroundOf(model).exits.get(stage) ?? [];
  return exit ?? own(usualEvents, stage.canonical) ?? 'Meeting held and logged in the CRM';
}

/** The event behind "To X:": the first entry criterion of X, else the usual one. */
export function eventOf(stage: Stage | null | undefined): string {
  const said = stage?.entryCriteria.find(({ text }) => isEvent(text, stage));
  return said?.text ?? own(usualEvents, stage?.canonical ?? '') ?? 'Meeting held and logged in the CRM';
}

function isEvent(text: string, stage: Stage): boolean {
  return !saysNothing(text) && !text.includes('"') && vagueness(text, stage.canonical) === null;
}

const waysOut = [
  ['No budget this year → Nurture', /budget/i],
  ['No answer after 5 attempts → Nurture', /answer|attempt|respon|reach/i],
  ['Wrong region → Disqualified', /region/i],
  ['Competitor → Disqualified', /competitor/i],
] as const;

/** A way out of the stage: the usual one there, else one of which no entry says otherwise. */
export function wayOutFor(model: Model, stage: Stage): string {
  const { grounds } = aroundOf(model);
  const usual = own(usualWaysOut, stage.canonical);
  if (usual !== undefined && !waysOut.some(([way, words]) => way === usual && words.test(grounds)))
    return usual;
  return (waysOut.find(([, words]) => !words.test(grounds)) ?? waysOut[1])[0];
}

/** Where a lead goes that the new owner does not take, and when it may be back. */
export function rejectionFor(handoff: Handoff): { readonly routing: string; readonly back: string } {
  const [into, from] = [stageAt(handoff.toTarget), stageAt(handoff.fromTarget)];
  if (into !== null && from !== null && sold.has(into.canonical)) {
    const who = from.owner?.kind === 'role' ? `the ${from.owner.raw.text}` : 'its owner';
    return { routing: from.name, back: `Once, when ${who} has settled what was open` };
  }
  // What the stage says of the same ground holds for its handoff, too.
  const said = handoff.rejection.reasons.flatMap((reason) => {
    const own = into?.disqualification.find((line) => isOneGround(line.reason, reason))?.reason.targets[0];
    return own === undefined ? [] : [`${reason.text.text} → ${own.name}`];
  });
  const rest = said.length === handoff.rejection.reasons.length && said.length > 0 ? [] : ['Nurture'];
  const routing = [...said, ...rest.map((place) => (said.length > 0 ? `other reasons → ${place}` : place))];
  return { routing: routing.join('; '), back: `After 90 days ${changeFor(handoff)}` };
}

/** What must have changed before a lead turned down for these reasons comes back. */
export function changeFor({ rejection }: Handoff): string {
  const reasons = rejection.reasons.map(({ text }) => text.text).join(' ');
  return changes.find(([words]) => words.test(reasons))?.[1] ?? 'and a new form is sent';
}

/** An event that anybody can see: the one who hands over sets the stage. */
export function triggerFor(handoff: Handoff): string {
  const to =
    handoff.toTarget?.kind === 'stage' ? handoff.toTarget.name : (handoff.to?.text ?? 'the next stage');
  const owner = handoff.fromOwner ?? stageAt(handoff.fromTarget)?.owner;
  const who = owner?.kind === 'role' ? owner.raw.text : 'BDR';
  return `${who} sets the status to ${to} in the CRM`;
}
