import type { Stage } from '../lifecycle/model.ts';
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
      ...compareOne(subject, 'sla', 'SLA', saidSla(base.sla), saidSla(head.sla)),
      ...compareOne(
        subject,
        'escalation',
        'escalation',
        saidEscalation(base.escalation),
        saidEscalation(head.escalation),
      ),
    ],
  };
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
