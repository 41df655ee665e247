import type { Report } from '../../check/finding.ts';
import { compareReports } from '../../compare/index.ts';
import { ruleIds } from '../../rules/index.ts';
import { type CheckRequest, checkTree } from '../files/check-tree.ts';
import { BadConfig, loadTree, type TreeRequest } from '../files/tree.ts';
import { mergeBase, resolveCommit } from './commits.ts';

/**
 * A folder's report beside that of the tree it grew from: the last commit that HEAD shares with the ref. Each
 * tree is checked by its own config, so that a severity that rises makes a finding new here as it does in the Action;
 * a base with a broken config, and a config that was named, by the head's.
 *
 * @throws GitError when the ref names no commit
 */
export async function besideBase(
  folder: string,
  ref: string,
  head: Report,
  request: CheckRequest,
  { scope, sameConfig }: { readonly scope: Report['scope']; readonly sameConfig: boolean },
): Promise<Report> {
  const [base, here] = await Promise.all([resolveCommit(folder, ref), resolveCommit(folder, 'HEAD')]);
  const shared = (await mergeBase(folder, base.sha, here.sha)) ?? base.sha;
  const at: TreeRequest = { folder, ruleIds, commit: { sha: shared, ref } };
  const tree = await loadTree(sameConfig ? { ...at, config: head.config } : at).catch((error: unknown) => {
    if (error instanceof BadConfig) return loadTree({ ...at, config: head.config });
    throw error;
  });
  if (tree.lacking !== undefined) {
    const note = `The base (${ref} at ${shared.slice(0, 7)}) could not be read, so every finding counts as new. ${tree.lacking.message}`;
    return compareReports(null, head, { scope, note });
  }
  const since = shared === base.sha ? '' : ', where this branch left it';
  const note = `Compared with ${ref} at ${shared.slice(0, 7)}${since}.`;
  return compareReports(checkTree(tree, request), head, { scope, note });
}
