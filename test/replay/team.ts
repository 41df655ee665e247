/** A made-up lifecycle, made-up logs in every layout, and the command that measures them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReplayReport } from '../../src/replay/report.ts';
import { type ReplayFlags, replayCommand } from '../../src/shell/commands/replay.ts';
import { UsageError } from '../../src/shell/exit.ts';

export const calendar = `calendar:
  zone: America/New_York
  default: business
  hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}
  holidays: [2026-05-25]
`;

export const lifecycle = `
## BR-MOPS-001: Lifecycle Stage — Anonymous
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: Anonymous
Owner: Marketing automation
Exit criteria (progression):
- To MQL: Score of 50 or more
SLA: n/a (software)

## BR-MOPS-002: Lifecycle Stage — MQL
Type: Lifecycle-Stage
Order: 2
Status: Active
Stage: MQL
CRM values: Marketing accepted; stage-mql
Owner: BDR
Exit criteria (progression):
- To SQL: BDR confirms budget
SLA: 2 business hours
Escalation: On breach notify the Sales manager

## BR-MOPS-003: Lifecycle Stage — SQL
Type: Lifecycle-Stage
Order: 3
Status: Active
Stage: SQL
Owner: AE
Exit criteria (progression):
- To Customer: Contract signed
SLA: 4 hours, 24/7
Escalation: On breach notify the Sales manager

## BR-MOPS-004: Lifecycle Stage — Customer
Type: Lifecycle-Stage
Order: 4
Status: Active
Stage: Customer
Owner: CS
SLA: 1 business day

## GTM-MOPS-002: Handoff — MQL → SQL
Type: Handoff
Status: Active
From: MQL (owner: BDR)
To: SQL (owner: AE)
Trigger: BDR sets Qualified
Rejection rule:
  Condition: AE picks a reason code (no-budget, wrong-persona)
  Routing: no-budget → Nurture; wrong-persona → MQL
  Re-engagement: After 90 days and a budget is set
  Limit: At most 1 time per lead, then Disqualified

## KPI-101: MQL to SQL conversion
Status: Active
Definition: Share of MQLs that become SQL
Target: 50%

## MON-DRIFT-001: Baseline — MQL first response
Type: Drift-Baseline
Status: Active
Owner: RevOps
Subject: Median business minutes from MQL to the first touch (BR-MOPS-002)
Baseline (2026-01-01): median 9 business minutes; 90% within the limit
Compare cadence: Weekly
`;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Asked extends Partial<Omit<ReplayFlags, 'dir'>> {
  /** YAML behind the calendar. */
  readonly config?: string;
  readonly entries?: string;
}

/** Runs the command over one or more files; the folder goes away again. `sot` sees the entries before it does. */
export async function run(
  files: Readonly<Record<string, string | Uint8Array>>,
  { config = '', entries = lifecycle, ...flags }: Asked = {},
  look: (folder: string) => void = () => {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'mops-replay-'));
  try {
    mkdirSync(join(folder, 'SoT'));
    writeFileSync(join(folder, 'SoT', 'rules.md'), entries);
    writeFileSync(join(folder, 'mops.config.yml'), `${calendar}${config}`);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    let [out, err] = ['', ''];
    const terminal = {
      out: (text: string) => {
        out += text;
      },
      error: (text: string) => {
        err += text;
      },
      screen: false,
      colour: false,
    };
    const paths = Object.keys(files).map((name) => join(folder, name));
    const asked: ReplayFlags = { minCell: 1, format: 'json', ...flags, dir: folder };
    const code = await replayCommand(paths, asked, terminal);
    look(folder);
    return { code, out, err };
  } catch (error) {
    if (error instanceof UsageError)
      return { code: 2, out: '', err: error.message.replaceAll(`${folder}/`, '') };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The report of a log; fails the test where there is none. */
export async function measured(
  files: Readonly<Record<string, string | Uint8Array>>,
  asked: Asked = {},
): Promise<ReplayReport> {
  const { code, out, err } = await run(files, asked);
  if (code === 2) throw new Error(err);
  return JSON.parse(out) as ReplayReport;
}

/** One change of the made-up log. */
export interface Move {
  readonly lead: string;
  readonly at: number;
  readonly from: string | null;
  readonly to: string;
  readonly touch?: number;
  readonly reason?: string;
}

const iso = (at: number): string => new Date(at).toISOString();

/** The log as events, with the columns a layout can show. */
export function asEvents(moves: readonly Move[]): string {
  return csv([
    ['lead', 'stage', 'at', 'touch', 'reason'],
    ...moves.map(({ lead, to, at, touch, reason }) => [
      lead,
      to,
      iso(at),
      touch === undefined ? '' : iso(touch),
      reason ?? '',
    ]),
  ]);
}

export function asSalesforce(moves: readonly Move[]): string {
  return csv([
    ['LeadId', 'CreatedDate', 'Field', 'OldValue', 'NewValue'],
    ...moves
      .filter(({ from }) => from !== null)
      .map(({ lead, at, from, to }) => [lead, iso(at).replace('Z', '+0000'), 'Status', from ?? '', to]),
  ]);
}

export function asHubspot(moves: readonly Move[]): string {
  return csv([
    ['Object ID', 'Property', 'Value', 'Timestamp', 'Source'],
    ...moves.map(({ lead, at, to }) => [lead, 'lifecyclestage', to, String(at), 'CRM_UI']),
  ]);
}

export function asPipedrive(moves: readonly Move[]): string {
  return csv([
    ['deal_id', 'field_key', 'old_value', 'new_value', 'time', 'change_source', 'is_bulk_update_flag'],
    ...moves
      .filter(({ from }) => from !== null)
      .map(({ lead, at, from, to }) => [
        lead,
        'stage_id',
        from ?? '',
        to,
        iso(at).slice(0, 19).replace('T', ' '),
        'app',
        'false',
      ]),
  ]);
}

/** One row a lead, the date of each stage: only of leads that enter no stage twice. */
export function asHubspotExport(moves: readonly Move[]): string {
  const stages = ['Anonymous', 'MQL', 'SQL', 'Customer', 'Nurture'];
  const leads = [...new Set(moves.map(({ lead }) => lead))];
  return csv([
    ['Record ID', ...stages.map((stage) => `Became a ${stage} Date`)],
    ...leads.map((lead) => [
      lead,
      ...stages.map((stage) => {
        const at = moves.find((move) => move.lead === lead && move.to === stage)?.at;
        return at === undefined ? '' : iso(at);
      }),
    ]),
  ]);
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
