/** Which of a team's own stages a missing stage of a shape is likely to be: what a message offers as a line of the config. */

import { foldName } from '../language/fold.ts';
import { listed } from '../language/listed.ts';
import { singular } from '../language/plural.ts';
import { likely } from '../language/tables/likely-stages.ts';
import { stagesAbroad } from '../language/tables/stages-abroad.ts';
import type { Shape, Stage } from './model.ts';
import { splits } from './qualified-names.ts';
import { shapes } from './shapes.ts';

/** As many stages as these are tried for one missing stage; further right in the table they are unlikely anyway. */
const mostTried = 4;

/**
 * Missing stage of the shape → the stage that stands where it has to, with a name it is often called by. The first
 * stage of all is where leads arrive, whatever its name. Of several ways the one that leaves nothing out wins, then
 * the likelier names.
 */
function likelyStages(stages: readonly Stage[], shape: Shape): ReadonlyMap<string, Stage> {
  const folded = stages.map(({ name }) => foldName(name));
  const there = new Map(shape.stages.map((name) => [name, lastOf(stages, name)]));
  let best: readonly (readonly [string, number])[] = [];
  const choose = (at: number, from: number, chosen: readonly (readonly [string, number])[]): void => {
    if (chosen.length > best.length) best = chosen;
    const name = shape.stages[at];
    if (name === undefined) return;
    const own = there.get(name) ?? -1;
    if (own >= 0) {
      choose(at + 1, Math.max(from, own + 1), chosen);
      return;
    }
    const end = Math.min(
      stages.length,
      ...shape.stages.slice(at + 1).flatMap((one) => {
        const place = there.get(one) ?? -1;
        return place < from ? [] : [place];
      }),
    );
    const free = (index: number) =>
      index >= from && index < end && !shape.stages.includes(stages[index]?.canonical ?? '');
    const first = at === 0 && free(0) ? [0] : [];
    const usual = usualNamesOf(name)
      .map((one) => folded.findIndex((own) => own === one || singular(own) === one))
      .filter(free);
    const qualified = stages.findIndex((stage, index) => free(index) && isQualified(stage.name, name));
    const more = qualified < 0 ? [] : [qualified];
    for (const index of [...new Set([...more, ...first, ...usual])].slice(0, mostTried))
      choose(at + 1, index + 1, [...chosen, [name, index]]);
    choose(at + 1, from, chosen);
  };
  choose(0, 0, []);
  return new Map(best.map(([name, index]) => [name, stages[index] as Stage]));
}

const keptNames = new Map<string, readonly string[]>();

/** What a stage is often called, folded; in other languages last. */
function usualNamesOf(stage: string): readonly string[] {
  let names = keptNames.get(stage);
  if (names === undefined) {
    const abroad = Object.values(stagesAbroad).flatMap((ofStage) => ofStage[stage] ?? []);
    names = [...(likely[stage] ?? []), ...abroad].map(foldName);
    keptNames.set(stage, names);
  }
  return names;
}

/** Whether a name is a usual stage with a word before or behind it: "Outbound MQL". */
function isQualified(name: string, canonical: string): boolean {
  return splits(name).some(({ base }) => base === canonical);
}

function lastOf(stages: readonly Stage[], canonical: string): number {
  return stages.findLastIndex((stage) => stage.canonical === canonical);
}

/** The same, and where as many stages of the team's own are left as are missing, these in order. */
function offeredStages(stages: readonly Stage[], shape: Shape): ReadonlyMap<string, Stage> {
  const there = new Set(stages.map(({ canonical }) => canonical));
  const found = withLast(likelyStages(stages, shape), stages, shape, there);
  const open = shape.stages.filter((name) => !there.has(name) && !found.has(name));
  const left = stages.filter(
    (stage) => !shape.stages.includes(stage.canonical) && ![...found.values()].includes(stage),
  );
  if (open.length !== left.length || open.length * 2 > shape.stages.length) return found;
  const all = new Map([...found, ...open.map((name, at): [string, Stage] => [name, left[at] as Stage])]);
  const places = shape.stages.map((name) =>
    stages.findIndex((stage) => stage.canonical === name || stage === all.get(name)),
  );
  return places.every((place, at) => place > (places[at - 1] ?? -1)) ? all : found;
}

/** The last stage of all is what a lifecycle leads to, whatever its name. */
function withLast(
  found: ReadonlyMap<string, Stage>,
  stages: readonly Stage[],
  shape: Shape,
  there: ReadonlySet<string>,
): ReadonlyMap<string, Stage> {
  const [name, stage] = [shape.stages.at(-1), stages.at(-1)];
  const free =
    name !== undefined &&
    stage !== undefined &&
    !there.has(name) &&
    !found.has(name) &&
    !shape.stages.includes(stage.canonical) &&
    ![...found.values()].includes(stage);
  return free ? new Map([...found, [name, stage]]) : found;
}

/** Missing stages with the names of the team's own that may stand for them: "Inquiry" for MQL. */
export type OwnNames = readonly (readonly [missing: string, names: readonly string[]])[];

/**
 * The names of the team's own that may stand for missing stages of a shape: per missing stage those to teach in
 * the config.
 */
export function ownNamesFor(stages: readonly Stage[], shape: Shape, missing: readonly string[]): OwnNames {
  const own = offeredStages(stages, shape);
  return missing.flatMap((name): [string, string[]][] => {
    const stage = own.get(name);
    if (stage === undefined) return [];
    // "Inbound MQL" and "Outbound MQL" are both an MQL.
    const alike = isQualified(stage.name, name)
      ? stages.filter((one) => one !== stage && isQualified(one.name, name))
      : [];
    return [[name, [stage, ...alike].map((one) => one.name)]];
  });
}

/** `Inquiry is your name for MQL and Meeting is your name for SQL`. */
export function whichIsWhich(found: OwnNames): string {
  return listed(
    found.map(([name, words]) =>
      words.length === 1
        ? `${words[0]} is your name for ${name}`
        : `${listed(words)} are your names for ${name}`,
    ),
  );
}

/** The first shape whose stages are all there under usual or likely names. */
export function nearestShape(stages: readonly Stage[]): Shape | null {
  const names = new Set(stages.map(({ canonical }) => canonical));
  return (
    order.find((shape) => {
      const found = likelyStages(stages, shape);
      return shape.stages.every((name) => names.has(name) || found.has(name));
    }) ?? null
  );
}

/** The usual ways to sell first: a lifecycle that could be two of them is more often the one further left. */
const order: readonly Shape[] = [
  'sales-assisted',
  'waterfall',
  'hybrid',
  'self-serve',
  'self-serve-short',
  'quick',
].flatMap((name) => shapes.filter((shape) => shape.name === name));

/** A stage of the team's own where a missing one would stand: behind what comes before it, before what follows. */
export function betweenNeighbours(
  stages: readonly Stage[],
  shape: Shape,
  missing: string,
): Stage | undefined {
  const at = shape.stages.indexOf(missing);
  const place = (name: string) => stages.findIndex(({ canonical }) => canonical === name);
  const from = Math.max(-1, ...shape.stages.slice(0, at).map(place));
  const behind = shape.stages
    .slice(at + 1)
    .map(place)
    .filter((index) => index >= 0);
  return stages
    .slice(from + 1, Math.min(stages.length, ...behind))
    .find(({ name, canonical }) => name !== '' && !shape.stages.includes(canonical));
}
