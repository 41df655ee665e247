import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { enhanceDated } from '../../../site/scripts/dated.ts';

function pageAt(address: string) {
  const dom = new JSDOM(
    `<div class="dated"><form><input type="date" name="since"><output data-shown></output></form>
     <section data-date="2026-11-02">new</section><section data-date="2026-09-30">old</section></div>`,
    { url: address },
  );
  vi.stubGlobal('location', dom.window.location);
  vi.stubGlobal('history', dom.window.history);
  enhanceDated(dom.window.document);
  const input = dom.window.document.querySelector('input') as HTMLInputElement;
  return {
    shown: () =>
      [...dom.window.document.querySelectorAll('section')]
        .filter((part) => !part.hidden)
        .map((part) => part.textContent),
    says: () => dom.window.document.querySelector('output')?.textContent,
    choose: (day: string) => {
      input.value = day;
      input.dispatchEvent(new dom.window.Event('change'));
    },
    address: () => dom.window.location.search,
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('changes since a day', () => {
  it('shows all of them until a day is chosen', () => {
    const page = pageAt('https://site.example/changes/');
    expect(page.shown()).toEqual(['new', 'old']);
    expect(page.says()).toBe('');
  });

  it('hides what happened before the chosen day and keeps the day in the address', () => {
    const page = pageAt('https://site.example/changes/');
    page.choose('2026-10-01');
    expect(page.shown()).toEqual(['new']);
    expect(page.says()).toBe('1 of 2 shown.');
    expect(page.address()).toBe('?since=2026-10-01');
    page.choose('');
    expect(page.shown()).toEqual(['new', 'old']);
    expect(page.address()).toBe('');
  });

  it('takes the day from the address, and says when nothing has changed since', () => {
    const page = pageAt('https://site.example/changes/?since=2026-12-24');
    expect(page.shown()).toEqual([]);
    expect(page.says()).toBe('Nothing has changed since then.');
  });
});
