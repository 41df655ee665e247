/** A lead's way through the stages, step by step, with one rejection on the way. */

import { isFirst } from '../../../src/lifecycle/limits.ts';
import type { Handoff, Stage } from '../../../src/lifecycle/model.ts';
import { lastPart } from '../../lib/paths.ts';
import { fieldLines, handoffClocks, payloadItems } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitWords, shortLimit, whyNoClock } from '../lifecycle/limit-words.ts';
import { clockAsks, mainClock, receiver, receivingStage, sender, sendingStage } from '../lifecycle/limits.ts';
import { reasonRow, stageGrounds } from '../lifecycle/reasons.ts';
import { ownerInline } from '../owner-words.ts';
import { type Fact, link, type WalkStep, type Words } from '../page.ts';
import { type Site, stageTitle } from '../site.ts';

/** One step per stage on the way forward, one per handoff; the first handoff with a rejection rule is told twice. */
export function walkSteps(site: Site): readonly WalkStep[] {
  const { model } = site;
  const steps: WalkStep[] = [];
  const ids = new Set<string>();
  const id = (name: string) => {
    let own = `step-${name}`;
    while (ids.has(own)) own += '-again';
    ids.add(own);
    return own;
  };
  let rejected = false;
  const path = wayForward(site);
  path.forEach((stage, at) => {
    steps.push(inStage(site, stage, id(lastPart(site.stagePath(stage)))));
    const next = path[at + 1];
    if (next === undefined) return;
    const handoff = model.living.handoffs.find(
      (each) => sendingStage(each) === stage && receivingStage(each) === next,
    );
    if (handoff === undefined) return;
    if (!rejected && handoff.rejection.reasons.length > 0) {
      rejected = true;
      steps.push(rejection(site, handoff, id(`no-${lastPart(site.handoffPath(handoff))}`)));
    }
    steps.push(handover(site, handoff, id(lastPart(site.handoffPath(handoff)))));
  });
  return steps;
}

/** From the first stage along the first way forward; the order of the stages where the edges do not say. */
function wayForward(site: Site): readonly Stage[] {
  const { living, edges } = site.model;
  const path: Stage[] = [];
  for (let stage = living.stages[0]; stage !== undefined && !path.includes(stage); ) {
    path.push(stage);
    const here = stage;
    stage = edges.find((edge) => edge.from === here && !path.includes(edge.to))?.to;
  }
  return path.length > 1 ? path : living.stages;
}

function inStage(site: Site, stage: Stage, id: string): WalkStep {
  return {
    id,
    title: `The lead is in ${stageTitle(stage)}`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          lines(
            'It came here because',
            stage.entryCriteria.map(({ text }) => site.words(text)),
            'Nothing is written.',
          ),
          lines('Who has it', [[...ownerInline(site, stage.owner)]], ''),
          lines(
            'The clock',
            stage.clocks.some(({ sla }) => hasClock(sla))
              ? stage.clocks
                  .filter(({ sla }) => hasClock(sla))
                  .map(
                    ({ kind, sla, escalation }): Words => [
                      { kind: 'strong', text: limitWords(sla) },
                      kind === 'response' ? '' : ` (${clockAsks[kind]})`,
                      '. If missed: ',
                      ...site.words(escalation?.raw.text || 'nothing is written'),
                    ],
                  )
              : [[noClock(site, stage)]],
            '',
          ),
          lines(
            'It leaves if',
            [
              ...stageGrounds(site, stage).map(({ text, route }) =>
                site.words(route === null ? text.text : `${text.text} → ${route}`),
              ),
              ...stage.mixedExits.map(({ text }) => site.words(text)),
            ],
            'No ground is written.',
          ),
          { label: 'The rule', lines: [[link(stage.id, site.stagePath(stage))]] },
        ],
      },
    ],
  };
}

function handover(site: Site, handoff: Handoff, id: string): WalkStep {
  return {
    id,
    tone: 'good',
    title: `${ownerText(site, sender(handoff))} hands over, ${ownerText(site, receiver(handoff))} accepts`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          lines(
            'What happens',
            fieldLines(handoff.trigger).map((line) => site.words(line)),
            'No trigger is written.',
          ),
          ...payloadItems(site, handoff).map(
            ({ label, lines: written, missing }): Fact => ({
              label,
              lines: written,
              ...(missing ? { missing } : {}),
            }),
          ),
          lines('The clock', [[{ kind: 'strong', text: shortLimit(handoffClocks(handoff)) }]], ''),
          { label: 'The rule', lines: [[link(handoff.id, site.handoffPath(handoff))]] },
        ],
      },
    ],
  };
}

function rejection(site: Site, handoff: Handoff, id: string): WalkStep {
  const { reasons } = handoff.rejection;
  // The one that shows most: where it goes, and what brings it back.
  const ground = reasons.find(({ back }) => back !== null) ?? reasons[0];
  const places = ground === undefined ? [] : reasonRow(site, ground).to;
  return {
    id,
    tone: 'warning',
    title: `First try: ${ownerText(site, receiver(handoff))} says no`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          lines('The ground', [site.words(ground?.text.text ?? '')], ''),
          lines('The lead goes', places.length > 0 ? [places] : [], 'Where is not written.'),
          lines('It comes back when', ground?.back ? [site.words(ground.back)] : [], 'Nothing is written.'),
          { label: 'The rule', lines: [[link(handoff.id, site.handoffPath(handoff))]] },
        ],
      },
    ],
  };
}

function lines(label: string, written: readonly Words[], missing: string): Fact {
  return { label, lines: written, missing: [missing] };
}

function ownerText(site: Site, owner: Parameters<typeof ownerInline>[1]): string {
  return ownerInline(site, owner)
    .map((word) => (typeof word === 'string' ? word : word.text))
    .join('');
}

/** `No clock: software scores, nobody waits.` */
function noClock(site: Site, stage: Stage): string {
  const sla = mainClock(stage)?.sla;
  const none = sla?.reading.ok === true && sla.reading.meaning.kind === 'none';
  if (!none) return sentence(shortLimit(stage, isFirst(site.model, stage)));
  const why = whyNoClock(sla);
  return why === '' ? 'No clock.' : `No clock: ${why}.`;
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}.`;
}
