import { plainText } from './plain-text.ts';

/** One CSV cell of untrusted text (RFC 4180): one line, and a spreadsheet runs no formula in it. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = plainText(value);
  const inert = /^[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
