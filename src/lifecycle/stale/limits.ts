/** Limits that monitors and KPIs name, held against the limits that their stages and handoffs have now. */

import { foldWords } from '../../language/fold.ts';
import { promisesIn, speaksOfAnswers } from '../../language/measuring.ts';
import { readSla, workingDayMinutes } from '../../sla/index.ts';
import { limitsIn } from '../../sla/limits-in.ts';
import type { SlaDuration, SlaMeaning } from '../../sla/meaning.ts';
import { minutesIn } from '../../sla/units.ts';
import type { Text } from '../../sot/entry.ts';
import type { Handoff, Model, Sla, Stage } from '../model.ts';
import { slice } from '../span.ts';
import { stagesAt } from '../target-stages.ts';
import { stagesNamed, type Watcher, withoutStages } from './watcher.ts';

/** A limit that a text names and no watched entry has. */
export interface StaleLimit {
  readonly watcher: Watcher;
  readonly named: Text;
  /** The same limit elsewhere in the entry. */
  readonly also: readonly Text[];
  /** The stages it is held against. */
  readonly stages: readonly Stage[];
  /** Their limits as written, each once. */
  readonly now: readonly string[];
}

interface Named {
  readonly text: Text;
  readonly meaning: SlaDuration;
}

/** Each limit that an entry names and its stages no longer have; one for an entry and limit. */
export function* staleLimits(model: Model, watcher: Watcher): Generator<StaleLimit> {
  if (watcher.stages.length === 0) return;
  // "Becomes SQL within 45 days of the call" is the window of a conversion.
  if ('conversion' in watcher.record && watcher.record.conversion !== null) return;
  const found = new Map<string, { first: Named; stages: readonly Stage[]; also: Text[] }>();
  for (const { text, headline } of watcher.texts) {
    const inText = stagesNamed(model, text.text);
    const stages = inText.length > 0 ? inText : watcher.stages;
    const named = namedIn(text, headline).filter(
      () =>
        isAboutAnswers(model, text, stages) ||
        (watcher.kind === 'monitor' && measuresAnswers(model, watcher)),
    );
    const owners = named.map(({ text: one }) => stagesOfClause(model, text, one, stages));
    // "1 hour for MQLs, 30 minutes for SQLs": only where each limit has its stage is it held against that one alone.
    const each = named.length > 1 && owners.every((own) => own !== null);
    for (const [at, one] of named.entries()) {
      const against = (each ? owners[at] : null) ?? stages;
      const handoffs = watcher.handoffs.filter(({ id }) => inText.length === 0 || text.text.includes(id));
      const limits = limitsAround(model, handoffs, against);
      if (limits === null || limits.some(({ meaning }) => isSame(model, one.meaning, meaning))) continue;
      const key = `${one.meaning.amount} ${one.meaning.unit} ${against.map(({ id }) => id).join(' ')}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { first: one, stages: against, also: [] });
      else known.also.push(one.text);
    }
  }
  for (const { first, stages: against, also } of found.values()) {
    const limits = limitsAround(model, [], against) ?? [];
    yield {
      watcher,
      named: first.text,
      also,
      stages: against,
      now: [...new Set(limits.filter(({ own }) => own).map(({ raw }) => raw))],
    };
  }
}

function namedIn(text: Text, headline: boolean): readonly Named[] {
  return promisesIn(text.text, headline).flatMap(({ from, to }) => {
    const part = slice(text, from, to);
    const reading = readSla(part.text.replaceAll('-', ' ').replace(/^half an?\b/i, '0.5'));
    return reading.ok && reading.meaning.kind === 'duration'
      ? [{ text: part, meaning: reading.meaning }]
      : [];
  });
}

/** "Activated within 21 days" is no answer; words of the limit itself ("kickoff within 1 day") are. */
function isAboutAnswers(model: Model, { text }: Text, stages: readonly Stage[]): boolean {
  const bare = withoutStages(model, text);
  if (speaksOfAnswers(bare)) return true;
  const words = new Set(wordsOf(bare));
  return stages.some(({ clocks }) =>
    clocks.some(({ sla }) => wordsOf(sla.raw.text).some((word) => words.has(word))),
  );
}

/** A monitor whose title or subject is about answers is so in every line. */
function measuresAnswers(model: Model, { texts }: Watcher): boolean {
  return texts.some(({ text, headline }) => headline && speaksOfAnswers(withoutStages(model, text.text)));
}

const ofTime = new Set('within business working calendar minute minutes hours hour after stage'.split(' '));

function wordsOf(text: string): readonly string[] {
  return foldWords(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 4 && !ofTime.has(word));
}

/** The watched stages that the part of a text around a limit names, null for none. */
function stagesOfClause(
  model: Model,
  { text, span }: Text,
  limit: Text,
  stages: readonly Stage[],
): readonly Stage[] | null {
  if (limit.span === span) return null;
  const at = limit.span.start - span.start;
  let from = 0;
  for (const cut of text.matchAll(/[;,]|\band\b|\//g)) {
    if (cut.index >= at) {
      const clause = stagesNamed(model, text.slice(from, cut.index)).filter((stage) =>
        stages.includes(stage),
      );
      return clause.length === 0 ? null : clause;
    }
    from = cut.index + cut[0].length;
  }
  const last = stagesNamed(model, text.slice(from)).filter((stage) => stages.includes(stage));
  return last.length === 0 ? null : last;
}

interface Limit {
  readonly raw: string;
  readonly meaning: SlaMeaning;
  /** The stage's own, not a handoff's or route's. */
  readonly own: boolean;
}

/**
 * The limits of stages, of the handoffs into them and those that are watched, and of routes; null where one of them
 * cannot be read or a stage has none written, which other rules tell.
 */
function limitsAround(
  model: Model,
  watched: readonly Handoff[],
  stages: readonly Stage[],
): readonly Limit[] | null {
  const limits: Limit[] = [];
  const add = (sla: Sla | null, own: boolean): boolean => {
    if (sla === null) return true;
    if (!sla.reading.ok) return false;
    limits.push({ raw: sla.raw.text, meaning: sla.reading.meaning, own });
    return true;
  };
  for (const stage of stages) {
    const own = stage.clocks.length > 0 ? stage.clocks.map(({ sla }) => sla) : [stage.sla];
    if (own[0] === null || !own.every((sla) => add(sla, true))) return null;
  }
  const into = (handoff: Handoff): boolean =>
    watched.includes(handoff) || stagesAt(handoff.toTarget).some((stage) => stages.includes(stage));
  for (const handoff of model.living.handoffs)
    if (into(handoff) && !handoff.clocks.every(({ sla }) => add(sla, false))) return null;
  for (const routing of model.living.routings) {
    const to = stagesAt(routing.toTarget);
    if (!to.some((stage) => stages.includes(stage))) continue;
    if (!routing.routes.every(({ sla }) => add(sla, false))) return null;
  }
  return limits;
}

/** Whether a named time may be the limit: equal on some clock, or a day beside a deadline by day. */
function isSame(model: Model, named: SlaDuration, meaning: SlaMeaning): boolean {
  const lengths = lengthsOf(model, named);
  return limitsIn(meaning).some((limit) => {
    if (limit.kind === 'instant') return false;
    if (limit.kind === 'deadline') return named.unit === 'day' || named.unit === 'week';
    return lengthsOf(model, limit).some((length) => lengths.includes(length));
  });
}

/** Minutes with their clock; both clocks where none is stated: "1 hour" in a title is short for "1 business hour". */
function lengthsOf(model: Model, { amount, unit, calendar }: SlaDuration): readonly string[] {
  const business = amount * (unit === 'day' ? workingDayMinutes(model.calendar) : minutesIn[unit]);
  const wall = amount * minutesIn[unit];
  if (calendar === 'business') return [`business ${business}`];
  if (calendar === 'wall') return [`wall ${wall}`];
  return [`business ${business}`, `wall ${wall}`];
}
