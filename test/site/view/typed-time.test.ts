/** The clock of a page while its script is still on its way. */
import { JSDOM } from 'jsdom';
import { afterEach, expect, test, vi } from 'vitest';
import { enhanceClock } from '../../../site/scripts/clock.ts';
import { readSla } from '../../../src/sla/index.ts';

function clock() {
  const reading = readSla('2 hours, 24/7');
  const meaning = reading.ok ? reading.meaning : null;
  const limits = [{ label: 'MQL', key: 'BR-MOPS-002', meaning, segment: null, steps: [] }];
  const dom = new JSDOM(
    `<form data-clock><select name="limit"><option value="0">MQL</option></select>
     <input type="datetime-local" name="arrival"><output data-due></output></form>`,
    { url: 'https://site.example/' },
  );
  const { document } = dom.window;
  vi.stubGlobal('location', dom.window.location);
  vi.stubGlobal('document', document);
  const form = document.querySelector('form') as HTMLFormElement;
  form.dataset['clock'] = JSON.stringify(limits);
  enhanceClock(document);
  return {
    arrival: document.querySelector('input') as HTMLInputElement,
    due: () => document.querySelector('.due-big time')?.getAttribute('datetime') ?? null,
  };
}

afterEach(() => vi.unstubAllGlobals());

test('a time that was typed meanwhile stays, and is what is counted from', async () => {
  const { arrival, due } = clock();
  arrival.value = '2026-11-25T16:30';
  await vi.waitFor(() => expect(due()).not.toBeNull());
  expect([arrival.value, due()]).toEqual(['2026-11-25T16:30', '2026-11-25T18:30:00+00:00']);
});

test('without one the clock begins now', async () => {
  const { arrival, due } = clock();
  await vi.waitFor(() => expect(due()).not.toBeNull());
  expect(arrival.value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
});
