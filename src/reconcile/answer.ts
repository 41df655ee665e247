/** How one placeholder is answered: by the config, by who says that it replaces it, by its words, by being the only one. */

import { foldWords } from '../language/fold.ts';
import { listed } from '../language/listed.ts';
import { isOpenPhrase } from '../language/nothing.ts';
import { own } from '../language/own.ts';
import type { LinkedEntry, Placeholder, PlaceholderRole } from '../lifecycle/model.ts';
import { type Candidates, mostListed, type Replacing } from './candidates.ts';
import { bareToken, type Candidate, type Entrant, identifying, measures, Pool } from './pool.ts';

/** How a placeholder is answered; `named` when the words beside it identify something. */
export interface PlaceholderAnswer {
  readonly verdict: 'sure' | 'unsure' | 'none';
  readonly replacement: string | null;
  readonly candidates: readonly Candidate[];
  readonly reason: string;
  readonly named: boolean;
  /** What a `none` waits for: an entry to be approved, or to be written. */
  readonly awaits?: 'approval' | 'entry';
}

/** What a placeholder of each role stands for (with its article, in a message), and the entry that has to exist. */
export const standsFor: {
  readonly [role in PlaceholderRole]: {
    readonly one: string;
    readonly article: 'a' | 'an';
    readonly missing: string;
  };
} = {
  channel: { one: 'channel', article: 'a', missing: 'a GTM entry with Type Channel' },
  offer: { one: 'offer', article: 'an', missing: 'a GTM entry with Type Offer' },
  price: { one: 'price rule', article: 'a', missing: 'a BR-PRICING entry' },
  persona: { one: 'persona', article: 'a', missing: 'a PER entry' },
  kpi: { one: 'KPI', article: 'a', missing: 'a KPI entry' },
  stage: { one: 'stage', article: 'a', missing: 'a BR-MOPS entry' },
  handoff: { one: 'handoff', article: 'a', missing: 'a GTM-MOPS entry' },
  feedback: { one: 'feedback entry', article: 'a', missing: 'a CFD entry' },
  monitor: { one: 'drift monitor', article: 'a', missing: 'a MON-DRIFT entry' },
};

/** Answers one placeholder on its own; repeats within a file are settled by the plan. */
export function answerPlaceholder(known: Candidates, placeholder: Placeholder): PlaceholderAnswer {
  const { token, role } = placeholder;
  const bare = isOpenPhrase(token) ? token : bareToken(token);
  const identity = identityOf(placeholder);
  const pool = known.poolOf(placeholder);
  const base = { candidates: [], named: identity.length > 0 };
  const isOther = ({ record }: Entrant): boolean => record.entry !== placeholder.from;
  const byName = identity.length === 0 ? [] : pool.called(identity).filter(isOther);
  // "GTM-YYY" beside "GTM-YYY (Product Hunt)": what is said of the one does not hold for the other.
  const spokenFor = byName.length === 1 && known.standsForSeveral(bare);
  const configured = spokenFor
    ? undefined
    : (own(known.model.config.reconcile, bare) ?? own(known.model.config.reconcile, token));
  if (configured !== undefined) {
    if (known.defines(configured))
      return {
        ...base,
        verdict: 'sure',
        replacement: configured,
        reason: `mops.config.yml says that ${bare} is ${configured}.`,
      };
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      reason: `mops.config.yml says that ${bare} is ${configured}, but no active entry has that ID.`,
    };
  }
  const replacing = known
    .replacing(bare)
    .filter((one) => isMeant(known, placeholder, one))
    .filter(({ id, labels }) => !spokenFor || labels.length > 0 || id === byName[0]?.id);
  const called = replacing.filter(({ labels }) =>
    labels.some((label) => sameLabel(label, placeholder.label)),
  );
  const chosen =
    called.length > 0
      ? called
      : replacing.length > 1 && identity.length > 0
        ? new Pool(replacing).called(identity)
        : replacing;
  const [entrant, another] = chosen;
  if (entrant !== undefined && another === undefined) {
    // Of two that are called so, the one that says it replaces the token is meant.
    const agrees = called.length > 0 || byName.some(({ id }) => id === entrant.id);
    if (agrees || byName.length === 0)
      return {
        ...base,
        verdict: 'sure',
        replacement: entrant.id,
        reason: `${entrant.id} (${entrant.name}) says that it replaces ${bare}.`,
      };
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: [
        candidate(entrant, `says that it replaces ${bare}`),
        ...byName.slice(0, mostListed).map((other) => candidate(other, `is called so: ${placeholder.label}`)),
      ],
      reason: `The line "Replaces: ${bare}" and the words "${placeholder.label}" point to different entries.`,
    };
  }
  if (replacing.length > 1) {
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: replacing.map((entrant) => candidate(entrant, `says that it replaces ${bare}`)),
      reason: `${replacing.length} entries say that they replace ${bare}.`,
    };
  }
  const announced = known.draftsReplacing(bare).filter((one) => isMeant(known, placeholder, one));
  if (announced.length > 0) return { ...base, ...notYet(announced) };
  if (role === null)
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      reason:
        'Nothing beside the placeholder tells what it stands for. Write a label behind it, for example "(source channel)".',
    };
  const { one, article, missing } = standsFor[role];
  if (byName.length === 1 && byName[0] !== undefined)
    return {
      ...base,
      verdict: 'sure',
      replacement: byName[0].id,
      reason: `${byName[0].id} is the one ${one} called ${byName[0].name}.`,
    };
  if (byName.length > 1)
    return {
      ...base,
      verdict: 'unsure',
      replacement: null,
      candidates: byName
        .slice(0, mostListed)
        .map((entrant) => candidate(entrant, `matches "${placeholder.label}"`)),
      reason: `${byName.length} entries match "${placeholder.label}".`,
    };
  // An entry does not stand for what it links to itself.
  const entrants = pool.entrants.length <= mostListed ? pool.entrants.filter(isOther) : pool.entrants;
  const [only] = entrants;
  const drafts = known.draftsFor(placeholder);
  const waiting = identity.length === 0 ? drafts.entrants : drafts.called(identity);
  if (waiting.length > 0 && (only === undefined || identity.length > 0))
    return { ...base, ...notYet(waiting) };
  if (only === undefined)
    return {
      ...base,
      verdict: 'none',
      replacement: null,
      awaits: 'entry',
      reason: missingReason(known, placeholder, missing),
    };
  if (entrants.length === 1 && identity.length === 0 && waiting.length === 0)
    return {
      ...base,
      verdict: 'sure',
      replacement: only.id,
      reason: onlyReason(known, placeholder, only, one),
    };
  return {
    ...base,
    verdict: 'unsure',
    replacement: null,
    candidates: [
      ...entrants
        .slice(0, mostListed)
        .map((entrant) =>
          candidate(
            entrant,
            entrants.length > 1
              ? `is ${article} ${one}`
              : `is the only ${waiting.length > 0 ? 'approved ' : ''}${one}`,
          ),
        ),
      ...waiting.slice(0, mostListed).map((entrant) => candidate(entrant, 'is not approved yet')),
    ].slice(0, mostListed),
    reason:
      identity.length > 0
        ? `No ${one} is called "${placeholder.label}".`
        : `There are ${entrants.length + waiting.length} entries that it could be.`,
  };
}

/** "GTM-003 (Google Ads) is there and not approved yet …" */
function notYet(
  drafts: readonly Entrant[],
): Pick<PlaceholderAnswer, 'verdict' | 'replacement' | 'awaits' | 'reason'> {
  const named = drafts.slice(0, 5).map(({ id, name }) => (name === '' ? id : `${id} (${name})`));
  const reason =
    drafts.length === 1
      ? `${listed(named)} is there and not approved yet; set its Status once it is.`
      : `${listed(named)} are there and not approved yet; set the Status of the right one once it is.`;
  return { verdict: 'none', replacement: null, awaits: 'approval', reason };
}

/** A line that names a label speaks of that label only, and a KPI of one transition not of another's. */
function isMeant(known: Candidates, placeholder: Placeholder, { labels, record }: Replacing): boolean {
  if (
    labels.length > 0 &&
    placeholder.label !== null &&
    !labels.some((label) => sameLabel(label, placeholder.label))
  )
    return false;
  if (placeholder.role !== 'kpi' || (record as LinkedEntry).conversion == null) return true;
  const between = known.transitionOf(placeholder.from.id);
  return between === null || measures(record, between);
}

function sameLabel(one: string, other: string | null): boolean {
  return other !== null && foldWords(one) === foldWords(other);
}

/** Whether a label says which entry is meant, not only which role it plays: `(Product Hunt)`, not `(fit signals)`. */
export function identifies(label: string | null): boolean {
  return identifying(label ?? '').some((word) => !/^\d*$/.test(word));
}

function candidate({ id, name }: Entrant, reason: string): Candidate {
  return { id, name, reason };
}

/** Words that say which entry is meant: the label's, or those inside `TBD (…)`, without words that name the role. */
function identityOf({ token, label }: Placeholder): readonly string[] {
  const inside = isOpenPhrase(token) ? (/\(([^()]*)\)/.exec(token)?.[1] ?? '') : '';
  return identifying(`${label ?? ''} ${inside}`).filter((word) => !/^\d*$/.test(word));
}

function onlyReason(known: Candidates, placeholder: Placeholder, only: Entrant, one: string): string {
  if (placeholder.role === 'kpi' && known.transitionOf(placeholder.from.id) !== null)
    return `${only.id} (${only.name}) is the KPI of this transition.`;
  return `${only.id} (${only.name}) is the only ${one}.`;
}

function missingReason(known: Candidates, placeholder: Placeholder, missing: string): string {
  if (placeholder.role === 'kpi') {
    const between = known.transitionOf(placeholder.from.id);
    if (between !== null && between.from !== '')
      return `Missing: a KPI entry that names the conversion ${between.from} to ${between.to ?? 'the next stage'}.`;
  }
  return `Missing: ${missing}${placeholder.label === null ? '' : ` for "${placeholder.label}"`}.`;
}
