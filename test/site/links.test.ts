import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { builtSite, type VariantName } from './fixture.ts';
import { attributes, filesOf, pagesOf, zippedSize } from './pages.ts';

/** The first test of a run to ask for a site waits for its build. */
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Addresses of a site that lead nowhere: a file that is not there, an anchor that is on no page. */
async function deadLinks(name: VariantName): Promise<readonly string[]> {
  const { folder, base } = await builtSite(name);
  const files = new Set(await filesOf(folder));
  const anchors = new Map<string, ReadonlySet<string>>();
  const texts = new Map<string, string>();
  for (const file of files) {
    if (!/\.(?:html|md|txt|xml)$/.test(file)) continue;
    const text = await readFile(join(folder, file), 'utf8');
    texts.set(file, text);
    if (file.endsWith('.html')) anchors.set(file, new Set(attributes(text, 'id')));
  }
  const dead: string[] = [];
  for (const [file, text] of texts) {
    if (file.startsWith('pagefind/')) continue;
    const here = new URL(base + file.replace(/index\.html$/, ''), 'http://site.test');
    for (const link of linksIn(file, text)) {
      const target = new URL(link, here);
      if (target.origin !== 'http://site.test') continue;
      const path = decodeURIComponent(target.pathname);
      const inside = path.slice(base.length);
      const found = path.endsWith('/') ? `${inside}index.html` : inside;
      const anchor = decodeURIComponent(target.hash.slice(1));
      if (!path.startsWith(base) || !files.has(found)) dead.push(`${file}: ${link}`);
      else if (anchor !== '' && found.endsWith('.html') && !anchors.get(found)?.has(anchor))
        dead.push(`${file}: ${link} has no such place`);
    }
  }
  return dead;
}

function linksIn(file: string, text: string): readonly string[] {
  if (file.endsWith('.html')) {
    const refresh = [...text.matchAll(/content="0;url=([^"]*)"/g)].map((match) => match[1] ?? '');
    return [...attributes(text, 'href|src|data-copy-from|data-draw-with'), ...refresh];
  }
  if (file.endsWith('.xml'))
    return [...text.matchAll(/<link>([^<]*)<\/link>/g)].map((match) => match[1] ?? '');
  return [...text.matchAll(/(?<!\\)\]\(([^)\s]*)\)/g)].map((match) => match[1] ?? '');
}

describe.each(['repo', 'hybrid', 'deep', 'broken', 'empty', 'hostile', 'undrawn'] as const)(
  'the site %s',
  (name) => {
    it('builds with exit 0, and every link and every anchor leads somewhere', async () => {
      const site = await builtSite(name);
      expect(site.log.join('\n')).not.toMatch(/error/i);
      expect(site.code).toBe(0);
      expect(await deadLinks(name)).toEqual([]);
    });

    it('has each ID once on a page', async () => {
      const { folder } = await builtSite(name);
      const twice: string[] = [];
      for (const page of await pagesOf(folder)) {
        const ids = attributes(await readFile(fileOf(folder, page), 'utf8'), 'id');
        twice.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${page}: ${id}`));
      }
      expect(twice).toEqual([]);
    });

    it('keeps to a strict policy on every page', async () => {
      const { folder } = await builtSite(name);
      for (const file of (await filesOf(folder)).filter(
        (each) => each.endsWith('.html') && !each.startsWith('draw/'),
      )) {
        const html = await readFile(join(folder, file), 'utf8');
        const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
        expect(policy, file).toContain("default-src 'none'");
        expect(policy, file).toMatch(/script-src [^;]*'self'/);
        expect(html.search(/http-equiv="content-security-policy"/), file).toBeLessThan(
          html.search(/<script|<link rel="stylesheet"/),
        );
        expect(policy, file).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
        expect(html, file).not.toMatch(/\sstyle="|\son[a-z]+="/);
      }
    });
  },
);

describe('the site of the example', () => {
  it('has a Markdown twin for every page of the lifecycle', async () => {
    const { folder } = await builtSite('repo');
    const files = new Set(await filesOf(folder));
    const pages = (await pagesOf(folder)).filter(
      (page) => page !== '/404.html' && !page.startsWith('/embed/'),
    );
    const missing = pages.filter((page) => !files.has(page === '/' ? 'index.md' : `${page.slice(1, -1)}.md`));
    expect(missing).toEqual([]);
    expect(await readFile(join(folder, 'stages/mql.md'), 'utf8')).toContain('**1 hour** business hours');
  });

  it('leads a permanent address on to the page of the entry', async () => {
    const { folder } = await builtSite('repo');
    expect(await readFile(join(folder, 'id/BR-MOPS-002/index.html'), 'utf8')).toContain(
      'content="0;url=/repo/stages/mql/"',
    );
    expect(await readFile(join(folder, 'id/PER-001/index.html'), 'utf8')).toContain('VP Engineering');
  });

  // The second has thirty stages.
  it.each(['repo', 'undrawn'] as const)(
    'stays within its weight (%s): 8 kB of HTML, 17 kB of CSS, 10 kB of script, gzipped',
    async (name) => {
      const { folder, base } = await builtSite(name);
      for (const page of await pagesOf(folder)) {
        const file = fileOf(folder, page);
        const html = await readFile(file, 'utf8');
        expect(await zippedSize(file), page).toBeLessThanOrEqual(8192);
        const loaded = (pattern: RegExp) =>
          Promise.all(
            [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ''))].map((path) =>
              withImports(folder, path.slice(base.length)),
            ),
          );
        const css = (await loaded(/<link rel="stylesheet" href="([^"]*)"/g)).reduce(
          (sum, size) => sum + size,
          0,
        );
        const script = (await loaded(/<script[^>]* src="([^"]*)"/g)).reduce((sum, size) => sum + size, 0);
        expect(css, page).toBeLessThanOrEqual(17 * 1024);
        expect(script, page).toBeLessThanOrEqual(10 * 1024);
      }
    },
  );

  it('opens links of the picture in a frame in the whole window', async () => {
    const { folder } = await builtSite('repo');
    const html = await readFile(join(folder, 'embed/lifecycle/index.html'), 'utf8');
    expect(html.indexOf('<base target="_parent">')).toBeLessThan(html.indexOf('<a '));
    expect(html).not.toMatch(/target="_(?:self|top|blank)"/);
  });

  it('ships no Mermaid where the diagrams were drawn at build', async () => {
    const { folder } = await builtSite('repo');
    const files = await filesOf(folder);
    expect(files.filter((file) => /mermaid|draw\//i.test(file))).toEqual([]);
    const html = await readFile(join(folder, 'stages/index.html'), 'utf8');
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="lifecycle-t lifecycle-d"/);
    expect(files).toContain('diagrams/lifecycle.svg');
    expect(await readFile(join(folder, 'diagrams/lifecycle.mmd'), 'utf8')).toMatch(/^flowchart TB/m);
  });
});

/** A file's weight with the modules it imports at once. */
async function withImports(folder: string, path: string): Promise<number> {
  const text = await readFile(join(folder, path), 'utf8');
  const own = await zippedSize(join(folder, path));
  const imports = path.endsWith('.js')
    ? [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)].map((match) => match[1] ?? '')
    : [];
  const rest = await Promise.all(
    [...new Set(imports)].map((name) => zippedSize(join(folder, '_astro', name))),
  );
  return own + rest.reduce((sum, size) => sum + size, 0);
}

function fileOf(folder: string, page: string): string {
  return join(folder, page.endsWith('/') ? `${page}index.html` : page);
}
