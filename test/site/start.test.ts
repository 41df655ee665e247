import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 600_000 });

const project = join(import.meta.dirname, '..', '..');

it('npm start checks the example, builds its site, serves it where it says, and ends on Ctrl-C', async () => {
  const child = spawn(process.execPath, [join(project, 'scripts', 'start.ts')], {
    cwd: project,
    env: { ...process.env, PORT: '4390' },
  });
  const lines: string[] = [];
  let address = '';
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    address = /Open (http:\S+)/.exec(line)?.[1] ?? address;
    if (line.includes('Ctrl-C')) break;
  }
  try {
    expect(lines.join('\n')).toMatch(/Pass: 5 stages, 4 handoffs/);
    const page = await fetch(`${address}stages/mql/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('within 1 business hour');
    expect((await fetch(`${address}nothing/`)).status).toBe(404);
  } finally {
    child.kill('SIGINT');
  }
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  expect(code).toBe(0);
});
