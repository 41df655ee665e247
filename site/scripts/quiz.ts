/** The quiz: an answer is marked at once, the right one shown with its reason; answers stay in this browser. */

/** Makes each quiz in `root` answer, once; where nothing can be kept, answers last as long as the page. */
export function enhanceQuiz(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-quiz]')) {
    if (list.dataset['ready'] !== undefined) continue;
    list.dataset['ready'] = '';
    start(list);
  }
}

function start(list: HTMLElement): void {
  const fields = [...list.querySelectorAll<HTMLFieldSetElement>('fieldset')];
  const key = `mops-quiz ${location.pathname} ${fields.map((field) => field.textContent).join('|').length}`;
  const kept = read(key);
  fields.forEach((field, at) => {
    const because = becauseOf(field);
    if (because) because.hidden = true;
    const before = field.querySelector<HTMLInputElement>(`input[value="${kept[at] ?? 'none'}"]`);
    if (before) {
      before.checked = true;
      mark(field);
    }
    field.addEventListener('change', () => {
      mark(field);
      count(list, fields);
      keep(key, fields);
    });
  });
  if (kept.length > 0) count(list, fields);
}

function becauseOf(field: HTMLFieldSetElement): HTMLElement | null {
  return field.parentElement?.querySelector<HTMLElement>('[data-because]') ?? null;
}

function mark(field: HTMLFieldSetElement): void {
  const chosen = field.querySelector<HTMLInputElement>('input:checked');
  const right = field.querySelector<HTMLInputElement>(`input[value="${field.dataset['right']}"]`);
  const good = chosen === right;
  field.dataset['answer'] = good ? 'right' : 'wrong';
  for (const label of field.querySelectorAll('label')) {
    const input = label.querySelector('input');
    label.classList.toggle('is-right', input === right);
    label.classList.toggle('is-wrong', input === chosen && !good);
  }
  const because = becauseOf(field);
  if (!because) return;
  because.hidden = false;
  because.dataset['verdict'] = good
    ? 'Right.'
    : `Not quite. Right is: ${right?.parentElement?.textContent?.trim() ?? ''}.`;
}

function count(list: HTMLElement, fields: readonly HTMLFieldSetElement[]): void {
  const answered = fields.filter((each) => each.dataset['answer'] !== undefined).length;
  const right = fields.filter((each) => each.dataset['answer'] === 'right').length;
  const score = list.parentElement?.querySelector('[data-quiz-score]');
  if (!score) return;
  score.textContent =
    answered < fields.length
      ? `${answered} of ${fields.length} answered, ${right} right.`
      : `You got ${right} of ${fields.length} right.`;
}

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept)
      ? kept.map(String).filter((value) => /^\d*$/.test(value) || value === 'none')
      : [];
  } catch {
    return [];
  }
}

function keep(key: string, fields: readonly HTMLFieldSetElement[]): void {
  try {
    const answers = fields.map(
      (field) => field.querySelector<HTMLInputElement>('input:checked')?.value ?? 'none',
    );
    localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // Private windows may refuse storage; the answers then last for this page.
  }
}
