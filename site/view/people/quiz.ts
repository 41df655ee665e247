/** Questions about the lifecycle, made from the entries; the wrong answers come from sibling entries. */

import type { Handoff, Sla, Stage } from '../../../src/lifecycle/model.ts';
import { meaningKey } from '../../../src/sla/index.ts';
import { fieldLines } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitWords, ownerWords } from '../lifecycle/limit-words.ts';
import { receiver, receivingStage } from '../lifecycle/limits.ts';
import { link, type Question, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';

const most = 8;

/** At most eight questions, the same for the same entries. Nothing is asked that has fewer than two answers. */
export function questionsOf(site: Site): readonly Question[] {
  const { model } = site;
  const stages = model.living.stages;
  const clocked = stages.filter((stage) => hasClock(stage.sla));
  const questions = [
    ...clocked.map((stage) =>
      ask(
        `A lead enters ${stageTitle(stage)}. How long may the answer take?`,
        limitOf(stage),
        [
          ...[...clocked, ...model.living.handoffs].flatMap(({ sla }) =>
            sla !== null && hasClock(sla) && keyOf(sla) !== keyOf(stage.sla) ? [limitWords(sla)] : [],
          ),
          '2 business days',
          '15 minutes',
        ],
        ['Written in ', link(stage.id, site.stagePath(stage)), '.'],
      ),
    ),
    ...stages.map((stage) =>
      ask(
        `Who owns a lead in ${stageTitle(stage)}?`,
        ownerWords(stage.owner),
        stages.map(({ owner }) => ownerWords(owner)),
        ['Written in ', link(stage.id, site.stagePath(stage)), '.'],
      ),
    ),
    ...model.living.handoffs.map((handoff) =>
      ask(
        `${ownerWords(receiver(handoff))} rejects ${handoffName(handoff)}. Where does the lead go?`,
        fieldLines(handoff.rejection.routing)[0] ?? '',
        [
          ...model.living.handoffs
            .filter((other) => placesOf(other) !== placesOf(handoff))
            .flatMap((other) => fieldLines(other.rejection.routing).slice(0, 1)),
          'It stays where it is',
          'It is deleted',
        ],
        ['Written in ', link(handoff.id, site.handoffPath(handoff)), '.'],
      ),
    ),
    ...stages.map((stage) =>
      ask(
        `Which of these turns a lead away in ${stageTitle(stage)}?`,
        stage.disqualification[0]?.raw.text ?? '',
        stages
          .filter((other) => other !== stage)
          .flatMap((other) => other.disqualification.slice(0, 1).map(({ raw }) => raw.text))
          .filter((text) => !turnsAway(site, stage, text)),
        ['Written in ', link(stage.id, site.stagePath(stage)), '.'],
      ),
    ),
  ].filter((question) => question !== null);
  return spread(questions, most);
}

/** Whether a line is true of this stage too, in its own list or in a rule for handing a lead in. */
function turnsAway(site: Site, stage: Stage, text: string): boolean {
  const own = [
    ...stage.disqualification.flatMap(({ raw, reason }) => [raw.text, reason.text.text]),
    ...site.model.living.handoffs
      .filter((handoff) => receivingStage(handoff) === stage)
      .flatMap(({ rejection }) => rejection.reasons.map((reason) => reason.text.text)),
  ].map((line) => line.toLowerCase().trim());
  const asked = text.toLowerCase().trim();
  const [ground = asked] = asked.split(/\s*(?:→|->|=>)\s*/);
  return own.includes(asked) || own.includes(ground);
}

/** Equal for two limits that say the same in other words. */
function keyOf(sla: Sla | null): string {
  return sla?.reading.ok ? meaningKey(sla.reading.meaning) : '';
}

/** Where a rejection leads: equal for two rules that say the same in other words. */
function placesOf({ rejection }: Handoff): string {
  return rejection.targets.map(({ name }) => name).join() || (rejection.routing?.value?.text ?? '');
}

function limitOf(stage: Stage): string {
  return stage.sla ? limitWords(stage.sla) : '';
}

function ask(question: string, right: string, others: readonly string[], because: Words): Question | null {
  const wrong = [...new Set(others)].filter((other) => other !== right && other !== '').slice(0, 3);
  if (right === '' || wrong.length === 0) return null;
  // The right answer stands at a place that depends on the question, the same in every build.
  const place =
    [...question].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % (wrong.length + 1);
  const options = wrong.toSpliced(place, 0, right);
  return { ask: question, options, right: place, because };
}

/** At most `count` of the list, evenly over it. */
function spread<Item>(list: readonly Item[], count: number): readonly Item[] {
  if (list.length <= count) return list;
  return Array.from({ length: count }, (_, at) => list[Math.floor((at * list.length) / count)]!);
}
