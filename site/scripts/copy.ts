/** Copy buttons: the text is that of the `pre` or the `template` in the same figure. */

/** Makes each copy button in `root` work, once; the button says for two seconds whether it did. */
export function enhanceCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    if (button.dataset['ready'] !== undefined) continue;
    button.dataset['ready'] = '';
    const label = button.textContent ?? '';
    button.addEventListener('click', async () => {
      const figure = button.closest('figure, [data-copy-source]');
      const template = figure?.querySelector<HTMLTemplateElement>('template[data-copy-text]');
      const text = template?.content.textContent ?? figure?.querySelector('pre')?.textContent ?? '';
      button.textContent = (await copied(text)) ? 'Copied' : 'Copying was refused';
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
