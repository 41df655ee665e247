/** The SLA clock: reads the form, loads the arithmetic on first use, shows the due time in the team's zone. */

import type { BusinessCalendar, SlaMeaning } from '../../src/sla/meaning.ts';
import type { ClockCalendar } from '../view/lifecycle/calendar-words.ts';

export interface ClockChoice {
  readonly meaning: SlaMeaning;
  readonly segment: string | null;
}

export function enhanceClock(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('[data-clock]')) {
    if (form.dataset['ready'] !== undefined) continue;
    form.dataset['ready'] = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const output = form.querySelector('[data-due]');
  const select = form.querySelector<HTMLSelectElement>('[name="limit"]');
  const arrival = form.querySelector<HTMLInputElement>('[name="arrival"]')?.value ?? '';
  const option = select?.selectedOptions[0];
  if (!output || !option || arrival === '') return;
  const calendar: ClockCalendar = JSON.parse(form.dataset['clock'] ?? '');
  const choice: ClockChoice = JSON.parse(option.dataset['choice'] ?? '');
  const { due } = await import('./due.ts');
  const found = due(choice, calendarOf(calendar), calendar, arrival);
  if (!found.ok) {
    output.textContent = found.message;
    return;
  }
  const time = document.createElement('time');
  time.dateTime = found.iso;
  time.textContent = found.words;
  output.replaceChildren('Due ', time, ` (${calendar.zone})`);
}

function calendarOf({ known, zone, hours, holidays }: ClockCalendar): BusinessCalendar | null {
  return known ? { zone, hours: new Map(hours), holidays: new Set(holidays) } : null;
}
