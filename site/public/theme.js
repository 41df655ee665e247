// Sets the theme before the first paint: the reader's choice, else the system's.
(() => {
  let stored = '';
  try {
    stored = localStorage.getItem('starlight-theme') || '';
  } catch {
    // Storage may be refused; the system's setting decides then.
  }
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  document.documentElement.dataset.theme = stored || (light ? 'light' : 'dark');
})();
