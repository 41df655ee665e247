/** The role chips of the home page: whose stages stand out, whose part is seen. Remembered in this browser. */

const key = 'mops-role';

/** Makes the chips of the roles in `root` show each role's own part; the choice is kept for the next visit. */
export function enhanceRoles(root: ParentNode): void {
  const chips = root.querySelector<HTMLElement>('[data-roles]');
  if (!chips || chips.dataset['ready'] !== undefined) return;
  chips.dataset['ready'] = '';
  const buttons = [...chips.querySelectorAll<HTMLButtonElement>('button')];
  const parts = [...root.querySelectorAll<HTMLElement>('[data-mine]')];
  const stops = [...root.querySelectorAll<HTMLElement>('[data-owners]')];
  const show = (role: string) => {
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['role'] === role));
    for (const part of parts) part.hidden = role !== '' && part.dataset['mine'] !== role;
    for (const stop of stops) {
      const own = role !== '' && (stop.dataset['owners'] ?? '').split('|').includes(role);
      stop.classList.toggle('me', own);
      const you = stop.querySelector<HTMLElement>('.you');
      if (you) you.hidden = !own;
    }
    for (const part of parts) part.classList.remove('later');
    // Everyone at once: the clock of each, the rest is one chip away.
    root.querySelector('[data-mines]')?.classList.toggle('brief', role === '');
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const role = button.dataset['role'] ?? '';
      show(role);
      try {
        localStorage.setItem(key, role);
      } catch {
        // Private windows may refuse storage; the choice then lasts for this page.
      }
    });
  }
  show(remembered(buttons.map((button) => button.dataset['role'] ?? '')));
}

/** The role chosen last, else the first person of the lifecycle. */
function remembered(roles: readonly string[]): string {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // Nothing is remembered then.
  }
  return kept !== null && roles.includes(kept) ? kept : (roles[1] ?? '');
}
