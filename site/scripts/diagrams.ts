/** Buttons of a diagram: full screen in a dialog, Mermaid text to the clipboard; drawing where the build could not. */

/** Makes the buttons of each diagram in `root` work, once, and has those drawn that came without a picture. */
export function enhanceDiagrams(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.diagram')) {
    if (figure.dataset['ready'] !== undefined) continue;
    figure.dataset['ready'] = '';
    figure.querySelector('[data-enlarge]')?.addEventListener('click', () => enlarge(figure));
    const copy = figure.querySelector<HTMLButtonElement>('[data-copy-from]');
    copy?.addEventListener('click', () => void copyFrom(copy));
    const undrawn = figure.querySelector<HTMLElement>('[data-draw]');
    if (undrawn) void import('./draw-in-frame.ts').then(({ drawWhenSeen }) => drawWhenSeen(undrawn));
  }
}

/** The picture moves into a dialog and back, so that no ID is on the page twice. */
function enlarge(figure: HTMLElement): void {
  const canvas = figure.querySelector('.canvas');
  if (!canvas) return;
  const dialog = document.createElement('dialog');
  dialog.className = 'enlarged';
  dialog.setAttribute('aria-label', canvas.getAttribute('aria-label') ?? 'Diagram');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  const place = document.createComment('');
  canvas.replaceWith(place);
  dialog.append(close, canvas);
  dialog.addEventListener('close', () => {
    place.replaceWith(canvas);
    dialog.remove();
    figure.querySelector<HTMLElement>('[data-enlarge]')?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
}

async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  try {
    const answer = await fetch(button.dataset['copyFrom'] ?? '');
    await navigator.clipboard.writeText(await answer.text());
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Copying was refused';
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
}
