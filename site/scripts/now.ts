/** "Came in just now? Answer by Mon 09:40": counted when the page is open, again when it is seen again. */

import type { ClockLimit } from '../view/page.ts';
import { pageCalendar } from './calendar.ts';

/**
 * Says beside each limit in `root` by when a lead that came in just now is due, and again when the reader comes back
 * to the page.
 */
export function enhanceNow(root: ParentNode): void {
  const lines = [...root.querySelectorAll<HTMLElement>('[data-now]')].filter(
    (line) => !line.dataset['ready'],
  );
  if (lines.length === 0) return;
  for (const line of lines) line.dataset['ready'] = 'yes';
  const count = async () => {
    const { dueNow } = await import('./due.ts');
    for (const line of lines) {
      const limit: ClockLimit = JSON.parse(line.dataset['now'] ?? '');
      const text = line.querySelector('[data-now-text]');
      const found = dueNow(limit, pageCalendar(), Date.now());
      if (!text) continue;
      if (!found.ok) {
        text.textContent = found.message;
        continue;
      }
      const due = document.createElement('time');
      due.dateTime = found.iso;
      due.textContent = found.due;
      text.replaceChildren(
        `Came in just now, ${found.arrived}? ${line.dataset['asks']} `,
        due,
        ` ${found.where}`,
      );
    }
  };
  void count();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void count();
  });
}
