/** The words of SLA phrases, each list once. Lower case; apostrophes straight. */

import type { SlaCalendar, SlaUnit } from '../meaning.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

export const units: ReadonlyMap<string, SlaUnit> = new Map<string, SlaUnit>([
  ...['m', 'min', 'mins', 'minute', 'minutes'].map((word) => [word, 'minute'] as const),
  ...['h', 'hr', 'hrs', 'hour', 'hours'].map((word) => [word, 'hour'] as const),
  ...['d', 'day', 'days'].map((word) => [word, 'day'] as const),
  ...['w', 'wk', 'wks', 'week', 'weeks'].map((word) => [word, 'week'] as const),
]);

/** Spelled-out units only, for "did you mean". */
export const fullUnits = ['minute', 'minutes', 'hour', 'hours', 'day', 'days', 'week', 'weeks'] as const;

/** Units that a limit cannot use. */
export const monthWords = set('month months mth mths mo mos');
export const quarterWords = set('quarter quarters');
export const yearWords = set('year years yr yrs');
export const secondWords = set('second seconds sec secs s');

/** Short forms nobody can be sure of, with what was probably meant. */
export const shortForms: ReadonlyMap<string, string> = new Map([
  ['bh', 'business hour'],
  ['bhs', 'business hours'],
  ['bhr', 'business hour'],
  ['bhrs', 'business hours'],
  ['bd', 'business day'],
  ['bds', 'business days'],
  ['wd', 'working day'],
  ['wds', 'working days'],
  ['bm', 'business minute'],
  ['bmin', 'business minute'],
]);

export const calendars: ReadonlyMap<string, SlaCalendar> = new Map<string, SlaCalendar>([
  ...['business', 'working', 'bus', 'biz', 'office', 'work'].map((word) => [word, 'business'] as const),
  ...['calendar', 'wall', 'wallclock', 'elapsed', 'clock'].map((word) => [word, 'wall'] as const),
]);

/** Bounds that mean "at most"; the longest first where one begins another. */
export const upperBounds: readonly (readonly string[])[] = [
  ['not', 'more', 'than'],
  ['no', 'more', 'than'],
  ['not', 'later', 'than'],
  ['no', 'later', 'than'],
  ['not', 'longer', 'than'],
  ['no', 'longer', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['lower', 'than'],
  ['faster', 'than'],
  ['up', 'to'],
  ['at', 'most'],
  ['at', 'the', 'latest'],
  ['a', 'maximum', 'of'],
  ['maximum', 'of'],
  ['max', 'of'],
  ['inside', 'of'],
  ['within'],
  ['under'],
  ['below'],
  ['max'],
  ['maximum'],
  ['inside'],
  ['in'],
];

/** Bounds that say "at least"; an SLA cannot. */
export const lowerBounds: readonly (readonly string[])[] = [
  ['at', 'least'],
  ['more', 'than'],
  ['longer', 'than'],
  ['greater', 'than'],
  ['no', 'less', 'than'],
  ['not', 'less', 'than'],
  ['no', 'fewer', 'than'],
  ['no', 'earlier', 'than'],
  ['not', 'before'],
  ['no', 'sooner', 'than'],
  ['a', 'minimum', 'of'],
  ['minimum', 'of'],
  ['minimum'],
  ['over'],
];

export const approximations = set(
  'about around approximately approx roughly circa ca nearly almost maybe perhaps probably ish',
);
export const habits = set(
  'usually typically generally normally ideally often mostly hopefully aim aiming aims target targeting try goal preferably',
);
export const eagerWords = set(
  'asap promptly prompt quickly quick soon sooner shortly timely fast urgent urgently swiftly rapidly rapid priority expedited',
);
export const instantWords = set(
  'immediate immediately instant instantly realtime automatic automatically automated',
);
export const machineWords = set(
  'automated automatic automatically auto system software machine bot automation',
);
export const rhythmWords: ReadonlyMap<string, string> = new Map([
  ['hourly', 'every 1 business hour'],
  ['daily', 'every 1 business day'],
  ['weekly', 'every 5 business days'],
  ['biweekly', 'every 10 business days'],
  ['fortnightly', 'every 10 business days'],
  ['monthly', 'every 20 business days'],
  ['quarterly', 'every 60 business days'],
]);
export const touchWords = set(
  'touch touches touchpoint touchpoints reply replies response responses attempt attempts message messages contact contacts interaction interactions email emails call calls inbound outreach followup followups',
);
/** Things counted in a follow-up cadence. */
export const countedWords = set(
  'touch touches touchpoint touchpoints attempts attempt calls call emails messages message times replies reply',
);
export const weekdayWords = set(
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun',
);
export const escalationVerbs = set(
  'escalate escalates escalated escalation escalating notify notifies alert alerts alerted reassign reassigned reassigns ping page requeue rerouted reroute remind reminder',
);

/** What a limit may be on; "for first response" names no segment. */
export const activityWords = set(
  'response respond reply replying touch contact contacting outreach followup follow call calling acceptance accept rejection reject qualification qualify assignment assign action kickoff booking handoff triage review acknowledgement acknowledge',
);
/** Words after a limit that add nothing to it. */
export const fillerWords = set('sla response reply turnaround window limit maximum max time');
