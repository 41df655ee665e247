/**
 * One cause, one finding (SPEC §4): problems of one rule that share a cause are told at one place, the others are
 * related. Comments, edits and the comparison with a base work on the single places: one that is silenced does not
 * silence the others, and a place that comes to a known cause is new.
 */

import { listed } from '../language/listed.ts';
import { grouped } from '../lifecycle/grouped.ts';
import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { inReportOrder } from './stamp.ts';
import { worse } from './verdict.ts';

/** Entries that a message names beside its own; the others are counted. */
const mostNamed = 3;

/** Single findings, sorted, to findings of one cause each, sorted. The fingerprint of a cause does not say who cites. */
export function together(findings: readonly Finding[]): readonly Finding[] {
  const groups = grouped(
    findings.filter(({ cause }) => cause !== undefined),
    ({ rule, cause }) => `${rule}\u0000${cause?.key}`,
  );
  if (groups.size === 0) return findings;
  return inReportOrder([
    ...findings.filter(({ cause }) => cause === undefined),
    ...[...groups.values()].map(oneOf),
  ]);
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
  const all = [...names];
  if (all.length <= mostNamed) return ` Also in ${listed(all)}.`;
  const left = all.length - (mostNamed - 1);
  return ` Also in ${listed([...all.slice(0, mostNamed - 1), `${left} more entries`])}.`;
}
