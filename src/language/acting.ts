/** What happens to a lead that nobody answered: whether it changes hands, and whether anybody acts at all. */

/** Actions that take the lead out of the hands that let it wait. */
const moves =
  /\b(?:re-?assign|re-?queue|re-?route|return|round[- ]robin|pool|back-?up|take(?:s|n)? over|hand(?:s|ed)? (?:over|back)|nurture|goes? to|pass(?:es|ed)?)\b/i;

/**
 * Words that name nobody who acts on a lead: a document, a tool, a report, a mark in the CRM. Where a step's "who" is
 * made of these alone, nobody is named.
 */
const nobody = new Set(
  'the a it its is in to for our by and handled managed noted tracked shown sla rules none needed necessary required see as per policy policies handbook playbook process procedure standard applies according pagerduty opsgenie report reports reporting stall stalled stale weekly daily monthly quarterly mark marks marked flip flips flipped turn turns turned red amber yellow orange green lead status colour color dashboard list view field tag tags tagged log logs logged crm record records appear appears appearing stale on of at after be been gets get goes go going out up off zendesk jira asana trello notion linear hubspot salesforce slack teams ticket tickets task tasks todo created opened raised sent posted shown alert alerts alarm alarms ping pings notification notifications reminder reminders email emails mail message messages channel document documents doc docs wiki guide guideline guidelines required needed not no case basis we will see score scores reduced lowered decided automatic automatically automated auto workflow priority bumped review reviewed meeting pipeline forecast none-needed escalation escalated escalate'.split(
    ' ',
  ),
);

/** Words for whoever has the lead now, and not for the person above. */
const holder =
  /^(?:the |its |their |current |assigned |lead |leads? |record |contact |account |deal |stage )*(?:owner|assignee|rep)s?(?: again| directly| by mail)?$/i;

/** Whether the words for who is told name whoever has the lead already: "the owner", "the assigned rep". */
export function isHolder(who: string): boolean {
  return holder.test(who.trim());
}

/** Whether a text takes the lead out of the hands that let it wait. */
export function movesLead(text: string): boolean {
  return moves.test(text);
}

/** Whether the words for who acts name a document, a tool, a report or a mark, and nobody. */
export function actsNobody(who: string): boolean {
  return (who.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => nobody.has(word));
}
