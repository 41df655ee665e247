/**
 * The small index that answers before Pagefind does: IDs, titles, and the words people look for. Pagefind ranks
 * words well and IDs badly, so "mops 4" is answered here.
 */

import type { Page } from '../view/page.ts';

export interface SearchRecord {
  readonly path: string;
  readonly title: string;
  readonly kicker: string;
  readonly group: string;
  readonly ids: readonly string[];
  readonly keywords: readonly string[];
}

export function searchRecords(pages: readonly Page[]): readonly SearchRecord[] {
  return pages
    .filter((page) => page.indexed !== false || page.ids.length > 0)
    .map((page) => ({
      path: page.path,
      title: page.title,
      kicker: page.kicker ?? '',
      group: page.group,
      ids: page.ids,
      keywords: page.keywords,
    }));
}

/** The ID folded so that `BR-MOPS-004`, `br mops 4` and `MOPS4` meet: letters, then the number without zeros. */
function idParts(text: string): { readonly letters: readonly string[]; readonly number: string } | null {
  const folded = text.slice(0, 40).toLowerCase();
  const numbers = folded.match(/[0-9]+/g) ?? [];
  const letters = folded.match(/[a-z]+/g) ?? [];
  const number = numbers[0] ?? '';
  const last = letters.at(-1);
  if (last === undefined || numbers.length > 1) return null;
  if (number !== '' && folded.indexOf(number) < folded.lastIndexOf(last)) return null;
  return { letters, number: number.replace(/^0+/, '') || number };
}

/** How well a record answers, 0 not at all. An ID beats a title, a title a keyword. */
export function rank(record: SearchRecord, query: string): number {
  const asked = query.trim().toLowerCase();
  if (asked === '') return 0;
  const home = record.group === 'Stages' ? 0.5 : record.group === 'Handoffs' ? 0.4 : 0;
  const parts = idParts(asked);
  const idScore = parts === null ? 0 : Math.max(0, ...record.ids.map((id) => idRank(id, asked, parts)));
  if (idScore > 0) return idScore + home;
  const words = asked.split(/\s+/);
  const title = record.title.toLowerCase();
  if (title === asked) return 60 + home;
  const titleWords = title.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => titleWords.includes(word))) return 50 + home;
  if (title.startsWith(asked)) return 45 + home;
  const keywords = record.keywords.map((keyword) => keyword.toLowerCase());
  if (keywords.includes(asked)) return 40 + home;
  if (keywords.some((keyword) => keyword.includes(asked))) return 30 + home;
  if (words.every((word) => title.includes(word))) return 25 + home;
  const all = `${title} ${keywords.join(' ')}`;
  return words.every((word) => all.includes(word)) ? 15 + home : 0;
}

function idRank(
  id: string,
  asked: string,
  parts: { readonly letters: readonly string[]; readonly number: string },
): number {
  if (id.toLowerCase() === asked) return 100;
  const own = idParts(id);
  if (own === null) return 0;
  // The letters asked for must be the end of the ID's own ("mops", "br mops"), or run together ("brmops").
  const tail = own.letters.slice(-parts.letters.length).join(' ');
  const same = tail === parts.letters.join(' ') || own.letters.join('') === parts.letters.join('');
  if (!same) return 0;
  if (parts.number === '') return 0;
  if (own.number === parts.number) return own.letters.length === parts.letters.length ? 95 : 90;
  return own.number.startsWith(parts.number) ? 70 : 0;
}
