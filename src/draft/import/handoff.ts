import { blank } from '../blank.ts';
import { bullets, entryText } from '../entry-text.ts';
import type { Draft } from '../missing/draft.ts';
import type { PayloadField } from './columns.ts';

/** A handoff as the tables tell it; `from` and `to` null where nothing names the transition. */
export interface ImportedHandoff {
  readonly from: string | null;
  readonly to: string | null;
  readonly fromOwner?: string | undefined;
  readonly toOwner?: string | undefined;
  sla?: string | undefined;
  trigger?: string;
  payload: Readonly<Partial<Record<PayloadField, string>>>;
  /** Further lines of the payload. */
  readonly ownPayload: (readonly [label: string, words: string])[];
  readonly reasons: {
    readonly reason: string;
    readonly routing: string | null;
    readonly back: string | null;
  }[];
}

/** A handoff entry in Draft. */
export function handoffDraft(id: string, handoff: ImportedHandoff): Draft {
  const { payload, ownPayload, sla } = handoff;
  const from = handoff.from ?? blank('the stage the lead leaves');
  const to = handoff.to ?? blank('the stage it enters');
  const title =
    handoff.from === null || handoff.to === null ? blank('from which stage to which') : `${from} → ${to}`;
  const text = entryText(id, `Handoff — ${title}`, [
    [
      ['Type', 'Handoff'],
      ['Status', 'Draft'],
    ],
    [
      ['From', `${from} (owner: ${handoff.fromOwner ?? blank('the role')})`],
      ['To', `${to} (owner: ${handoff.toOwner ?? blank('the role')})`],
    ],
    [['Trigger', handoff.trigger ?? blank('the event in the CRM that starts the handoff')]],
    [
      [
        'Payload (what context transfers)',
        bullets([
          `Source: ${payload.source || blank('the GTM channel that brought the lead')}`,
          `Touchpoint history: ${payload.touchpoints || blank('which contacts, from how many days')}`,
          `Best-fit signals: ${payload.fit || blank('the facts that show the fit')}`,
          `Disqualifiers: ${payload.disqualifiers || blank('what was checked and ruled out')}`,
          `Open questions: ${payload.questions || blank('what the new owner still has to find out')}`,
          ...ownPayload.map(([label, words]) => (words === '' ? label : `${label}: ${words}`)),
        ]),
      ],
    ],
    [['Rejection rule', rejectionOf(handoff)]],
    sla === undefined ? [] : [['SLA', sla]],
  ]);
  const about =
    handoff.from === null ? 'a handoff whose transition is open' : `the transition ${from} → ${to}`;
  return { id, about, text, linkIn: [] };
}

function rejectionOf({ reasons }: ImportedHandoff): readonly string[] {
  const said = reasons.map(({ reason, routing, back }) => ({
    reason: reason.replace(/;/g, ','),
    routing: routing?.replace(/;/g, ',') ?? null,
    back: back?.replace(/;/g, ',') ?? null,
  }));
  const backs = said.filter(({ back }) => back !== null).map(({ reason, back }) => `${reason}: ${back}`);
  return bullets([
    `Condition: ${said.map(({ reason }) => reason).join('; ') || blank('the reason codes for which the new owner says no')}`,
    `Routing: ${said.map(({ reason, routing }) => `${reason} → ${routing ?? blank('where to')}`).join('; ') || blank('where a rejected lead goes')}`,
    `Re-engagement: ${backs.join('; ') || blank('what must have changed before the lead comes back')}`,
  ]);
}
