/** The clocks of a stage or a handoff, each as the page's answer: the limit, its steps, the time from now. */

import type { Clock, Handoff, Owner, Stage } from '../../../src/lifecycle/model.ts';
import { pagePath } from '../../lib/paths.ts';
import type { Block } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { limitParts, ownerWords, stageWithoutClock, withoutClock } from './limit-words.ts';
import { clockAsks, clockKey, receiver, receivingStage } from './limits.ts';
import { clockLimitsOf, stepsOf } from './steps.ts';

type Hero = Extract<Block, { kind: 'hero' }>;

/** Whose clocks they are, and how they are spoken of. */
interface Clocked {
  readonly id: string;
  readonly name: string;
  readonly clocks: readonly Clock[];
  readonly owner: Owner | null;
  /** Escalation of a response clock that has none of its own. */
  readonly stage: Stage | null;
  /** From when, or for what, the response is counted: `; from the moment it becomes MQL`. */
  readonly since: string;
  /** What in time means for the response: `BDR answers`. */
  readonly inTime: string;
}

/**
 * The clocks of a stage, the response time first, each with what follows a miss; without one a block that says why.
 */
export function stageHeroes(site: Site, stage: Stage): readonly Block[] {
  const name = stageTitle(stage);
  const who = ownerWords(stage.owner);
  return heroes(site, stageWithoutClock(site, stage), {
    id: stage.id,
    name,
    clocks: stage.clocks,
    owner: stage.owner,
    stage,
    since: `; from the moment it becomes ${name}`,
    inTime: stage.owner?.automated ? 'done by software' : `${who} answers`,
  });
}

/** The clocks of a handoff, which its receiver keeps; without one a block that says why. */
export function handoffHeroes(site: Site, handoff: Handoff): readonly Block[] {
  const owner = receiver(handoff);
  const who = ownerWords(owner);
  return heroes(site, withoutClock({ clocks: handoff.clocks, owner }, false), {
    id: handoff.id,
    name: handoffName(handoff),
    clocks: handoff.clocks,
    owner,
    stage: receivingStage(handoff),
    since: `, for ${who} to take it or say no`,
    inTime: `${who} takes it or says no`,
  });
}

const plain = { steps: [], lines: [], clock: null } as const;

function heroes(site: Site, without: ReturnType<typeof withoutClock>, clocked: Clocked): readonly Block[] {
  if (clocked.clocks.length > 0) return clocked.clocks.map((clock) => hero(site, clocked, without, clock));
  const small =
    without.state === 'missing'
      ? `nothing is written about how fast ${clocked.owner?.roles.length ? ownerWords(clocked.owner) : 'somebody'} answers`
      : clocked.owner?.automated
        ? 'software does it; no limit is written'
        : 'none is written; a lead arrives here before anybody owes an answer';
  return [
    {
      kind: 'hero',
      label: 'The limit',
      look: without.state === 'missing' ? 'error' : 'none',
      big: without.short.replace(/^n/, 'N'),
      small: [small],
      ...plain,
    },
  ];
}

function hero(
  site: Site,
  clocked: Clocked,
  without: ReturnType<typeof withoutClock>,
  { kind, sla, escalation: own }: Clock,
): Hero {
  const { name, owner, since } = clocked;
  const label = kind === 'response' ? 'The limit' : clockAsks[kind];
  const asks = kind === 'response' ? '' : `${clockAsks[kind]}: `;
  if (!sla.reading.ok) {
    const empty = sla.reading.code === 'empty';
    return {
      kind: 'hero',
      label,
      look: empty && without.state === 'none' ? 'none' : 'error',
      big: empty ? without.short.replace(/^n/, 'N') : sla.raw.text,
      small: [
        empty
          ? `${asks}the line is there, and no limit stands in it`
          : `${asks}this does not read as a limit, so no due time can be given`,
      ],
      ...plain,
    };
  }
  if (sla.reading.meaning.kind === 'none')
    return {
      kind: 'hero',
      label,
      look: 'none',
      big: 'No clock',
      small: [`${asks}${sla.raw.text}`],
      ...plain,
    };
  const escalation = own ?? (kind === 'response' ? (clocked.stage?.escalation ?? null) : null);
  const { big, small } = limitParts(sla);
  const [limit] = clockLimitsOf({ sla, name, key: clockKey(clocked.id, kind), owner, escalation });
  // "After each touch" says itself from when it counts.
  const repeats = sla.reading.meaning.recurrence !== 'once';
  const from = kind === 'maximum' ? `; in ${name} at most` : repeats ? '' : since;
  return {
    kind: 'hero',
    label,
    look: 'clock',
    big,
    small: [`${asks}${small === '' ? from.replace(/^[;,] /, '') : `${small}${from}`}`],
    steps: stepsOf(site, sla, escalation, inTime(clocked, kind)),
    lines: escalation === null || escalation.empty ? [['What happens when it passes is not written.']] : [],
    clock:
      limit === undefined
        ? null
        : { limit, asks: kind === 'maximum' ? 'Out of here by' : 'Answer by', to: pagePath('sla', 'clock') },
  };
}

function inTime({ owner, inTime: response }: Clocked, kind: Clock['kind']): string {
  if (kind === 'maximum') return 'it has moved on or out';
  return kind === 'acceptance' && !owner?.automated ? `${ownerWords(owner)} takes it or says no` : response;
}
