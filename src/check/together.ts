/**
 * One cause, one finding (SPEC §4): problems of one rule that share a cause are told at one place, the others are
 * related. Comments, edits and the comparison with a base work on the single places: one that is silenced does not
 * silence the others, and a place that comes to a known cause is new.
 */

import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { inOrder } from './stamp.ts';
import { worse } from './verdict.ts';

/** Entries that a message names beside its own; the others are counted. */
const mostNamed = 3;

/** Single findings, sorted, to findings of one cause each, sorted. The fingerprint of a cause does not say who cites. */
export function together(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  const told: Finding[] = [];
  for (const finding of findings) {
    if (finding.cause === undefined) told.push(finding);
    else {
      const key = `${finding.rule}\u0000${finding.cause.key}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [finding]);
      else group.push(finding);
    }
  }
  if (groups.size === 0) return findings;
  for (const group of groups.values()) told.push(oneOf(group));
  return inOrder(told);
}

/** The single findings that these were made of. */
export function apart(findings: readonly Finding[]): readonly Finding[] {
  return findings.some(({ places }) => places !== undefined)
    ? findings.flatMap((finding) => finding.places ?? [finding])
    : findings;
}

/** Told at the place that goes before all others. */
function oneOf(places: readonly Finding[]): Finding {
  let [first] = places as readonly [Finding];
  for (const place of places) if (goesBefore(place, first)) first = place;
  const others = places.filter((place) => place !== first);
  const related = [...first.related];
  const said = new Set(related.map(keyOf));
  for (const other of others) {
    const own = { message: other.cause?.here ?? other.message, span: other.span, edit: other.edit };
    for (const each of [own, ...other.related]) {
      if (said.has(keyOf(each)) || (each === own && isAt(first, other))) continue;
      said.add(keyOf(each));
      related.push(each);
    }
  }
  const key = first.cause?.key ?? '';
  const anywhere = { rule: first.rule, entry: '', field: null, span: first.span };
  return {
    ...first,
    message: first.message + alsoIn(first, others),
    related,
    places,
    fingerprint: fingerprintOf(anywhere, key),
  };
}

/** Worse, else newer, else the root of the others; otherwise the report's own order stands. */
function goesBefore(a: Finding, b: Finding): boolean {
  if (a.severity !== b.severity) return worse(a.severity, b.severity);
  if (a.state !== b.state) return a.state === 'new';
  return a.cause?.root === true && b.cause?.root !== true;
}

/** Two IDs of one range stand at one place. */
function isAt({ span: a }: Finding, { span: b }: Finding): boolean {
  return a.file === b.file && a.start === b.start;
}

function keyOf({ message, span }: Finding['related'][number]): string {
  return `${span.file}\u0000${span.start}\u0000${message}`;
}

/** ` Also in GTM-MOPS-002, BR-MOPS-004 and 3 more entries.` */
function alsoIn(first: Finding, others: readonly Finding[]): string {
  const names = new Set(others.map(({ entry, span }) => entry ?? span.file));
  names.delete(first.entry ?? first.span.file);
  if (names.size === 0) return '';
  const listed = [...names];
  if (listed.length <= mostNamed) {
    const last = listed.pop();
    return ` Also in ${listed.length === 0 ? last : `${listed.join(', ')} and ${last}`}.`;
  }
  const left = listed.length - (mostNamed - 1);
  return ` Also in ${listed.slice(0, mostNamed - 1).join(', ')} and ${left} more entries.`;
}
