import { clockFields } from '../lifecycle/clock-fields.ts';
import { clockName as sayClock } from '../lifecycle/limits.ts';
import type { Clock, Escalation, Stage } from '../lifecycle/model.ts';
import type { Text } from '../sot/entry.ts';
import { type Change, change, type Subject } from './change.ts';
import type { StageIdentity } from './identity.ts';
import { movedStages } from './order.ts';
import { compareRecords, type RecordKind } from './records.ts';
import { type Said, saidEscalation, saidOwner, saidSla, saidText } from './said.ts';
import { compareItems, compareOne } from './sides.ts';

/** What changed in the stages: which there are, their order, and what each says. */
export function compareStages(identity: StageIdentity, head: readonly Stage[]): Change[] {
  const kind = stageKind(identity);
  const moves = movedStages(identity.paired, identity.baseOrder);
  return compareRecords(identity.paired, head, {
    ...kind,
    compare: (subject, before, after) => [
      ...moved(subject, after, moves),
      ...kind.compare(subject, before, after),
    ],
  });
}

function moved(subject: Subject, stage: Stage, moves: ReturnType<typeof movedStages>): Change[] {
  const move = moves.get(stage);
  if (move === undefined) return [];
  const span = stage.orderText?.span ?? stage.entry.idSpan;
  return [change(subject, 'moved', { ...move, span }, `moved, was ${move.before}, is now ${move.after}`)];
}

function stageKind(identity: StageIdentity): RecordKind<Stage> {
  return {
    kind: 'stage',
    nameOf: ({ name }) => name,
    summary: ({ owner, sla }) => [
      ...(owner === null ? [] : [`owner ${owner.raw.text}`]),
      ...(sla === null ? [] : [`SLA ${sla.raw.text}`]),
    ],
    compare: (subject, base, head) => [
      ...compareItems(
        subject,
        'entry',
        'entry criterion',
        saidTexts(base.entryCriteria),
        saidTexts(head.entryCriteria),
      ),
      ...compareProgression(subject, base, head, identity),
      ...compareItems(subject, 'disqualification', 'disqualification', saidExits(base), saidExits(head)),
      ...compareOne(subject, 'owner', 'owner', saidOwner(base.owner), saidOwner(head.owner)),
      ...compareClocks(subject, base, head),
      ...compareOne(subject, 'cadence', 'cadence', saidText(base.cadence), saidText(head.cadence)),
    ],
  };
}

/** Each clock's limit and its escalation; one escalation behind several clocks is one change. */
function compareClocks(subject: Subject, base: Stage, head: Stage): Change[] {
  return clockFields.flatMap(({ kind }): Change[] => {
    const [before, after] = [clockOf(base, kind), clockOf(head, kind)];
    const limit = compareOne(
      subject,
      'sla',
      sayClock(kind),
      saidSla(before?.sla ?? null),
      saidSla(after?.sla ?? null),
    );
    const [was, is] = [escalationOf(base, kind), escalationOf(head, kind)];
    return [
      ...limit,
      ...compareOne(
        subject,
        'escalation',
        kind === 'response' ? 'escalation' : `escalation of the ${sayClock(kind)}`,
        saidEscalation(was),
        saidEscalation(is),
      ),
    ];
  });
}

function clockOf(stage: Stage, kind: Clock['kind']): Clock | null {
  return stage.clocks.find((clock) => clock.kind === kind) ?? null;
}

/** The escalation of a clock, null where it is the response clock's, which is compared there. */
function escalationOf(stage: Stage, kind: Clock['kind']): Escalation | null {
  if (kind === 'response') return stage.escalation;
  const own = clockOf(stage, kind)?.escalation ?? null;
  return own?.raw === stage.escalation?.raw ? null : own;
}

function saidTexts(texts: readonly Text[]): Said[] {
  return texts.flatMap((text) => saidText(text) ?? []);
}

function saidExits({ disqualification, mixedExits }: Stage): Said[] {
  return saidTexts([...disqualification.map(({ raw }) => raw), ...mixedExits]);
}

/** Ways forward are compared target by target, so that another condition for the same way reads as one change. */
function compareProgression(subject: Subject, base: Stage, head: Stage, identity: StageIdentity): Change[] {
  const [before, after] = [waysOf(base, identity), waysOf(head, identity)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((place) => {
    const [old, now] = [before.get(place), after.get(place)];
    const name = (now ?? old)?.name ?? '';
    const label = name === '' ? 'progression' : `progression to ${name}`;
    return compareItems(subject, 'progression', label, old?.criteria ?? [], now?.criteria ?? []);
  });
}

function waysOf(stage: Stage, identity: StageIdentity): Map<string, { name: string; criteria: Said[] }> {
  const ways = new Map<string, { name: string; criteria: Said[] }>();
  for (const { raw, to, target, criterion } of stage.progression) {
    const place = identity.place(target);
    const way = ways.get(place) ?? { name: target === null ? '' : (to?.text ?? target.name), criteria: [] };
    const words = saidText(criterion) ?? saidText(raw);
    // A way without a condition is told by its place alone: the name in it may be the stage's new one.
    if (words !== null)
      way.criteria.push(criterion === null && target !== null ? { ...words, key: '' } : words);
    ways.set(place, way);
  }
  return ways;
}
