import { plainText } from './plain-text.ts';

/**
 * What a spreadsheet takes for the start of a formula, in the widths of East Asian keyboards too: where a cell begins,
 * and behind a semicolon, at which spreadsheets of half the world cut.
 */
const formula = /(^|;)(\s*)(?=[=+\-@＝＋－＠])/g;

/** One CSV cell of untrusted text (RFC 4180): one line, and a spreadsheet runs no formula in it. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = plainText(value);
  const inert = line.replace(formula, "$1$2'");
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
