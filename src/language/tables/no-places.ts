/**
 * Words that may stand behind an arrow or "sent to" and make what stands there no place: what is done with the lead or
 * its record, what it is told with, when, how many, why. A phrase with one of them is prose; any other short phrase
 * ("→ Parking garage", "sent to the Graveyard") is meant as a place where leads go.
 */
export const noPlaces = {
  /** What is done with the lead or its record. */
  acts: 'add added answer apologise apologize ask assign assigned block blocked book booked call called calls cancel cancelled canceled change changed clean cleaned cleanup close closed closes closing contact contacted create created decline declined delete deleted discard discarded do done downgrade downgraded drop dropped end ended ends erase erased exclude excluded export exported fill filled flag flagged forget forgotten forward forwarded give given hold ignore ignored inform informed keep keeps kept leave leaves leaving left let log logged look make mark marked merge merged monitor move moved notify notified offer offered pause paused pick picked point pointed purge purged put refer referred refund refunded reject rejects remain remains remind remove removed reply report reported respond return returned review reviewed revisit say send sent set sets share shared skip skipped start stay stays stop stopped stops suppress suppressed switch tag tagged talk tell terminate terminated thank track turn unassign unassigned unsubscribe update updated wait watch write',
  /** What tells the lead or the team, and what keeps the record. */
  tools:
    'alert app asana calendar chat chatbot clearbit clickup comment crm dashboard discord email emails excel field form forms gmail google gong hubspot inbox intercom jira letter linkedin mail mails marketo message messages monday news newsletter note notes notification notion outlook outreach page pagerduty phone pipedrive record records reminder report salesforce salesloft segment sheet sheets slack sms spreadsheet status survey tag tags task tasks teams template text ticket tickets trello website webinar whatsapp workflow workflows zapier zendesk zoom',
  /** Where it stands written. */
  pointers:
    'above below case entry entries handoff handoffs handover playbook policy procedure process route routes routing rule rules same see section sla step steps table',
  /** When, how often, how much. */
  times:
    'again already always annual april asap august autumn before between daily date day days december decision delay each every februar february first forever friday hour hours immediately january july june last later longer march may minute minutes monday month monthly months never next november now october once permanently quarter quarterly quarters saturday second september soon spring summer sunday third thursday time times today tomorrow tuesday twice until wednesday week weekly weeks winter year yearly years',
  /** Why, and what somebody says, is or has. */
  grounds:
    'because budget busy cheaper code codes company competing competition competitor competitors confirmed contract contracts country credit customer customers email employees employer feature features fewer fit free headcount higher industry interest interested job less lower market merger money more need needs negative neutral no nobody none not number numbers owner owners plan plans points positive price prices pricing priority product products project projects reason reasons region role roles score scores signal signals size small smaller solution strategy student students supplier tier tiers timing tool tools trial unanswered under unknown use user users vendor vendors version volume wrong yes',
  /** Words that begin a clause, and verbs that make it one. */
  joints:
    'a an and any are as at be been but by can could did does either else for from had has have he her his how if in into is it its like me my of off on only or other others our out over per she should than that their them then there these they this those to too up via was we were what when where which while who why will with without would you your',
} as const satisfies Readonly<Record<string, string>>;

/** Behind a name: whoever this is, it is people, and a lead goes to their stage. */
export const peoples =
  'accounting agency colleague colleagues department dept desk distributor engineering finance group hr legal management office partner partners people recruiting recruitment referral reseller resellers reps security staff team teams';
