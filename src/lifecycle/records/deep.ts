/** Deep-mode `BR-MOPS` entries: Segment-Routing and Scoring-Model (SPEC §2). */

import { firstArrow } from '../../language/arrow.ts';
import type { Entry, Text } from '../../sot/entry.ts';
import type { EntryFields } from '../fields.ts';
import type { Route, Routing, Scoring } from '../model.ts';
import { slice } from '../span.ts';
import { transitionSides } from '../targets.ts';
import { filled, itemsOf, type Knowledge, readRecord } from './record.ts';

/** Reads a routing table. */
export function readRouting(entry: Entry, read: EntryFields, know: Knowledge): Routing {
  const appliesTo = filled(read.fields, 'applies-to');
  const sides = appliesTo === null ? null : transitionSides(appliesTo);
  return {
    ...readRecord(entry, read, know),
    dimension: filled(read.fields, 'dimension'),
    appliesTo,
    fromTarget: sides === null ? null : know.targets.of(sides.from.text),
    toTarget: sides === null ? null : know.targets.of(sides.to.text),
    routes: itemsOf(read.fields, 'routes').map((item) => readRoute(item, know)),
  };
}

/** `1–49 → BDR: 1 business day`: who gets the segment, and how fast. */
function readRoute(raw: Text, know: Knowledge): Route {
  const arrow = firstArrow(raw.text);
  const segment = (arrow === null ? raw.text : raw.text.slice(0, arrow.start)).trim();
  const after = arrow === null ? '' : raw.text.slice(arrow.end);
  const rest =
    arrow === null ? null : slice(raw, raw.text.length - after.trimStart().length, raw.text.length);
  const colon = rest?.text.indexOf(':') ?? -1;
  const ownerText = rest === null ? null : colon < 0 ? rest : slice(rest, 0, colon);
  const owner = ownerText === null || ownerText.text.trim() === '' ? null : know.roles.owner(ownerText);
  const lead =
    rest === null || colon < 0 ? 0 : colon + 1 + (/^\s*/.exec(rest.text.slice(colon + 1))?.[0].length ?? 0);
  const limit =
    rest === null || colon < 0 || lead >= rest.text.length ? null : slice(rest, lead, rest.text.length);
  return {
    raw,
    segment,
    range: rangeOf(segment),
    otherwise:
      /^(?:otherwise|other|others|else|all others?|everyone else|everything else|rest|default)$/i.test(
        segment,
      ),
    unknown: unknownSize.test(segment),
    owner,
    sla: limit === null ? null : know.limits.read(limit, owner),
  };
}

/** `1–49`, `500+`, `<50`, `≥ 500`, `up to 49`; thousands may be grouped; null for words. */
export function rangeOf(segment: string): Route['range'] {
  const text = segment
    .replace(/(\d)[,_ ](?=\d{3}\b)/g, '$1')
    .replace(/\b(?:employees|people|seats|users|fte|staff)\b/gi, '')
    .trim();
  const between = /^\$?(\d+)\s*(?:[-\u2010-\u2015]|to|\.\.)\s*\$?(\d+)$/i.exec(text);
  if (between !== null) return { min: Number(between[1]), max: Number(between[2]) };
  const open =
    /^\$?(\d+)\s*(?:\+|or more|and more|and above|and up)$/i.exec(text) ??
    /^(?:≥|>=|from|at least)\s*\$?(\d+)$/i.exec(text);
  if (open !== null) return { min: Number(open[1]), max: Number.POSITIVE_INFINITY };
  const above = /^(?:>|over|more than|above)\s*\$?(\d+)$/i.exec(text);
  if (above !== null) return { min: Number(above[1]) + 1, max: Number.POSITIVE_INFINITY };
  const below = /^(?:<|under|below|less than|fewer than)\s*\$?(\d+)$/i.exec(text);
  if (below !== null) return { min: 0, max: Number(below[1]) - 1 };
  const upTo = /^(?:≤|<=|up to|at most)\s*\$?(\d+)$/i.exec(text);
  if (upTo !== null) return { min: 0, max: Number(upTo[1]) };
  const single = /^\$?(\d+)$/.exec(text);
  return single === null ? null : { min: Number(single[1]), max: Number(single[1]) };
}

/** Reads a scoring model: points by signal, the score each stage needs, and decay. */
export function readScoring(entry: Entry, read: EntryFields, know: Knowledge): Scoring {
  return {
    ...readRecord(entry, read, know),
    signals: itemsOf(read.fields, 'signals').map((raw) => {
      const { name, points } = scored(raw.text);
      return { raw, name, points };
    }),
    thresholds: itemsOf(read.fields, 'thresholds').map((raw) => {
      const { name, points } = thresholdIn(raw.text);
      return { raw, stage: name, target: know.targets.of(name), points };
    }),
    decay: filled(read.fields, 'decay'),
  };
}

/** The route of leads about which nothing is known: `No size known`, `size unknown`, `missing`. */
const unknownSize =
  /^(?:unknown|missing|blank|empty|not known|no data)\b|\b(?:unknown|not known|missing|blank)$|^no \S+(?: \S+)? (?:known|given|data)$/i;

/**
 * The score a stage needs: `MQL: 50`, `MQL: ≥ 50`, `SQL: 80+`, `MQL: 50–79` (its lower end), `MQL: 50/100`. Grades
 * (`A1, A2`) and sums (`fit 50 and engagement 30`) are no single score: points null.
 */
function thresholdIn(text: string): { name: string; points: number | null } {
  const parted = /^([^:=→≥>]{1,80}?)\s*(?::|=|→|(?=≥|>))\s*(.*)$/.exec(text);
  if (parted?.[1] === undefined || parted[2] === undefined) return scored(text);
  const score =
    /^(≥|>=|>|from|at least|score of)?\s*\+?(\d{1,6})\s*(?:(?:[\u2010-\u2015-]|to)\s*\d{1,6}|\/\s*\d{1,6}|\+|or more|or higher|and above|and up)?\s*(?:points?|pts?)?(?:\s*(?:or more|or higher|and above|and up))?\.?$/i.exec(
      parted[2].trim(),
    );
  const points = score?.[2] === undefined ? null : Number(score[2]) + (score[1] === '>' ? 1 : 0);
  return { name: parted[1].trim(), points };
}

/** `Demo request form: +40` gives the name and 40; a line without a number has points null. */
function scored(text: string): { name: string; points: number | null } {
  const match = /[:=→]?\s*([+\u2212\u2013-]?\s*\d{1,6})\s*(?:points?|pts?)?\.?$/i.exec(text);
  if (match?.[1] === undefined || match.index === 0) return { name: text.trim(), points: null };
  const points = Number(match[1].replace(/\s/g, '').replace(/[\u2212\u2013]/, '-'));
  return {
    name: text
      .slice(0, match.index)
      .replace(/\s*(?:≥|>=|:|=|→)\s*$/, '')
      .trim(),
    points,
  };
}
