import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { modelOf } from '../../src/shell/files/check-tree.ts';

const reading = readConfig(null, 'mops.config.yml', []);
if ('errors' in reading) throw new Error('no config');
const { config } = reading;

function entriesOf(texts: Readonly<Record<string, string>>) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const model = modelOf({ config, files, issues: [] });
  return Object.fromEntries(model.repository.files.map(({ path, entries }) => [path, entries]));
}

const stage = (id: number, name: string): string =>
  `## BR-MOPS-00${id}: Lifecycle Stage — ${name}\nType: Lifecycle-Stage\nStage: ${name}\n`;

test('of two trees in a row an unchanged file is read once, a changed one again', () => {
  const before = entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': stage(2, 'SQL') });
  const after = entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': stage(2, 'Customer') });
  expect(after['a.md']?.[0]).toBe(before['a.md']?.[0]);
  expect(after['b.md']?.[0]?.title.text).toContain('Customer');
});

test('the same text under another path is another file', () => {
  entriesOf({ 'a.md': stage(1, 'MQL') });
  expect(entriesOf({ 'c.md': stage(1, 'MQL') })['c.md']?.[0]?.span.file).toBe('c.md');
});

test('an entry that the tree before left out for another file is there again', () => {
  const row = '| ID | Stage | Owner |\n|---|---|---|\n| BR-MOPS-001 | MQL | BDR |\n';
  expect(entriesOf({ 'a.md': stage(1, 'MQL'), 'b.md': row })['b.md']).toEqual([]);
  expect(entriesOf({ 'b.md': row })['b.md']?.map(({ id }) => id)).toEqual(['BR-MOPS-001']);
});
