/** The clock of a page while its script is still on its way, and what its address keeps. */
import { JSDOM } from 'jsdom';
import { afterEach, expect, test, vi } from 'vitest';
import { enhanceClock } from '../../../site/scripts/clock.ts';
import { readSla } from '../../../src/sla/index.ts';

function clock(asked = '') {
  const limits = ['2 hours, 24/7', '5 hours, 24/7'].map((sla, at) => {
    const reading = readSla(sla);
    const meaning = reading.ok ? reading.meaning : null;
    return { label: sla, key: `BR-MOPS-00${at + 2}`, meaning, segment: null, steps: [] };
  });
  const dom = new JSDOM(
    `<form data-clock data-page="/sla/clock/"><select name="limit"><option value="0">MQL</option><option value="1">SQL</option></select>
     <input type="datetime-local" name="arrival"><output data-due></output></form>`,
    { url: `https://site.example/sla/clock/${asked}` },
  );
  const { document } = dom.window;
  vi.stubGlobal('location', dom.window.location);
  vi.stubGlobal('document', document);
  vi.stubGlobal('history', dom.window.history);
  const form = document.querySelector('form') as HTMLFormElement;
  form.dataset['clock'] = JSON.stringify(limits);
  enhanceClock(document);
  return {
    address: () => dom.window.location.search,
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

test('opened from a page with its limit it counts that one, from a time that was sent, and its address keeps both', async () => {
  const { arrival, due, address } = clock('?limit=BR-MOPS-003&at=2026-11-25T16:30');
  await vi.waitFor(() => expect(due()).toBe('2026-11-25T21:30:00+00:00'));
  expect(arrival.value).toBe('2026-11-25T16:30');
  const kept = new URLSearchParams(address());
  expect([kept.get('limit'), kept.get('at')]).toEqual(['BR-MOPS-003', '2026-11-25T16:30']);
});

test('a limit that is no longer there leaves the first, and a time in other words is now', async () => {
  const { arrival, due } = clock('?limit=BR-MOPS-099&at=yesterday');
  await vi.waitFor(() => expect(due()).not.toBeNull());
  const hours = (Date.parse(due() ?? '') - Date.parse(`${arrival.value}:00Z`)) / 3_600_000;
  expect(hours).toBe(2);
});
