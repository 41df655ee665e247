import { readFileSync } from 'node:fs';
import { readSaved } from '../../replay/saved.ts';
import { type ExitCode, UsageError } from '../exit.ts';
import { buildSite, devSite, type SiteOptions } from '../site/site.ts';
import type { Terminal } from '../terminal.ts';
import { checkedFolder } from './folder.ts';

export interface SiteFlags {
  readonly out: string;
  readonly base?: string;
  readonly config?: string;
  readonly url?: string;
  readonly replay?: string;
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
  { base, config, url, replay }: SiteFlags,
  terminal: Terminal,
): SiteOptions {
  return {
    dir: checkedFolder(path),
    base,
    config,
    url,
    replay: checkedReport(replay),
    log: (line) => terminal.error(`${line}\n`),
  };
}

/** @throws UsageError where the file is no report of `mops replay` */
function checkedReport(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read. Save one: mops replay export.csv --format json > ${path}`);
  }
  if (readSaved(text) === null)
    throw new UsageError(
      `${path} is no report of mops replay. Save one: mops replay export.csv --format json`,
    );
  return path;
}
