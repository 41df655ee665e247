import { changesAsJson, changesAsMarkdown, changesAsText, semanticChanges } from '../../compare/index.ts';
import type { Model } from '../../lifecycle/model.ts';
import { rules } from '../../rules/index.ts';
import type { DiffFormat } from '../choice.ts';
import { type ExitCode, exit } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadTree } from '../files/tree.ts';
import { mergeBase, resolveCommit } from '../git/commits.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

/**
 * `mops diff A..B`: what changed in the lifecycle between two commits, `A...B` since they parted, `A` alone up to the
 * folder as it is. Each tree is read by its own config.
 */
export async function diffCommand(
  range: string,
  path: string | undefined,
  { format }: { readonly format: DiffFormat },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(path);
  const parts = /^(.*?)(\.\.\.?)(.*)$/s.exec(range);
  const [, from = range, dots = '', to = ''] = parts ?? [];
  const base = await resolveCommit(folder, from || 'HEAD');
  const head = parts === null ? null : await resolveCommit(folder, to || 'HEAD');
  const shared = dots === '...' && head !== null ? await mergeBase(folder, base.sha, head.sha) : null;
  const changes = semanticChanges(
    await modelAt(folder, { sha: shared ?? base.sha, ref: base.ref }),
    await modelAt(folder, head),
  );
  if (format === 'json') terminal.out(changesAsJson(changes));
  else if (format === 'markdown') terminal.out(changesAsMarkdown(changes));
  else terminal.out(changesAsText(changes));
  return exit.pass;
}

async function modelAt(folder: string, commit: { sha: string; ref: string } | null): Promise<Model> {
  const ruleIds = rules.map(({ id }) => id);
  return modelOf(await loadTree({ folder, ruleIds, ...(commit === null ? {} : { commit }) }));
}
