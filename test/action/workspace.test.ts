import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insideWorkspace } from '../../action/workspace.ts';

let workspace = '';
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'mops-workspace-')));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const ask = (path: string) => insideWorkspace(workspace, path, 'report-file');

test('a path inside, there or not, is told from the workspace', () => {
  mkdirSync(join(workspace, 'out'));
  expect(ask('')).toBe('');
  expect(ask('out/report.json')).toBe('out/report.json');
  expect(ask('./new/deep/report.json')).toBe('new/deep/report.json');
  expect(ask(join(workspace, 'out'))).toBe('out');
  expect(ask('..report.json')).toBe('..report.json');
});

test('a path out of it is refused, by dots, from the root, or beside it under a longer name', () => {
  for (const path of ['..', '../report.json', 'out/../../report.json', '/etc/passwd', `${workspace}-2/x`])
    expect(() => ask(path), path).toThrow(`Input report-file is "${path}", which is outside the workspace.`);
});

test('a link out of it is refused, also on the way; a link inside is followed', () => {
  mkdirSync(join(workspace, 'out'));
  symlinkSync(tmpdir(), join(workspace, 'away'));
  symlinkSync('out', join(workspace, 'link'));
  expect(() => ask('away')).toThrow('outside the workspace');
  expect(() => ask('away/report.json')).toThrow('outside the workspace');
  expect(ask('link/report.json')).toBe('out/report.json');
});

test('a link into nowhere is refused: it could be pointed anywhere before the file is written', () => {
  symlinkSync('not-there', join(workspace, 'dead'));
  symlinkSync(join(workspace, 'out'), join(workspace, 'dead-inside'));
  expect(() => ask('dead')).toThrow('outside the workspace');
  expect(() => ask('dead/report.json')).toThrow('outside the workspace');
  expect(() => ask('dead-inside')).toThrow('outside the workspace');
});
