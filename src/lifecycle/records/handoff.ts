/** `GTM-MOPS` entries. */

import { saysNothing } from '../../language/nothing.ts';
import { numberPattern, oftenPattern, ordinalPattern } from '../../language/numbers.ts';
import { kindWords } from '../../language/tables/kind-words.ts';
import { ownerLabels } from '../../language/tables/likely-labels.ts';
import type { Entry, Text } from '../../sot/entry.ts';
import type { EntryFields } from '../fields.ts';
import { leftoverIn } from '../leftovers.ts';
import type { Field, FieldName, Handoff, Owner, Rejection, Target } from '../model.ts';
import { titleRest, transitionSides } from '../sides.ts';
import { slice } from '../span.ts';
import { placeName } from '../target-stages.ts';
import { unknownRoutes } from '../ways-out.ts';
import { readReasons } from './reasons.ts';
import { filled, type Knowledge, readRecord } from './record.ts';

const titleWords = kindWords('handoff');

/** Reads a handoff with everything the rules ask of it. */
export function readHandoff(entry: Entry, read: EntryFields, know: Knowledge): Handoff {
  const { fields } = read;
  const rest = titleRest(entry, titleWords) ?? entry.title;
  const sides = leftoverIn(null, rest.text) === null ? transitionSides(rest) : null;
  const titleTo = sides === null ? null : stripSegment(sides.to);
  const both = transitionIn(fields, sides !== null, know);
  const from = side(fields.get('from'), both?.from ?? null, sides?.from ?? null, know);
  const to = side(fields.get('to'), both?.to ?? null, titleTo, know);
  return {
    ...readRecord(entry, read, know),
    from: from.name,
    to: to.name,
    fromTarget: from.target,
    toTarget: to.target,
    titleFrom: sides?.from ?? null,
    titleTo,
    fromOwner: from.owner,
    toOwner: to.owner,
    segment: filled(fields, 'segment') ?? (sides === null ? null : segmentBehind(sides.to)),
    trigger: fields.get('trigger') ?? null,
    payload: {
      source: fields.get('payload.source') ?? null,
      touchpointHistory: fields.get('payload.touchpointHistory') ?? null,
      bestFitSignals: fields.get('payload.bestFitSignals') ?? null,
      disqualifiers: fields.get('payload.disqualifiers') ?? null,
      openQuestions: fields.get('payload.openQuestions') ?? null,
    },
    payloadField: fields.get('payload') ?? null,
    rejection: readRejection(entry, fields, know),
    sla: know.limits.sla(fields, to.owner),
    escalation: know.limits.escalation(fields),
    clocks: know.limits.clocks(fields, to.owner),
  };
}

/** The owner behind a stage: `(owner: BDR)`, `, owner BDR`, `(Verantwortlich: BDR)`. */
const ownerLabel = `(?:owner\\b|(?:${ownerLabels.join('|')})\\s*:)`;
const ownerBehind = new RegExp(`\\(\\s*${ownerLabel}|[,;] ?${ownerLabel}| [—–-] ${ownerLabel}`, 'iu');
const ownerWord = new RegExp(`^[(,;—–\\s-]+${ownerLabel}\\s*:?\\s*`, 'iu');

interface Side {
  readonly name: Text | null;
  readonly target: Target | null;
  readonly owner: Owner | null;
}

/** `Transition: MQL → SQL`: both sides in one field. Where the title has them too, only stages count, not `BDR → AE`. */
function transitionIn(
  fields: ReadonlyMap<FieldName, Field>,
  titled: boolean,
  know: Knowledge,
): ReturnType<typeof transitionSides> {
  const value = filled(fields, 'transition');
  const both = value === null ? null : transitionSides(value);
  if (both === null) return null;
  const isPlace = ({ text }: Text) => know.targets.of(text).kind !== 'unknown';
  return titled && !isPlace(both.from) && !isPlace(both.to) ? null : both;
}

/**
 * `From: MQL (owner: BDR)` or `From: MQL, owner: BDR`: the stage and who owns it. Where the field is missing, the
 * stage that the transition, or else the title names stands in.
 */
function side(
  field: Field | undefined,
  inTransition: Text | null,
  inTitle: Text | null,
  know: Knowledge,
): Side {
  const own = field?.leftover === true ? null : (field?.value ?? field?.items[0] ?? null);
  const value = own ?? inTransition;
  if (value === null) {
    const target = inTitle === null ? null : know.targets.of(inTitle.text);
    return target === null || target.kind === 'unknown'
      ? { name: null, target: null, owner: null }
      : { name: inTitle, target, owner: null };
  }
  const apart = sideInFields(field, know) ?? sideInParts(value, know);
  if (apart !== null) return apart;
  const open = value.text.search(ownerBehind);
  const name = open < 0 ? value : slice(value, 0, value.text.slice(0, open).trimEnd().length);
  const owner = open < 0 ? null : ownerIn(value, open, know);
  return { name, target: know.targets.of(name.text), owner };
}

/** `From:` with `Stage: MQL` and `Owner: BDR` below it. */
function sideInFields(field: Field | undefined, know: Knowledge): Side | null {
  const parts = new Map<string, Text>();
  for (const item of field?.items ?? []) {
    const label = /^(stage|owner)\s*[:=]\s*/i.exec(item.text);
    if (label?.[1] !== undefined)
      parts.set(label[1].toLowerCase(), slice(item, label[0].length, item.text.length));
  }
  const name = parts.get('stage');
  const owner = parts.get('owner');
  if (name === undefined) return null;
  return {
    name,
    target: know.targets.of(name.text),
    owner: owner === undefined ? null : know.roles.owner(owner),
  };
}

/** `MQL / BDR`, `MQL — BDR`, `MQL, BDR`: two parts of which one is a stage and the other a role. */
function sideInParts(value: Text, know: Knowledge): Side | null {
  if (know.targets.names.exact(value.text) !== null) return null;
  const joint = /\s*[/|,;]\s*|\s+[—–-]\s+|\s+(?:owned by|owner:?|@)\s+/i.exec(value.text);
  if (joint === null) return null;
  const parts = [
    slice(value, 0, joint.index),
    slice(value, joint.index + joint[0].length, value.text.length),
  ];
  const name = parts.find(({ text }) => know.targets.names.exact(text) !== null);
  const owner = parts.find((part) => part !== name && know.roles.owner(part).kind === 'role');
  if (name === undefined || owner === undefined) return null;
  return { name, target: know.targets.of(name.text), owner: know.roles.owner(owner) };
}

function ownerIn(value: Text, open: number, know: Knowledge): Owner | null {
  const lead = ownerWord.exec(value.text.slice(open))?.[0].length ?? 1;
  const close = value.text[open] === '(' ? value.text.lastIndexOf(')') : -1;
  const end = close > open + lead ? close : value.text.length;
  const words = value.text.slice(open + lead, end);
  if (words.trim() === '' || /^(?:\.{3}|…)$/.test(words.trim())) return null;
  return know.roles.owner(slice(value, open + lead, open + lead + words.trimEnd().length));
}

/** "SQL (EMEA)" in a title names a segment; one in the Segment field wins. */
function segmentBehind(to: Text): Text | null {
  const match = /\(([^()]+)\)\s*$/.exec(to.text);
  if (match?.[1] === undefined || /owner/i.test(match[1])) return null;
  return slice(to, match.index + 1, match.index + 1 + match[1].length);
}

function stripSegment(to: Text): Text {
  const match = /\s*\([^()]+\)\s*$/.exec(to.text);
  return match === null ? to : slice(to, 0, match.index);
}

const limitWords = new RegExp(
  [
    String.raw`\b(?:at most|max(?:imum)?(?: of)?|up to|no more than|limit(?:ed)?(?: to)?:?)\s+(?:\d{1,3}|${numberPattern}|${oftenPattern})\b(?:\s+(?:times?|returns?|attempts?|rounds?|rejections?|loops?|re-?engagements?))?`,
    String.raw`(?<!\bat )\bonce\b(?=\s*(?:only\b|more\b|per\b|$|[.,;)]))(?:\s+only)?`,
    String.raw`\b(?:(?!once)(?:${oftenPattern})|(?:${numberPattern}) times?)\b(?:\s+only)?`,
    String.raw`\b(?:\d{1,2}|(?!first)(?:${ordinalPattern}))\s+(?:rejections?|returns?|time)\b`,
  ].join('|'),
  'i',
);

function readRejection(entry: Entry, fields: ReadonlyMap<FieldName, Field>, know: Knowledge): Rejection {
  const field = fields.get('rejection') ?? null;
  const routing = fields.get('rejection.routing') ?? null;
  const reengagement = fields.get('rejection.reengagement') ?? null;
  const routed = routing ?? (field !== null && field.value !== null ? field : null);
  const said =
    routed === null
      ? []
      : routed.items.length > 0
        ? routed.items
        : routed.value === null
          ? []
          : [routed.value];
  const texts = said.filter(({ text }) => !saysNothing(text));
  const targets: Target[] = [];
  for (const text of texts) {
    for (const target of know.targets.within(text.text, true)) {
      if (!targets.some((known) => placeName(known) === placeName(target))) targets.push(target);
    }
  }
  const condition = fields.get('rejection.condition') ?? null;
  const reasons = readReasons(entry, { field, condition, routing: routed, reengagement }, (text) =>
    know.targets.within(text, true),
  );
  return {
    field,
    condition,
    routing: routed,
    targets: targets.length === 0 && texts[0] !== undefined ? [know.targets.of(texts[0].text)] : targets,
    reengagement,
    reasons,
    unknownPlaces: unknownRoutes(texts, reasons, know),
    limit: limitIn([fields.get('rejection.limit'), reengagement, routing, field]),
  };
}

function limitIn(candidates: readonly (Field | null | undefined)[]): Text | null {
  for (const field of candidates) {
    if (field === null || field === undefined || field.leftover) continue;
    if (field.name === 'rejection.limit' && field.value !== null) return field.value;
    for (const text of field.items) {
      const match = limitWords.exec(text.text);
      if (match !== null) return slice(text, match.index, match.index + match[0].length);
    }
  }
  return null;
}
