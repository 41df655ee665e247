/**
 * The one place that makes addresses. A `SitePath` is a path inside the site without the base; only `url` turns it
 * into something for an `href`, so a forgotten base path does not compile.
 */

declare const sitePath: unique symbol;
declare const externalUrl: unique symbol;

/** `/stages/mql/`, `/sla.csv`, `/stages/mql/#owner`: from the root of the site, base not applied. */
export type SitePath = string & { readonly [sitePath]: true };
/** An http or https address outside the site. */
export type ExternalUrl = string & { readonly [externalUrl]: true };
export type Address = SitePath | ExternalUrl;

/** A page: `pagePath('stages', 'mql')` is `/stages/mql/`, `pagePath()` the home page. */
export function pagePath(...segments: readonly string[]): SitePath {
  return `/${segments.map((segment) => `${encodeURIComponent(segment)}/`).join('')}` as SitePath;
}

/** A file, which never ends in a slash: `filePath('sla.csv')` is `/sla.csv`. */
export function filePath(...segments: readonly string[]): SitePath {
  return `/${segments.map((segment) => encodeURIComponent(segment)).join('/')}` as SitePath;
}

/** A place on a page. */
export function anchor(path: SitePath, id: string): SitePath {
  return `${path}#${encodeURIComponent(id)}` as SitePath;
}

/** The page's twin in Markdown: `/stages/mql/` → `/stages/mql.md`, `/` → `/index.md`. Anchors are kept. */
export function twinPath(path: SitePath): SitePath {
  const [page = '', hash] = path.split('#');
  const twin = page === '/' ? '/index.md' : page.endsWith('/') ? `${page.slice(0, -1)}.md` : page;
  return (hash === undefined ? twin : `${twin}#${hash}`) as SitePath;
}

/** An address from a config or an entry; null unless it is plain http or https. */
export function external(text: string): ExternalUrl | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return address.protocol === 'https:' || address.protocol === 'http:' ? (address.href as ExternalUrl) : null;
}

/** True for a page of this site, which begins with a slash; any other address leads out. */
export function isInside(address: Address): address is SitePath {
  return address.startsWith('/');
}

/** What goes into an `href`. `base` is `/` or `/repo/`, with both slashes. */
export function url(address: Address, base: string): string {
  return isInside(address) ? base + address.slice(1) : address;
}

/** The `[...path]` parameter Astro wants for a page: `stages/mql`, undefined for the home page. */
export function routeParam(path: SitePath): string | undefined {
  return decodeURIComponent(path.slice(1, -1)) || undefined;
}

/** The last part of a page's address: `/roles/ae/` is `ae`. No two pages of a kind share it. */
export function lastPart(path: SitePath): string {
  return decodeURIComponent(path.split('/').at(-2) ?? '');
}

/** Letters of Latin alphabets that are more than a letter with a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Letters and digits of `text` for an address; empty when it has none in ASCII. At most 60 characters. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

/** Six characters of a name's own, the same whatever stands beside it (FNV-1a). */
function mark(name: string): string {
  let hash = 0x811c9dc5;
  for (const sign of name.normalize('NFC')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-6);
}

/**
 * A slug per item, in order, none twice: the name's; the ID's where the name has no ASCII letter, with a mark of the
 * name where there is no ID either; on a clash, what comes first with the ID or mark behind it.
 */
export function slugs<Item extends { readonly id: string }>(
  items: readonly Item[],
  name: (item: Item) => string,
): ReadonlyMap<Item, string> {
  const taken = new Set<string>();
  const found = new Map<Item, string>();
  for (const item of items) {
    const own = slug(name(item));
    const id = slug(item.id);
    const second = id === '' || id === own ? mark(name(item)) : id;
    const choices = own === '' ? [id || `name-${second}`] : [own, `${own}-${second}`];
    let chosen = choices.find((choice) => !taken.has(choice));
    for (let n = 2; chosen === undefined; n++) {
      const numbered = `${choices.at(-1)}-${n}`;
      if (!taken.has(numbered)) chosen = numbered;
    }
    taken.add(chosen);
    found.set(item, chosen);
  }
  return found;
}
