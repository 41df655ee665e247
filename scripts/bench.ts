/**
 * `npm run bench`: how long the checker takes, in times of a bare Node and of stock remark's parse of 1,000 entries in
 * the same run, how that grows, and whether each target holds. Nothing here is a test: speed depends on the machine, so
 * it is printed, not asserted. Targets in seconds were set on a machine whose bare Node takes 24 ms, and are judged by
 * what they are in times of that, by the wall as a person waits. Processor time stands beside it: other programs disturb
 * it least. `--no-site` leaves the site out.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { buildSite } from '../src/shell/site/site.ts';
import { entriesFile, eventsFile } from './bench/inputs.ts';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/mops.cjs');
const work = mkdtempSync(join(tmpdir(), 'mops-bench-'));

function repositoryWith(count: number): string {
  const folder = join(work, String(count));
  mkdirSync(join(folder, 'SoT'), { recursive: true });
  cpSync(join(root, 'test/cases/base/standard'), folder, { recursive: true });
  writeFileSync(join(folder, 'SoT/everything-else.md'), entriesFile(count));
  return folder;
}

/** What one process took: wall and processor time in milliseconds, most memory in megabytes. */
interface Taken {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** Tells on a fourth channel what its process took: other processes on the machine do not count. */
const probe = join(work, 'probe.cjs');
writeFileSync(
  probe,
  "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));\n",
);

/** The best of several runs of Node, each figure for itself. */
function best(runs: number, ...args: readonly string[]): Taken {
  let least: Taken = { wall: Number.POSITIVE_INFINITY, cpu: Number.POSITIVE_INFINITY, memory: 0 };
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const { status, output } = spawnSync(process.execPath, ['--require', probe, ...args], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    const wall = performance.now() - start;
    if (status !== 0) throw new Error(`node ${args.join(' ')} did not pass`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(String(output[3])) as NodeJS.ResourceUsage;
    least = {
      wall: Math.min(least.wall, wall),
      cpu: Math.min(least.cpu, (userCPUTime + systemCPUTime) / 1000),
      memory: Math.max(least.memory, maxRSS / 1024),
    };
  }
  return least;
}

function checked(folder: string, runs: number, ...more: readonly string[]): Taken {
  return best(runs, bundle, 'check', folder, '--fail-on', 'never', ...more);
}

/** A handbook: pages of prose without an entry, and a lifecycle in one folder of it. */
function handbookWith(pages: number): string {
  const folder = join(work, `handbook-${pages}`);
  cpSync(join(root, 'test/cases/base/standard'), folder, { recursive: true });
  mkdirSync(join(folder, 'SoT/pages'), { recursive: true });
  const line = 'The team writes down what was decided, so that others can follow it later without asking.\n';
  for (let page = 0; page < pages; page++) {
    const parts = Array.from(
      { length: 12 },
      (_, at) => `## Part ${at} of ${page}\n\n${line.repeat(7)}\n- **Who**: the team\n- When: every week\n\n`,
    );
    writeFileSync(join(folder, `SoT/pages/page-${page}.md`), `# Page ${page}\n\n${parts.join('')}`);
  }
  return folder;
}

/** A pull request: a repository whose last commit changes one of its entries. */
function pullRequestWith(count: number): string {
  const folder = repositoryWith(count);
  const git = (...args: readonly string[]): void => {
    const names = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];
    execFileSync('git', ['-C', folder, ...names, ...args], { stdio: 'ignore' });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Before');
  const file = join(folder, 'SoT/everything-else.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('bulk import', 'bulk export'));
  git('commit', '-qam', 'After');
  return folder;
}

/** How the time grows: 1 is in step with the size. What a bare Node takes is no growth. */
function exponent(small: number, large: number, times: number): string {
  return (Math.log(large / small) / Math.log(times)).toFixed(2);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}

/** What is asked for: times of a bare Node, or seconds on the machine that the targets were set on; megabytes. */
interface Target {
  readonly times?: number;
  readonly seconds?: number;
  readonly memory?: number;
}

/** A bare Node on the machine that the targets were set on, in milliseconds. */
const referenceBare = 24;

/** @param times of a bare Node, what was measured */
function judged({ times, seconds: limit, memory }: Target, measured: number, megabytes: number): string {
  const most = times ?? (limit === undefined ? Number.POSITIVE_INFINITY : (limit * 1000) / referenceBare);
  const asked = [
    ...(times === undefined ? [] : [`${times} ×`]),
    ...(limit === undefined
      ? []
      : [`${limit} s where a bare Node takes ${referenceBare} ms: ${most.toFixed(0)} ×`]),
    ...(memory === undefined ? [] : [`${memory} MB`]),
  ];
  if (asked.length === 0) return '';
  const holds = measured <= most && megabytes <= (memory ?? Number.POSITIVE_INFINITY);
  return `${holds ? 'holds' : 'DOES NOT HOLD'} (${asked.join(', ')})`;
}

function line(what: string, cells: readonly string[], rest: readonly string[]): void {
  const widths = [10, 7, 10, 7, 8, 8];
  const columns = widths.map((width, at) => (cells[at] ?? '').padStart(width)).join(' ');
  console.log(`${what.padEnd(48)} ${columns}   ${rest.filter(Boolean).join('; ')}`);
}

function row(what: string, { wall, cpu, memory }: Taken, target: Target = {}, growth = ''): void {
  const times = wall / bare.wall;
  const cells = [
    seconds(wall),
    times.toFixed(1),
    seconds(cpu),
    (cpu / bare.cpu).toFixed(1),
    (wall / stock).toFixed(2),
    `${memory.toFixed(0)} MB`,
  ];
  line(what, cells, [judged(target, times, memory), growth]);
}

/** A bare Node is no growth. */
function growthOf(small: Taken, large: Taken, times: number): string {
  return `grows with exponent ${exponent(small.cpu - bare.cpu, large.cpu - bare.cpu, times)}`;
}

interface Built {
  readonly wall: number;
  readonly pages: number;
}

/** Builds a site: its wall time, as most of it is spent in processes of their own, and its pages. */
async function built(dir: string): Promise<Built> {
  const out = join(work, 'site');
  const from = performance.now();
  await buildSite({ dir, out, base: '/', log: () => undefined });
  const wall = performance.now() - from;
  const pages = readdirSync(out, { recursive: true }).filter((path) => String(path).endsWith('.html')).length;
  return { wall, pages };
}

function siteRow(what: string, { wall, pages }: Built, target: Target, growth = ''): void {
  const times = wall / bare.wall;
  const cells = [seconds(wall), times.toFixed(0), '', '', (wall / stock).toFixed(1)];
  line(`${what} (${pages} pages)`, cells, [judged(target, times, 0), growth]);
}

/** Stock remark over entries, in this process; best of `runs`, in milliseconds. */
function remark(count: number, runs: number): number {
  const text = entriesFile(count);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    fromMarkdown(text);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

const bare = best(9, '-e', '0');
const stock = remark(1_000, 3);

try {
  line('', ['wall', '×bare', 'processor', '×bare', '×remark', 'memory'], []);
  row('a bare Node', bare);
  line(
    'stock remark parses 1,000 entries',
    [seconds(stock), (stock / bare.wall).toFixed(1), '', '', '1'],
    [`grows with exponent ${exponent(remark(250, 3), stock, 4)}`],
  );
  row('mops check, the example', checked(join(root, 'examples/b2b-saas'), 9), { times: 5 });
  row(
    'mops check --base, a pull request of 300 entries',
    checked(pullRequestWith(300), 5, '--base', 'HEAD~1'),
    { seconds: 0.4 },
  );
  const small = checked(repositoryWith(1_000), 5);
  row('mops check, 1,000 entries in one file', small);
  const large = checked(repositoryWith(10_000), 3);
  row(
    'mops check, 10,000 entries in one file',
    large,
    { seconds: 1, memory: 300 },
    growthOf(small, large, 10),
  );
  const pages = checked(handbookWith(1_000), 3);
  row('mops check, a handbook of 1,000 pages', pages);
  const handbook = checked(handbookWith(10_000), 3);
  row(
    'mops check, a handbook of 10,000 pages',
    handbook,
    { seconds: 1, memory: 300 },
    growthOf(pages, handbook, 10),
  );
  const log = join(work, 'log.csv');
  writeFileSync(log, eventsFile(100_000));
  const replay = [bundle, 'replay', log, '--dir', join(root, 'examples/b2b-saas')];
  const short = best(2, ...replay);
  row('mops replay, 100,000 rows', short);
  writeFileSync(log, eventsFile(1_000_000));
  const long = best(2, ...replay);
  row('mops replay, 1,000,000 rows', long, { seconds: 10, memory: 1024 }, growthOf(short, long, 10));
  if (!process.argv.includes('--no-site')) {
    siteRow('mops site build, the example', await built(join(root, 'examples/b2b-saas')), { seconds: 8 });
    siteRow('mops site build, 40 entries', await built(repositoryWith(40)), {});
    const folder = repositoryWith(120);
    const few = await built(folder);
    siteRow('mops site build, 120 entries', few, { seconds: 10 });
    const file = join(folder, 'SoT/everything-else.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('bulk import', 'bulk export'));
    siteRow('the same again, one entry changed', await built(folder), { seconds: 3 });
    // Between these two nothing but pages is new: the bundle and the pictures are kept.
    const many = await built(repositoryWith(360));
    const growth = exponent(few.wall, many.wall, many.pages / few.pages);
    siteRow('mops site build, 360 entries', many, {}, `grows with exponent ${growth}`);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
