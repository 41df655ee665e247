/** Reads where a line sends a lead: "To SQL: BDR confirms", "Competitor → Disqualified", "back to the MQL queue". */

import { arrowPattern, firstArrow } from '../language/arrow.ts';
import { foldName } from '../language/fold.ts';
import { saysNothing } from '../language/nothing.ts';
import { wayWords } from '../language/way.ts';
import type { Text } from '../sot/entry.ts';
import type { Progression, Stage, Target } from './model.ts';
import { slice } from './span.ts';
import type { StageNames } from './stage-names.ts';
import { placeName } from './target-stages.ts';
import type { NameHit } from './usual-names.ts';

/** A name or ID that stages answer to. `stages` is filled once they are all read; targets hold this very list. */
interface Declared {
  readonly name: string;
  readonly stages: Stage[];
}

/** The key of one entry's name, beside the canonical names that several may share. */
function asWritten(name: string): string {
  return `\u0000${foldName(name)}`;
}

/** Knows the names and the stages behind them; made once per model. */
export class Targets {
  readonly names: StageNames;
  readonly #byName = new Map<string, Declared>();
  readonly #byId = new Map<string, Declared>();

  constructor(names: StageNames) {
    this.names = names;
  }

  /** Announces a stage by ID and, unless a living stage has it, by name, before any line is read. */
  declare(id: string, canonical: string, name: string, byName: boolean): void {
    if (!this.#byId.has(id)) this.#byId.set(id, { name, stages: [] });
    if (!byName || canonical === '') return;
    for (const key of [canonical, asWritten(name)])
      if (!this.#byName.has(key)) this.#byName.set(key, { name, stages: [] });
  }

  /** Puts a stage behind its declared names. */
  register(stage: Stage, byName: boolean): void {
    this.#byId.get(stage.id)?.stages.push(stage);
    if (!byName) return;
    this.#byName.get(stage.canonical)?.stages.push(stage);
    this.#byName.get(asWritten(stage.name))?.stages.push(stage);
  }

  /** What a whole text (a From, a To, an "Applies to" side) points at. */
  of(text: string): Target {
    const id = /\bBR-MOPS-\d{3}\b/.exec(text)?.[0];
    const hit = this.names.exact(text);
    // "Unknown" is a usual name of Anonymous, and behind From, To or Routing a hole: only a team's own stage is meant.
    const open = saysNothing(text) && !this.#byName.has(asWritten(text));
    if (hit !== null && !open) return this.#target(hit);
    const byId = id === undefined ? undefined : this.#byId.get(id);
    if (byId !== undefined) return { kind: 'stage', ...byId };
    return { kind: 'unknown', name: text.trim(), closest: this.names.closest(text) };
  }

  /** Every stage and sink that running text names, in order; entry IDs of stages count as their names. */
  within(text: string, pointed = false): Target[] {
    const targets = this.names.within(text, pointed).map((hit) => this.#target(hit));
    for (const [id] of text.matchAll(/\bBR-MOPS-\d{3}\b/g)) {
      const byId = this.#byId.get(id);
      if (byId !== undefined && !targets.some((target) => target.name === byId.name))
        targets.push({ kind: 'stage', ...byId });
    }
    return targets;
  }

  #target(hit: NameHit): Target {
    if (hit.kind === 'sink') return { kind: 'sink', name: hit.name };
    const own = hit.written === null ? undefined : this.#byName.get(asWritten(hit.written));
    const declared = own ?? this.#byName.get(hit.canonical);
    if (declared !== undefined) return { kind: 'stage', ...declared };
    return { kind: 'undefined-stage', name: hit.said, canonical: hit.canonical };
  }

  /** Reads one progression line; `to` stays null where the line names no stage. `line` is the whole it stands in. */
  progression(raw: Text, line: Text = raw): Progression {
    const { text } = raw;
    const bracketed = this.#bracketed(raw);
    if (bracketed !== null) return bracketed;
    const mark = listMark.exec(text)?.[0].length ?? 0;
    if (mark > 0 && wayWords.test(text.slice(mark)))
      return this.progression(slice(raw, mark, text.length), raw);
    const words = wayWords.exec(text)?.[0].length ?? 0;
    const quote = /^["'“”„«‘]/.exec(text.slice(words))?.[0].length ?? 0;
    const lead = words + quote;
    const named = this.#longestName(text, lead);
    const both = named === null || line !== raw ? null : this.#secondName(text, lead, named);
    if (both !== null) return both === 'way' ? this.#fromTo(raw, named ?? 0) : twoTargets(raw, lead, both);
    if (named !== null) {
      const rest = afterTarget(text, named);
      return {
        raw: line,
        to: slice(raw, lead, named),
        target: this.of(text.slice(lead, named)),
        criterion: rest === null ? null : slice(raw, rest, criterionEnd(text, rest)),
      };
    }
    if (lead === 0) return this.#pointing(raw) ?? { raw, to: null, target: null, criterion: raw };
    const colon = text.indexOf(':', lead);
    const stop = colon < 0 ? wordsEnd(text, lead) : colon;
    const rest = afterTarget(text, stop);
    return {
      raw,
      to: slice(raw, lead, stop),
      target: this.of(text.slice(lead, stop)),
      criterion: rest === null ? null : slice(raw, rest, text.length),
    };
  }

  /** `[SQL] call held`: the stage in brackets before its criterion. */
  #bracketed(raw: Text): Progression | null {
    const [whole = '', name = ''] = /^\[(?:to )?([^[\]]{1,60})\]\s*[:—–-]?\s*(?=\S)/i.exec(raw.text) ?? [];
    if (name === '' || this.names.exact(name) === null) return null;
    const from = raw.text.indexOf(name);
    return {
      raw,
      to: slice(raw, from, from + name.length),
      target: this.of(name),
      criterion: slice(raw, whole.length, raw.text.length),
    };
  }

  /** End of the longest stage or sink name that starts at `from` and is followed by a break, or null. */
  #longestName(text: string, from: number): number | null {
    const ends = [...text.slice(from, from + 60).matchAll(/[\p{L}\p{N})\]](?![\p{L}\p{N}])/gu)].map(
      (match) => from + match.index + 1,
    );
    for (const end of ends.slice(0, 6).reverse()) {
      const phrase = text.slice(from, end);
      // "SQL: (a) budget confirmed": what is in the bracket stands behind the name.
      if (/[:–—-]\s*\([^()]*\)$/.test(phrase)) continue;
      if (this.names.exact(phrase) === null && !/^BR-MOPS-\d{3}$/.test(phrase)) continue;
      // "Customer signs" without "To" names no target: a bare name must be set off by a colon, dash or bracket.
      if (from === 0 && !setOff.test(text.slice(end))) continue;
      const bracket = /^\s*\(([^()]*)\)/.exec(text.slice(end));
      // "(SQL)" and "(BR-MOPS-003, owner: AE)" belong to the name; "(contract signed)" is what must happen.
      const named =
        bracket !== null && (text.length > end + bracket[0].length || this.#names(bracket[1] ?? ''));
      return end + (named ? bracket[0].length : 0);
    }
    return null;
  }

  /**
   * A second name behind the first: `'way'` where an arrow leads from the one to the other ("MQL → SQL: …"), the end
   * of both where the line sends a lead to either ("To SQL or Opportunity: …"); null for a name alone.
   */
  #secondName(text: string, lead: number, end: number): 'way' | number | null {
    const joint = secondJoint.exec(text.slice(end));
    if (joint === null) return null;
    const second = this.#longestName(text, end + joint[0].length);
    if (second === null) return null;
    if (joint[1] !== undefined) return lead === 0 ? 'way' : null;
    return /^\s*(?::|[–—]|- |[.]?$)/.test(text.slice(second)) ? second : null;
  }

  /** "MQL → SQL: BDR confirms": the side behind the arrow is where the lead goes. */
  #fromTo(raw: Text, end: number): Progression {
    const from = end + (secondJoint.exec(raw.text.slice(end))?.[0].length ?? 0);
    return this.progression(slice(raw, from, raw.text.length), raw);
  }

  #names(text: string): boolean {
    return this.names.exact(text) !== null || /\bBR-MOPS-\d{3}\b|^owner\b/i.test(text);
  }

  /** A line that names its stage behind the event: "Discovery call held → Opportunity", "AE confirms, lead moves to SQL". */
  #pointing(raw: Text): Progression | null {
    const { text } = raw;
    const found = [...text.matchAll(pointer)].flatMap((match) => {
      const from = match.index + match[0].length;
      const end = this.#longestName(text, from);
      return end === null ? [] : [{ at: match.index, from, end, target: this.of(text.slice(from, end)) }];
    });
    const [only] = found;
    if (only === undefined || new Set(found.map(({ target }) => placeName(target))).size > 1) return null;
    const event =
      firstArrow(text.slice(only.at))?.start === 0
        ? text.slice(0, only.at).replace(/\s*[([]?\s*$/, '').length
        : text.length;
    return { raw, to: slice(raw, only.from, only.end), target: only.target, criterion: slice(raw, 0, event) };
  }
}

/** The letter or number of a list that a bullet stands before: `a) To SQL: …`. */
const listMark = /^\(?[a-z\d]{1,2}[.)]\s+/i;

/** What points at a stage inside a line. */
const pointer = new RegExp(`(?:${arrowPattern}|\\b(?:to|into|becomes|as)\\b(?: (?:an?|the)\\b)?) *`, 'gi');

/** What joins two names: an arrow, which tells the way, or a word or sign that leaves open which is meant. */
const secondJoint = new RegExp(
  `^\\s*(?:(${arrowPattern})|\\/|,|&|or|and(?: then)?|then)\\s*(?:(?:goes|moves?|back|becomes)\\s+)?(?:to\\s+)?`,
  'i',
);

/** A line that sends a lead to one of two stages: nobody can tell which, so neither is read. */
function twoTargets(raw: Text, from: number, end: number): Progression {
  const to = slice(raw, from, end);
  const rest = afterTarget(raw.text, end);
  const criterion = rest === null ? null : slice(raw, rest, criterionEnd(raw.text, rest));
  return { raw, to, target: { kind: 'unknown', name: to.text, closest: null }, criterion };
}

const behindTarget = new RegExp(
  `^["'“”»’]?\\s*(?:stage\\b)?\\s*(?:${arrowPattern}|[:;—–,(|-])?\\s*(?:(?:when|once|if)\\s+)?`,
  'i',
);
const setOff = new RegExp(`^\\s*(?:[:(\\[—–]|${arrowPattern}|- |$|when\\b|if\\b|once\\b)`, 'i');

/** Start of the criterion behind a target: past colon, dash, "when", "if"; null when nothing follows. */
function afterTarget(text: string, end: number): number | null {
  const skip = behindTarget.exec(text.slice(end))?.[0].length ?? 0;
  return end + skip < text.length ? end + skip : null;
}

/** The end of a criterion; the bracket that was opened before it is closed behind it. */
function criterionEnd(text: string, from: number): number {
  return text.endsWith(')') && text.slice(0, from).trimEnd().endsWith('(') ? text.length - 1 : text.length;
}

function wordsEnd(text: string, from: number): number {
  const stop = /\s+(?:when|once|if|after|—|–|-)\s/i.exec(text.slice(from));
  return stop === null ? text.length : from + stop.index;
}
