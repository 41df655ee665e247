import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { lockBuilds } from '../../src/shell/site/lock.ts';
import { manifestName, writeManifest } from '../../src/shell/site/manifest.ts';
import { astroNode } from '../../src/shell/site/process.ts';
import { replaceFolder } from '../../src/shell/site/replace.ts';
import { buildOf, builtSite, scratch } from './fixture.ts';
import { filesOf } from './pages.ts';

vi.setConfig({ testTimeout: 600_000 });

const run = promisify(execFile);
const project = join(import.meta.dirname, '..', '..');

/** What a site has in its heads and its feed because it knows its address. */
const addressed =
  /<link rel="(?:canonical|sitemap)"[^>]*>|<meta property="og:url"[^>]*>|https:\/\/team\.example/g;

/** Every file of a folder with the hash of its bytes, or of what is left of them. */
async function bytesOf(folder: string, without?: RegExp): Promise<Readonly<Record<string, string>>> {
  const files = await filesOf(folder);
  const hashes = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return createHash('sha256')
        .update(without === undefined ? bytes : bytes.toString('latin1').replace(without, ''))
        .digest('hex');
    }),
  );
  return Object.fromEntries(files.map((file, at) => [file, hashes[at] ?? '']));
}

describe('building the site', () => {
  it('gives two builds at once their turns', async () => {
    const folder = await scratch();
    const first = await lockBuilds(folder, () => {});
    const order: string[] = [];
    const second = lockBuilds(folder, () => order.push('waits')).then((unlock) => {
      order.push('has it');
      return unlock();
    });
    await vi.waitFor(() => expect(order).toEqual(['waits']));
    await first();
    await second;
    expect(order).toEqual(['waits', 'has it']);
  });

  it('takes over the turn of a build that is gone', async () => {
    const folder = await scratch();
    await mkdir(join(folder, '.astro'));
    await writeFile(join(folder, '.astro', 'mops-build.lock'), '999999999');
    await (await lockBuilds(folder, () => {}))();
    expect(await readdir(join(folder, '.astro'))).toEqual([]);
  });

  it('gives the same bytes in full and from what is kept of earlier builds, with kept drawings and with fresh ones', async () => {
    const first = await builtSite('repo');
    const folder = await scratch();
    const repository = join(first.folder, '..', 'repository');
    const forgetBundles = async () => {
      const unlock = await lockBuilds(project, () => {});
      for (const each of await readdir(join(project, '.astro')))
        if (each.startsWith('kept-')) await rm(join(project, '.astro', each), { recursive: true });
      await unlock();
    };
    await forgetBundles();
    // An empty cache folder makes a build draw everything anew.
    const again = (name: string) =>
      buildOf(repository, join(folder, name), '/repo/', { XDG_CACHE_HOME: folder }, 'https://team.example');
    const full = await again('full');
    const added = ['sitemap-0.xml', 'sitemap-index.xml', manifestName];
    const pagesOf = async (site: string) => {
      const all = Object.entries(await bytesOf(site, addressed));
      return Object.fromEntries(all.filter(([file]) => !added.includes(file)));
    };
    expect(await pagesOf(full.folder)).toEqual(await pagesOf(first.folder));

    // A machine that has nothing but the cache folder, and one entry that reads otherwise.
    await forgetBundles();
    const rules = join(repository, 'SoT/SoT.BUSINESS_RULES.md');
    const text = await readFile(rules, 'utf8');
    await writeFile(rules, text.replace('this stage: 1 business hour', 'this stage: 2 business hours'));
    const changed = await again('changed').finally(() => writeFile(rules, text));
    const page = (folder: string) => readFile(join(folder, 'stages/mql/index.html'), 'utf8');
    expect(await page(changed.folder)).not.toBe(await page(full.folder));
    const [, written = 0, asTheyWere = 0] =
      /(\d+) pages written, (\d+) of them as they were/.exec(changed.log.join('\n')) ?? [];
    expect(Number(asTheyWere)).toBeLessThan(Number(written));
    expect(Number(asTheyWere)).toBeGreaterThan(Number(written) / 2);

    // And back: the pages that had changed are rendered, the others kept, all as the full build made them.
    const back = await again('back');
    expect([full.code, changed.code, back.code]).toEqual([0, 0, 0]);
    expect(await bytesOf(back.folder)).toEqual(await bytesOf(full.folder));
  });

  it('tells how it gets on', async () => {
    const { log } = await builtSite('repo');
    expect(log.join('\n')).toMatch(
      /5 stages, 4 handoffs, \d+ findings?; \d+ pages and \d+ diagrams to make[\s\S]*pages written/,
    );
  });

  it.each([
    ['deep', 'Dockmere revenue handbook'],
    ['hybrid', 'Pinemark lifecycle'],
  ] as const)(
    'heads the pages of %s with the title of its team, from the bundle that serves both',
    async (name, title) => {
      const { folder } = await builtSite(name);
      const page = await readFile(join(folder, 'sla', 'index.html'), 'utf8');
      expect(page).toMatch(new RegExp(`<title>[^<|]+ \\| ${title}</title>`));
      expect(page).toContain(`<meta property="og:site_name" content="${title}"/>`);
      expect(page).not.toContain('Lead lifecycle</title>');
    },
  );

  it('says what to write where there is nothing', async () => {
    const { folder, code } = await builtSite('empty');
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('Nothing is written yet');
    expect(await readFile(join(folder, 'handoffs/index.html'), 'utf8')).toContain(
      'No handoff is written yet',
    );
    expect(await readFile(join(folder, 'changes/index.html'), 'utf8')).toContain('No history here');
  });

  it('shows the findings of a broken repository in place', async () => {
    const { folder, code } = await builtSite('broken');
    expect(code).toBe(0);
    expect(await readFile(join(folder, 'gates/index.html'), 'utf8')).toContain('✗ fails');
    const stages = (await filesOf(folder)).filter((file) => /^stages\/[^/]+\/index\.html$/.test(file));
    const texts = await Promise.all(stages.map((file) => readFile(join(folder, file), 'utf8')));
    expect(texts.some((text) => text.includes('id="findings"'))).toBe(true);
  });

  it('stops with exit 2 on a config it cannot read, and leaves the old site alone', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'mops.config.yml'), 'moed: standard\n');
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', 'index.html'), 'old');
    await writeManifest(join(folder, 'out'));
    const { code, log } = await buildOf(folder, join(folder, 'out'), '/');
    expect(code).toBe(2);
    expect(log.join('\n')).toMatch(/mops\.config\.yml:1:1.*mode/);
    expect(await readFile(join(folder, 'out', 'index.html'), 'utf8')).toBe('old');
  });

  it('refuses to replace the folder that holds the SoT', async () => {
    const folder = await scratch();
    await expect(buildOf(folder, folder, '/')).rejects.toThrow('Choose another --out');
  });

  it('replaces a folder as a whole, and leaves nothing beside it', async () => {
    const folder = await scratch();
    await mkdir(join(folder, 'built'));
    await writeFile(join(folder, 'built', 'new.html'), 'new');
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', 'old.html'), 'old');
    await replaceFolder(join(folder, 'built'), join(folder, 'out'));
    expect(await readdir(join(folder, 'out'))).toEqual(['new.html']);
    expect((await readdir(folder)).sort()).toEqual(['built', 'out']);
  });

  it('finds a Node that Astro runs on where its own is too old', () => {
    expect(astroNode(project, '24.1.0')).toBe(process.execPath);
    expect(astroNode(project, '22.11.0')).toMatch(/node_modules[\\/]node[\\/]bin[\\/]node/);
  });
});

describe('the machine-readable side', () => {
  it('gives the same lifecycle as mops export json', async () => {
    const { folder } = await builtSite('repo');
    const { stdout } = await run(process.execPath, [join(project, 'src/shell/cli.ts'), 'export', 'json'], {
      cwd: join(project, 'examples/b2b-saas'),
    });
    expect(JSON.parse(await readFile(join(folder, 'lifecycle.json'), 'utf8'))).toEqual(JSON.parse(stdout));
  });

  it('gives a lifecycle that its schema accepts', async () => {
    const { Ajv } = await import('ajv');
    for (const name of ['repo', 'deep', 'broken', 'hostile', 'empty'] as const) {
      const { folder } = await builtSite(name);
      const validate = new Ajv({ strict: false }).compile(
        JSON.parse(await readFile(join(folder, 'lifecycle.schema.json'), 'utf8')),
      );
      validate(JSON.parse(await readFile(join(folder, 'lifecycle.json'), 'utf8')));
      expect(validate.errors, name).toBeNull();
    }
  });

  it('has a row per limit in sla.csv: stages, handoffs and segments', async () => {
    const { folder } = await builtSite('deep');
    const lines = (await readFile(join(folder, 'sla.csv'), 'utf8')).trim().split('\r\n');
    expect(lines[0]).toMatch(/^kind,id,name,owner,limit,/);
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0]))).toEqual(
      new Set(['stage', 'handoff', 'segment']),
    );
  });

  it('guides agents to every page in llms.txt', async () => {
    const { folder } = await builtSite('repo');
    const text = await readFile(join(folder, 'llms.txt'), 'utf8');
    expect(text).toContain('(/repo/stages/mql.md)');
    expect(text).toContain('(/repo/lifecycle.json)');
  });
});
