/**
 * Adds to package-lock.json what `npm install` leaves out behind a registry that does not carry every platform: the
 * optional packages of other systems (a Mac's compiler, a phone's linter). Without them `npm ci` refuses the file,
 * although it would install none of them here. An entry that has no checksum gets the one the registry tells, so that
 * what is installed is what was locked. Run it after every `npm install`; a test checks the result.
 *
 *   node scripts/complete-lock.ts
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

interface Locked {
  readonly version?: string;
  readonly link?: boolean;
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Record<string, Locked & Record<string, unknown>>;
}

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
let added = 0;

for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`;
    if (lock.packages[path] !== undefined || !/^\d/.test(version)) continue;
    lock.packages[path] = entryOf(name, version);
    added++;
  }
}

let checked = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes('node_modules/') || entry.link === true || entry.integrity !== undefined) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  // In the order npm writes.
  const { version = '' } = entry;
  lock.packages[path] = { version, ...checksumOf(`${name}@${version}`), ...entry };
  checked++;
}

if (added + checked > 0) {
  const { '': own, ...others } = lock.packages;
  const sorted = Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': own, ...sorted } }, null, 2)}\n`);
}
console.log(
  added + checked === 0
    ? 'package-lock.json is complete.'
    : `Added ${added} packages of other systems and ${checked} checksums.`,
);

/** Where a package comes from, and its checksum, as the registry tells. */
function checksumOf(spec: string): { readonly resolved: string; readonly integrity: string } {
  const told = JSON.parse(
    execFileSync('npm', ['view', spec, 'dist.tarball', 'dist.integrity', '--json'], { encoding: 'utf8' }),
  ) as Readonly<Record<string, unknown>>;
  const { 'dist.tarball': resolved, 'dist.integrity': integrity } = told;
  if (typeof resolved !== 'string' || typeof integrity !== 'string' || !integrity.startsWith('sha512-'))
    throw new Error(`The registry tells no checksum of ${spec}.`);
  return { resolved, integrity };
}

/** The entry npm would write, as far as the name tells: where it may be installed, and that it may be left out. */
function entryOf(name: string, version: string): Locked & Record<string, unknown> {
  const words = name.replace('windows', 'win32').split(/[/-]/);
  const cpu = words.find((word) => /^(?:arm64|x64|arm|ia32|wasm32|ppc64|s390x|riscv64|loong64)$/.test(word));
  const os = words.find((word) => systems.includes(word));
  if (cpu === undefined) throw new Error(`The name of ${name} does not say for which processor it is.`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : null;
  return {
    version,
    cpu: [cpu],
    ...(libc === null ? {} : { libc }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
