import { foldWords } from '../../language/fold.ts';
import { humans } from '../../language/tables/role-words.ts';
import type { Handoff, Model, Reason, Stage, Target } from '../model.ts';
import { isAt, isPlace } from '../target-stages.ts';
import type { Answer, Disagreement } from './answer.ts';

/** A ground with the stage or handoff that has it. */
interface Known {
  readonly reason: Reason;
  readonly from: Stage | Handoff;
}

/** Words that every ground has: who says no, and that it is a no. */
const usual = new Set([
  ...humans,
  ...'a an the is are was has have of for to in on at and or with finds found lead leads sales rejects rejected rejection reason reasons code codes because when if they it'.split(
    ' ',
  ),
]);

/**
 * Where one ground for a no leads: the stage a handoff leads into against the handoff, and handoffs into one stage
 * against each other. The stage a handoff comes from has grounds of its own, for another moment: there only the same
 * code with another place out of the lifecycle counts.
 */
export function* reasonsThatDiffer(model: Model): Generator<Disagreement> {
  for (const stage of model.living.stages) {
    const into = model.living.handoffs.filter(({ toTarget }) => leadsTo(toTarget, stage));
    const own = stage.disqualification.map(({ reason }): Known => ({ reason, from: stage }));
    const firsts = [...own];
    for (const handoff of into) {
      for (const reason of handoff.rejection.reasons) {
        const other = firsts.find(
          (known) => isOneGround(known.reason, reason) && differ(known.reason, reason),
        );
        if (other !== undefined && !apart(other, handoff, reason)) yield said(stage, handoff, reason, other);
      }
      firsts.push(...handoff.rejection.reasons.map((reason) => ({ reason, from: handoff })));
    }
    const out = model.living.handoffs.filter(({ fromTarget }) => leadsTo(fromTarget, stage));
    for (const handoff of out) {
      for (const reason of handoff.rejection.reasons) {
        const other = own.find(
          (known) =>
            haveOneCode(known.reason, reason) &&
            differ(known.reason, reason) &&
            [...known.reason.targets, ...reason.targets].every(({ kind }) => kind === 'sink'),
        );
        if (other !== undefined) yield said(stage, handoff, reason, other);
      }
    }
  }
}

function leadsTo(target: Target | null, stage: Stage): boolean {
  return isAt(target, stage);
}

/** Two handoffs may well differ where each has a segment, or each sends the lead back to where it came from. */
function apart(one: Known, handoff: Handoff, reason: Reason): boolean {
  if (!('segment' in one.from)) return false;
  if (one.from.segment !== null && handoff.segment !== null) return true;
  return goesBack(one.from, one.reason) && goesBack(handoff, reason);
}

function goesBack({ fromTarget }: Handoff, { targets }: Reason): boolean {
  return targets.every(({ name }) => name === fromTarget?.name);
}

/** Whether two entries speak of one ground for a no. */
export function isOneGround(one: Reason, other: Reason): boolean {
  if (haveOneCode(one, other)) return true;
  const [few, many] = [contentOf(one), contentOf(other)].sort((a, b) => a.size - b.size);
  if (few === undefined || many === undefined || few.size < 2 || many.size > few.size + 2) return false;
  return [...few].every((word) => many.has(word));
}

/** The same code, or a code that is the whole ground of the other: `no-budget` and "No budget". */
function haveOneCode(one: Reason, other: Reason): boolean {
  const names = ({ codes, text }: Reason) =>
    [...codes, text.text].map(foldWords).filter((name) => name !== '');
  const known = new Set(names(one));
  return names(other).some((name) => known.has(name));
}

/** Both name places, and no place is in both. A requeue may be to any stage. */
function differ(one: Reason, other: Reason): boolean {
  if (!known(one.targets) || !known(other.targets)) return false;
  const places = new Set(one.targets.map(({ name }) => name));
  if (other.targets.some(({ name }) => places.has(name))) return false;
  const requeues = (targets: readonly Target[]) => targets.some(({ name }) => name === 'Requeue');
  return !requeues(one.targets) && !requeues(other.targets);
}

function known(targets: readonly Target[]): boolean {
  return targets.length > 0 && targets.every(isPlace);
}

function said(stage: Stage, handoff: Handoff, reason: Reason, other: Known): Disagreement {
  const there: Answer = {
    entry: other.from.entry,
    field: other.from === stage ? 'disqualification' : 'rejection',
    text: other.reason.text,
    says: placesOf(other.reason),
  };
  return {
    question: `Where does a lead turned down with "${nameOf(reason, other.reason)}" go?`,
    here: { entry: handoff.entry, field: 'rejection', text: reason.text, says: placesOf(reason) },
    there,
    key: `reason ${foldWords(nameOf(reason, other.reason))} ${other.from.id}`,
    way: 'or give the two grounds codes of their own, if they are two.',
  };
}

function placesOf({ targets }: Reason): string {
  return targets.map(({ name }) => name).join(' or ');
}

/** The code that both have, else the shorter ground. */
function nameOf(one: Reason, other: Reason): string {
  const codes = new Set([...other.codes, other.text.text].map(foldWords));
  const shared = one.codes.find((code) => codes.has(foldWords(code)));
  if (shared !== undefined) return shared;
  const [a, b] = [bare(one.text.text), bare(other.text.text)];
  return a.length <= b.length ? a : b;
}

function contentOf({ text }: Reason): ReadonlySet<string> {
  return new Set(
    foldWords(text.text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !usual.has(word))
      .map((word) => word.slice(0, 6)),
  );
}

function bare(text: string): string {
  return text.replace(/^["“”'‘’]+|["“”'‘’]+$/g, '');
}
