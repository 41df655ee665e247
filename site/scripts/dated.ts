/** Hides the dated parts before a day. The day stands in the address (`?since=2026-10-01`), so it can be kept and sent. */

/** Makes each field for a day in `root` work, once; an empty one shows all parts. */
export function enhanceDated(root: ParentNode): void {
  for (const wrap of root.querySelectorAll<HTMLElement>('.dated')) {
    if (wrap.dataset['ready'] !== undefined) continue;
    wrap.dataset['ready'] = '';
    const input = wrap.querySelector<HTMLInputElement>('input[name=since]');
    if (!input) continue;
    input.value = new URLSearchParams(location.search).get('since') ?? '';
    showSince(wrap, input.value);
    input.addEventListener('change', () => {
      const address = new URL(location.href);
      if (input.value === '') address.searchParams.delete('since');
      else address.searchParams.set('since', input.value);
      history.replaceState(null, '', address);
      showSince(wrap, input.value);
    });
  }
}

function showSince(wrap: HTMLElement, since: string): void {
  const parts = [...wrap.querySelectorAll<HTMLElement>('[data-date]')];
  for (const part of parts) part.hidden = since !== '' && (part.dataset['date'] ?? '') < since;
  const shown = parts.filter((part) => !part.hidden).length;
  const output = wrap.querySelector('[data-shown]');
  if (output)
    output.textContent =
      since === ''
        ? ''
        : shown === 0
          ? 'Nothing has changed since then.'
          : `${shown} of ${parts.length} shown.`;
}
