/** `BR-MOPS` entries of Type Lifecycle-Stage. */

import { saysBothWays, saysLeaving } from '../../language/leaving.ts';
import { saysNothing } from '../../language/nothing.ts';
import { kindWords } from '../../language/tables/kind-words.ts';
import { staysPut } from '../../language/way.ts';
import type { Entry, Text } from '../../sot/entry.ts';
import { eachWay } from '../each-way.ts';
import type { EntryFields } from '../fields.ts';
import type { FreshStage } from '../graph.ts';
import { leftoverIn } from '../leftovers.ts';
import type { Disqualification, Field, FieldName, Progression } from '../model.ts';
import { titleRest } from '../sides.ts';
import type { StageNames } from '../stage-names.ts';
import { orUnknownPlace, readDisqualifications } from '../ways-out.ts';
import { filled, itemsOf, type Knowledge, readRecord } from './record.ts';

const titleWords = kindWords('stage');

/** The stage's name by its field and by its title, before anything else of it is read. */
export function stageNameOf(
  entry: Entry,
  fields: ReadonlyMap<FieldName, Field>,
): { name: string; nameText: Text | null; titleName: Text | null } {
  const inTitle = titleRest(entry, titleWords);
  const plain =
    inTitle === null && entry.title.text !== '' && !titleWords.test(`${entry.title.text} `)
      ? entry.title
      : inTitle;
  const titleName = plain !== null && leftoverIn(null, plain.text) === null ? plain : null;
  const nameText = filled(fields, 'stage');
  return { name: (nameText ?? titleName)?.text.trim() ?? '', nameText, titleName };
}

/** Reads a stage with everything the rules ask of it. `final` is settled later, when all stages are known. */
export function readStage(entry: Entry, read: EntryFields, know: Knowledge, names: StageNames): FreshStage {
  const { fields } = read;
  const { name, nameText, titleName } = stageNameOf(entry, fields);
  const ownerText = filled(fields, 'owner');
  const owner = ownerText === null ? null : know.roles.owner(ownerText);
  const orderText = filled(fields, 'order');
  const exits = readExits(fields, know);
  return {
    ...readRecord(entry, read, know),
    name,
    nameText,
    titleName,
    canonical: names.canonical(name),
    sink: names.sink(name),
    order: orderOf(orderText?.text ?? ''),
    orderText,
    entryCriteria: unlessLeftover(itemsOf(fields, 'entry')),
    ...exits,
    owner,
    sla: know.limits.sla(fields, owner),
    escalation: know.limits.escalation(fields),
    clocks: know.limits.clocks(fields, owner),
    cadence: filled(fields, 'cadence'),
    final: false,
  };
}

/** `2`, `#2`, `2.` and `2 of 5`; null for words, ranges and fractions. */
function orderOf(text: string): number | null {
  const number = /^#?(\d{1,4})\.?(?:$|\s*\/\s*\d+$|\s+of\s+\d+$)/i.exec(text.trim())?.[1];
  return number === undefined ? null : Number(number);
}

function unlessLeftover(items: readonly Text[]): readonly Text[] {
  return items.filter((item) => leftoverIn(null, item.text) === null);
}

interface Exits {
  readonly progression: readonly Progression[];
  readonly disqualification: readonly Disqualification[];
  readonly mixedExits: readonly Text[];
}

/**
 * Sorts exit lines. Under the template's two headings a line is what its heading says, except one that says both
 * ways; under a bare "Exit criteria" a line is sorted by where it sends the lead. A line that keeps the lead is no exit.
 */
function readExits(fields: ReadonlyMap<FieldName, Field>, know: Knowledge): Exits {
  const { targets } = know;
  const progression: Progression[] = [];
  const disqualification: Disqualification[] = [];
  const mixedExits: Text[] = [];
  const ways = (name: 'progression' | 'exit') =>
    unlessLeftover(itemsOf(fields, name)).flatMap((item) => eachWay(item, targets));
  for (const item of ways('progression')) {
    if (saysNothing(item.text) || staysPut(item.text)) continue;
    if (saysBothWays(item.text)) mixedExits.push(item);
    else progression.push(orUnknownPlace(targets.progression(item), know));
  }
  for (const item of unlessLeftover(itemsOf(fields, 'disqualification'))) {
    if (!saysNothing(item.text)) disqualification.push(...readDisqualifications(item, know));
  }
  for (const item of ways('exit')) {
    if (saysNothing(item.text) || staysPut(item.text)) continue;
    if (saysBothWays(item.text)) mixedExits.push(item);
    else if (leavesTheLifecycle(item, know)) disqualification.push(...readDisqualifications(item, know));
    else progression.push(orUnknownPlace(targets.progression(item), know));
  }
  return { progression, disqualification, mixedExits };
}

function leavesTheLifecycle(item: Text, know: Knowledge): boolean {
  const forward = know.targets.progression(item).target;
  if (forward !== null) return forward.kind === 'sink';
  if (readDisqualifications(item, know).some((way) => way.targets.some(({ kind }) => kind === 'sink')))
    return true;
  return saysLeaving(item.text);
}
