/**
 * Search: Ctrl+K or the button opens it; only then the index and Pagefind are loaded. IDs, titles and keywords are
 * answered by our own small index first, the full text by Pagefind below.
 */

import { rank, type SearchRecord } from '../lib/search-index.ts';

interface Hit {
  readonly href: string;
  readonly title: string;
  readonly kicker: string;
  readonly excerpt: string;
}

interface Pagefind {
  init(): Promise<void>;
  options(options: { readonly baseUrl: string }): Promise<void>;
  debouncedSearch(words: string): Promise<{
    readonly results: readonly {
      data(): Promise<{
        readonly url: string;
        readonly excerpt: string;
        readonly plain_excerpt?: string;
        readonly meta: Readonly<Record<string, string>>;
      }>;
    }[];
  } | null>;
}

const most = 12;

/**
 * Makes the search in `root` work: the index comes when it is opened, the text of the pages (Pagefind) where the
 * build has it.
 */
export function enhanceSearch(root: ParentNode): void {
  const box = root.querySelector<HTMLElement>('[data-search]');
  const dialog = box?.querySelector('dialog');
  const input = box?.querySelector('input');
  const list = box?.querySelector('ul');
  const status = box?.querySelector('[data-search-status]');
  if (!box || !dialog || !input || !list || !status) return;
  const base = box.dataset['base'] ?? '/';
  let index: Promise<readonly SearchRecord[]> | undefined;
  let fullText: Promise<Pagefind | null> | undefined;
  let asked = 0;

  const open = (words?: string) => {
    index ??= fetch(`${base}search.json`).then((answer) => answer.json());
    fullText ??= loadPagefind(base);
    if (!dialog.open) dialog.showModal();
    if (words) {
      input.value = words;
      void search();
    }
    input.select();
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-open-search]'))
    button.addEventListener('click', () => open(button.dataset['openSearch']));
  addEventListener('keydown', (event) => {
    const inField =
      event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
    const slash = event.key === '/' && !inField && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });

  const search = async () => {
    const turn = ++asked;
    const words = input.value.trim();
    if (words === '') {
      show(list, input, []);
      status.textContent = '';
      return;
    }
    const own = jump((await index) ?? [], words, base);
    if (turn !== asked) return;
    show(list, input, own);
    const found = (await (await fullText)?.debouncedSearch(words)) ?? null;
    if (turn !== asked) return;
    const more =
      found === null ? [] : await Promise.all(found.results.slice(0, most).map((result) => result.data()));
    if (turn !== asked) return;
    const seen = new Set(own.map((hit) => hit.href));
    const hits = [
      ...own,
      ...more
        .filter((data) => !seen.has(data.url))
        .map((data) => ({
          href: data.url,
          title: data.meta['title'] ?? data.url,
          kicker: data.meta['kicker'] ?? '',
          excerpt: data.plain_excerpt ?? data.excerpt.replace(/<\/?mark>/g, ''),
        })),
    ]
      .toSorted((a, b) => Number(isRule(a, base)) - Number(isRule(b, base)))
      .slice(0, most);
    show(list, input, hits);
    status.textContent =
      hits.length === 0
        ? `Nothing found for “${words}”. Try an ID, a stage or a role.`
        : `${hits.length} found`;
  };
  input.addEventListener('input', () => void search());
  input.addEventListener('keydown', (event) => moveChoice(event, input, list));
}

/** Pages that explain the tool come after the team's own. */
function isRule({ href }: Hit, base: string): boolean {
  return href.startsWith(`${base}rules/`);
}

async function loadPagefind(base: string): Promise<Pagefind | null> {
  try {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
    await pagefind.options({ baseUrl: base });
    await pagefind.init();
    return pagefind;
  } catch {
    // Development has no full-text index; the jump list still answers.
    return null;
  }
}

function jump(records: readonly SearchRecord[], words: string, base: string): readonly Hit[] {
  return records
    .map((record, at) => ({ record, at, score: rank(record, words) }))
    .filter((each) => each.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, 6)
    .map(({ record }) => ({
      href: base + record.path.slice(1),
      title: record.title,
      kicker: record.kicker,
      excerpt: '',
    }));
}

function show(list: HTMLElement, input: HTMLInputElement, hits: readonly Hit[]): void {
  list.replaceChildren(
    ...hits.map((hit, at) => {
      const item = document.createElement('li');
      item.role = 'option';
      item.id = `search-hit-${at}`;
      item.ariaSelected = String(at === 0);
      const anchor = document.createElement('a');
      anchor.href = hit.href;
      anchor.tabIndex = -1;
      anchor.append(line('strong', hit.title), line('small', hit.kicker), line('span', hit.excerpt));
      item.append(anchor);
      return item;
    }),
  );
  input.setAttribute('aria-expanded', String(hits.length > 0));
  setActive(input, hits.length > 0 ? 'search-hit-0' : '');
}

function line(tag: 'strong' | 'small' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function setActive(input: HTMLInputElement, id: string): void {
  if (id === '') input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', id);
}

/** Arrow keys choose, Enter opens: the keyboard of a combobox. */
function moveChoice(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const items = [...list.children].filter((item): item is HTMLElement => item instanceof HTMLElement);
  const at = items.findIndex((item) => item.ariaSelected === 'true');
  if (event.key === 'Enter') {
    event.preventDefault();
    items[at]?.querySelector('a')?.click();
    return;
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || items.length === 0) return;
  event.preventDefault();
  const next = (at + step + items.length) % items.length;
  items.forEach((item, index) => {
    item.ariaSelected = String(index === next);
  });
  setActive(input, items[next]?.id ?? '');
  items[next]?.scrollIntoView({ block: 'nearest' });
}
