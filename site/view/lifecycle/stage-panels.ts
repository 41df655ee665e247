/** Three cards of a stage: why a lead is here, what to do when it fits, what to say when it does not. */

import type { Handoff, Reason, Stage } from '../../../src/lifecycle/model.ts';
import { isAt, stagesAt } from '../../../src/lifecycle/target-stages.ts';
import { pagePath } from '../../lib/paths.ts';
import { ownerInline, placesInline } from '../owner-words.ts';
import { type Block, type Inline, link, type Panel, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { fieldLines, payloadCopy, payloadShort, rejectionNote, shortened } from './handoff-parts.ts';
import { ownerWords } from './limit-words.ts';
import { receiver, receivingStage, sendingStage } from './limits.ts';
import { reasonsOf, sharedRows, stageGrounds } from './reasons.ts';

/** Rows of a card that keep the page on one screen; the rest is a link away. */
const mostRows = 6;

/** Three answers on a stage: why a lead is in it, what to do when it fits, and when it does not. */
export function stagePanels(site: Site, stage: Stage): readonly Panel[] {
  return [because(site, stage), fits(site, stage), doesNotFit(site, stage)];
}

function because(site: Site, stage: Stage): Panel {
  const personas = site.model.living.personas.filter(
    (persona) => persona.personaType !== 'negative' && stage.links.some(({ id }) => id === persona.id),
  );
  const back = cameBack(site, stage);
  return {
    title: `It is in ${stageTitle(stage)} because`,
    id: 'because',
    mark: '?',
    blocks: [
      stage.entryCriteria.length === 0
        ? { kind: 'text', words: ['Why a lead is here is not written yet.'] }
        : { kind: 'list', look: 'lines', items: stage.entryCriteria.map(({ text }) => site.said(text)) },
      ...(personas.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              words: [
                'Fits ',
                ...personas.flatMap((persona, at): Inline[] => {
                  const path = site.idPath(persona.id);
                  const name = persona.name || persona.id;
                  return [...(at === 0 ? [] : [', ']), path === null ? name : link(name, path)];
                }),
              ],
            },
          ]),
      ...(back.length === 0
        ? []
        : [{ kind: 'note' as const, tone: 'info' as const, title: '↩ Or it came back', lines: back }]),
    ],
  };
}

/** Who sends a lead back here, why, and what the rule says of a second try. */
export function cameBack(site: Site, stage: Stage): readonly Words[] {
  const senders = site.model.living.handoffs.filter(
    (handoff) =>
      receivingStage(handoff) !== stage && handoff.rejection.targets.some((target) => isAt(target, stage)),
  );
  const lines = senders.map(
    (handoff): Words => [
      'from ',
      ...ownerInline(site, receiver(handoff)),
      ': ',
      link(handoffName(handoff), site.handoffPath(handoff)),
      ...again(handoff),
    ],
  );
  return lines.slice(0, 3);
}

function again(handoff: Handoff): Words {
  const [line] = fieldLines(handoff.rejection.reengagement);
  return line === undefined ? [] : [`. ${line}`];
}

function fits(site: Site, stage: Stage): Panel {
  const handoffs = site.model.living.handoffs.filter((handoff) => sendingStage(handoff) === stage);
  const [first, ...others] = handoffs;
  const to = first === undefined ? null : receiver(first);
  const changes = first !== undefined && to?.roles[0] !== undefined && to.roles[0] !== stage.owner?.roles[0];
  const next = stage.progression.flatMap(({ target }) => stagesAt(target).slice(0, 1));
  const exits: readonly Words[] = [
    ...stage.progression.map(
      (exit): Words => [
        ...(exit.target === null ? [] : [...placesInline(site, [exit.target]), ' ']),
        ...site.said(exit.criterion?.text ?? exit.raw.text),
      ],
    ),
    ...stage.mixedExits.map(({ text }): Words => site.said(text)),
  ];
  const onward = next[0] ?? (first === undefined ? null : receivingStage(first));
  const title = changes
    ? `It fits: hand to ${to?.names[0]}`
    : onward
      ? `It fits: on to ${stageTitle(onward)}`
      : stage.final
        ? 'It fits: this is the last stage'
        : exits.length > 0 || first !== undefined
          ? 'It fits'
          : 'It fits: no way on is written';
  const blocks: Block[] =
    exits.length === 0
      ? [{ kind: 'text', words: first === undefined ? lastWords(stage) : handedOver(site, first) }]
      : [{ kind: 'list', look: 'lines', items: exits }];
  if (first === undefined) return { title, id: 'fits', mark: '→', blocks };
  return {
    title,
    id: 'fits',
    mark: '→',
    blocks: [...blocks, { kind: 'list', look: 'tick', items: payloadShort(site, first, 58) }],
    copy: { label: 'Copy for the CRM', text: payloadCopy(first), main: true },
    foot: [
      link(handoffs.length === 1 ? 'The handoff' : shortName(first), site.handoffPath(first)),
      ...others
        .slice(0, 3)
        .flatMap((handoff): Inline[] => [' · ', link(shortName(handoff), site.handoffPath(handoff))]),
    ],
  };
}

/** Of several handoffs out of a stage, what tells them apart: the segment where there is one. */
function shortName(handoff: Handoff): string {
  return handoff.segment?.text ?? handoffName(handoff);
}

/** Without a way on in the stage's own entry, the handoff says when a lead leaves. */
function handedOver(site: Site, handoff: Handoff): Words {
  const trigger = fieldLines(handoff.trigger);
  return trigger.length === 0
    ? ['It is handed over; when is not written.']
    : ['It is handed over when: ', ...site.said(trigger.join('; '))];
}

function lastWords(stage: Stage): Words {
  return [
    stage.final
      ? `${ownerWords(stage.owner)} keeps it from here on.`
      : 'Nothing is written about what comes next.',
  ];
}

/** Letters of the grounds that are named before what brings a lead back. */
const mostNamed = 37;

/**
 * What brings a lead back, each rule once, with the grounds it is for where it is not for all of them. Beside leads that
 * wait, those that were turned away for good are not what a rule for all of them is about.
 */
function comesBack(site: Site, stage: Stage): readonly Block[] {
  const grounds = stageGrounds(site, stage);
  const withRule = grounds.filter(({ back }) => back !== null);
  const waiting = withRule.filter(
    ({ targets }) => targets.length === 0 || targets.some(({ name }) => name !== 'Disqualified'),
  );
  const rules = Map.groupBy(waiting.length > 0 ? waiting : withRule, ({ back }) => back ?? '');
  const named = (some: readonly Reason[]) => some.map(({ codes, text }) => codes[0] ?? text.text).join(', ');
  return [...rules].map(([back, reasons]): Block => {
    const others = grounds.filter((one) => !reasons.includes(one));
    // Beside a second rule "all but" would have to be worked out.
    const names = [named(reasons), ...(rules.size === 1 ? [`all but ${named(others)}`] : [])];
    const [shorter = ''] = names.toSorted((a, b) => a.length - b.length);
    const those = grounds.every((one) => one.back === back) ? '' : ` (${shortened(shorter, mostNamed)})`;
    return { kind: 'text', words: site.said(`Back when${those}: ${back}`) };
  });
}

function doesNotFit(site: Site, stage: Stage): Panel {
  const rows = reasonsOf(site, stage);
  const shown = sharedRows(rows);
  return {
    title: 'It does not fit: say so',
    id: 'no',
    mark: '↩',
    blocks: [
      {
        kind: 'reasons',
        rows: shown.slice(0, mostRows),
        empty: [`No ground for a no is written for ${stageTitle(stage)}.`],
      },
      ...comesBack(site, stage),
    ],
    ...(rows.length === 0
      ? {}
      : { copy: { label: 'Copy a rejection note', text: rejectionNote, main: false } }),
    foot: [
      link(
        shown.length > mostRows ? `All ${rows.length} grounds` : 'May I say no?',
        pagePath('onboarding', 'reject'),
      ),
    ],
    wide: true,
  };
}
