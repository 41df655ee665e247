/** Stages and owners that monitors and KPIs name and that the lifecycle no longer has there. */

import { foldName } from '../../language/fold.ts';
import { bareSegment, whoseAnswer } from '../../language/measuring.ts';
import type { Text } from '../../sot/entry.ts';
import { keptByPerson, ownersOf } from '../limits.ts';
import type { Model, Owner, Stage, Target } from '../model.ts';
import { slice } from '../span.ts';
import { stagesAt } from '../target-stages.ts';
import { stagesNamed, type Watcher } from './watcher.ts';

/** A stage's name that no living entry has. */
export interface StaleStage {
  readonly watcher: Watcher;
  readonly named: Text;
  /** Stages that it links, one of which may have had the name. */
  readonly stages: readonly Stage[];
}

/** What stands before the stage whose answers are measured, and behind it. */
const measured =
  /\b(?:response time|first response|first touch|first answer|touch rhythm|SLA|time in stage|speed to lead) (?:of|for|in|after entering|on entering|from entering)\s+|\b(?:entering|from entering)\s+(?=[^,;()]{1,40}? to\b)/gi;
const nameHere =
  /^(?:the |an? )?((?:\p{Lu}[\p{L}\p{N}&'’-]*)(?: (?:\p{L}[\p{L}\p{N}&'’-]*)){0,3}?)(?= (?:to|and|or|by|per|stage)\b|[,;:.()]|$)/u;

/**
 * Stages that a title or subject names and that are gone: names of usual stages without an entry, and names that
 * nobody knows where a measured stage is named ("response time of Evaluation").
 */
export function* staleStages(model: Model, watcher: Watcher): Generator<StaleStage> {
  if (watcher.kind === 'kpi') return;
  const told = new Set<string>();
  for (const { text, headline } of watcher.texts) {
    if (!headline) continue;
    for (const named of namesMeasured(text)) {
      const key = foldName(named.text);
      if (told.has(key) || !isGone(model, named.text, watcher)) continue;
      told.add(key);
      yield { watcher, named, stages: watcher.stages };
    }
  }
}

function namesMeasured(text: Text): readonly Text[] {
  const head = text.text.slice(0, 300);
  return [...head.matchAll(measured)].flatMap((match) => {
    const found: Text[] = [];
    let at = match.index + match[0].length;
    // "of MQL, SQL and Evaluation": every name of the list.
    for (let more = 0; more < 8; more++) {
      const name = nameHere.exec(head.slice(at));
      if (name?.[1] === undefined) break;
      const from = at + name[0].length - name[1].length;
      found.push(slice(text, from, from + name[1].length));
      at += name[0].length;
      const joint = /^(?:,\s*(?:and |or )?| and | or | stage,?\s*)/.exec(head.slice(at));
      if (joint === null) break;
      at += joint[0].length;
    }
    return found;
  });
}

function isGone(model: Model, name: string, { stages, record }: Watcher): boolean {
  const hit = model.stageNames.exact(name) ?? model.stageNames.exact(name.replace(/s$/, ''));
  if (hit !== null)
    return hit.kind === 'stage' && !model.living.stages.some(({ canonical }) => canonical === hit.canonical);
  if (stagesNamed(model, name).length > 0 || model.stageNames.within(name).length > 0) return false;
  if (model.roles.within(name).length > 0 || bareSegment(name)) return false;
  // A word of the stage's own texts ("response time of Demo requests") is no other stage.
  const word = foldName(name);
  const knows = stages.some(
    ({ name: own, entryCriteria, clocks }) =>
      foldName(own).includes(word) ||
      [...entryCriteria, ...clocks.map(({ sla }) => sla.raw)].some(({ text }) =>
        foldName(text).includes(word),
      ),
  );
  return !knows && record.links.some(({ id }) => id.startsWith('BR-MOPS-'));
}

/** An owner that answers in a monitor's words and no longer has the stage. */
export interface StaleOwner {
  readonly watcher: Watcher;
  readonly named: Text;
  readonly stages: readonly Stage[];
}

/** "The AE's first touch" where a BDR keeps the stage now. Whoever receives a lead of the stage is right. */
export function* staleOwners(model: Model, watcher: Watcher): Generator<StaleOwner> {
  const { stages } = watcher;
  if (stages.length === 0 || !stages.every(({ owner }) => owner?.kind === 'role')) return;
  const into = (target: Target | null): boolean => stagesAt(target).some((stage) => stages.includes(stage));
  const present: readonly (Owner | null)[] = [
    ...stages.map(({ owner }) => owner),
    ...model.living.handoffs.filter(({ toTarget }) => into(toTarget)).map((handoff) => ownersOf(handoff).to),
    ...model.routings
      .filter(({ toTarget }) => into(toTarget))
      .flatMap(({ routes }) => routes.map(({ owner }) => owner)),
  ];
  const told = new Set<string>();
  for (const { text, headline } of watcher.texts) {
    if (!headline && text.span.start !== watcher.record.fields.get('definition')?.value?.span.start) continue;
    for (const { from, to } of whoseAnswer(text.text)) {
      const named = slice(text, from, to);
      const owner = model.roles.owner(named);
      if (owner.kind !== 'role' || !keptByPerson(owner) || told.has(owner.roles.join(' '))) continue;
      if (stagesNamed(model, named.text).length > 0) continue;
      if (present.some((one) => one !== null && owner.roles.some((role) => model.roles.sits(role, one))))
        continue;
      told.add(owner.roles.join(' '));
      yield { watcher, named, stages };
    }
  }
}
