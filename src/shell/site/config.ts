import type { Config } from '../../config/schema.ts';
import { rules } from '../../rules/index.ts';
import { BadConfig, loadTree, missingIn } from '../files/tree.ts';

/**
 * The part of the config that must be known before Astro starts: title and base path. A folder without a config has
 * the defaults. A problem names the file, the line and what to do; `missing` says what the site will lack.
 */
export async function readSiteConfig(
  folder: string,
  configPath: string | undefined,
): Promise<
  { readonly site: Config['site']; readonly missing: readonly string[] } | { readonly problem: string }
> {
  const ruleIds = rules.map(({ id }) => id);
  try {
    const request = {
      folder,
      ruleIds,
      mayBeEmpty: true,
      ...(configPath === undefined ? {} : { configPath }),
    };
    const tree = await loadTree(request);
    return { site: tree.config.site, missing: await missingIn(tree, request) };
  } catch (problem) {
    if (problem instanceof BadConfig) return { problem: problem.message };
    const { code } = problem as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: `There is no folder ${folder}.` };
    throw problem;
  }
}
