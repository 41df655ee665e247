/** The clock: starts at now with the limit named in the address, counts again at each change. */

import type { ClockLimit } from '../view/page.ts';
import { pageCalendar } from './calendar.ts';
import type { Counted } from './counted.ts';

/** Makes each clock in `root` count; one that counts already is left alone. */
export function enhanceClock(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('[data-clock]')) {
    if (form.dataset['ready'] !== undefined) continue;
    form.dataset['ready'] = '';
    start(form);
  }
}

function start(form: HTMLFormElement): void {
  const limits: readonly ClockLimit[] = JSON.parse(form.dataset['clock'] ?? '[]');
  const select = form.querySelector<HTMLSelectElement>('[name="limit"]');
  const arrival = form.querySelector<HTMLInputElement>('[name="arrival"]');
  const output = form.querySelector<HTMLElement>('[data-due]');
  if (!select || !arrival || !output) return;
  const address = new URLSearchParams(location.search);
  const asked = address.get('limit');
  const full = form.dataset['page'] !== undefined;
  const at = full && asked !== null ? limits.findIndex(({ key }) => key === asked) : -1;
  if (at >= 0) select.value = String(at);
  const given = full ? address.get('at') : null;
  const count = async () => {
    const limit = limits[Number(select.value)];
    if (!limit || arrival.value === '') return;
    const { counted } = await import('./due.ts');
    show(output, counted(limit, pageCalendar(), arrival.value), full);
    if (full) keep(limit, arrival.value);
  };
  const now = async (wanted: () => boolean) => {
    const { nowIn } = await import('./due.ts');
    if (!wanted()) return count();
    arrival.value = nowIn(pageCalendar().zone);
    await count();
  };
  select.addEventListener('change', () => void count());
  arrival.addEventListener('input', () => void count());
  form.querySelector('[data-clock-now]')?.addEventListener('click', () => void now(() => true));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void count();
  });
  if (given !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(given)) {
    arrival.value = given;
    void count();
    // Who typed a time while the script was on its way keeps it.
  } else void now(() => arrival.value === '');
}

/** The address keeps what was asked, so that it can be sent. */
function keep(limit: ClockLimit, arrival: string): void {
  const address = new URL(location.href);
  address.searchParams.set('limit', limit.key);
  address.searchParams.set('at', arrival);
  history.replaceState(null, '', address);
}

function show(output: HTMLElement, found: Counted, full: boolean): void {
  if (!found.ok) {
    output.replaceChildren(element('span', 'due-none', found.message));
    return;
  }
  const big = element('span', 'due-big', 'Answer by ');
  const time = document.createElement('time');
  time.dateTime = found.iso;
  time.textContent = full ? found.long : found.due;
  big.append(time);
  const parts: Node[] = [big];
  if (full && found.days.length > 1) parts.push(strip(found.days));
  parts.push(element('span', 'due-how', found.how));
  if (found.steps.length > 0) {
    const list = element('span', 'steps', '');
    found.steps.forEach((step, at) => {
      const late = at > 0 && at === found.steps.length - 1;
      const row = element('span', 'step', '');
      const mark = element('span', `st ${late ? 'late' : 'warn'}`, late ? '×' : '!');
      mark.ariaHidden = 'true';
      const when = document.createElement('time');
      when.dateTime = step.iso;
      when.textContent = step.due;
      row.append(mark, when, element('span', '', step.what));
      list.append(row);
    });
    parts.push(list);
  }
  output.replaceChildren(...parts);
}

/** A column a day, filled where the clock ran. */
function strip(days: Extract<Counted, { ok: true }>['days']): HTMLElement {
  const list = element('span', 'count', '');
  for (const day of days) {
    const column = element('span', 'daycol', '');
    const box = element('span', day.minutes === null ? 'day shut' : 'day', '');
    if (day.minutes !== null && day.minutes > 0) {
      const run = element('span', 'run', '');
      run.style.setProperty('--a', `${day.from}%`);
      run.style.setProperty('--w', `${day.width}%`);
      box.append(run);
    }
    column.append(box, element('b', '', day.name), document.createTextNode(day.words));
    list.append(column);
  }
  return list;
}

function element(tag: 'span' | 'b', className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
