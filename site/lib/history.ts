/** The lifecycle's history from git: what each commit changed in meaning. */

import { semanticChanges } from '../../src/compare/index.ts';
import type { Config } from '../../src/config/schema.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { modelOf } from '../../src/shell/files/check-tree.ts';
import { loadTree } from '../../src/shell/files/tree.ts';
import { commitsOf, type LoggedCommit } from '../../src/shell/git/site-history.ts';

export interface ChangeLine {
  readonly id: string | null;
  readonly name: string;
  /** The field or event: `owner`, `sla`, `added`. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly sentence: string;
}

export interface CommitChange extends LoggedCommit {
  readonly lines: readonly ChangeLine[];
}

export interface History {
  readonly changes: readonly CommitChange[];
  /** Date of the oldest commit that was read; what changed before it is not known here. */
  readonly begins: string | null;
}

/** Commits looked at, and characters of entries read over all of them: a build must not grow with the history. */
const mostCommits = 40;
const mostCharacters = 8_000_000;

/**
 * What the last commits changed, newest first; commits that changed no meaning are left out. Each tree is read with
 * today's config, so that only entries count. Null where there is no git history.
 */
export async function readHistory(folder: string, config: Config): Promise<History | null> {
  const commits = await commitsOf(folder, mostCommits + 1);
  if (commits === null) return null;
  const changes: CommitChange[] = [];
  let characters = 0;
  let newer: { readonly commit: LoggedCommit; readonly model: Model } | null = null;
  for (const commit of commits) {
    if (characters > mostCharacters) break;
    const tree = await loadTree({
      folder,
      ruleIds: [],
      config,
      commit: { sha: commit.sha, ref: commit.sha },
    }).catch(() => null);
    if (tree === null) break;
    characters += tree.files.reduce((sum, { text }) => sum + text.length, 0);
    const model = modelOf(tree);
    if (newer !== null) add(changes, newer.commit, model, newer.model);
    newer = { commit, model };
  }
  return { changes, begins: newer?.commit.date ?? null };
}

function add(changes: CommitChange[], commit: LoggedCommit, base: Model, head: Model): void {
  const told = new Set<string>();
  const lines = semanticChanges(base, head).flatMap((change): ChangeLine[] => {
    const { subject, what, before, after, sentence, replaced } = change;
    // A word that is another one everywhere is one line.
    if (replaced !== undefined) {
      const { old, now } = replaced;
      if (told.has(`${old}\n${now}`)) return [];
      told.add(`${old}\n${now}`);
      const words = `Words: “${old}” is now “${now}”`;
      return [{ id: null, name: 'Words', what: 'words', before: old, after: now, sentence: words }];
    }
    const id = head.records.has(subject.id) ? subject.id : null;
    return [{ id, name: subject.name || subject.id, what, before, after, sentence }];
  });
  if (lines.length > 0) changes.push({ ...commit, lines });
}
