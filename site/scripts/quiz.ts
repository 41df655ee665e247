/** The quiz: an answer is marked at once, with the reason; the best score stays in this browser. */

export function enhanceQuiz(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-quiz]')) {
    if (list.dataset['ready'] !== undefined) continue;
    list.dataset['ready'] = '';
    const fields = [...list.querySelectorAll<HTMLFieldSetElement>('fieldset')];
    const score = list.parentElement?.querySelector('[data-quiz-score]');
    for (const field of fields) {
      const because = field.parentElement?.querySelector<HTMLElement>('[data-because]');
      if (because) because.hidden = true;
      field.addEventListener('change', () => {
        const chosen = field.querySelector<HTMLInputElement>('input:checked');
        field.dataset['answer'] = chosen?.value === field.dataset['right'] ? 'right' : 'wrong';
        if (because) {
          because.hidden = false;
          because.dataset['verdict'] = field.dataset['answer'] === 'right' ? 'Right.' : 'Not quite.';
        }
        const answered = fields.filter((each) => each.dataset['answer'] !== undefined).length;
        const right = fields.filter((each) => each.dataset['answer'] === 'right').length;
        if (score) {
          score.textContent =
            answered < fields.length
              ? `${answered} of ${fields.length} answered, ${right} right.`
              : `You got ${right} of ${fields.length} right.`;
        }
      });
    }
  }
}
