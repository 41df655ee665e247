import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { configSchema, type Mode, type Motion, modes, motions } from '../../config/schema.ts';
import { blanksIn } from '../../draft/blank.ts';
import { type StartFile, startingLifecycle } from '../../draft/start/index.ts';
import { readFile, repositoryOf } from '../../sot/index.ts';
import { type Ask, choose } from '../ask.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { createFiles, existing } from '../files/create-files.ts';
import { readFolder } from '../files/disk.ts';
import type { Terminal } from '../terminal.ts';

export interface InitFlags {
  readonly motion?: Motion;
  readonly mode?: Mode;
  readonly force?: boolean;
}

const motionMeans: { readonly [motion in Motion]: string } = {
  'self-serve': 'people sign up and pay without talking to anybody',
  'sales-assisted': 'a person sells every deal',
  hybrid: 'people pay by card, and large accounts get a person',
};

const modeMeans: { readonly [mode in Mode]: string } = {
  quick: 'three stages, for a first sketch',
  standard: 'every stage and handoff of the motion',
  deep: 'standard with segment routing, scoring and a limit on every way back',
};

/**
 * `mops init [dir]`: writes a complete lifecycle to start from. Never over a file that exists without `--force`,
 * all files or none.
 */
export async function initCommand(
  path: string,
  flags: InitFlags,
  terminal: Terminal,
  ask: Ask | null,
): Promise<ExitCode> {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${path} is a file. Name the folder for the lifecycle.`);
  const request = {
    ...(await answers(flags, ask)),
    today: today(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const files = startingLifecycle(request);
  refuseTaken(folder, files, flags.force === true);
  createFiles(folder, files, flags.force === true);
  terminal.out(told(path, folder, files, request));
  return exit.pass;
}

async function answers(flags: InitFlags, ask: Ask | null): Promise<{ motion: Motion; mode: Mode }> {
  if (flags.motion === undefined && ask === null)
    throw new UsageError(
      `Say how the product is sold: --motion ${motions.join(' | ')}. Nothing was written.`,
    );
  const asked = flags.motion === undefined ? ask : null;
  const motion =
    flags.motion ??
    (await choose(
      ask as Ask,
      'How is the product sold?',
      motions.map((name) => ({ name, means: motionMeans[name] })),
    ));
  const mode =
    flags.mode ??
    (asked === null
      ? 'standard'
      : await choose(
          asked,
          'How much do you want to write down?',
          modes.map((name) => ({ name, means: modeMeans[name] })),
          'standard',
        ));
  return { motion, mode };
}

/** Files in the way, and entries elsewhere in the folder that already have one of the IDs. */
function refuseTaken(folder: string, files: readonly StartFile[], force: boolean): void {
  const taken = existing(folder, files);
  if (taken.length > 0 && !force)
    throw new UsageError(
      `${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already. Nothing was written. Name another folder (mops init docs/lifecycle), add what is missing (mops draft handoff), or replace ${taken.length === 1 ? 'it' : 'them'} with --force.`,
    );
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return;
  const written = new Set(files.map(({ path }) => path));
  const kept = readFolder(folder, configSchema.parse({}).sot).files.filter(({ path }) => !written.has(path));
  const there = repositoryOf(kept.map(readFile)).byId;
  const ours = repositoryOf(files.filter(({ path }) => path.endsWith('.md')).map(readFile)).byId;
  for (const id of ours.keys()) {
    const [entry] = there.get(id) ?? [];
    if (entry !== undefined)
      throw new UsageError(
        `${entry.span.file}:${entry.span.line} already defines ${id}. Nothing was written. Name another folder, or add what is missing with mops draft.`,
      );
  }
}

function told(
  path: string,
  folder: string,
  files: readonly StartFile[],
  { motion, mode }: { readonly motion: Motion; readonly mode: Mode },
): string {
  const shown = (file: string): string => relative(process.cwd(), join(folder, file)) || file;
  const dir = path === '.' ? '' : ` ${path}`;
  const count = files.reduce((sum, { text }) => sum + blanksIn(text).length, 0);
  return [
    `Wrote a ${motion} lifecycle (${mode}):`,
    ...files.map((file) => `  ${shown(file.path)}`),
    '',
    'Next:',
    `  1. Fill in the ${count} blanks, marked [fill in …]. mops check${dir} lists what is still open.`,
    '  2. Read the starting values: limits, thresholds and numbers are common practice, not your own.',
    `  3. mops check${dir}`,
    '',
  ].join('\n');
}
