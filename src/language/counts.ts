/** Attempts and prices as texts name them. */

/** "no answer after 5 attempts", "6 touches in 10 days", "call 4 times"; the numbers, each once. */
const attempts =
  /(?<![\w.,–-])(\d{1,2})(?:\s+(?:call|contact|outreach|e-?mail|unanswered|failed|follow-up))?\s+(?:attempts?|tries|touches|touch ?points|times)\b/gi;
/** Words of a lead that does not answer: what ends the attempts. */
const silent =
  /\b(?:no (?:answer|response|reply|contact|reaction)|unresponsive|unreachable|not (?:reached|answered)|never (?:answers?|repl\w+)|does not (?:answer|respond|reply)|did not (?:answer|respond|reply)|ghosted)\b/i;

/** The one number of attempts that a text names; null for none, and for several. */
export function attemptsIn(text: string): number | null {
  const found = new Set([...text.matchAll(attempts)].map(([, number]) => Number(number)));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** The same where the text says that the lead does not answer. */
export function attemptsBeforeSilence(text: string): number | null {
  return silent.test(text) ? attemptsIn(text) : null;
}

const price =
  /([$€£])\s?(\d[\d,]*(?:\.\d+)?)(k)?|(?<![\w.,])(\d[\d,]*(?:\.\d+)?)\s?(?:(€|EUR|USD|GBP)\b|€)/gi;
const period = /\b(month|year|quarter|week|day|hour)|\b(annual|monthly|yearly)|\/\s?(mo|yr)\b/i;
const periods: Readonly<Record<string, string>> = {
  annual: 'year',
  yearly: 'year',
  yr: 'year',
  monthly: 'month',
  mo: 'month',
};
const unit = /\b(seat|user|lead|employee|licen[cs]e|head)\b/i;

/** The one price that a text names, with its period and what it is for, alike however written; null for none, and for several. */
export function priceIn(
  text: string,
): { readonly amount: number; readonly of: string; readonly words: string } | null {
  const found = [...text.matchAll(price)].map(([words, , dollars, thousands, other]) => ({
    words,
    amount: Number((dollars ?? other ?? '').replaceAll(',', '')) * (thousands === undefined ? 1 : 1000),
  }));
  const [only, another] = found;
  if (only === undefined || another !== undefined || Number.isNaN(only.amount)) return null;
  const [, word, adverb, short] = period.exec(text) ?? [];
  const time = (word ?? adverb ?? short ?? '').toLowerCase();
  return { ...only, of: `${periods[time] ?? time} ${unit.exec(text)?.[1]?.toLowerCase() ?? ''}` };
}
