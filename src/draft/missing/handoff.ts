import { sold } from '../../language/tables/usual.ts';
import { goneHandoff } from '../../lifecycle/gone.ts';
import { freeIdFor } from '../../lifecycle/ids.ts';
import type { Edge, Model, Owner, Stage } from '../../lifecycle/model.ts';
import { uncoveredEdges } from '../../lifecycle/uncovered.ts';
import { blank, quotable } from '../blank.ts';
import { type HandoffText, handoffText } from '../entry-text.ts';
import type { Draft, Drafts } from './draft.ts';

/** A handoff for every transition that `handoff-missing` reports. Unfinished handoffs are named, not drafted again. */
export function missingHandoffs(model: Model): Drafts {
  const gone = goneHandoff(model);
  const drafts: Draft[] = [];
  const notes: string[] = [];
  for (const edge of uncoveredEdges(model)) {
    const [unfinished] = edge.handoffs;
    if (unfinished !== undefined) {
      notes.push(
        `${unfinished.id} is there for ${edge.from.name} → ${edge.to.name}, with Status ${unfinished.statusText?.text ?? 'Draft'}. Finish it and set it to Active.`,
      );
      continue;
    }
    // The number that the finding names, and that others may still link.
    const id = edge === gone?.edge ? gone.id : freeIdFor(model, 'GTM-MOPS', `${edge.from.id} ${edge.to.id}`);
    drafts.push({
      id,
      about: `the transition ${edge.from.name} → ${edge.to.name}`,
      text: textOf(model, id, edge),
      linkIn: [],
    });
  }
  return { kind: 'handoff', drafts, notes };
}

function textOf(model: Model, id: string, { from, to, progression }: Edge): string {
  const channels = model.living.channels.map((channel) => channel.id);
  const personas = model.living.personas
    .filter(({ personaType }) => personaType !== 'negative')
    .map((persona) => persona.id);
  const kpi = model.living.kpis.find(
    ({ conversion }) => conversion?.from === from.canonical && conversion.to === to.canonical,
  );
  const text = handoffText({
    id,
    from: from.name,
    fromOwner: ownerOf(from.owner),
    to: to.name,
    toOwner: ownerOf(to.owner),
    trigger: progression.criterion?.text ?? blank('the event in the CRM that starts the handoff'),
    payload: {
      source:
        channels.length > 0
          ? `First and last channel of the lead (${channels.slice(0, 6).join(', ')})`
          : blank('the GTM channel that brought the lead'),
      touchpoints: 'Pages, forms, mails and calls of the last 90 days, newest first',
      fit:
        personas.length > 0
          ? `Company and job title, compared with ${personas.slice(0, 4).join(', ')}`
          : blank('the facts about company and person that show the fit'),
      disqualifiers: 'What was checked and ruled out, and earlier rejections with their reason codes',
      questions: blank('what the new owner still has to find out'),
    },
    rejection: rejectionInto(from, to),
    sla: limitOf(model, to),
    links: [
      `${from.id} (${from.name} rule)`,
      `${to.id} (${to.name} rule)`,
      ...(kpi === undefined ? [] : [kpi.id]),
    ].join(', '),
  });
  return keptBySameRole(from.owner, to.owner)
    ? `<!-- mops-ignore handoff-same-owner: the ${quotable(ownerOf(to.owner), 40)} keeps the lead; the entry says what must be known before it moves on -->\n\n${text}`
    : text;
}

function rejectionInto(from: Stage, to: Stage): HandoffText['rejection'] {
  const condition = blank('the reason codes for which the new owner says no');
  if (sold.has(to.canonical))
    return {
      condition,
      routing: `Back to ${from.name}`,
      reengagement: `When ${blank('what had to be settled first')}`,
      limit: 'Once, then the managers of both sides decide',
    };
  return {
    condition,
    routing: 'Nurture',
    reengagement: `After 90 days, and only when ${blank('what must have changed')}`,
    limit: 'At most 2 times per lead, then Disqualified',
  };
}

/** What `handoff-same-owner` speaks of: one role on both sides that is no founder of several jobs. */
function keptBySameRole(from: Owner | null, to: Owner | null): boolean {
  return (
    from?.kind === 'role' &&
    to?.kind === 'role' &&
    from.roles[0] === to.roles[0] &&
    !from.seat.includes('Founder') &&
    from.automated === to.automated
  );
}

function ownerOf(owner: Owner | null): string {
  return owner === null || owner.kind === 'none' || owner.kind === 'several'
    ? blank('the role')
    : owner.raw.text;
}

/**
 * The stage's own limit, so that the two never disagree; none where the stage's cannot be read, or still has to be
 * changed because it states no clock: then it would have to be changed in both places at once.
 */
function limitOf(model: Model, { sla }: Stage): string | null {
  if (sla?.reading.ok !== true) return null;
  const open = model.defaultCalendar === null && sla.reading.meaning.warnings.includes('calendar-unstated');
  return open ? null : sla.raw.text;
}
