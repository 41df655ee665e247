/**
 * `npm run bench`: how long the checker takes, beside the budgets, a bare Node and stock remark in the same run. Nothing
 * here is a test: speed depends on the machine, so it is printed, not asserted. On a busy machine the processor time
 * counts; on a calm one the wall's. `--no-site` leaves the site out.
 */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { buildSite } from '../src/shell/site/site.ts';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/mops.cjs');
const work = mkdtempSync(join(tmpdir(), 'mops-bench-'));

/** A file of entries as teams write them: a five-stage lifecycle and, around it, what it links to. */
function entriesFile(count: number): string {
  const families = [
    'CFD',
    'KPI',
    'PER',
    'GTM',
    'BR-PRICING',
    'BR-PRC',
    'BR-PKG',
    'MON',
    'RUN',
    'BR-FEA',
    'BR-TGT',
    'BR-POS',
  ];
  const parts: string[] = [];
  for (let at = 0; at < count; at++) {
    const family = families[Math.floor(at / 999) % families.length] ?? 'CFD';
    const id = `${family}-${String((at % 999) + 1).padStart(3, '0')}`;
    parts.push(
      at % 3 === 0
        ? `## ${id}: Entry ${at}\n\n**Type**: Support Ticket\n**Status**: Active\n**Owner**: CS\n\n### Summary\n\nPeople ask for **bulk import** before they buy, see [KPI-101](PRD.md#kpi-101).\n\n### What was said\n\n- "We are only eight people, come back next year"\n- Asked twice in one week by *two* companies of 50 to 500 people\n\n**Linked IDs**: PER-001 (fit signals), GTM-002, BR-PRICING-001, KPI-101/102\n`
        : at % 3 === 1
          ? `## ${id} | Entry ${at}\n\n- **Type:** Channel\n- **Status:** Live\n- **Layer:** Owned\n- **Owner:** Marketing\n- **Best fit:** matches PER-001, teams that already pay for a tool\n- **Notes:** Leads of this channel enter at Anonymous; the form asks for company size, role and the tool in use today.\n- **Linked IDs:** BR-MOPS-001, KPI-101\n\nSome words of prose follow, as they do in real files,\nover two lines.\n`
          : `${id}: Entry ${at}\nType: Metric\nStatus: Active\nOwner: RevOps\n\nTargets:\n  - Day 30: 20%\n  - Day 90: 30%\n\nDefinition: Share of leads that answer within 30 days after the first call of the week\n\nThresholds:\n  - Warn: 20% below the target for two weeks\n  - Critical: 50% below the target for one week\n\nLinked IDs: BR-MOPS-002, GTM-MOPS-002, CFD-001→004\n`,
    );
  }
  return parts.join('\n---\n\n');
}

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

/** An invented log: leads that enter, are answered and move on, each some minutes after the one before. */
function eventsFile(count: number): string {
  const path = ['Anonymous', 'MQL', 'SQL', 'Opportunity', 'Customer', 'Nurture'];
  const rows = ['lead,stage,at,touch,reason,note'];
  for (let at = 0; at < count; at++) {
    const lead = Math.floor(at / path.length);
    const entered =
      Date.UTC(2026, 0, 5) + ((lead * 7919) % 400_000) * 60_000 + (at % path.length) * 86_400_000;
    const touch = new Date(entered + ((at * 31) % 900) * 60_000).toISOString();
    rows.push(
      `${lead},${path[at % path.length]},${new Date(entered).toISOString()},${touch},no-project,nothing`,
    );
  }
  return `${rows.join('\n')}\n`;
}

/** How the time grows: 1 is in step with the size. What a bare Node takes is no growth. */
function exponent(small: number, large: number, times: number): string {
  return (Math.log(large / small) / Math.log(times)).toFixed(2);
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3).padStart(8)} s`;
}

function row(what: string, { wall, cpu, memory }: Taken, budget: string): void {
  const times = `${(cpu / bare.cpu).toFixed(1).padStart(6)}`;
  console.log(
    `${what.padEnd(48)} ${seconds(wall)} ${seconds(cpu)} ${times} ${memory.toFixed(0).padStart(6)} MB   ${budget}`,
  );
}

/** Builds a site and prints its wall time: most of it is spent in processes of their own. */
async function siteRow(what: string, dir: string, budget: string): Promise<void> {
  const from = performance.now();
  await buildSite({ dir, out: join(work, 'site'), base: '/', log: () => undefined });
  const wall = performance.now() - from;
  console.log(
    `${what.padEnd(48)} ${seconds(wall)} ${''.padStart(10)} ${(wall / bare.wall).toFixed(0).padStart(6)} ${''.padStart(9)}   ${budget}`,
  );
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

try {
  console.log(
    `${''.padEnd(48)} ${'wall'.padStart(10)} ${'processor'.padStart(10)} ${'×bare'.padStart(6)} ${'memory'.padStart(9)}`,
  );
  row('a bare Node', bare, '');
  row('mops check, the example', checked(join(root, 'examples/b2b-saas'), 9), 'under 5 times a bare Node');
  row(
    'mops check --base, a pull request of 300 entries',
    checked(pullRequestWith(300), 5, '--base', 'HEAD~1'),
    'under 0.4 s',
  );
  const small = checked(repositoryWith(1_000), 5);
  row('mops check, 1,000 entries in one file', small, '');
  const large = checked(repositoryWith(10_000), 3);
  const growth = exponent(small.cpu - bare.cpu, large.cpu - bare.cpu, 10);
  row('mops check, 10,000 entries in one file', large, `under 1 s and 300 MB; grows with exponent ${growth}`);
  const stock = remark(1_000, 3);
  console.log(
    `${'stock remark parses the 1,000 entries'.padEnd(48)} ${seconds(stock)}   ${(stock / (small.cpu - bare.cpu)).toFixed(1)} times all of mops check; grows with exponent ${exponent(remark(250, 3), stock, 4)}`,
  );
  const pages = checked(handbookWith(1_000), 3);
  row('mops check, a handbook of 1,000 pages', pages, '');
  const handbook = checked(handbookWith(10_000), 3);
  const pagesGrow = exponent(pages.cpu - bare.cpu, handbook.cpu - bare.cpu, 10);
  row(
    'mops check, a handbook of 10,000 pages',
    handbook,
    `under 1 s and 300 MB; grows with exponent ${pagesGrow}`,
  );
  const log = join(work, 'log.csv');
  writeFileSync(log, eventsFile(100_000));
  const replay = [bundle, 'replay', log, '--dir', join(root, 'examples/b2b-saas')];
  const short = best(2, ...replay);
  row('mops replay, 100,000 rows', short, '');
  writeFileSync(log, eventsFile(1_000_000));
  const long = best(2, ...replay);
  const rowsGrow = exponent(short.cpu - bare.cpu, long.cpu - bare.cpu, 10);
  row('mops replay, 1,000,000 rows', long, `under 10 s and 1 GB; grows with exponent ${rowsGrow}`);
  if (!process.argv.includes('--no-site')) {
    await siteRow(
      'mops site build, the example with its diagrams',
      join(root, 'examples/b2b-saas'),
      'under 8 s',
    );
    const many = repositoryWith(120);
    await siteRow('mops site build, more than 200 pages', many, 'under 10 s');
    const file = join(many, 'SoT/everything-else.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('bulk import', 'bulk export'));
    await siteRow('the same again, one entry changed', many, 'under 3 s');
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
