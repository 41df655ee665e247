import { foldName } from '../language/fold.ts';
import type { Handoff, Target } from '../lifecycle/model.ts';
import { payloadFields } from '../lifecycle/payload-fields.ts';
import type { Text } from '../sot/entry.ts';
import type { Aspect, Change } from './change.ts';
import type { StageIdentity } from './identity.ts';
import { pairRecords } from './pair.ts';
import { compareRecords, type RecordKind } from './records.ts';
import { type Said, saidEscalation, saidField, saidOwner, saidSla, saidText } from './said.ts';
import { compareOne } from './sides.ts';

/** What changed in the handoffs. Two are the same when ID and transition are, or one of them where that is plain. */
export function compareHandoffs(
  base: readonly Handoff[],
  head: readonly Handoff[],
  identity: StageIdentity,
): Change[] {
  const paired = pairRecords(base, head, (handoff) => {
    const { fromTarget, toTarget, segment } = handoff;
    if (fromTarget === null || toTarget === null) return '';
    return [identity.place(fromTarget), identity.place(toTarget), foldName(segment?.text ?? '')].join('\n');
  });
  return compareRecords(paired, head, handoffKind(identity));
}

function handoffKind(identity: StageIdentity): RecordKind<Handoff> {
  const place = (text: Text | null, target: Target | null): Said | null => {
    const said = saidText(text);
    return said === null || target === null || target.kind === 'unknown'
      ? said
      : { ...said, key: identity.place(target) };
  };
  return {
    kind: 'handoff',
    nameOf: handoffName,
    summary: ({ sla }) => (sla === null ? [] : [`SLA ${sla.raw.text}`]),
    compare: (subject, base, head) => {
      const one = (what: Aspect, label: string, said: (handoff: Handoff) => Said | null): Change[] =>
        compareOne(subject, what, label, said(base), said(head));
      return [
        ...one('from', 'from', ({ from, fromTarget }) => place(from, fromTarget)),
        ...one('to', 'to', ({ to, toTarget }) => place(to, toTarget)),
        ...one('from-owner', 'from owner', ({ fromOwner }) => saidOwner(fromOwner)),
        ...one('to-owner', 'to owner', ({ toOwner }) => saidOwner(toOwner)),
        ...one('segment', 'segment', ({ segment }) => saidText(segment)),
        ...one('trigger', 'trigger', ({ trigger }) => saidField(trigger)),
        ...payloadFields.flatMap(({ key, label }) =>
          one('payload', `payload ${label.toLowerCase()}`, ({ payload }) => saidField(payload[key])),
        ),
        ...one('payload', 'payload', wholePayload),
        ...one('rejection-condition', 'rejection condition', ({ rejection }) =>
          saidField(rejection.condition),
        ),
        ...one('rejection-routing', 'rejection routing', ({ rejection }) => saidField(rejection.routing)),
        ...one('rejection-routing', 'rejection rule', wholeRejection),
        ...one('re-engagement', 're-engagement', ({ rejection }) => saidField(rejection.reengagement)),
        ...one('rejection-limit', 'rejection limit', ({ fields }) =>
          saidField(fields.get('rejection.limit')),
        ),
        ...one('sla', 'SLA', ({ sla }) => saidSla(sla)),
        ...one('escalation', 'escalation', ({ escalation }) => saidEscalation(escalation)),
      ];
    },
  };
}

/** A rejection rule in one piece, without sub-fields. */
function wholeRejection({ rejection }: Handoff): Said | null {
  return saidField(rejection.field);
}

/** A payload in one piece, without its five fields. */
function wholePayload({ payload, payloadField }: Handoff): Said | null {
  return Object.values(payload).every((field) => field === null) ? saidField(payloadField) : null;
}

/** `MQL → SQL`, with the segment where there is one; the ID where no stage is named. */
function handoffName({ id, from, to, titleFrom, titleTo, segment }: Handoff): string {
  const [start, end] = [from ?? titleFrom, to ?? titleTo];
  if (start === null && end === null) return id;
  const transition = `${start?.text ?? '?'} → ${end?.text ?? '?'}`;
  return segment === null ? transition : `${transition} (${segment.text})`;
}
