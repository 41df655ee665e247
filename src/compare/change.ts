import type { Span } from '../sot/entry.ts';

export type SubjectKind =
  | 'lifecycle'
  | 'config'
  | 'stage'
  | 'handoff'
  | 'routing'
  | 'scoring'
  | 'monitor'
  | 'alert'
  | 'channel'
  | 'offer'
  | 'outreach'
  | 'price'
  | 'persona'
  | 'kpi'
  | 'feedback'
  | 'runbook';

/** What changed: an entry by its ID in the head (in the base, when it is gone), the config, or the lifecycle whole. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
}

/** Which side of a subject changed. `link` are linked IDs, `setting` is a key of the config. */
export type Aspect =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'renumbered'
  | 'moved'
  | 'status'
  | 'owner'
  | 'sla'
  | 'escalation'
  | 'cadence'
  | 'entry'
  | 'progression'
  | 'disqualification'
  | 'from'
  | 'to'
  | 'from-owner'
  | 'to-owner'
  | 'segment'
  | 'trigger'
  | 'payload'
  | 'rejection-condition'
  | 'rejection-routing'
  | 're-engagement'
  | 'rejection-limit'
  | 'dimension'
  | 'applies-to'
  | 'route'
  | 'signal'
  | 'threshold'
  | 'decay'
  | 'watched-subject'
  | 'baseline'
  | 'cadence'
  | 'target'
  | 'link'
  | 'motion'
  | 'shape'
  | 'v09'
  | 'setting';

/** One change of meaning. Texts are the team's own words, untrusted. */
export interface Change {
  readonly subject: Subject;
  readonly what: Aspect;
  /** Null when there was nothing. */
  readonly before: string | null;
  /** Null when there is nothing any more. */
  readonly after: string | null;
  /** Where it stands in the head; in the base, when it is gone; null for the config. */
  readonly span: Span | null;
  /** `MQL: SLA 1 business hour → 4 business hours`. */
  readonly sentence: string;
  /** The words that were replaced here as everywhere else, where nothing else changed. */
  readonly replaced?: Replaced;
}

/** Words that are called otherwise everywhere: `budget` that is `funding` now. */
export interface Replaced {
  readonly old: string;
  readonly now: string;
}

const kindWords: Readonly<Record<SubjectKind, string>> = {
  lifecycle: 'Lifecycle',
  config: 'Config',
  stage: 'Stage',
  handoff: 'Handoff',
  routing: 'Routing',
  scoring: 'Scoring model',
  monitor: 'Drift monitor',
  alert: 'Monitor',
  channel: 'Channel',
  offer: 'Offer',
  outreach: 'Outreach',
  price: 'Price rule',
  persona: 'Persona',
  kpi: 'KPI',
  feedback: 'Feedback',
  runbook: 'Runbook',
};

/** The kind as a word in a sentence: `stage`, `KPI`. */
export function kindWord(kind: SubjectKind): string {
  return kind === 'kpi' ? 'KPI' : kindWords[kind].toLowerCase();
}

/** How a sentence calls its subject: a stage by its name alone, all others with their kind. */
export function subjectWords({ kind, id, name }: Subject): string {
  if (kind === 'lifecycle' || kind === 'config') return kindWords[kind];
  if (kind === 'stage') return name || id;
  return `${kindWords[kind]} ${name || id}`;
}

/** A change with its sentence made from `fact`, the words behind the subject. */
export function change(
  subject: Subject,
  what: Aspect,
  sides: { readonly before: string | null; readonly after: string | null; readonly span: Span | null },
  fact: string,
): Change {
  return { subject, what, ...sides, sentence: `${subjectWords(subject)}: ${fact}` };
}
