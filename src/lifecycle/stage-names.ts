/**
 * Names of stages: the seed's, their aliases, the places that need no entry, and the shapes they form (SPEC §3).
 */

import { distance } from 'fastest-levenshtein';
import { foldName } from '../language/fold.ts';
import type { Shape, SinkName } from './model.ts';

/** Canonical stage names with the other ways teams write them. More come from the config. */
const stageAliases: Readonly<Record<string, readonly string[]>> = {
  Anonymous: ['Anonymous visitor', 'Visitor', 'Unknown'],
  Lead: ['Raw lead', 'Inquiry'],
  Signup: ['Sign-up', 'Signed up', 'Sign up', 'Trial', 'Free trial', 'Registered'],
  Activated: ['Activation', 'PQL', 'Product Qualified', 'Product Qualified Lead'],
  MQL: ['Marketing Qualified', 'Marketing Qualified Lead'],
  SQL: ['Sales Qualified', 'Sales Qualified Lead'],
  Opportunity: ['Opp', 'Sales Qualified Opportunity', 'SQO'],
  Customer: ['Closed-won', 'Won'],
  Paid: ['Paying', 'Paying customer', 'Subscribed', 'Subscriber'],
  Expansion: ['Expanded', 'Expand'],
};

const sinkAliases: Readonly<Record<SinkName, readonly string[]>> = {
  Nurture: ['Nurturing', 'Recycle', 'Recycled', 'Nurture track', 'Nurture list', 'Nurture pool'],
  Disqualified: ['Disqualify', 'Disqualification', 'Unqualified', 'Archive', 'Archived', 'Rejected'],
  Requeue: ['Requeued', 'Re-queue', 'Re-queued'],
  'Closed-lost': ['Lost'],
  Churn: ['Churned', 'Churns', 'Cancelled'],
};

/** The shapes of the seed's step 1, with its short forms. */
export const shapes: readonly Shape[] = [
  { name: 'hybrid', stages: ['Anonymous', 'Signup', 'Activated', 'Paid', 'SQL', 'Opportunity', 'Expansion'] },
  { name: 'sales-assisted', stages: ['Anonymous', 'MQL', 'SQL', 'Opportunity', 'Customer'] },
  { name: 'self-serve', stages: ['Anonymous', 'Signup', 'Activated', 'Paid', 'Expansion'] },
  { name: 'self-serve-short', stages: ['Anonymous', 'Signup', 'Paid'] },
  { name: 'quick', stages: ['Anonymous', 'Lead', 'Customer'] },
];

/** Stages where a sales person works the lead; out of place on a self-serve product (SEED anti-pattern 6). */
export const salesStages: ReadonlySet<string> = new Set(['MQL', 'SQL', 'Opportunity']);

/** Above this many names a "did you mean" is not worth comparing each unknown name with all of them. */
const mostCompared = 300;

/** "Lead returns to the MQL queue" is about a lead; "Lead to Customer", "Lead queue" and "Lead" name the stage. */
function isSubject(phrase: string, after: string | undefined): boolean {
  if (after === undefined || !/^(?:lead|customer)$/i.test(phrase)) return false;
  return (
    /^\p{Ll}/u.test(after) && !/^(?:to|or|and|queue|stage|with|after|when|if|then|until|again)$/.test(after)
  );
}

export type NameHit =
  | { readonly kind: 'stage'; readonly canonical: string }
  | { readonly kind: 'sink'; readonly name: SinkName };

/**
 * Looks up stage and sink names. Built from the seed's aliases, the config's `stages` and the names that the
 * team's own entries define, so a stage of a team's own resolves like any other.
 */
export class StageNames {
  readonly #byFolded = new Map<string, NameHit>();
  readonly #maxWords: number;
  readonly #spellings = new Map<string, string>();
  readonly #exact = new Map<string, NameHit | null>();

  constructor(configured: Readonly<Record<string, readonly string[]>>, defined: readonly string[]) {
    for (const [name, aliases] of Object.entries(sinkAliases) as [SinkName, readonly string[]][]) {
      for (const alias of [name, ...aliases]) this.#byFolded.set(foldName(alias), { kind: 'sink', name });
    }
    for (const [name, aliases] of Object.entries(stageAliases)) this.#addStage(name, aliases);
    for (const [name, aliases] of Object.entries(configured)) {
      const known = this.#byFolded.get(foldName(name));
      this.#addStage(known?.kind === 'stage' ? known.canonical : name, [name, ...aliases]);
    }
    // A team may give an entry to what we take for a sink (a Nurture stage): its entry wins.
    for (const name of defined) {
      // "SQL (Sales Qualified Lead)" is SQL with a note, not a stage of the team's own.
      const known = this.#lookUp(name);
      if (known?.kind !== 'stage' && foldName(name) !== '') this.#addStage(name, []);
    }
    this.#maxWords = Math.max(...[...this.#byFolded.keys()].map((name) => name.split(' ').length));
  }

  #addStage(canonical: string, aliases: readonly string[]): void {
    for (const alias of [canonical, ...aliases]) {
      this.#byFolded.set(foldName(alias), { kind: 'stage', canonical });
      this.#spellings.set(foldName(alias), alias);
    }
  }

  /** The stage or sink that a whole text names, brackets and words like "stage" or "queue" aside; null for none. */
  exact(text: string): NameHit | null {
    let hit = this.#exact.get(text);
    if (hit === undefined) {
      hit = this.#lookUp(text);
      this.#exact.set(text, hit);
    }
    return hit;
  }

  #lookUp(text: string): NameHit | null {
    const whole = this.#byFolded.get(foldName(text));
    if (whole !== undefined) return whole;
    const bare = foldName(text.replace(/\([^()]*\)/g, ' ')).replace(/^(?:the|to|back to|into) /, '');
    const trimmed = bare.replace(/ (?:stage|queue|pool|list|track|status|sequence)$/, '');
    return this.#byFolded.get(bare) ?? this.#byFolded.get(trimmed) ?? null;
  }

  /** Canonical name of a stage, or the name itself when it is nobody's alias. */
  canonical(name: string): string {
    const hit = this.exact(name);
    return hit?.kind === 'stage' ? hit.canonical : name.trim();
  }

  /**
   * Every stage and sink named in running text, in order, each once. Names that are plain English words when in
   * lower case ("the lead", "a paid plan") count only with a capital, or straight after "to", "into" or an arrow.
   */
  within(text: string): NameHit[] {
    const words = [...text.normalize('NFKC').matchAll(/[\p{L}\p{N}]+(?:[-'’/][\p{L}\p{N}]+)*|[→⇒>]/gu)].map(
      (match) => match[0],
    );
    const hits: NameHit[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < words.length; at++) {
      for (let count = Math.min(this.#maxWords, words.length - at); count > 0; count--) {
        const phrase = words.slice(at, at + count).join(' ');
        const hit = this.#byFolded.get(foldName(phrase));
        if (hit === undefined || !this.#counts(phrase, hit, words[at - 1])) continue;
        if (at === 0 && isSubject(phrase, words[at + count])) continue;
        const key = hit.kind === 'stage' ? hit.canonical : hit.name;
        if (!seen.has(key)) hits.push(hit);
        seen.add(key);
        at += count - 1;
        break;
      }
    }
    return hits;
  }

  #counts(phrase: string, hit: NameHit, before: string | undefined): boolean {
    if (hit.kind === 'sink')
      return !/^(?:recycle|unknown|lost|won|archive)$/i.test(phrase) || pointsAt(before);
    const first = phrase[0] ?? '';
    const capital = first !== first.toLowerCase();
    return capital || pointsAt(before) || /^(?:mql|sql|pql|sqo)$/i.test(phrase);
  }

  /** The known name nearest to an unknown one, for "did you mean"; null when nothing is near. */
  closest(name: string): string | null {
    const folded = foldName(name);
    if (folded.length > 60 || this.#spellings.size > mostCompared) return null;
    let best: { spelling: string; score: number } | null = null;
    for (const [known, spelling] of this.#spellings) {
      const score = distance(folded, known);
      const limit = Math.max(1, Math.floor(Math.max(folded.length, known.length) / 3));
      if (score <= limit && (best === null || score < best.score)) best = { spelling, score };
    }
    return best?.spelling ?? null;
  }
}

function pointsAt(before: string | undefined): boolean {
  return before !== undefined && /^(?:to|into|in|→|⇒|>|as)$/i.test(before);
}
