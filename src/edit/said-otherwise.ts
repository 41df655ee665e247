/**
 * Where the entries say a stage's name in other capitals: in the fields that take a name, alone or behind an arrow or "to"
 * where a line says the way, and an abbreviation anywhere in an entry of the lifecycle. These are read as the stage, so they
 * follow its name; the same letters in prose are words.
 */

import { arrowPattern } from '../language/arrow.ts';
import { grouped } from '../lifecycle/grouped.ts';
import type { Model } from '../lifecycle/model.ts';
import type { Span, Text } from '../sot/entry.ts';
import { type Haystack, type Search, type Stretch, stretchesOf } from './mentions.ts';
import { finder } from './zones.ts';

interface Zone extends Stretch {
  /** `name`: what stands there is a name; `way`: one does alone or behind an arrow; `entry`: an abbreviation is one. */
  readonly kind: 'name' | 'way' | 'entry';
}

const pointing = new RegExp(`(?:${arrowPattern}|\\b(?:to|into|as)(?: the)?)[\\s"'*_“]*$`, 'iu');

/** For each text the places of the name in other capitals or in the plural that mean the stage. */
export function saidOtherwise(
  model: Model,
  search: Search,
): (text: Haystack, exact: readonly Stretch[]) => readonly Stretch[] {
  const zones = grouped(zonesIn(model), ({ file }) => file);
  const short = /^\p{Lu}{2,5}$/u.test(search.old);
  return ({ path, text }, exact) => {
    const here = zones.get(path);
    if (here === undefined) return [];
    const around = finder([...here].sort((a, b) => a.from - b.from || b.to - a.to));
    const taken = new Set(exact.map(({ from }) => from));
    return [search.old, pluralOf(search.old)]
      .flatMap((old) => stretchesOf(text, { ...search, old, anyCase: true }))
      .sort((a, b) => a.from - b.from)
      .filter(({ from, to }) => {
        if (taken.has(from)) return false;
        const kinds = around(from);
        const plainWord = to - from > search.old.length;
        return kinds.some(
          ({ kind, ...zone }) =>
            kind === 'name' ||
            (kind === 'way' && zone.from === from && zone.to === to) ||
            (kind === 'entry' && short && !plainWord) ||
            (kind === 'way' && !plainWord && pointing.test(text.slice(Math.max(0, from - 30), from))),
        );
      });
  };
}

/** As a name in a field may stand: `From: MQLs`. */
function pluralOf(name: string): string {
  return /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}

function zonesIn(model: Model): readonly (Zone & { readonly file: string })[] {
  const zone =
    (kind: Zone['kind']) =>
    (span: Span): Zone & { readonly file: string } => ({
      kind,
      file: span.file,
      from: span.start,
      to: span.end,
    });
  const { stages, handoffs, routings, scorings, monitors, kpis } = model;
  const names: readonly (Text | null)[] = [
    ...stages.flatMap(({ nameText, titleName, progression }) => [
      nameText,
      titleName,
      ...progression.map(({ to }) => to),
    ]),
    ...handoffs.flatMap(({ from, to, titleFrom, titleTo }) => [from, to, titleFrom, titleTo]),
    ...routings.map(({ appliesTo }) => appliesTo),
  ];
  const ways = [
    ...stages.flatMap(({ disqualification }) => disqualification.map(({ raw }) => raw.span)),
    ...handoffs.flatMap(({ rejection: { routing } }) =>
      routing === null ? [] : [routing.span, ...routing.items.map(({ span }) => span)],
    ),
    ...scorings.flatMap(({ thresholds }) => thresholds.map(({ raw }) => raw.span)),
  ];
  const entries = [...stages, ...handoffs, ...routings, ...scorings, ...monitors, ...kpis];
  return [
    ...names.flatMap((text) => (text === null ? [] : [zone('name')(text.span)])),
    ...ways.map(zone('way')),
    ...entries.map(({ entry }) => zone('entry')(entry.span)),
  ];
}
