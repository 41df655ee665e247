import { changedFiles } from '../../edit/apply.ts';
import { unifiedDiff } from '../../edit/diff.ts';
import type { FileChange } from '../../edit/edit.ts';
import { type Baseline, baselinesOf } from '../../replay/baseline.ts';
import type { LayoutName } from '../../replay/layout.ts';
import { arranged } from '../../replay/places.ts';
import { printReplay } from '../../replay/print.ts';
import { Unusable } from '../../replay/reading.ts';
import { replay } from '../../replay/replay.ts';
import type { ReplayReport } from '../../replay/report.ts';
import { tellableZone } from '../../replay/zone.ts';
import { rules } from '../../rules/index.ts';
import { jsonText, plainText } from '../../untrusted/plain-text.ts';
import type { TwoFormats } from '../choice.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadTree } from '../files/tree.ts';
import { writeFiles } from '../files/write-files.ts';
import { readExport } from '../replay/read.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface ReplayFlags {
  readonly dir: string;
  readonly layout?: LayoutName;
  readonly zone?: string;
  readonly minCell: number;
  readonly failUnder?: number;
  readonly baseline?: boolean;
  readonly write?: boolean;
  readonly format: TwoFormats;
  readonly config?: string;
}

/** `mops replay <file…>`: how far practice is from the rules. Nothing of the export leaves the process but counts. */
export async function replayCommand(
  files: readonly string[],
  flags: ReplayFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  const tree = await loadTree({
    folder: checkedFolder(flags.dir),
    ruleIds: rules.map(({ id }) => id),
    ...config,
  });
  const model = modelOf(tree);
  const { columns = {}, values = {}, ignore = [], zone: configured } = tree.config.replay ?? {};
  const zone = tellableZone(flags.zone ?? configured ?? null);
  if (!zone.ok) throw new UsageError(zone.message);
  if (model.living.stages.length === 0)
    throw new UsageError(`${flags.dir} has no lifecycle stage to hold the export against.`);
  let report: ReplayReport;
  try {
    const { reading, layout } = await readExport({
      files,
      columns,
      layout: flags.layout ?? null,
      zone: zone.zone,
      ignore,
      arrange: (told) => arranged(told, model, values),
      progress: (rows) => terminal.error(`mops: ${rows} rows read\n`),
    });
    report = replay({ model, layout, reading, values, zone: zone.zone, least: flags.minCell });
  } catch (error) {
    if (error instanceof Unusable) throw new UsageError(error.message);
    throw error;
  }
  const baselines = flags.baseline === true ? baselinesOf(model, report) : null;
  const changes = changedFiles(
    tree.files,
    (baselines ?? []).flatMap(({ edits }) => edits),
  );
  if (flags.write === true) {
    if (baselines === null) throw new UsageError('--write writes baselines: give --baseline too.');
    writeFiles(checkedFolder(flags.dir), changes);
  }
  const json = baselines === null ? report : { ...report, baselines };
  terminal.out(
    flags.format === 'json'
      ? jsonText(json)
      : printed(report) + (baselines === null ? '' : baselineText(baselines, changes, flags.write === true)),
  );
  return isUnder(report, flags.failUnder) ? exit.failed : exit.pass;
}

function printed(report: ReplayReport): string {
  return printReplay(report).split('\n').map(plainText).join('\n');
}

function baselineText(
  baselines: readonly Baseline[],
  changes: readonly FileChange[],
  written: boolean,
): string {
  const lines = [
    '',
    'Baselines',
    ...baselines.map(
      ({ id, text, edits }) =>
        `  ${id}  ${text}${edits.length === 0 ? '  (the entry has no Baseline field)' : ''}`,
    ),
    ...(baselines.length === 0 ? ['  No MON-DRIFT names one measured clock with enough answers.'] : []),
    ...(written ? changes.map(({ path }) => `Written: ${path}`) : unifiedDiff(changes).split('\n')),
  ];
  return `${lines.map(plainText).join('\n').trimEnd()}\n`;
}

/** Whether the share of any measured clock is below the percentage asked for. */
function isUnder({ stages }: ReplayReport, percent: number | undefined): boolean {
  if (percent === undefined) return false;
  const clocks = stages.flatMap((stage) => stage.clocks);
  return clocks.some(
    ({ measured, attainment }) => measured && attainment !== null && attainment * 100 < percent,
  );
}
