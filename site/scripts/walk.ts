/** "Walk a lead": one step at a time, the step in the address, so that a link leads to it. */

/** Shows each walk in `root` one step at a time, once; without scripts all steps stand below each other. */
export function enhanceWalk(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-walk]')) {
    if (list.dataset['ready'] !== undefined) continue;
    list.dataset['ready'] = '';
    const steps = [...list.children].filter((step): step is HTMLElement => step instanceof HTMLElement);
    const controls = document.createElement('div');
    controls.className = 'walk-controls';
    const back = controlButton('Back');
    const on = controlButton('Next step');
    controls.append(back, on);
    list.after(controls);

    const current = () =>
      Math.max(
        0,
        steps.findIndex((step) => `#${step.id}` === location.hash),
      );
    const show = (index: number) => {
      steps.forEach((step, at) => {
        step.hidden = at !== index;
      });
      back.disabled = index === 0;
      on.disabled = index === steps.length - 1;
    };
    const go = (index: number) => {
      const step = steps[index];
      if (!step) return;
      history.replaceState(null, '', `#${step.id}`);
      show(index);
      step.querySelector<HTMLElement>('h2')?.focus();
    };
    back.addEventListener('click', () => go(current() - 1));
    on.addEventListener('click', () => go(current() + 1));
    addEventListener('hashchange', () => show(current()));
    show(current());
  }
}

function controlButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = text;
  return button;
}
