/**
 * `npm run bench`: how long the checker takes, beside the budgets. Nothing here is a test: speed depends on the
 * machine, so it is printed, not asserted.
 */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

/** Best of `runs`, in milliseconds, start of the process to its exit. */
function checkTime(folder: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    try {
      execFileSync(process.execPath, [bundle, 'check', folder, '--fail-on', 'never'], { stdio: 'ignore' });
    } catch {
      throw new Error(`mops check ${folder} did not pass`);
    }
    best = Math.min(best, performance.now() - start);
  }
  return best;
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

function row(what: string, milliseconds: number, budget: string): void {
  console.log(`${what.padEnd(52)} ${(milliseconds / 1000).toFixed(2).padStart(7)} s   ${budget}`);
}

try {
  const example = checkTime(join(root, 'examples/b2b-saas'), 5);
  row('mops check, the example, start to exit', example, 'under 0.25 s');
  const small = checkTime(repositoryWith(1_000), 3);
  row('mops check, 1,000 entries in one file', small, '');
  const large = checkTime(repositoryWith(10_000), 3);
  row(
    'mops check, 10,000 entries in one file',
    large,
    `under 3 s, and ${(large / small).toFixed(1)} times 1,000 (under 12)`,
  );
  const text = entriesFile(1_000);
  const start = performance.now();
  fromMarkdown(text);
  row(
    `stock remark on the same 1,000 entries (${(text.length / 1000).toFixed(0)} kB)`,
    performance.now() - start,
    'for comparison',
  );
  const log = join(work, 'log.csv');
  writeFileSync(log, eventsFile(1_000_000));
  const replayed = performance.now();
  execFileSync(process.execPath, [bundle, 'replay', log, '--dir', join(root, 'examples/b2b-saas')], {
    stdio: 'ignore',
  });
  row('mops replay, 1,000,000 rows', performance.now() - replayed, 'under 10 s and 1 GB');
  if (!process.argv.includes('--no-site')) {
    const from = performance.now();
    await buildSite({
      dir: join(root, 'examples/b2b-saas'),
      out: join(work, 'site'),
      base: '/',
      log: () => undefined,
    });
    row('mops site build, the example with its diagrams', performance.now() - from, 'under 10 s');
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
