import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../../src/shell/program.ts';
import { alone, environment, root } from './package.ts';

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;

const sitePackage = JSON.parse(readFileSync(join(root, 'site/package.json'), 'utf8')) as Manifest;

let packed: ReturnType<typeof alone>;

beforeAll(() => {
  packed = alone();
});

afterAll(() => packed.remove());

function mops(...args: string[]) {
  const cwd = join(packed.path, '..', 'empty');
  mkdirSync(cwd, { recursive: true });
  const command = join(packed.path, manifest.bin['mops'] ?? '');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd,
    env: environment,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the packed package', () => {
  test.each([
    'dist/mops.cjs',
    'schema/config.json',
    'schema/lifecycle.json',
    'skill/SKILL.md',
    'site/run.mjs',
    'src/check/check.ts',
    'astro.config.mjs',
    'README.md',
    'LICENSE',
    'CHANGELOG.md',
  ])('has %s', (path) => {
    expect(existsSync(join(packed.path, path))).toBe(true);
  });

  test.each(['test', 'action', 'scripts', 'node_modules', '.github', 'dist-site'])(
    'leaves out %s',
    (path) => {
      expect(existsSync(join(packed.path, path))).toBe(false);
    },
  );

  test('has a command that runs as it is, with no package beside it', () => {
    expect(statSync(join(packed.path, 'dist/mops.cjs')).mode & 0o111).toBeGreaterThan(0);
    expect(mops('--version')).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
    expect(mops('init', '--motion', 'self-serve').code).toBe(0);
    expect(mops('check')).toMatchObject({ code: 1, out: expect.stringContaining('template-leftover') });
    expect(mops('draft', 'channel-map').out).toContain('GTM-001');
    expect(mops('export', 'mermaid').out).toContain('flowchart');
  });

  test('installs nothing else, runs on Node 20 and stays small', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.engines.node).toBe('>=20');
    const files = globSync('**/*', { cwd: packed.path, withFileTypes: true }).filter((file) => file.isFile());
    const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
    expect(bytes).toBeLessThan(10 * 1024 * 1024);
  });

  test('says in one line how to add the packages of the site', () => {
    const { code, err } = mops('site', 'build', '--out', 'dist-site');
    expect(code).toBe(2);
    expect(err).toContain(`npm install --save-dev marketing-ops-handoff-site@${manifest.version}`);
  });

  test('the site’s package has the same version and pins what it needs', () => {
    expect(sitePackage.version).toBe(manifest.version);
    for (const [name, version] of Object.entries(sitePackage.dependencies ?? {}))
      expect({ name, pinned: /^\d+\.\d+\.\d+$/.test(version) }).toEqual({ name, pinned: true });
  });

  test('is built before it is packed', () => {
    expect(manifest.scripts['prepack']).toBe(manifest.scripts['build']);
  });

  test('depends on every package that its site imports', async () => {
    const sources = globSync('site/**/*.{ts,mjs}', { cwd: root }).filter((path) => !path.endsWith('.d.ts'));
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [...sources, 'astro.config.mjs'],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      write: false,
      metafile: true,
      outdir: 'unused',
      logLevel: 'silent',
      external: ['astro:*', 'virtual:*', '*?raw', '*.astro'],
    });
    const imported = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ external, path }) => external === true && /^(?:@[\w-]+\/)?[\w-]+(?:\/|$)/.test(path))
      .map(({ path }) =>
        path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    expect(new Set(imported)).toContain('yaml');
    const missing = [...new Set(imported)].filter((name) => sitePackage.dependencies?.[name] === undefined);
    expect(missing).toEqual([]);
  });
});

test('npm ci takes the lock file: every optional package that another names is in it', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  // If this fails after an install: node scripts/complete-lock.ts
  expect(named.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
});

test('every package of the lock file has its checksum, and comes from the registry', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { link?: boolean; integrity?: string; resolved?: string }>;
  };
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  );
  expect(installed.length).toBeGreaterThan(500);
  // If this fails after an install: node scripts/complete-lock.ts
  expect(installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
  const elsewhere = installed.filter(
    ([, { resolved = 'https://registry.npmjs.org/' }]) => !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere).toEqual([]);
});

describe('what is documented exists', () => {
  const quiet = { out: () => {}, error: () => {}, screen: false, colour: false };
  const program = buildProgram(quiet, () => {});

  test.each(['README.md', 'skill/SKILL.md', 'CONTRIBUTING.md', 'action/README.md', 'examples/README.md'])(
    'every mops command in %s, with its options',
    (path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const code = [...text.matchAll(/`([^`\n]+)`/g), ...text.matchAll(/^(?:npx )?(mops .*)$/gm)];
      const uses = code.flatMap(([, line = '']) => [...line.matchAll(/\bmops ([a-z]+)\b([^`|&#]*)/g)]);
      for (const [use, name, rest = ''] of uses) {
        const command = program.commands.find((one) => one.name() === name) ?? null;
        expect({ use, known: command !== null || name === 'help' }).toEqual({ use, known: true });
        const options = [command, ...(command?.commands ?? [])].flatMap((one) => one?.options ?? []);
        for (const [option] of rest.matchAll(/--[a-z-]+/g))
          expect({ use, known: options.some(({ long }) => long === option) || option === '--help' }).toEqual({
            use,
            known: true,
          });
      }
    },
  );

  test('every file that the README links is there', () => {
    const links = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\(((?!https?:)[^)#]+)\)/g)];
    expect(links.length).toBeGreaterThan(5);
    for (const [, path = ''] of links)
      expect({ path, there: existsSync(join(root, path)) }).toEqual({ path, there: true });
  });

  test("every key of the README's config is a key of the schema", async () => {
    const [, text = ''] =
      /^```yaml\n(motion:[\s\S]*?)^```$/m.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
    const { readConfig } = await import('../../src/config/read.ts');
    const { rules } = await import('../../src/rules/index.ts');
    const ids = rules.map(({ id }) => id);
    expect(readConfig(text, 'README.md', ids)).toHaveProperty('config');
    const schema = JSON.parse(readFileSync(join(root, 'schema/config.json'), 'utf8')) as {
      properties: object;
    };
    expect(Object.keys(parse(text) as object).sort()).toEqual(Object.keys(schema.properties).sort());
  });

  test('the pre-commit hook runs a command of ours on the files that matter', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as [
      { id: string; entry: string; files: string; language: string },
    ];
    expect(hook).toMatchObject({ id: 'mops-check', entry: 'dist/mops.cjs hook', language: 'script' });
    const files = new RegExp(hook.files);
    for (const path of [
      'SoT/SoT.BUSINESS_RULES.md',
      'docs/gtm/SoT/deep/a.md',
      'PRD.md',
      'README.md',
      'mops.config.yml',
    ])
      expect({ path, matches: files.test(path) }).toEqual({ path, matches: true });
    for (const path of ['src/index.md', 'SoT/a.png', 'MYPRD.md'])
      expect({ path, matches: files.test(path) }).toEqual({ path, matches: false });
  });
});
