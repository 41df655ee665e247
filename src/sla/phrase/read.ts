import { isSeparator, startsLimit } from '../limit/start.ts';
import { segmentsOf } from '../limits-in.ts';
import type { CalendarBook, SlaMeaning, SlaReading, SlaSet } from '../meaning.ts';
import { Cursor, Refused } from '../text/cursor.ts';
import { escalates } from '../text/escalating.ts';
import { refuse } from '../text/refusals.ts';
import { foldPhrase, type Token, tokenize } from '../text/tokens.ts';
import { activityWords } from '../text/words.ts';
import { assemble } from './assemble.ts';
import { type Item, readItem } from './item.ts';
import { readNone, refusePlaceholder } from './none.ts';
import { printSla } from './print.ts';
import { goesOnAfterMiss, limitBeforeEscalation, spelledOut } from './prose.ts';

export interface SlaOptions {
  /** The stage is owned by software, so that a bare "immediate" is a limit. Default false. */
  readonly automated?: boolean;
  /** The owner to name in a message, for example `BDR`. */
  readonly owner?: string;
  /** The calendars of the config, which a phrase may name (`EMEA calendar`) or describe (`Mon–Fri 9–6`). */
  readonly calendars?: CalendarBook;
}

/**
 * Reads an SLA phrase (SPEC §5). Total: every text gives a meaning or a refusal with what to write instead.
 * The work is linear in the length of the phrase; messages quote at most 80 characters of it.
 */
export function readSla(phrase: string, options: SlaOptions = {}): SlaReading {
  return readCounted(phrase, options).reading;
}

/** `readSla` with the number of tokens looked at, by which the tests measure that reading is linear. */
export function readCounted(
  phrase: string,
  options: SlaOptions = {},
): { readonly reading: SlaReading; readonly steps: number } {
  const text = spelledOut(foldPhrase(phrase));
  const read = readFolded(text, options);
  if (read.reading.ok && !goesOnAfterMiss(text)) return read;
  let { steps } = read;
  const limit = limitBeforeEscalation(text, (part) => {
    const alone = readFolded(part, options);
    steps += alone.steps;
    return alone.reading.ok;
  });
  if (limit === null) return { ...read, steps };
  const { code, message } = refuse.escalation(limit);
  return { reading: { ok: false, code, message }, steps };
}

function readFolded(
  text: string,
  options: SlaOptions,
): { readonly reading: SlaReading; readonly steps: number } {
  const cursor = new Cursor(text, tokenize(text), options.calendars ?? null);
  try {
    return { reading: { ok: true, meaning: readPhrase(cursor, options) }, steps: cursor.steps };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reading: { ok: false, code: error.code, message: error.message }, steps: cursor.steps };
  }
}

function readPhrase(c: Cursor, options: SlaOptions): SlaMeaning {
  if (c.tokens.length === 0) throw refuse.empty();
  trimEnd(c);
  const none = readNone(c);
  if (none !== null) return none;
  const { meaning, limit } = readItems(c, options);
  refuseUnclear(c, meaning, limit);
  return meaning;
}

/** Reads the limits of a phrase one after another and puts them together. */
function readItems(c: Cursor, options: SlaOptions): { readonly meaning: SlaSet; readonly limit: string } {
  refusePlaceholder(c);
  const colons = colonPlaces(c);
  const escalation = lastEscalation(c);
  const items: Item[] = [];
  const joints: string[] = [];
  while (true) {
    const start = c.at;
    try {
      items.push(readItem(c, colons[c.at] ?? null, options.automated === true, options.owner));
    } catch (error) {
      const [first] = items;
      if (first === undefined || !(error instanceof Refused) || error.code !== 'cadence') throw error;
      throw refuse.cadenceToo(first.draft.text, c.slice(start, c.end));
    }
    // A limit followed by what happens when it is missed is two fields in one.
    if (escalation >= c.at) throw refuse.escalation(items[0]?.draft.text ?? '');
    const joint = takeJoint(c, items, colons);
    if (joint === null) break;
    joints.push(joint);
  }
  return { meaning: assemble(items, joints), limit: items[0]?.draft.text ?? '' };
}

/**
 * Free words around a limit (what must be done, a segment, an event) are kept only when they cannot be mistaken: the
 * normal form must read back as the same meaning.
 */
function refuseUnclear(c: Cursor, meaning: SlaSet, limit: string): void {
  const words = [
    meaning.action,
    meaning.anchor,
    meaning.on,
    ...segmentsOf(meaning).map(({ segment }) => segment),
  ];
  const odd = words.find((text) => text !== undefined);
  if (odd === undefined) return;
  const text = foldPhrase(printSla(meaning));
  const again = new Cursor(text, tokenize(text), c.calendars);
  try {
    trimEnd(again);
    if (readNone(again) === null && same(readItems(again, {}).meaning, meaning)) return;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  } finally {
    c.steps += again.steps;
  }
  throw refuse.rest(limit, odd);
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => same(value, (b as { [key: string]: unknown })[key]))
  );
}

/** A closing full stop and "SLA" as the last word say nothing. */
function trimEnd(c: Cursor): void {
  while (c.end > 1) {
    const last = c.tokens[c.end - 1];
    const idle =
      (last?.kind === 'sign' && ['.', ';', ',', '!'].includes(last.text)) ||
      (last?.text === 'sla' && c.end > 2);
    if (!idle) return;
    c.end -= 1;
  }
}

/** For every token the place of the label's colon in its item, null where its item has none. One pass, backwards. */
function colonPlaces(c: Cursor): readonly (number | null)[] {
  const places: (number | null)[] = [];
  let next: number | null = null;
  for (let at = c.end - 1; at >= 0; at -= 1) {
    const token = c.tokens[at];
    if (token?.kind === 'sign') {
      if (token.text === ':') next = at;
      else if (isItemEnd(token) && !joinsVerbs(c, at)) next = null;
    }
    places[at] = next;
  }
  return places;
}

/** The slash of `Accept / reject: 1 business day` parts no limits. */
function joinsVerbs(c: Cursor, at: number): boolean {
  const [before, after] = [c.tokens[at - 1], c.tokens[at + 1]];
  return (
    c.tokens[at]?.text === '/' &&
    activityWords.has(before?.text ?? '') &&
    activityWords.has(after?.text ?? '')
  );
}

function isItemEnd(token: Token): boolean {
  return [';', ',', '|', '||'].includes(token.text) || (token.text === '/' && !token.tight);
}

/** What comes after a limit: a separator, "or", or something that is no part of a limit. Null at the end. */
function takeJoint(c: Cursor, items: readonly Item[], colons: readonly (number | null)[]): string | null {
  if (c.done) return null;
  const limit = items.at(-1)?.draft.text ?? '';
  const start = c.at;
  const token = c.peek();
  const separator = isSeparator(c) || token.text === '.';
  const joined = token.kind === 'word' && ['or', 'and', 'then', 'plus', 'else'].includes(token.text);
  if (separator || joined || token.text === '&') {
    c.at += 1;
    while (c.ahead(['and']) || c.ahead(['or'])) c.at += 1;
    const from = c.at;
    // "30 minutes, then call again twice a day": what to do afterwards is no second limit.
    const after = token.text === 'then' || c.take('then');
    if (after && !c.done && !startsLimit(c))
      throw refuse.rest(limit, c.slice(start, c.end).replace(/^[,.;]\s*/, ''));
    const colon = colons[from] ?? null;
    // The slash of "Accept/reject: 1 business day" belongs to its label.
    if (colon !== null) c.at = colon + 1;
    while (!c.done && !isSeparator(c) && !startsLimit(c)) c.at += 1;
    const found = !c.done && !isSeparator(c);
    c.at = from;
    if (found && (separator || startsLimit(c) || colon !== null)) return token.text;
    if (separator && !c.done && items.some((item) => item.draft.segment !== undefined)) return token.text;
  }
  c.at = start;
  while (c.at < c.end - 1 && isSeparator(c)) c.at += 1;
  throw refuse.rest(limit, c.slice(c.at, c.end));
}

/** Place of the last word of escalation, -1 when there is none. */
function lastEscalation(c: Cursor): number {
  return c.tokens.findLastIndex((_, at) => escalates(c, at));
}
