import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFolder } from '../../src/shell/files/disk.ts';
import { readFile } from '../../src/sot/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'mops-plain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prose =
  'Sales writes down what was decided, so that others can follow. Leads at MQL wait a day.\n'.repeat(20);

function written(files: Readonly<Record<string, string | Uint8Array>>) {
  rmSync(join(folder, 'SoT'), { recursive: true, force: true });
  mkdirSync(join(folder, 'SoT'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, 'SoT', path), text);
  return readFolder(folder, ['SoT/**/*.md']);
}

test('pages without an entry keep their own text each, byte for byte', () => {
  const pages = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [
      `page-${at}.md`,
      `\ufeff# Page ${at} — Überblick\r\n${prose.repeat(at % 30)}${prose}`,
    ]),
  );
  const { files, issues } = written(pages);
  expect(issues).toEqual([]);
  expect(files).toHaveLength(300);
  for (const file of files) {
    expect(file.plain).toBe(true);
    expect(file.text).toBe(readFileSync(join(folder, file.path), 'utf8'));
    expect(readFile(file).text).toBe(file.text);
  }
});

test('a page that is no text is still told, however plain the rest of it is', () => {
  const bytes = Buffer.from(prose);
  const { files, issues } = written({
    'broken.md': Buffer.concat([bytes, Buffer.from([0xc3, 0x28])]),
    'wide.md': Buffer.from(`\ufeff${prose}`, 'utf16le'),
    'whole.md': bytes,
  });
  expect(files.map(({ path }) => path)).toEqual(['SoT/whole.md']);
  expect(issues.map(({ message }) => message)).toEqual([
    'SoT/broken.md is not valid UTF-8.',
    'SoT/wide.md is saved as UTF-16.',
  ]);
});
