import { escapeMarkdown } from '../untrusted/markdown.ts';
import { jsonText, plainText, shorten } from '../untrusted/plain-text.ts';
import { type Change, subjectWords } from './change.ts';

/** One sentence a line, safe on a terminal; one line that says so when nothing changed. */
export function changesAsText(changes: readonly Change[]): string {
  if (changes.length === 0) return 'The lifecycle means the same.\n';
  return changes.map(({ sentence }) => `${plainText(sentence)}\n`).join('');
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
  const items = changes.slice(0, most).map(({ subject, sentence }) => {
    const words = subjectWords(subject);
    const fact = sentence.slice(words.length + 2);
    return `- **${escapeMarkdown(shorten(words, 100)) || escapeMarkdown(subject.id)}**: ${escapeMarkdown(shorten(fact, longest))}\n`;
  });
  const rest = changes.length - items.length;
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
