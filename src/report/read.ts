import type { FileAccount, LineAccount } from '../lifecycle/account.ts';
import { jsonText, plainText, shorten } from '../untrusted/plain-text.ts';

/** The account as JSON (SPEC §2). */
export function accountAsJson(files: readonly FileAccount[]): string {
  return jsonText({ version: 1, files });
}

/** Each file with its lines as they stand, what each was taken for, and the value the model holds. */
export function accountAsText(files: readonly FileAccount[], textOf: (file: string) => string): string {
  return files
    .map(({ file, lines }) => {
      const text = textOf(file).split(/\r\n|\n|\r/);
      const width = String(lines.length).length;
      const rows = lines.map((one) => row(one, text[one.line - 1] ?? '', width));
      return `${plainText(file)}\n\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

function row(one: LineAccount, text: string, width: number): string {
  const words = shorten(plainText(text), 70);
  const blank = text.trim() === '';
  const said =
    one.value !== undefined
      ? `  = ${one.field}: ${shorten(plainText(one.value), 80)}`
      : one.why !== undefined && !blank
        ? `  (${shorten(plainText(one.why), 80)})`
        : '';
  return `  ${String(one.line).padStart(width)}  ${(blank ? '' : one.as).padEnd(8)}  ${words}${said}`.trimEnd();
}
