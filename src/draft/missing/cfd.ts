import type { Handoff, Model } from '../../lifecycle/model.ts';
import { vagueCriteria } from '../../lifecycle/vague.ts';
import type { Node } from '../../sot/entry.ts';
import { quotable } from '../blank.ts';
import { entryText } from '../entry-text.ts';
import { type Draft, type Drafts, numbersOf } from './draft.ts';
import { foldReason, rejectionReasons } from './rejection-reasons.ts';

/**
 * Feedback entries that should exist: a research gap for each criterion nobody can test (SEED "Produces"), and one
 * for each reason that leads are rejected for (SEED "Downstream Connections", Feedback Loop).
 *
 * @param today ISO date of the entries
 */
export function missingFeedback(model: Model, today: string): Drafts {
  const next = numbersOf(model, 'CFD');
  return {
    kind: 'cfd',
    drafts: [...researchGaps(model, next, today), ...rejections(model, next, today)],
    notes: [],
  };
}

function* researchGaps(model: Model, next: () => string, today: string): Generator<Draft> {
  for (const { stage, field, line } of vagueCriteria(model)) {
    const id = next();
    const words = quotable(line.text);
    yield {
      id,
      about: `the criterion "${words}" of ${stage.name} (${stage.id})`,
      text: entryText(id, `Research gap: when is it "${quotable(line.text, 50)}"?`, [
        [
          ['Type', 'Research gap'],
          ['Status', 'New'],
          [
            'Source',
            `${field === 'entry' ? 'Entry' : 'Progression'} criteria of ${stage.id} (${stage.name})`,
          ],
          ['Date', today],
        ],
        [
          ['Problem Statement', `"${words}" is judged differently by different people`],
          [
            'Next step',
            'Agree on the event, number or fact that proves it, and write that into the criterion',
          ],
        ],
        [['Linked IDs', stage.id]],
      ]),
      linkIn: [stage.id],
    };
  }
}

function* rejections(model: Model, next: () => string, today: string): Generator<Draft> {
  for (const handoff of model.living.handoffs) {
    for (const reason of rejectionReasons(handoff)) {
      if (isLogged(model, handoff, reason)) continue;
      const id = next();
      const transition = `${handoff.from?.text ?? '?'} → ${handoff.to?.text ?? '?'}`;
      yield {
        id,
        about: `the rejection reason "${reason}" of ${handoff.id} (${transition})`,
        text: entryText(id, `Rejected leads: "${reason}" at ${transition}`, [
          [
            ['Type', 'Rejected leads'],
            ['Status', 'New'],
            ['Source', `Reason codes of ${handoff.id}`],
            ['Date', today],
          ],
          [
            [
              'Next step',
              'Count it every month, with what the leads said; then decide what changes: criteria, persona, price or channel',
            ],
          ],
          [['Linked IDs', [handoff.id, ...evidence(model, handoff)].join(', ')]],
        ]),
        linkIn: [handoff.id],
      };
    }
  }
}

/** Whether feedback about this handoff names the reason already. */
function isLogged(model: Model, handoff: Handoff, reason: string): boolean {
  const cited = new Set(handoff.links.map(({ id }) => id));
  return model.living.feedback.some(
    (feedback) =>
      (cited.has(feedback.id) || feedback.links.some(({ id }) => id === handoff.id)) &&
      foldReason([feedback.entry.title.text, ...textsOf(feedback.entry.nodes)].join(' ')).includes(
        foldReason(reason),
      ),
  );
}

/** Personas and prices that the handoff cites: what the reasons may change. */
function evidence(model: Model, handoff: Handoff): string[] {
  const known = new Set([...model.personas, ...model.prices].map(({ id }) => id));
  return [...new Set(handoff.links.map(({ id }) => id))].filter((id) => known.has(id));
}

function textsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ text, children }) => [text.text, ...textsOf(children)]);
}
