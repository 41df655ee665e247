/** Which stage is meant, and what a name says: the ways every question about a lead begins. */

import { closest } from '../language/closest.ts';
import { foldName } from '../language/fold.ts';
import { sinks } from '../language/tables/sinks.ts';
import type { Model, Target } from '../lifecycle/model.ts';
import { isLiving } from '../lifecycle/standing.ts';
import { stageAt } from '../lifecycle/target-stages.ts';

/** Why no stage has that name, with the closest one. */
export function noSuchStage(model: Model, words: string): string {
  const asked = words.trim();
  const record = model.records.get(asked.toUpperCase())?.[0];
  const known = model.living.stages.map(({ name }) => name);
  const list = `Stages: ${known.join(', ') || 'none'}.`;
  if (record !== undefined) {
    const what = isLiving(record) ? 'is no stage' : 'is retired';
    return `${record.id} ${what}. ${list}`;
  }
  const place = model.stageNames.exact(asked);
  if (place?.kind === 'sink') {
    const name =
      foldName(place.name) === foldName(asked) ? place.name : `"${asked}" means ${place.name}, which`;
    return `${name} is a place where leads go without an entry of its own, not a stage: no clock runs there. ${list}`;
  }
  const meant = closest(asked, [...known, ...model.living.stages.map(({ id }) => id), ...Object.keys(sinks)]);
  if (meant !== null && meant in sinks && !known.includes(meant))
    return `There is no stage "${asked}". Did you mean ${meant}? It is a place where leads go without an entry of its own: no clock runs there. ${list}`;
  return `There is no stage "${asked}". ${meant === null ? list : `Did you mean ${meant}?`}`;
}

/** A target in the words of its entry. */
export function targetName(target: Target): string {
  return stageAt(target)?.name ?? target.name;
}
