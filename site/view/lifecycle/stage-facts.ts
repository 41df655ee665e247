/** The fields of a stage as its page shows them; what is missing says what to write. */

import type { Stage } from '../../../src/lifecycle/model.ts';
import { stageAt } from '../../../src/lifecycle/target-stages.ts';
import { idLink } from '../linked.ts';
import { ownerInline } from '../owner-words.ts';
import { code, type Fact, type Inline, link, type Words } from '../page.ts';
import { type Site, stageTitle } from '../site.ts';
import { clockLines } from './handoff-parts.ts';
import { hasClock, stageWithoutClock } from './limit-words.ts';
import { monitorIds, unwatchedWords } from './limits.ts';
import { wholeSteps } from './steps.ts';

/**
 * What the entry of a stage says, field by field, each with its place; a field that is missing says what to write.
 */
export function facts(site: Site, stage: Stage): readonly Fact[] {
  const at = (text: { readonly span: Parameters<Site['place']>[0] } | null | undefined) =>
    text ? { at: site.place(text.span) } : {};
  const fields = stage.fields;
  const running = stage.clocks.some(({ sla }) => hasClock(sla));
  const notNeeded =
    stageWithoutClock(site, stage).state === 'none'
      ? 'Not needed: no clock runs here.'
      : 'First a limit is needed that can be read.';
  return [
    {
      label: 'A lead enters when',
      id: 'entry',
      lines: stage.entryCriteria.map(({ text }) => site.words(text)),
      missing: [
        'No entry criterion is written. Say what event makes a lead ',
        stageTitle(stage),
        ': ',
        code('Entry criteria:'),
        '.',
      ],
      ...at(fields.get('entry')),
    },
    {
      label: 'It moves on',
      id: 'progression',
      lines: stage.progression.map((exit) => [
        ...targetLink(site, stageAt(exit.target), exit.to?.text ?? null),
        ...site.words(exit.criterion?.text ?? (exit.to ? '' : exit.raw.text)),
      ]),
      missing: stage.final
        ? ['This is the last stage.']
        : stage.mixedExits.length > 0
          ? ['The lines below say both ways in one; no line says only what moves a lead on.']
          : ['No way forward is written. Add ', code('To [next stage]: [what must happen]'), '.'],
      ...at(fields.get('progression') ?? fields.get('exit')),
    },
    {
      label: 'It is turned away',
      id: 'disqualification',
      lines: [
        ...stage.disqualification.map(({ raw }) => site.words(raw.text)),
        ...stage.mixedExits.map(({ text }) => site.words(text)),
      ],
      missing: [
        'This entry does not say when a lead is turned away, and where it goes. Add it under ',
        code('Exit criteria (disqualification)'),
        '.',
      ],
      ...at(fields.get('disqualification')),
    },
    {
      label: 'Owner',
      id: 'owner',
      lines: stage.owner ? [ownerInline(site, stage.owner)] : [],
      missing: ['Nobody owns this stage. Name one role: ', code('Owner: BDR'), '.'],
      ...at(fields.get('owner')),
    },
    ...(stage.cadence === null
      ? []
      : [
          {
            label: 'Follow-up cadence',
            id: 'cadence',
            lines: [site.words(stage.cadence.text)],
            missing: [],
            ...at(stage.cadence),
          },
        ]),
    {
      label: 'Answer within',
      id: 'sla',
      lines: clockLines(stage.clocks),
      missing: ['No limit is written. Example: ', code('SLA: 1 business hour'), '.'],
      ...at(fields.get('sla.response') ?? fields.get('sla')),
    },
    {
      label: 'If the limit is missed',
      id: 'escalation',
      lines: stage.escalation && !stage.escalation.empty ? escalationLines(site, stage) : [],
      missing: running
        ? [
            'Nothing is written, so a missed limit has no consequence. Say who is told and what they do: ',
            code('Escalation:'),
            '.',
          ]
        : [notNeeded],
      ...at(fields.get('escalation')),
    },
    {
      label: 'Watched by',
      id: 'monitor',
      lines: monitorIds(site.model, stage.id, stage).map((id) => [idLink(site, id)]),
      missing: [running ? unwatchedWords(stage.owner, stage.clocks) : notNeeded],
    },
  ];
}

function escalationLines(site: Site, stage: Stage): readonly Words[] {
  const steps = wholeSteps(stage.escalation);
  if (steps.length < 2) return [site.words(stage.escalation?.raw.text ?? '')];
  return steps.map(({ raw }) => site.words(raw));
}

function targetLink(site: Site, stage: Stage | null, words: string | null): readonly Inline[] {
  if (stage) return ['To ', link(stageTitle(stage), site.stagePath(stage)), ': '];
  return words === null ? [] : [`To ${words}: `];
}
