import type { SlaDeadline, SlaMeaning } from './meaning.ts';

/** A deadline in the words of the conformance table: `same business day`, `next business day 09:00`, `next business day open`. */
export function deadlineWords({ day, by, calendar }: SlaDeadline): string {
  const kind = calendar === 'business' ? 'business ' : calendar === 'wall' ? 'calendar ' : '';
  const words = `${day === 0 ? 'same' : 'next'} ${kind}day`;
  return by === 'close' ? words : `${words} ${by}`;
}

/** A meaning as plain data, its deadlines in words: what the conformance table and the exports hold. */
export function meaningRow(meaning: SlaMeaning): { readonly [field: string]: unknown } {
  const { parts } = meaning;
  if (parts === undefined) return { ...meaning };
  return {
    ...meaning,
    parts: parts.map(({ deadline, ...part }) =>
      deadline === undefined ? part : { ...part, deadline: deadlineWords(deadline) },
    ),
  };
}
