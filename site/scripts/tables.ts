/** Sorting by a click on a heading, and a filter by tag, for tables that ask for it. */

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Adds to each table in `root` what its columns allow: sorting by their heads, a filter. Without scripts the table
 * is whole.
 */
export function enhanceTables(root: ParentNode): void {
  for (const wrap of root.querySelectorAll<HTMLElement>('.table')) {
    if (wrap.dataset['ready'] !== undefined) continue;
    wrap.dataset['ready'] = '';
    addSorting(wrap);
    addFilter(wrap);
  }
}

function addSorting(wrap: HTMLElement): void {
  const headings = [...wrap.querySelectorAll<HTMLTableCellElement>('thead th')];
  headings.forEach((heading, column) => {
    const kind = heading.dataset['sort'];
    if (kind === undefined) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = heading.textContent?.trim() ?? '';
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const descending = heading.ariaSort === 'ascending';
      for (const other of headings) other.ariaSort = null;
      heading.ariaSort = descending ? 'descending' : 'ascending';
      sortRows(wrap, column, kind, descending);
    });
  });
}

function sortRows(wrap: HTMLElement, column: number, kind: string, descending: boolean): void {
  const body = wrap.querySelector('tbody');
  if (!body) return;
  const key = (row: HTMLTableRowElement) => row.cells[column];
  const rows = [...body.rows].sort((one, two) => {
    const a = key(one);
    const b = key(two);
    if (kind === 'number') {
      // A row without a number stays at the end in both directions.
      const [x, y] = [a?.dataset['order'], b?.dataset['order']];
      if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
      return descending ? Number(y) - Number(x) : Number(x) - Number(y);
    }
    const order = collator.compare(a?.textContent ?? '', b?.textContent ?? '');
    return descending ? -order : order;
  });
  body.append(...rows);
}

function addFilter(wrap: HTMLElement): void {
  const select = wrap.querySelector<HTMLSelectElement>('[data-filter]');
  const body = wrap.querySelector('tbody');
  if (!select || !body) return;
  const show = () => {
    for (const row of body.rows) {
      row.hidden = select.value !== '' && !(row.dataset['tags'] ?? '').split('|').includes(select.value);
    }
  };
  select.addEventListener('change', show);
}
