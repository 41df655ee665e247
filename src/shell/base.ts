import { compareReports } from '../compare/index.ts';
import type { Report } from '../finding.ts';
import { type CheckRequest, checkTree } from './check-tree.ts';
import { mergeBase, resolveCommit } from './git.ts';
import { loadTree } from './tree.ts';

/**
 * A folder's report beside that of the tree it grew from: the last commit that HEAD shares with the ref. Both trees
 * are checked by the folder's own config, so that a changed config makes no old finding new.
 *
 * @throws GitError when the ref names no commit
 */
export async function besideBase(
  folder: string,
  ref: string,
  head: Report,
  request: CheckRequest,
  scope: Report['scope'],
): Promise<Report> {
  const base = await resolveCommit(folder, ref);
  const here = await resolveCommit(folder, 'HEAD');
  const shared = (await mergeBase(folder, base.sha, here.sha)) ?? base.sha;
  const tree = await loadTree({ folder, ruleIds: [], commit: { sha: shared, ref }, config: head.config });
  const since = shared === base.sha ? '' : ', where this branch left it';
  const note = `Compared with ${ref} at ${shared.slice(0, 7)}${since}.`;
  return compareReports(checkTree(tree, request), head, { scope, note });
}
