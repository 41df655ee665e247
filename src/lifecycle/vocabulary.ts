/**
 * Which words name which field (SPEC §2: matched without case, with the template's variants). Labels are folded
 * before they are looked up; a block's own sub-fields are known inside the block and, where no other field has the
 * name, outside it too, because some teams write nested blocks flat.
 */

import { distance } from 'fastest-levenshtein';
import { slips } from '../config/closest.ts';
import type { EntryKind } from '../sot/entry.ts';
import type { FieldName } from './model.ts';

type Words = Readonly<Partial<Record<FieldName, readonly string[]>>>;

/** The first spelling is the one to suggest. */
const common: Words = {
  type: ['Type'],
  status: ['Status'],
  order: ['Order'],
  owner: ['Owner', 'Owned by', 'Stage owner', 'Owner role'],
  'linked-ids': ['Linked IDs', 'Linked ID', 'Related IDs', 'Related ID', 'Links', 'Relationships'],
  replaces: ['Replaces', 'Supersedes'],
  'superseded-by': ['Superseded by', 'Replaced by', 'Invalidated by', 'Replacement'],
  verified: ['Verified', 'Last verified'],
};

const sla: Words = {
  sla: ['SLA', 'SLAs', 'Service level', 'Response SLA'],
  'sla.response': [
    'Response time after entering this stage',
    'Response time',
    'Response',
    'Respond within',
    'Limit',
  ],
  escalation: ['Escalation', 'Escalation path', 'Escalate', 'If missed', 'If SLA missed', 'SLA escalation'],
};

const stage: Words = {
  stage: ['Stage', 'Stage name', 'Lifecycle stage'],
  entry: ['Entry criteria', 'Entry criterion', 'Entry', 'Enters when', 'Entry conditions'],
  progression: [
    'Exit criteria (progression)',
    'Exit criterion (progression)',
    'Exit (progression)',
    'Exit criteria: progression',
    'Progression',
    'Progression criteria',
    'Exit progression',
    'Exit criteria - progress',
  ],
  disqualification: [
    'Exit criteria (disqualification)',
    'Exit criterion (disqualification)',
    'Exit (disqualification)',
    'Exit criteria: disqualification',
    'Disqualification',
    'Disqualification criteria',
    'Exit disqualification',
    'Disqualify',
  ],
  exit: ['Exit criteria', 'Exit criterion', 'Exit', 'Exits', 'Exits when'],
  dimension: ['Dimension'],
  'applies-to': ['Applies to'],
  routes: ['Routes', 'Routing table'],
  signals: ['Signals', 'Scores'],
  thresholds: ['Thresholds', 'Threshold'],
  decay: ['Decay', 'Score decay'],
  ...sla,
};

const handoff: Words = {
  from: ['From', 'From stage'],
  to: ['To', 'To stage'],
  segment: ['Segment', 'Segments'],
  trigger: ['Trigger', 'Trigger event', 'Triggered by'],
  payload: ['Payload (what context transfers)', 'Payload', 'Handoff payload', 'Context'],
  'payload.source': ['Source', 'Lead source', 'Source channel'],
  'payload.touchpointHistory': ['Touchpoint history', 'Touchpoints', 'Touch history', 'Touchpoint'],
  'payload.bestFitSignals': ['Best-fit signals', 'Best-fit signal', 'Fit signals', 'Best fit'],
  'payload.disqualifiers': ['Disqualifiers', 'Disqualifier'],
  'payload.openQuestions': ['Open questions', 'Open question'],
  rejection: ['Rejection rule', 'Rejection routing', 'Rejection', 'Rejection rules', 'If rejected'],
  'rejection.condition': ['Condition', 'Conditions', 'Rejection condition', 'Reject when', 'Reject if'],
  'rejection.routing': ['Routing', 'Route', 'Rejected leads go to', 'Rejection route', 'Route to'],
  'rejection.reengagement': [
    'Re-engagement',
    'Reengagement',
    'Re-engage',
    'Re-engagement condition',
    'Re-entry',
  ],
  'rejection.limit': ['Limit', 'Rejection limit', 'Loop limit', 'Maximum returns'],
  ...sla,
};

const monitor: Words = {
  subject: ['Subject', 'What'],
  baseline: ['Baseline'],
  thresholds: ['Thresholds', 'Threshold'],
  cadence: ['Compare cadence', 'Cadence', 'Frequency'],
  procedure: ['Compare procedure', 'Procedure'],
  history: ['History', 'Re-snapshot history'],
  category: ['Category'],
};

const linked: Words = {
  category: ['Category'],
  definition: ['Definition', 'Description'],
  target: ['Target', 'Targets', 'Goal'],
  unit: ['Unit'],
  conversion: ['Conversion', 'Transition', 'Measures'],
  layer: ['Layer'],
  channel: ['Channel'],
  tier: ['Tier'],
  price: ['Price'],
  'segment-type': ['Segment', 'Best-fit segment'],
  stage: ['Lifecycle stage'],
};

/** Labels people use that are right where they stand and mean nothing here: never offered a correction. */
const harmless = new Set(
  'id notes note rationale evidence created reviewed severity last updated confidence source evidence summary purpose priority reporter valid from valid to invalidated by authority enforcement location timing description tags date version why how who what when examples example background context risk exceptions exception next steps reminder tooling tools crm crm field crm fields reporting metrics process steps definition of done warning warn critical'.match(
    /\S+/g,
  ) ?? [],
);

/** Labels near the template's that no count of letters tells, folded. */
const mistaken: Readonly<Record<string, FieldName>> = {
  'exit criteria disqualified': 'disqualification',
  'exit criteria disqualify': 'disqualification',
  'exit criteria progressed': 'progression',
};

function vocabularyOf(kind: EntryKind): Words {
  if (kind === 'BR-MOPS') return { ...common, ...stage };
  if (kind === 'GTM-MOPS') return { ...common, ...handoff };
  if (kind === 'MON-DRIFT' || kind === 'MON') return { ...common, ...monitor };
  return { ...common, ...linked };
}

/** Letters and digits in lower case, everything else one blank: `**Exit criteria** (progression)` and its kin. */
export function foldLabel(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Vocabulary {
  readonly byLabel: ReadonlyMap<string, FieldName>;
  readonly spelling: ReadonlyMap<string, string>;
  /** Labels looked up before, with their block; the same few labels make up nearly every entry. */
  readonly seen: Map<string, FieldName | null>;
}

const mostSeen = 10_000;

const vocabularies = new Map<EntryKind, Vocabulary>();

function vocabulary(kind: EntryKind): Vocabulary {
  const known = vocabularies.get(kind);
  if (known !== undefined) return known;
  const byLabel = new Map<string, FieldName>();
  const spelling = new Map<string, string>();
  for (const [name, labels] of Object.entries(vocabularyOf(kind)) as [FieldName, readonly string[]][]) {
    for (const label of labels) {
      // A label shared by two fields belongs to the first: the nested one is found through its block.
      if (!byLabel.has(foldLabel(label))) byLabel.set(foldLabel(label), name);
      // Of two spellings that read alike the template's stands first.
      if (!spelling.has(foldLabel(label))) spelling.set(foldLabel(label), label);
    }
  }
  const built = { byLabel, spelling, seen: new Map<string, FieldName | null>() };
  vocabularies.set(kind, built);
  return built;
}

/** Sub-fields that a label means inside a block, before the entry's own fields are asked. */
const inside: Readonly<Partial<Record<FieldName, Readonly<Record<string, FieldName>>>>> = {
  sla: {
    response: 'sla.response',
    'response time': 'sla.response',
    limit: 'sla.response',
    time: 'sla.response',
    target: 'sla.response',
  },
  exit: {
    progression: 'progression',
    progress: 'progression',
    'to next stage': 'progression',
    disqualification: 'disqualification',
    disqualify: 'disqualification',
    disqualified: 'disqualification',
  },
  payload: { source: 'payload.source', sources: 'payload.source', 'source channel': 'payload.source' },
  rejection: {
    limit: 'rejection.limit',
    condition: 'rejection.condition',
    routing: 'rejection.routing',
    route: 'rejection.routing',
  },
};

/**
 * The field a label names on an entry of a kind, inside `block` when it hangs below one.
 * Brackets behind the label are tried with and without ("Payload (what context transfers)", "Baseline (2026-08-01)").
 */
export function fieldNamed(kind: EntryKind, label: string, block: FieldName | null): FieldName | null {
  const { byLabel, seen } = vocabulary(kind);
  const key = `${block ?? ''}\u0000${label}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  let found: FieldName | null = null;
  const whole = foldLabel(label);
  for (const folded of kind === 'BR-MOPS' && mistaken[whole] !== undefined
    ? []
    : [whole, foldLabel(label.replace(/\([^()]*\)/g, ' '))]) {
    found ??= (block === null ? undefined : inside[block]?.[folded]) ?? byLabel.get(folded) ?? null;
  }
  if (seen.size < mostSeen) seen.set(key, found);
  return found;
}

/**
 * The field an unknown label was surely meant to be: at most two letters off a known label of five or more.
 * Returns null for everything else, because teams may add fields of their own.
 */
export function fieldMeant(
  kind: EntryKind,
  label: string,
): { readonly name: FieldName; readonly spelling: string } | null {
  const folded = foldLabel(label);
  if (folded.length < 4 || harmless.has(folded)) return null;
  const words = vocabulary(kind);
  const slip = kind === 'BR-MOPS' ? mistaken[folded] : undefined;
  if (slip !== undefined) return { name: slip, spelling: stage[slip]?.[0] ?? slip };
  let best: { name: FieldName; spelling: string; score: number } | null = null;
  for (const [known, name] of words.byLabel) {
    if (Math.abs(known.length - folded.length) > 2) continue;
    const allowed = Math.max(known.length, folded.length) >= 8 ? 2 : 1;
    const score = folded.length < 5 ? distance(folded, known) : slips(folded, known);
    if (score > allowed || score === 0 || known.length < 4) continue;
    // A plural or a suffix is another word, not a slip: "Owners", "Entries".
    if (best === null || score < best.score)
      best = { name, spelling: words.spelling.get(known) ?? known, score };
  }
  return best;
}

/** Fields whose value is a list of criteria or lines, where a one-line value may hold several, split by semicolons. */
export const listFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'entry',
  'progression',
  'disqualification',
  'exit',
  'routes',
  'signals',
  'thresholds',
]);

/** Fields that have sub-fields of their own. */
export const blockFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'sla',
  'payload',
  'rejection',
  'exit',
  'baseline',
  'thresholds',
]);
