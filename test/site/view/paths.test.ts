import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchor,
  external,
  filePath,
  pagePath,
  routeParam,
  slug,
  slugs,
  twinPath,
  url,
} from '../../../site/lib/paths.ts';

describe('addresses', () => {
  it('put the base before pages and files, once, and no slash behind a file', () => {
    expect(url(pagePath(), '/')).toBe('/');
    expect(url(pagePath('stages', 'mql'), '/repo/')).toBe('/repo/stages/mql/');
    expect(url(filePath('sla.csv'), '/repo/')).toBe('/repo/sla.csv');
    expect(url(anchor(pagePath('sla'), 'hours'), '/repo/')).toBe('/repo/sla/#hours');
  });

  it('lead from a page to its twin in Markdown', () => {
    expect(twinPath(pagePath('stages', 'mql'))).toBe('/stages/mql.md');
    expect(twinPath(pagePath())).toBe('/index.md');
    expect(twinPath(anchor(pagePath('sla'), 'x'))).toBe('/sla.md#x');
    expect(routeParam(pagePath('stages', 'mql'))).toBe('stages/mql');
    expect(routeParam(pagePath())).toBeUndefined();
  });

  it('out of the site are http and https alone', () => {
    expect(external('https://github.com/a/b')).toBe('https://github.com/a/b');
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '/local',
      'mailto:a@b.c',
      ' javascript:x',
      '',
    ])
      expect(external(text)).toBeNull();
  });

  it('have slugs of letters, digits and dashes, never the same twice', () => {
    expect(slug('Müde Leads (EMEA)')).toBe('mude-leads-emea');
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.constantFrom('BR-MOPS-001', 'BR-MOPS-002'), name: fc.string() })),
        (items) => {
          const found = [...slugs(items, ({ name }) => name).values()];
          expect(new Set(found).size).toBe(items.length);
          for (const each of found) expect(each).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        },
      ),
    );
  });
});
