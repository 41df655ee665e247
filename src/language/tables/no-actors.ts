/**
 * Words that name nobody who acts on a lead. Where the "who" of an escalation is made of these alone, no person has to
 * do anything: a document, a tool, a mark in the CRM, a figure, a group of which each waits for the others.
 */
export const noActors = {
  joints:
    'the a an and it its this that is in into to for our by as at of on out up off per with will be been was are gets get goes go going after not no',
  documents:
    'see rules policy policies handbook playbook process procedure standard applies according guide guideline guidelines wiki doc docs document documents agenda runbook runbooks sop sops matrix confluence page link sheet plan agreement contract above below attached',
  tools:
    'pagerduty opsgenie zendesk jira asana trello linear notion hubspot salesforce slack teams crm email emails mail message messages channel alert alerts alarm alarms ping pings notification notifications reminder reminders automatic automatically automated auto workflow ticket tickets task tasks todo',
  marks:
    'mark marks marked flip flips flipped turn turns turned red amber yellow orange green lead status colour color list view field tag tags tagged log logs logged record records note noted tracked shown appear appears appearing score scores reduced lowered priority bumped stall stalled stale counted counts count miss missed misses breach breached sla',
  figures:
    'report reports reporting reported dashboard dashboards daily weekly monthly quarterly kpi kpis metric metrics figures statistics scorecard pipeline forecast review reviews reviewed meeting meetings retro retrospective standup stand sync call calls included includes covered discussed raised commission bonus',
  nothing:
    'none nothing nobody needed necessary required escalation escalated escalate case basis decided appropriate accordingly discretion effort best somehow soon look looked looks handled handling managed taken care triggered fired happens created opened sent posted post we asap urgent urgently urgency priority prompt promptly immediate immediately instantly quickly yes ok okay agreed usual usually normal normally planned discussed defined described known trusted fine works later once time possible as',
  groups:
    'leadership management board team everyone everybody somebody someone anyone anybody people all company organisation organization department departments stakeholders sales revenue gtm commercial chain upper level levels next higher executives exec execs',
} as const satisfies Readonly<Record<string, string>>;

/** A group's word before "lead" makes it a person's rank: "team lead", not "the lead". */
export const ledBy = 'team|shift|squad|pod|group|sales|regional|deputy|floor|commercial|revenue';
