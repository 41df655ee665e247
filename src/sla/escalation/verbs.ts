/** The words of escalations, each list once. Lower case. */

import { numberWords } from '../../language/numbers.ts';

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Verbs by what they do to the lead or its owner. Past forms may follow the person they concern. */
export const actions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    notify:
      'notify notifies notified notification alert alerts alerted alerting ping pings pinged page pages paged tell tells told inform informs informed warn warns warned email emails emailed mail mails message messages messaged call calls called dm dms',
    escalate: 'escalate escalates escalated escalation escalating',
    reassign:
      'reassign reassigns reassigned reassignment assign assigns assigned reroute reroutes rerouted route routes routed rotate rotates rotated transfer transfers transferred move moves moved take takes taken pull pulls pulled pass passes passed goes go hand hands handed',
    requeue: 'requeue requeues requeued release releases released drop drops dropped',
    return: 'return returns returned recycle recycles recycled revert reverts reverted',
    remind: 'remind reminds reminded reminder nudge nudges nudged',
    review: 'review reviews reviewed flag flags flagged discuss discussed',
  }).flatMap(([action, verbs]) => verbs.split(' ').map((verb) => [verb, action] as const)),
);

export const passive = words(
  'notified alerted pinged paged told informed warned emailed messaged called reminded nudged escalated',
);

/** Other things a named person does; they tell where the name ends. */
export const doings = words(
  'leads books posts sends restarts switches replays runs contacts owns handles covers responds replies answers works picks decides closes fixes checks joins schedules meets visits writes steps starts resends',
);

export const triggers = words('if when on upon once unless');

export const breaches = words(
  'breach breached breaches miss missed misses missing overdue expire expires expired expiry late lapsed lapses exceeded exceeds violated violation unanswered untouched unmet',
);

export const timeLead = words(
  'at after by within past over in beyond if not no still is are has been when for since the',
);

/** Words around a name that are no part of it. */
export const besideNames: ReadonlySet<string> = new Set([
  ...numberWords.keys(),
  ...words(
    'the a an to lead leads it this that auto automatic automatically automated system crm slack teams email emails e mail sms phone message messages dm channel task tasks notification workflow is are was were be been being gets get will should must can and then also immediately again back over up follow followup weekly daily monthly pipeline dashboard report meeting standup sync review flag flagged alert reminder post posted twice double escalation re of sla out row t',
  ),
]);

export const stops = words(
  'via in by on with for and if so who about through using until unless after at because when then but within',
);

export const namesOfDeadline = words(
  'by before next same following first the of end close closing start beginning opening thing morning day eod cob eob eobd cobd sod sobd bod am pm noon on at in',
);
