import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

declare const __dirname: string | undefined;

/** The folder of this package, from the sources as from the bundle. */
export function packageRoot(): string {
  let folder = typeof __dirname === 'string' ? __dirname : import.meta.dirname;
  while (!isPackage(folder)) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The package folder of marketing-ops-handoff was not found.');
    folder = above;
  }
  return folder;
}

function isPackage(folder: string): boolean {
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'marketing-ops-handoff';
}

/**
 * A Node that Astro runs on: this one if it is new enough, else the binary of the `node` package beside this one; null
 * when neither. The working folder is not asked: it is the checked tree, and a stranger may have put a program there.
 */
export function astroNode(root: string, version = process.versions.node): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve('node/package.json');
    const binary = join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Whether the packages of the site can be found from the package's own folder. */
export function hasSitePackages(root: string): boolean {
  try {
    createRequire(join(root, 'site', 'run.mjs')).resolve('astro/package.json');
    return true;
  } catch {
    return false;
  }
}

interface AstroRun {
  readonly node: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Runs Astro to its end. Every line it prints goes to `log`. Ctrl-C ends it with this process. */
export function runAstro({ node, args, environment, log }: AstroRun): Promise<number> {
  const script = join(packageRoot(), 'site', 'run.mjs');
  const child = spawn(node, [script, ...args], {
    cwd: packageRoot(),
    env: {
      ...process.env,
      ...environment,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: args[0] === 'dev' ? 'development' : 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() !== '') log(line);
    });
  }
  const stop = () => child.kill('SIGTERM');
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      done(code ?? 0);
    });
  });
}
