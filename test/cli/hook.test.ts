import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { commitAll } from './git.ts';
import { mops, repository } from './mops.ts';

const made: { remove: () => void }[] = [];

afterEach(() => {
  for (const { remove } of made.splice(0)) remove();
});

const stage = (id: string, name: string): string =>
  `## BR-MOPS-${id}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\n\n`;

describe('mops hook', () => {
  test('old findings do not stop a commit, a new one does, in a sub-folder too', () => {
    const one = repository({
      'docs/gtm/SoT/a.md': stage('002', 'MQL'),
      'docs/gtm/mops.config.yml': 'mode: standard\n',
    });
    made.push(one);
    commitAll(one.path);
    const file = 'docs/gtm/SoT/a.md';
    expect(mops(['check', 'docs/gtm'], { cwd: one.path }).code).toBe(1);
    expect(mops(['hook', file], { cwd: one.path })).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(join(one.path, file), stage('002', 'MQL') + stage('003', 'SQL'));
    expect(mops(['hook', file], { cwd: one.path })).toMatchObject({
      code: 1,
      out: expect.stringContaining('BR-MOPS-003'),
    });
    expect(mops(['hook', 'docs/gtm/mops.config.yml', file], { cwd: one.path }).code).toBe(1);
  });

  test('before the first commit everything is new', () => {
    const one = repository({ 'SoT/a.md': stage('002', 'MQL') });
    made.push(one);
    expect(mops(['hook', 'SoT/a.md'], { cwd: one.path }).code).toBe(1);
  });
});
