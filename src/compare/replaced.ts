/** One word in place of another, wherever it stood: a role, a place or a term that is called otherwise now. */

import { escaped } from '../language/escaped.ts';
import { foldRole } from '../language/fold.ts';
import { sinkOf } from '../language/sinks.ts';
import type { Model } from '../lifecycle/model.ts';
import { isLiving } from '../lifecycle/standing.ts';
import type { Change, Replaced } from './change.ts';
import { foldSaid } from './said.ts';

/** Words of a phrase that may be called otherwise; longer ones are sentences that were written anew. */
const mostWords = 4;
/** Phrases that are looked for in all entries: the most frequent. */
const mostPhrases = 12;
/** Words beside a phrase that make it another one: the "form" of "demo request form" is not every form. */
const mostBeside = 2;

/**
 * The changes, each with the words that were replaced in it where the same were replaced in several. A name (of a role,
 * a stage, a place) is called otherwise only where the old one stands in no entry any more and the new one stood in
 * none; else somebody or somewhere else is meant. A number is never a word.
 */
export function withReplaced(changes: readonly Change[], base: Model, head: Model): readonly Change[] {
  const counts = new Map<string, { readonly pair: Replaced; count: number }>();
  for (const change of changes)
    for (const pair of pairsOf(change)) {
      const key = `${pair.old}\u0000${pair.now}`;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { pair, count: 1 });
    }
  const several = [...counts.values()]
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || a.pair.old.length - b.pair.old.length)
    .slice(0, mostPhrases);
  if (several.length === 0) return changes;
  const named = several.some(({ pair }) => isName(pair, base, head));
  const [before, after] = named ? [wordsOfEntries(base), wordsOfEntries(head)] : ['', ''];
  const renamings = several
    .map(({ pair }) => pair)
    .filter(
      (pair) =>
        !isName(pair, base, head) ||
        (!holds(after, pair.old) && !holds(before, pair.now) && !twoThings(base, head, pair)),
    );
  return changes.map((change) => {
    const replaced = renamings.find((pair) => explains(pair, change));
    return replaced === undefined ? change : { ...change, replaced };
  });
}

/** The part in which both sides differ, alone and with the words beside it. */
function pairsOf({ what, before, after }: Change): readonly Replaced[] {
  if (before === null || after === null || what === 'renumbered' || what === 'status') return [];
  const [old, now] = [foldSaid(before).split(' '), foldSaid(after).split(' ')];
  let start = 0;
  while (start < Math.min(old.length, now.length) && same(old[start], now[start])) start += 1;
  let [end, other] = [old.length, now.length];
  while (end > start && same(old[end - 1], now[other - 1])) [end, other] = [end - 1, other - 1];
  const pairs: Replaced[] = [];
  for (let left = 0; left <= mostBeside && start - left >= 0; left++) {
    const [was, is] = [old.slice(start - left, end), now.slice(start - left, other)].map(phrase) as [
      string,
      string,
    ];
    if (was === '' || is === '' || /\d/.test(was + is)) return pairs;
    if (was.split(' ').length <= mostWords && is.split(' ').length <= mostWords)
      pairs.push({ old: was, now: is });
  }
  return pairs;
}

function same(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

/** Words without the signs around them: "budget," is "budget". */
function phrase(words: readonly string[]): string {
  return words.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function explains({ old, now }: Replaced, { before, after }: Change): boolean {
  if (before === null || after === null) return false;
  return (
    foldSaid(before)
      .toLowerCase()
      .replace(within(old), () => now.toLowerCase()) === foldSaid(after).toLowerCase()
  );
}

function within(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(words.toLowerCase())}(?![\\p{L}\\p{N}])`, 'gu');
}

function holds(text: string, words: string): boolean {
  return text.includes(words.toLowerCase()) && within(words).test(text);
}

/** All living entries in one text; links to IDs are no words. */
function wordsOfEntries(model: Model): string {
  const texts = new Map(model.repository.files.map(({ path, text }) => [path, text]));
  const parts: string[] = [];
  for (const { entry } of [...model.records.values()].flat().filter(isLiving)) {
    parts.push(texts.get(entry.span.file)?.slice(entry.span.start, entry.span.end) ?? '');
  }
  return foldSaid(parts.join('\n')).toLowerCase();
}

/** Whether one of them is what the lifecycle has a name for. */
function isName({ old, now }: Replaced, base: Model, head: Model): boolean {
  return [old, now].some(
    (words) =>
      sinkOf(words) !== null ||
      [base, head].some(
        (model) => model.roles.find(words) !== null || model.stageNames.exact(words) !== null,
      ),
  );
}

/** Two usual roles, or two places: one in place of the other is another meaning. A role that the team made its own is a new name. */
function twoThings(base: Model, head: Model, { old, now }: Replaced): boolean {
  const [place, other] = [sinkOf(old), sinkOf(now)];
  if (place !== null && other !== null && place !== other) return true;
  if (Object.keys(head.config.roles).some((role) => foldRole(role) === foldRole(now))) return false;
  const [role, next] = [base.roles.find(old), base.roles.find(now)];
  return role !== null && next !== null && role !== next;
}
