/** Reads the lines by which leads leave a stage: each ground with every place it leads to, known or not. */

import { arrowPattern, firstArrow, lastArrow } from '../language/arrow.ts';
import { type Pointed, placesBeside, placesPointedAt } from '../language/pointing.ts';
import type { Text } from '../sot/entry.ts';
import { eachWay } from './each-way.ts';
import type { Disqualification, Progression, Reason, Target, UnknownPlace } from './model.ts';
import { reasonOfLine } from './records/reasons.ts';
import type { Roles } from './roles.ts';
import { slice } from './span.ts';
import type { Targets } from './targets.ts';

/** What tells the names of a lifecycle from names that nobody knows. */
interface Known {
  readonly targets: Targets;
  readonly roles: Roles;
}

/** The ways out of one line: "Competitor → Disqualified; no budget → Nurture" is two. */
export function readDisqualifications(raw: Text, know: Known): readonly Disqualification[] {
  return eachWay(raw, know.targets)
    .flatMap((way) => grounds(way))
    .flatMap((ground) => unjoined(ground, know))
    .map((ground): Disqualification => {
      const places = placesOf(ground, know);
      return { raw: ground, targets: places, reason: reasonOfLine(ground, places) };
    });
}

function placesOf(ground: Text, know: Known): readonly Target[] {
  const { text } = ground;
  const last = lastArrow(text);
  const atEnd = know.targets.within(last < 0 ? text : text.slice(last));
  // "Competitor → Disqualified → tag it": what is done with the lead stands behind the place.
  const first = firstArrow(text)?.start ?? 0;
  const named = atEnd.length > 0 || first === last ? atEnd : know.targets.within(text.slice(first));
  // "→ Customer success" are people, whatever stage has a part of their name.
  if (last >= 0 && namesPeople(text.slice(last), know)) return [];
  // "To Graveyard: competitor" points somewhere, known or not.
  const head = named.length > 0 ? undefined : /^to\s+([^:]{1,60}?)\s*:/i.exec(text)?.[1];
  if (head !== undefined) return [know.targets.of(head)];
  return [...named, ...unknownPlaces(text, know).map(({ name }) => know.targets.of(name))];
}

/** Whether a role alone stands behind an arrow. */
function namesPeople(pointer: string, { roles, targets }: Known): boolean {
  const [name = ''] = pointer.replace(/^[^\p{L}]+/u, '').split(/\s*(?:[,;:(]|\.(?=\s|$)|\s[–—-]\s)/);
  return roles.find(name) !== null && targets.names.exact(name) === null;
}

/** A line forward that names no stage, with the place it points at that nobody knows: "No budget → Graveyard". */
export function orUnknownPlace(line: Progression, know: Known): Progression {
  if (line.to !== null) return line;
  const [place, another] = unknownPlaces(line.raw.text, know);
  if (place === undefined || another !== undefined) return line;
  return { ...line, to: slice(line.raw, place.start, place.end), target: know.targets.of(place.name) };
}

/** The places that a line points at and that are no stage, no place of the table or the config, and no team. */
export function unknownPlaces(text: string, know: Known): readonly Pointed[] {
  return placesPointedAt(text).filter(({ name }) => isUnknownPlace(name, know));
}

/** The same for a rejection rule: in the routes of its grounds, and side by side in a route for all of them. */
export function unknownRoutes(
  routing: readonly Text[],
  reasons: readonly Reason[],
  know: Known,
): readonly UnknownPlace[] {
  const found = new Map<string, UnknownPlace>();
  const add = (name: string, at: Text, reason: Text | null) => {
    if (isUnknownPlace(name, know) && !found.has(name)) found.set(name, { name, at, reason });
  };
  const all = new Set(routing.map(({ text }) => text));
  for (const { text, route } of reasons)
    if (route !== null && !all.has(route)) for (const { name } of placesIn(route)) add(name, text, text);
  for (const text of routing)
    if ((firstArrow(text.text)?.start ?? 0) === 0)
      for (const { name, start, end } of placesIn(text.text)) add(name, slice(text, start, end), null);
  return [...found.values()];
}

function placesIn(route: string): readonly Pointed[] {
  return [...placesBeside(route), ...placesPointedAt(route)];
}

/** Whether a name is nobody's: no stage or place, and no role or team to whose stage a lead may go. */
function isUnknownPlace(name: string, { targets, roles }: Known): boolean {
  return targets.within(name, true).length === 0 && !roles.isPeople(name);
}

const joint = /;|,/g;
/** Behind these the same leads go on; "otherwise" speaks of others. */
const onlyAJoint = /^\s*(?:and|or|then|finally)?[\s,]*$/i;
const arrowAhead = new RegExp(`^([^,;]*?)(?:${arrowPattern})`, 'u');

/** `too small → Nurture Competitor → Disqualified`: two lines that an editor put on one, parted behind the first place. */
function unjoined(raw: Text, know: Known): readonly Text[] {
  const { text } = raw;
  const arrow = firstArrow(text);
  if (arrow === null || lastArrow(text) <= arrow.end) return [raw];
  for (const { index } of text.slice(arrow.end).matchAll(/[ \t]+(?=\p{Lu}\p{Ll})/gu)) {
    const at = arrow.end + index;
    const name = text.slice(arrow.end, at).trim();
    if (name === '' || know.targets.names.exact(name) === null || lastArrow(text) < at) continue;
    const rest = slice(raw, at + (/^[ \t]+/.exec(text.slice(at))?.[0].length ?? 0), text.length);
    return [slice(raw, 0, at), ...unjoined(rest, know)];
  }
  return [raw];
}

/** The parts of a line that have an arrow of their own; the whole line where it has one arrow or none. */
function grounds(raw: Text): readonly Text[] {
  const { text } = raw;
  const parts: Text[] = [];
  let from = 0;
  for (const { index } of text.matchAll(joint)) {
    if (lastArrow(text.slice(from, index)) < 0) continue;
    const next = arrowAhead.exec(text.slice(index + 1))?.[1];
    if (next === undefined || onlyAJoint.test(next)) continue;
    parts.push(slice(raw, from, index));
    from = index + 1 + (next.length - next.trimStart().length);
  }
  return [...parts, slice(raw, from, text.length)];
}
