import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';
import type { AskPerson } from '../../src/shell/ask.ts';
import { type InitFlags, initCommand } from '../../src/shell/commands/init.ts';
import type { Terminal } from '../../src/shell/terminal.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files; gone when the test ends. */
export function folder(files: { readonly [path: string]: string } = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'mops-draft-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A terminal that keeps what it is told. */
export function recorder() {
  const said = { out: '', err: '' };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.err += text;
    },
    screen: false,
    colour: false,
  };
  return { said, terminal };
}

/** `mops init` in a folder, with what it said. */
export async function init(root: string, flags: InitFlags, ask: AskPerson | null = null) {
  const { said, terminal } = recorder();
  const code = await initCommand(root, flags, terminal, ask);
  return { code, ...said };
}
