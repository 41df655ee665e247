/** The clocks of a stage, each as the page's answer: the limit, its steps, the time from now. */

import type { Clock, Stage } from '../../../src/lifecycle/model.ts';
import { pagePath } from '../../lib/paths.ts';
import type { Block, Words } from '../page.ts';
import { type Site, stageTitle } from '../site.ts';
import { limitParts, ownerWords } from './limits.ts';
import { clockLimitsOf, stepsOf } from './steps.ts';

export type ClockKind = Clock['kind'];

/** What each clock asks of whom it runs against. */
export const clockAsks: Readonly<Record<ClockKind, string>> = {
  response: 'first answer',
  acceptance: 'take it or say no',
  maximum: 'longest time in the stage',
};

export function stageHeroes(site: Site, stage: Stage): readonly Block[] {
  const clocks = stage.clocks;
  if (clocks.length === 0) return [unwritten(site, stage)];
  return clocks.map((clock) => hero(site, stage, clock));
}

function unwritten(site: Site, stage: Stage): Block {
  const automated = stage.owner?.automated === true || site.model.livingStages[0] === stage;
  return {
    kind: 'hero',
    label: 'The limit',
    look: automated ? 'none' : 'error',
    big: automated ? 'No clock' : 'No limit yet',
    small: [automated ? 'nobody has to answer here' : 'nothing is written about how fast somebody answers'],
    steps: [],
    lines: [],
    clock: null,
  };
}

function hero(site: Site, stage: Stage, { kind, sla, escalation }: Clock): Block {
  const label = kind === 'response' ? 'The limit' : clockAsks[kind];
  if (!sla.reading.ok)
    return {
      kind: 'hero',
      label,
      look: 'error',
      big: sla.raw.text || 'No limit yet',
      small: ['this does not read as a limit, so no due time can be given'],
      steps: [],
      lines: [],
      clock: null,
    };
  if (sla.reading.meaning.kind === 'none')
    return {
      kind: 'hero',
      label,
      look: 'none',
      big: 'No clock',
      small: [sla.raw.text],
      steps: [],
      lines: [],
      clock: null,
    };
  const { big, small } = limitParts(sla);
  const name = stageTitle(stage);
  const [limit] = clockLimitsOf({ sla, name, key: clockKey(stage, kind), owner: stage.owner, escalation });
  const since = kind === 'maximum' ? `in ${name} at most` : `from the moment it becomes ${name}`;
  const from: Words = [small === '' ? since : `${small}; ${since}`];
  return {
    kind: 'hero',
    label,
    look: 'clock',
    big,
    small: kind === 'response' ? from : [`${clockAsks[kind]}: `, ...from],
    steps: stepsOf(site, sla, escalation, inTime(stage, kind)),
    lines: escalation === null || escalation.empty ? [['What happens when it passes is not written.']] : [],
    clock:
      limit === undefined
        ? null
        : { limit, asks: kind === 'maximum' ? 'Out of here by' : 'Answer by', to: pagePath('sla', 'clock') },
  };
}

function inTime(stage: Stage, kind: ClockKind): string {
  const who = ownerWords(stage.owner);
  if (stage.owner?.automated) return 'done by software';
  if (kind === 'acceptance') return `${who} takes it or says no`;
  return kind === 'maximum' ? 'it has moved on or out' : `${who} answers`;
}

/** Opens the clock with this limit: the ID, and the kind where it is not the response. */
export function clockKey(stage: Stage, kind: ClockKind): string {
  return kind === 'response' ? stage.id : `${stage.id}-${kind}`;
}
