import type { Report } from '../../src/check/finding.ts';
import { rules } from '../../src/rules/index.ts';
import { checkTree } from '../../src/shell/files/check-tree.ts';
import { loadTree } from '../../src/shell/files/tree.ts';

/**
 * The checker's report of a folder: the same reading and the same rules as the command line, nothing left out.
 *
 * @throws BadConfig when the config is not readable; `mops site` has said so before
 */
export async function readReport(folder: string, configPath: string | null, today: string): Promise<Report> {
  const ruleIds = rules.map(({ id }) => id);
  const tree = await loadTree({
    folder,
    ruleIds,
    mayBeEmpty: true,
    ...(configPath === null ? {} : { configPath }),
  });
  return checkTree(tree, { today, failOn: 'never' });
}
