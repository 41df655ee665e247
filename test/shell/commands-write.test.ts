/** What every command that writes promises: all files or none, never through a link, bytes kept, nothing more the second time. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { draftCommand } from '../../src/shell/commands/draft.ts';
import { fixCommand } from '../../src/shell/commands/fix.ts';
import { importCommand } from '../../src/shell/commands/import.ts';
import { initCommand } from '../../src/shell/commands/init.ts';
import { reconcileCommand } from '../../src/shell/commands/reconcile.ts';
import { renameCommand } from '../../src/shell/commands/rename.ts';
import { UsageError } from '../../src/shell/exit.ts';
import type { Terminal } from '../../src/shell/terminal.ts';
import { nineStages } from '../edit/nine-stages.ts';

interface Written {
  readonly files: Readonly<Record<string, string>>;
  readonly run: (folder: string, terminal: Terminal) => Promise<unknown>;
  /** Files that it changes; two where it can. The last is the one that cannot be written. */
  readonly changes: readonly string[];
  /** What the second run says. */
  readonly again: RegExp;
}

const changed = (lines: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(nineStages).map(([path, text]) => [
      path,
      Object.entries(lines).reduce((so, [line, other]) => so.replaceAll(line, other), text),
    ]),
  );

const table = '| Stage | Owner | SLA |\n|---|---|---|\n| Renewal | CS | 1 business day |\n';

const commands: Readonly<Record<string, Written>> = {
  fix: {
    files: changed({ 'Owner: BDR': 'Ownr: BDR', 'Trigger: ': 'Triger: ' }),
    run: (folder, terminal) => fixCommand(folder, { format: 'text' }, terminal),
    changes: ['PRD.md', 'SoT/rules.md'],
    again: /^Nothing to fix/,
  },
  rename: {
    files: nineStages,
    run: (folder, terminal) =>
      renameCommand('Legal review', 'Contract review', folder, { write: true, format: 'text' }, terminal),
    changes: ['PRD.md', 'SoT/rules.md'],
    again: /renamed already/,
  },
  reconcile: {
    files: changed({
      '- Source: GTM-001 or': '- Source: GTM-XXX (Product Hunt) or',
      'GTM-001 (source channel)': 'GTM-XXX (Product Hunt)',
    }),
    run: (folder, terminal) => reconcileCommand(folder, { write: true, format: 'text' }, terminal),
    changes: ['PRD.md', 'SoT/rules.md'],
    again: /Nothing is open/,
  },
  'draft --write': {
    files: Object.fromEntries(
      Object.entries(nineStages).map(([path, text]) => [
        path,
        path === 'PRD.md'
          ? text.replace(/## KPI-101[\s\S]*/, '')
          : text.replace(/, KPI-10\d \(conversion rate\)/g, ''),
      ]),
    ),
    run: (folder, terminal) => draftCommand('kpi', folder, { write: true, format: 'text' }, terminal),
    changes: ['PRD.md', 'SoT/rules.md'],
    again: /Nothing is missing/,
  },
  import: {
    files: { ...nineStages, 'notes/table.md': table },
    run: (folder, terminal) => importCommand(join(folder, 'notes/table.md'), folder, {}, terminal),
    changes: ['SoT/rules.md'],
    again: /Nothing new: nothing was written/,
  },
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mops-writes-'));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Every file with its text; a link with where it leads. */
function all(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => !one.isDirectory())
      .map((one) => [join(one.parentPath, one.name), readFileSync(join(one.parentPath, one.name), 'utf8')]),
  );
}

async function ran({ run }: Written, folder: string): Promise<string> {
  let said = '';
  const put = (text: string): void => {
    said += text;
  };
  try {
    await run(folder, { out: put, error: put, screen: false, colour: false });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
  return said;
}

describe.each(Object.entries(commands))('mops %s', (name, command) => {
  const last = command.changes.at(-1) ?? '';

  test('writes its files, and nothing more the second time', async () => {
    const folder = folderWith(command.files);
    const before = all(folder);
    await ran(command, folder);
    const after = all(folder);
    for (const path of command.changes)
      expect(after[join(folder, path)]).not.toBe(before[join(folder, path)]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(await ran(command, folder)).toMatch(command.again);
    expect(all(folder)).toEqual(after);
  });

  test('keeps Windows line ends, the byte order mark and a last line without an end', async () => {
    const plain = folderWith(command.files);
    await ran(command, plain);
    const files = Object.fromEntries(
      Object.entries(command.files).map(([path, text]) => [
        path,
        path.endsWith('.md') && !path.startsWith('notes/')
          ? `\uFEFF${text.replace(/\n+$/, '').replaceAll('\n', '\r\n')}`
          : text,
      ]),
    );
    const folder = folderWith(files);
    await ran(command, folder);
    for (const path of command.changes) {
      const text = all(folder)[join(folder, path)] ?? '';
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text).not.toMatch(/[^\r]\n/);
      const expected = all(plain)[join(plain, path)] ?? '';
      // Entries come behind an empty line, however the file ended before.
      const words = (all: string) => all.trimEnd().replace(/\n+/g, '\n');
      expect(words(text.slice(1).replaceAll('\r\n', '\n'))).toBe(words(expected));
      if (!/import|draft/.test(name)) expect(text.endsWith('\n')).toBe(false);
    }
  });

  test.each([
    ['is read-only', (folder: string) => chmodSync(join(folder, last), 0o444)],
    [
      'is a link',
      (folder: string) => {
        renameSync(join(folder, last), join(folder, 'elsewhere.md'));
        symlinkSync(join(folder, 'elsewhere.md'), join(folder, last));
      },
    ],
  ])('writes none of its files where one %s', async (why, spoil) => {
    const folder = folderWith(command.files);
    spoil(folder);
    const before = all(folder);
    expect(await ran(command, folder)).toContain(`${last} ${why}. Nothing was written`);
    expect(all(folder)).toEqual(before);
  });

  test('says which file it could not look into', async () => {
    const folder = folderWith(command.files);
    writeFileSync(join(folder, 'SoT/old.md'), Buffer.from('\uFEFF# Alt', 'utf16le'));
    expect(await ran(command, folder)).toContain(
      'Not touched: SoT/old.md is saved as UTF-16. Save it as UTF-8.',
    );
  });
});

describe('mops init', () => {
  const init = (folder: string, force: boolean): Promise<string> =>
    ran(
      {
        ...(commands['fix'] as Written),
        run: (_, terminal) =>
          initCommand(folder, { motion: 'sales-assisted', zone: 'Europe/Berlin', force }, terminal, null),
      },
      folder,
    );

  test('writes beside what is there, and nothing the second time', async () => {
    const folder = folderWith({ 'PRD.md': '# Product\r\n', 'SoT/notes.md': '\uFEFF# Notes' });
    const before = all(folder);
    await init(folder, false);
    const after = all(folder);
    expect(after).toMatchObject(before);
    expect(Object.keys(after).length).toBeGreaterThan(3);
    expect(await init(folder, false)).toContain('Nothing was written');
    expect(all(folder)).toEqual(after);
  });

  test.each([
    ['SoT is a link', (folder: string) => symlinkSync(tmpdir(), join(folder, 'SoT'))],
    ['mops.config.yml is read-only', (folder: string) => chmodSync(join(folder, 'mops.config.yml'), 0o444)],
  ])('writes nothing where %s, also with --force', async (why, spoil) => {
    const folder = folderWith({ 'mops.config.yml': 'mode: standard\n' });
    spoil(folder);
    const before = readdirSync(folder).toSorted();
    expect(await init(folder, true)).toContain(`${why}. Nothing was written`);
    expect(readdirSync(folder).toSorted()).toEqual(before);
  });
});
