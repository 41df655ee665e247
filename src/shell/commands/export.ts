import { lifecycleDiagram } from '../../diagram/lifecycle.ts';
import { toMermaid } from '../../diagram/mermaid.ts';
import { exportCsv } from '../../export/csv.ts';
import { exportJson } from '../../export/lifecycle.ts';
import { exportTests } from '../../export/tests.ts';
import type { Model } from '../../lifecycle/model.ts';
import { rules } from '../../rules/index.ts';
import type { ExportFormat } from '../choice.ts';
import { type ExitCode, exit } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadTree } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

/** How each format is printed. */
const printers = {
  json: exportJson,
  csv: exportCsv,
  mermaid: (model) => toMermaid(lifecycleDiagram(model)),
  tests: exportTests,
} satisfies Record<ExportFormat, (model: Model) => string>;

/** `mops export json|csv|mermaid|tests [dir]`: prints the lifecycle. */
export async function exportCommand(
  format: ExportFormat,
  path: string | undefined,
  flags: { readonly config?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const config = flags.config === undefined ? {} : { configPath: flags.config };
  const ruleIds = rules.map(({ id }) => id);
  const model = modelOf(await loadTree({ folder: checkedFolder(path), ruleIds, ...config }));
  terminal.out(printers[format](model));
  return exit.pass;
}
