import { escalationOf } from '../../draft/escalation.ts';
import { orderFor } from '../../draft/order.ts';
import { eventInto, limitFor, ownerFor, triggerFor } from '../../draft/suggest.ts';
import { isOpenNumber } from '../../language/tables/open-numbers.ts';
import type { FieldName, Model } from '../../lifecycle/model.ts';
import { handoffOf, isRetired, recordOf, stageOf } from '../../lifecycle/record-of.ts';
import type { Entry } from '../../sot/entry.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

/** What to write instead, by field; the general advice is in the rule's own `fix`. */
const advice: { readonly [name in FieldName]?: string } = {
  status: 'Write one status: Draft, Planned, Active, Paused, Deprecated or Superseded.',
  stage: 'Write the name of the stage, for example "Stage: MQL".',
  progression:
    'Write the next stage and what must happen, for example "To SQL: BDR confirms budget on a call".',
  disqualification:
    'Write who leaves here and where they go, for example "Student e-mail address → Disqualified".',
  escalation:
    'Write when, who and what, for example "At 1 business hour notify the SDR manager; at 2 business hours reassign".',
  from: 'Write the stage and its owner, for example "From: MQL (owner: BDR)".',
  to: 'Write the stage and its owner, for example "To: SQL (owner: AE)".',
  'payload.source': 'Write the channel that produced the lead, for example "GTM-002 (Product Hunt)".',
  'payload.touchpointHistory':
    'Write what the lead has engaged with, for example "Pages read, mails answered, demo watched".',
  'payload.bestFitSignals':
    'Write which signals travel along, for example "Company size and job title compared with PER-001".',
  'payload.disqualifiers':
    'Write what was already ruled out, for example "Reason codes of earlier rejections".',
  'payload.openQuestions':
    'Write what the next owner has to find out, for example "Who signs, and by which date".',
  'rejection.condition':
    'Write when the new owner says no, with a reason code, for example "Reason code: too small".',
  'rejection.routing': 'Write where a rejected lead goes: a stage, Nurture or Disqualified.',
  'rejection.reengagement':
    'Write when the lead may come back, for example "After 90 days and a headcount above 50".',
};

export const templateLeftover: Rule = {
  id: 'template-leftover',
  title: "The template's own text is still there",
  why: 'The field looks filled in and is empty. Nobody notices until a lead has no owner or no limit.',
  fix: "Replace the template's words by your own.",
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: [Marketing automation | BDR/SDR | AE | CS | Founder]
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const { text, field, entry } of model.leftovers) {
      if (isRetired(model, entry)) continue;
      const record = recordOf(model, entry);
      const label = field === null ? null : (record?.fields.get(field)?.label.text ?? null);
      const stage = stageOf(model, entry);
      const number = isOpenNumber(text.text);
      const words = number || stage === undefined || field !== 'escalation' ? null : escalationOf(stage);
      const fix =
        field === null
          ? undefined
          : number
            ? 'Write the number that holds.'
            : words === null
              ? (computed(model, entry, field) ?? advice[field])
              : `Write "${words}", or who really acts.`;
      yield {
        at: text.span,
        message: `${entry.id}${label === null ? '' : `, ${label},`} still has ${number ? `${quoted(text.text)} where a number belongs` : `the template's text ${quoted(text.text)}`}.`,
        ...(fix === undefined ? {} : { fix }),
        entry,
        ...(words === null ? {} : replacing(model, text, words, { sure: false })),
        ...(field === null ? {} : { field }),
        key: text.text,
        softens: true,
      };
    }
  },
};

/** What to write in this very entry, told from those around it. */
function computed(model: Model, entry: Entry, field: FieldName): string | undefined {
  const stage = stageOf(model, entry);
  const handoff = handoffOf(model, entry);
  if (handoff !== undefined && field === 'trigger')
    return `Write the event that starts the handoff, for example "${triggerFor(handoff)}".`;
  if (stage === undefined)
    return field === 'owner' ? 'Write one role, for example "Owner: RevOps".' : undefined;
  if (field === 'owner') return `Write one role, for example "Owner: ${ownerFor(model, stage)}".`;
  if (field === 'entry')
    return `Write the event that moves a lead into this stage, for example "${eventInto(model, stage)}".`;
  if (field === 'order')
    return `Write the stage's place in the lifecycle as a number, for example "Order: ${orderFor(model, stage)}".`;
  if (field === 'sla' || field === 'sla.response')
    return `Write a limit, for example "${limitFor(model, stage)}".`;
  return undefined;
}
