import { type ExitCode, UsageError } from '../exit.ts';
import { buildSite, devSite, type SiteOptions } from '../site/site.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface SiteFlags {
  readonly out: string;
  readonly base?: string;
  readonly config?: string;
  readonly url?: string;
  readonly port?: string;
}

/** `mops site build`: exit 0 also for a broken SoT, whose findings stand on the pages. */
export async function siteBuildCommand(
  path: string | undefined,
  flags: SiteFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  return (await buildSite({ ...optionsOf(path, flags, terminal), out: flags.out })) as ExitCode;
}

/** `mops site dev`: serves the site until it is ended. */
export async function siteDevCommand(
  path: string | undefined,
  flags: SiteFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const port = flags.port === undefined ? undefined : Number(flags.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new UsageError(`--port is "${flags.port}", expected a number from 1 to 65535.`);
  }
  return (await devSite({ ...optionsOf(path, flags, terminal), port })) as ExitCode;
}

function optionsOf(
  path: string | undefined,
  { base, config, url }: SiteFlags,
  terminal: Terminal,
): SiteOptions {
  return { dir: checkedFolder(path), base, config, url, log: (line) => terminal.error(`${line}\n`) };
}
