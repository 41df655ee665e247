import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { type Mode, type Motion, modes, motions } from '../../config/schema.ts';
import { blanksIn } from '../../draft/blank.ts';
import {
  readWorkingHours,
  type Seller,
  type StartFile,
  type StartRequest,
  sellers,
  startingLifecycle,
  usualHours,
} from '../../draft/start/index.ts';
import { zoneProblem } from '../../sla/index.ts';
import { type AskPerson, choose, type Judged, line } from '../ask.ts';
import { today } from '../clock.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { configName } from '../files/config-name.ts';
import { createFiles } from '../files/create-files.ts';
import type { Terminal } from '../terminal.ts';
import { type Beside, besideOf, homesFor, type Lost, lostWith, schemaFrom } from './beside.ts';

export interface InitFlags {
  readonly motion?: Motion;
  readonly mode?: Mode;
  readonly seller?: Seller;
  readonly zone?: string;
  readonly hours?: string;
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

const sellerMeans: { readonly [seller in Seller]: string } = {
  team: 'people with a role each: BDR, AE, CS',
  founder: 'one person does it all',
};

/**
 * `mops init [dir]`: writes a complete lifecycle to start from, beside what is there: next free numbers, files of its
 * own. A file that exists is only replaced with `--force`, and what went with it is said. All files or none.
 */
export async function initCommand(
  path: string,
  flags: InitFlags,
  terminal: Terminal,
  ask: AskPerson | null,
): Promise<ExitCode> {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`${path} is a file. Name the folder for the lifecycle.`);
  const force = flags.force === true;
  const beside = await besideOf(folder, force);
  const request: StartRequest = {
    ...(await answers(flags, beside, ask)),
    today: today(),
    schema: schemaFrom(folder),
    homes: homesFor(folder, beside, force),
    model: beside.model,
  };
  const files = startingLifecycle(request).filter((file) => force || !(beside.config && isConfig(file)));
  const lost = force ? lostWith(folder, files) : [];
  if (lost.length > 0 && ask !== null) await agree(ask, lost);
  createFiles(folder, files, { replace: force });
  terminal.out(told(path, folder, files, request, lost, beside, flags));
  return exit.pass;
}

function isConfig({ path }: StartFile): boolean {
  return path === configName;
}

type Answers = Pick<StartRequest, 'motion' | 'mode' | 'seller' | 'zone' | 'hours'>;

/** What the flags say, then what the config there says, then what the person answers; only what the motion needs. */
async function answers(flags: InitFlags, { config }: Beside, ask: AskPerson | null): Promise<Answers> {
  for (const key of ['motion', 'mode'] as const) {
    const [said, there] = [flags[key], config?.[key]];
    if (said !== undefined && there !== undefined && said !== there)
      throw new UsageError(
        `${configName} says ${key}: ${there}, and this command says --${key} ${said}. Nothing was written. Change it there, or leave --${key} out.`,
      );
  }
  const given = flags.motion ?? config?.motion;
  if (given === undefined && ask === null)
    throw new UsageError(
      `Say how the product is sold: --motion ${motions.join(' | ')}. Nothing was written.`,
    );
  const motion =
    given ?? (await choose(ask as AskPerson, 'How is the product sold?', meant(motions, motionMeans)));
  const mode =
    flags.mode ??
    config?.mode ??
    (given !== undefined || ask === null
      ? 'standard'
      : await choose(ask, 'How much do you want to write down?', meant(modes, modeMeans), 'standard'));
  // Where nobody sells, nobody is asked who does.
  const seller =
    flags.seller ??
    (motion === 'self-serve' || ask === null
      ? 'team'
      : await choose(ask, 'Who sells?', meant(sellers, sellerMeans), 'team'));
  return { motion, mode, seller, ...(await workingTime(flags, motion, config?.calendar !== undefined, ask)) };
}

function meant<Name extends string>(names: readonly Name[], means: { readonly [name in Name]: string }) {
  return names.map((name) => ({ name, means: means[name] }));
}

/** Zone and hours, which a config that names a calendar has answered. */
async function workingTime(
  flags: InitFlags,
  motion: Motion,
  known: boolean,
  ask: AskPerson | null,
): Promise<Pick<StartRequest, 'zone' | 'hours'>> {
  const asked = known ? null : ask;
  const zone =
    flags.zone === undefined
      ? asked === null
        ? machineZone()
        : await line(asked, 'Which time zone do you work in?', machineZone(), judgedZone)
      : sure(judgedZone(flags.zone));
  const hours =
    flags.hours === undefined
      ? asked === null || motion === 'self-serve'
        ? sure(judgedHours(usualHours))
        : await line(asked, 'Which working hours?', usualHours, judgedHours)
      : sure(judgedHours(flags.hours));
  return { zone, hours };
}

function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function judgedZone(text: string): Judged<string> {
  const problem = zoneProblem(text);
  return problem === null ? { ok: true, value: text } : { ok: false, problem };
}

function judgedHours(text: string): Judged<StartRequest['hours']> {
  const value = readWorkingHours(text);
  if (value !== null) return { ok: true, value };
  return {
    ok: false,
    problem: `"${text}" are no working hours. Write "${usualHours}", "9-12, 13-17" or "mon-thu 9-17; fri 9-13".`,
  };
}

function sure<Value>(judged: Judged<Value>): Value {
  if (!judged.ok) throw new UsageError(`${judged.problem} Nothing was written.`);
  return judged.value;
}

async function agree(ask: AskPerson, lost: readonly Lost[]): Promise<void> {
  const answer = await ask(`This replaces ${lost.map(inWords).join('; ')}. Go on? (y/N): `);
  if (!/^y(?:es)?$/i.test(answer)) throw new UsageError('Nothing was written.');
}

function inWords({ path, lines, ids }: Lost): string {
  const some = ids.slice(0, 6).join(', ') + (ids.length > 6 ? ` and ${ids.length - 6} more` : '');
  return `${path} (${lines} ${lines === 1 ? 'line' : 'lines'}${ids.length === 0 ? '' : `, with ${some}`})`;
}

function told(
  path: string,
  folder: string,
  files: readonly StartFile[],
  request: StartRequest,
  lost: readonly Lost[],
  { config }: Beside,
  flags: InitFlags,
): string {
  const { motion, mode, zone, seller } = request;
  const shown = (file: string): string => relative(process.cwd(), join(folder, file)) || file;
  const dir = path === '.' ? '' : ` ${path}`;
  const count = files.reduce((sum, { text }) => sum + blanksIn(text).length, 0);
  const how = seller === 'founder' ? `${mode}, one person does it all` : mode;
  const lines = [`Wrote a ${motion} lifecycle (${how}):`, ...files.map((file) => `  ${shown(file.path)}`)];
  if (lost.length > 0) lines.push(`Replaced, and gone from here: ${lost.map(inWords).join('; ')}`);
  if (config === null || files.some(isConfig)) {
    if (flags.zone === undefined) lines.push(zoneLine(zone));
  } else {
    lines.push(`${configName} was there and stays as it is.`);
    if (config.motion === undefined) lines.push(`  Add to it: motion: ${motion}`);
  }
  return [
    ...lines,
    '',
    'Next:',
    `  1. Fill in the ${count} blanks, marked [fill in …]. mops check${dir} lists what is still open.`,
    '  2. Read the starting values: limits, thresholds and numbers are common practice, not your own.',
    `  3. mops check${dir}`,
    '',
  ].join('\n');
}

function zoneLine(zone: string): string {
  const advice = 'calendar.zone in mops.config.yml says where you work';
  return /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal)$/i.test(zone)
    ? `Time zone: ${zone}, which is what this machine says and hardly where you work. Change it: ${advice}.`
    : `Time zone: ${zone}, as this machine has it; ${advice}.`;
}
