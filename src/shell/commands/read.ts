import { relative, resolve } from 'node:path';
import { accountOf } from '../../lifecycle/account.ts';
import { accountAsJson, accountAsText } from '../../report/read.ts';
import { rules } from '../../rules/index.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { modelOf } from '../files/check-tree.ts';
import { loadTree } from '../files/tree.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

/** `mops read [file…]`: every line of the files and what it was taken for. */
export async function readCommand(
  files: readonly string[],
  {
    dir,
    format,
    config,
  }: { readonly dir: string; readonly format: 'text' | 'json'; readonly config?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = checkedFolder(dir);
  const tree = await loadTree({
    folder,
    ruleIds: rules.map(({ id }) => id),
    ...(config === undefined ? {} : { configPath: config }),
  });
  const model = modelOf(tree);
  const known = new Set(model.repository.files.map(({ path }) => path));
  const asked = files.map((file) => {
    const inFolder = relative(folder, resolve(file)).replaceAll('\\', '/');
    const path = known.has(inFolder) ? inFolder : file.replace(/^\.\//, '');
    if (!known.has(path))
      throw new UsageError(
        `${file} is not among the files that are checked (${tree.config.sot.join(', ')}).`,
      );
    return path;
  });
  const account = accountOf(model, asked.length > 0 ? new Set(asked) : undefined);
  const texts = new Map(model.repository.files.map(({ path, text }) => [path, text]));
  terminal.out(
    format === 'json' ? accountAsJson(account) : accountAsText(account, (path) => texts.get(path) ?? ''),
  );
  return exit.pass;
}
