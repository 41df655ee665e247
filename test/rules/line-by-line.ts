/** A file line by line: what each was taken for, and the value that is not in its words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from '../../src/lifecycle/account.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import type { SourceFile } from '../../src/sot/entry.ts';

/** `value owner | Owner: BDR`; blank lines are left out. */
export function lineByLine(model: Model, files: readonly SourceFile[], paths: ReadonlySet<string>): string[] {
  return accountOf(model, paths).flatMap(({ file, lines }) => {
    const texts = (files.find(({ path }) => path === file)?.text ?? '').split(/\r\n|\n|\r/);
    return lines.flatMap(({ line, as, entry, field, value, why }) => {
      const text = (texts[line - 1] ?? '').trimEnd();
      if (text.trim() === '' && as === 'note') return [];
      const said = value === undefined || text.includes(value) ? '' : ` = ${value.replaceAll('\n', '⏎')}`;
      const reason = why === undefined ? '' : ` (${why})`;
      return [
        `${as}${field === undefined ? (as === 'head' ? ` ${entry}` : '') : ` ${field}`}${said}${reason} | ${text}`,
      ];
    });
  });
}

/** `line-by-line.txt`: each case of `reading` with the lines in which it differs from its base, two blanks before each. */
const path = join(import.meta.dirname, 'line-by-line.txt');

export function readLineByLine(): Map<string, readonly string[]> {
  return new Map(
    readFileSync(path, 'utf8')
      .split(/\n(?! )/)
      .filter((part) => part.trim() !== '')
      .map((part) => {
        const [name = '', ...lines] = part.split('\n');
        return [name, lines.map((line) => line.slice(2))];
      }),
  );
}

export function writeLineByLine(told: ReadonlyMap<string, readonly string[]>): void {
  const text = [...told]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, lines]) => [name, ...lines.map((line) => `  ${line}`)].join('\n'));
  writeFileSync(path, `${text.join('\n')}\n`);
}
