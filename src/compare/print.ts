import { escapeMarkdown } from '../untrusted/markdown.ts';
import { jsonText, plainText, shorten } from '../untrusted/plain-text.ts';
import type { Change } from './change.ts';
import { sameChanges, type Told } from './together.ts';
import { changedWords } from './words.ts';

/** One cause a line, safe on a terminal, changed words in marks; one line that says so when nothing changed. */
export function changesAsText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'The lifecycle means the same.\n';
  return sameChanges(changes)
    .map((told) => {
      const fact = marked(told, { gone: (words) => `[-${words}-]`, come: (words) => `{+${words}+}` });
      return `${plainText(`${told.about}: ${fact ?? told.fact}`)}\n`;
    })
    .join('');
}

interface Marks {
  readonly gone: (words: string) => string;
  readonly come: (words: string) => string;
  readonly kept?: (words: string) => string;
}

/** The fact with its long sentence once and the changed words marked; null where both sides are better read whole. */
function marked(
  { fact, before, after }: Told,
  { gone, come, kept = (words) => words }: Marks,
): string | null {
  if (before === null || after === null) return null;
  const sides = [`${before} → ${after}`, `“${before}” → “${after}”`].find((both) => fact.includes(both));
  const runs = sides === undefined ? null : changedWords(before, after);
  if (sides === undefined || runs === null) return null;
  const at = fact.indexOf(sides);
  const words = runs
    .map(({ kind, text }) => {
      if (kind === 'kept') return kept(text);
      const blank = text.startsWith(' ') ? ' ' : '';
      return `${blank}${(kind === 'gone' ? gone : come)(text.trim())}`;
    })
    .join('');
  return `${kept(fact.slice(0, at))}${words}${kept(fact.slice(at + sides.length))}`;
}

/** Characters of one change in Markdown; what is longer stands in the entry. */
const longest = 400;

/**
 * A list with an item a change, the subject in bold: Markdown that GitHub renders as text. Empty when nothing
 * changed.
 *
 * @param most list at most so many and count the rest
 */
export function changesAsMarkdown(changes: readonly Change[], most = Number.POSITIVE_INFINITY): string {
  const told = sameChanges(changes);
  const items = told.slice(0, most).map((one) => {
    const fact = marked(one, {
      gone: (words) => ` ~~${escapeMarkdown(words)}~~ `,
      come: (words) => ` **${escapeMarkdown(words)}** `,
      kept: (words) =>
        `${/^\s/.test(words) ? ' ' : ''}${escapeMarkdown(words)}${/\s$/.test(words) ? ' ' : ''}`,
    });
    const whole =
      fact !== null && fact.length <= 2 * longest
        ? fact.replace(/ {2,}/g, ' ').trim()
        : escapeMarkdown(shorten(one.fact, longest));
    return `- **${escapeMarkdown(shorten(one.about, 100))}**: ${whole}\n`;
  });
  const rest = told.length - items.length;
  if (rest > 0) items.push(`- and ${rest} more ${rest === 1 ? 'change' : 'changes'}\n`);
  return items.join('');
}

/** `{version: 1, changes: […]}` with file and line in place of the span. */
export function changesAsJson(changes: readonly Change[]): string {
  return jsonText({ version: 1, changes: changes.map(changeRecord) });
}

/** A change as plain data for JSON reports. */
export function changeRecord({ subject, what, before, after, span, sentence }: Change): object {
  const place = { file: span?.file ?? null, line: span?.line ?? null };
  return { subject, what, before, after, ...place, sentence };
}
