import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, installed, root } from './package.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The command lines of the README's shell blocks with the exit code each announces (`# exit 1: …`). */
const lines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => ({
    command: line.replace(/\s+#.*$/, ''),
    exit: Number(/#\s*exit (\d)/.exec(line)?.[1] ?? 0),
  }));

let repository: ReturnType<typeof installed>;

beforeAll(() => {
  repository = installed();
});

afterAll(() => repository.remove());

/** `npx mops` runs what stands in `node_modules/.bin`; one line goes the long way round. */
function run(command: string, throughNpx: boolean): { readonly code: number | null; readonly said: string } {
  const line = throughNpx ? command : command.replaceAll('npx mops', 'node_modules/.bin/mops');
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: repository.path,
    env: environment,
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

test('the README opens with the two commands', () => {
  const [first, second] = [...readme.matchAll(/^```\n(.*)\n```$/gm)].map(([, line]) => line);
  expect([first, second]).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  expect(readme.indexOf('npm ci && npm start')).toBeLessThan(200);
});

test('every command of the README works as written, in an empty repository with the packed package', () => {
  const [install, ...commands] = lines;
  expect(install?.command).toBe('npm install --save-dev marketing-ops-handoff');
  expect(commands.length).toBeGreaterThan(15);
  const ran = commands.map(({ command }) => ({ command, ...run(command, command.includes('explain G4')) }));
  expect(
    ran.map(({ command, code, said }) => (code === 0 ? { command, code } : { command, code, said })),
  ).toEqual(
    commands.map(({ command, exit }) =>
      exit === 0
        ? { command, code: 0 }
        : { command, code: exit, said: expect.stringContaining('template-leftover') },
    ),
  );
  const said = (command: string) => ran.find((one) => one.command === command)?.said;
  expect(said('npx mops explain G4')).toContain('sla-escalation');
  expect(said('npx mops sla "1 business hour"')).toContain('1 business hour');
  expect(said('npx mops draft cfd --write')).toContain('Written to SoT/SoT.customer_feedback.md.');
  // The site comes from the package that was installed, and from nowhere else.
  expect(realpathSync(join(repository.path, 'node_modules/.bin/mops'))).toContain(repository.path);
  for (const page of ['index.html', 'stages/mql/index.html', 'stages/mql.md', 'lifecycle.json', 'sla.csv'])
    expect({ page, there: existsSync(join(repository.path, 'public', page)) }).toEqual({ page, there: true });
}, 400_000);
