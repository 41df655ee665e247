import type { SiteFlags } from '../commands/site.ts';
import { after, type Context, configOption } from './option.ts';

/** `mops site build` and `mops site dev`. */
export function defineSite({ program, terminal, finish }: Context): void {
  const site = program
    .command('site')
    .summary('build the site the team reads')
    .description(
      'Builds or serves the site made from the entries: stages, handoffs, SLAs, roles, onboarding.',
    )
    .addHelpText('after', after(['mops site build --out public', 'mops site dev']));

  site
    .command('build')
    .summary('write the site to a folder')
    .description(
      'Writes the finished site to a folder. A broken SoT builds too; its findings stand on the pages.',
    )
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--out <folder>', 'where the site goes; the folder is replaced', 'dist-site')
    .option('--base <path>', 'path the site is served under, such as /repo/ (default: the config, else /)')
    .option('--replay <file>', 'a report saved by mops replay --format json, for the page "How it goes"')
    .option('--url <address>', 'address of the site, for its feed: https://team.github.io')
    .option(...configOption)
    .addHelpText(
      'after',
      after(['mops site build --out public', 'mops site build --out public --base /handbook/']),
    )
    .action(async (dir: string, flags: SiteFlags) => {
      const { siteBuildCommand } = await import('../commands/site.ts');
      finish(await siteBuildCommand(dir, flags, terminal));
    });

  site
    .command('dev')
    .summary('serve the site while you edit')
    .description('Serves the site on this machine; pages reload when an entry changes. Ctrl-C ends.')
    .argument('[dir]', 'folder that holds the SoT', '.')
    .option('--port <number>', 'port to listen on')
    .option('--base <path>', 'path the site is served under, such as /repo/ (default: the config, else /)')
    .option(...configOption)
    .addHelpText('after', after(['mops site dev', 'mops site dev docs/gtm --port 8080']))
    .action(async (dir: string, flags: SiteFlags) => {
      const { siteDevCommand } = await import('../commands/site.ts');
      finish(await siteDevCommand(dir, flags, terminal));
    });
}
