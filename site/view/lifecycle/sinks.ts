/** Places where a lead rests or ends: what leads there, what brings it back. */

import { saysReturn } from '../../../src/language/returning.ts';
import { sinks } from '../../../src/language/tables/sinks.ts';
import type { Handoff, Reason, SinkName, Stage } from '../../../src/lifecycle/model.ts';
import type { Text } from '../../../src/sot/entry.ts';
import { ownerInline, stagePlace } from '../owner-words.ts';
import { heading, link, type Page, type ReasonRow, type Words } from '../page.ts';
import { handoffName, type Site } from '../site.ts';
import { fieldLines, rejectionNote } from './handoff-parts.ts';
import { receivingStage, sendingStage } from './limits.ts';
import { onceEach, reasonRow } from './reasons.ts';

export const sinkMeanings: Readonly<Record<SinkName, string>> = {
  Nurture: 'not now, the lead rests until something changes',
  Disqualified: 'no fit, the lead is turned away',
  Requeue: 'somebody else takes it, the lead waits to be given out again',
  'Closed-lost': 'a deal that was lost',
  Churn: 'a customer that left',
};

/** One ground that leads to a sink, with who says so. */
interface Way {
  readonly from: Stage;
  readonly handoff: Handoff | null;
  readonly reason: Reason | null;
  /** What it says where it is no ground for a no: a way on that leads out. */
  readonly words: Text | null;
}

/** A page for each place (Nurture, Disqualified, …) that the living lifecycle leads to. */
export function sinkPages(site: Site): readonly Page[] {
  return usedSinks(site).map((sink) => sinkPage(site, sink));
}

/** Sinks that the living lifecycle leads to, in the order in which they are met. */
export function usedSinks(site: Site): readonly SinkName[] {
  const found = new Set<SinkName>();
  const { stages, handoffs } = site.model.living;
  const targets = [
    ...stages.flatMap(({ progression, disqualification }) => [
      ...progression.flatMap(({ target }) => (target === null ? [] : [target])),
      ...disqualification.flatMap((line) => line.targets),
    ]),
    ...handoffs.flatMap(({ rejection }) => rejection.targets),
    ...handoffs.flatMap(({ toTarget, fromTarget }) =>
      [toTarget, fromTarget].flatMap((target) => target ?? []),
    ),
  ];
  for (const target of targets) if (target.kind === 'sink') found.add(target.name);
  return [...found];
}

function waysTo(site: Site, sink: SinkName): readonly Way[] {
  const { stages, handoffs } = site.model.living;
  const leads = (targets: Reason['targets']) =>
    targets.some((target) => target.kind === 'sink' && target.name === sink);
  return [
    ...stages.flatMap((stage) => [
      ...stage.disqualification
        .filter((line) => leads(line.targets))
        .map(({ reason }): Way => ({ from: stage, handoff: null, reason, words: null })),
      ...stage.progression
        .filter(({ target }) => target !== null && leads([target]))
        .map(
          ({ criterion, raw }): Way => ({
            from: stage,
            handoff: null,
            reason: null,
            words: criterion ?? raw,
          }),
        ),
    ]),
    ...handoffs.flatMap((handoff): Way[] => {
      const given = handoff.toTarget !== null && leads([handoff.toTarget]) ? sendingStage(handoff) : null;
      if (given !== null)
        return [{ from: given, handoff, reason: null, words: handoff.trigger?.value ?? null }];
      const from = receivingStage(handoff);
      if (from === null || !leads(handoff.rejection.targets)) return [];
      const own = handoff.rejection.reasons.filter((reason) => leads(reason.targets));
      return own.length > 0
        ? own.map((reason) => ({ from, handoff, reason, words: null }))
        : [{ from, handoff, reason: null, words: null }];
    }),
  ];
}

function sinkPage(site: Site, sink: SinkName): Page {
  const ways = waysTo(site, sink);
  const rows = onceEach(
    ways.map(
      ({ from, handoff, reason, words }): ReasonRow => ({
        words:
          reason === null
            ? site.said(words?.text ?? (handoff === null ? '' : handoffName(handoff)))
            : reasonRow(site, reason).words,
        code: reason === null ? null : reasonRow(site, reason).code,
        to: [stagePlace(site, from)],
      }),
    ),
  );
  const rules = backRows(site, sink, ways);
  const back = onceEach(rules);
  const sources = [
    ...new Set([
      ...ways.map(({ from, handoff }) => handoff?.id ?? from.id),
      ...handoffsOf(site, sink).out.map(({ id }) => id),
    ]),
  ];
  const others = usedSinks(site).filter((each) => each !== sink);
  return {
    path: site.sinkPath(sink),
    title: sink,
    kicker: 'A place without a stage',
    lead: [sinkMeanings[sink]],
    nav: 'lifecycle',
    description: `${sink}: what leads there, what brings a lead back.`,
    ids: [],
    keywords: [
      'sink',
      'comes back',
      `when does ${sink} come back`,
      ...sinks[sink],
      ...(sink === 'Disqualified' ? ['dead lead', 'bad lead', 'junk'] : []),
      ...ways.flatMap(({ reason }) => (reason === null ? [] : [reason.text.text, ...reason.codes])),
    ],
    group: 'Stages',
    source: null,
    blocks: [
      {
        kind: 'hero',
        label: 'What it means',
        look: 'rest',
        big: rules.length > 0 ? 'It can come back' : 'It stays here',
        small: [
          rules.length > 0
            ? `${rules.length === 1 ? 'one rule brings' : `${rules.length} rules bring`} a lead back from ${sink}`
            : `no rule brings a lead back from ${sink}`,
        ],
        steps: [],
        lines: [keeper(site, sink)],
        clock: null,
      },
      {
        kind: 'panels',
        panels: [
          {
            title: 'What leads here',
            id: 'in',
            mark: '↩',
            blocks: [{ kind: 'reasons', rows, empty: [`Nothing leads to ${sink} today.`], from: true }],
            copy: { label: 'Copy a rejection note', text: rejectionNote, main: false },
          },
          {
            title: 'What brings it back',
            id: 'back',
            mark: '→',
            blocks: [
              {
                kind: 'reasons',
                rows: back,
                empty: ['Nothing: no rule says when a lead comes back from here.'],
              },
            ],
          },
        ],
      },
      ...(others.length === 0
        ? []
        : [
            heading(`Not ${sink}, but`, 'others'),
            {
              kind: 'list' as const,
              look: 'lines' as const,
              items: others.map(
                (each): Words => [
                  { kind: 'place', text: each, to: site.sinkPath(each), look: null },
                  `: ${sinkMeanings[each]}`,
                ],
              ),
            },
          ]),
      ...(sources.length === 0 ? [] : [{ kind: 'base' as const, items: [[`From ${sources.join(', ')}`]] }]),
    ],
  };
}

/** Each rule for coming back, once, with the stage it leads to. */
function backRows(site: Site, sink: SinkName, ways: readonly Way[]): readonly ReasonRow[] {
  const seen = new Set<string>();
  const outOf = handoffsOf(site, sink).out.map((handoff): ReasonRow => {
    const to = receivingStage(handoff);
    const trigger = fieldLines(handoff.trigger).join('; ');
    return {
      words: [
        ...site.said(trigger || 'when is not written'),
        ' (',
        link(handoffName(handoff), site.handoffPath(handoff)),
        ')',
      ],
      code: null,
      to: to === null ? [] : [stagePlace(site, to)],
    };
  });
  const rules = ways.flatMap(({ handoff, reason }): ReasonRow[] => {
    const told = handoff?.rejection.reasons.some(({ back }) => back !== null) === true;
    const words =
      reason?.back ??
      (handoff === null || told ? null : fieldLines(handoff.rejection.reengagement).join('; ') || null);
    if (words === null || !saysReturn(words)) return [];
    const to = handoff === null ? null : sendingStage(handoff);
    const key = `${words} ${to?.id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ words: site.said(words), code: null, to: to === null ? [] : [stagePlace(site, to)] }];
  });
  return [...outOf, ...rules];
}

/** Handoffs that begin or end in a place without a stage. */
function handoffsOf(site: Site, sink: SinkName): { readonly out: Handoff[]; readonly into: Handoff[] } {
  const is = (target: Handoff['toTarget']) => target?.kind === 'sink' && target.name === sink;
  const { handoffs } = site.model.living;
  return {
    out: handoffs.filter(({ fromTarget }) => is(fromTarget)),
    into: handoffs.filter(({ toTarget }) => is(toTarget)),
  };
}

/** Who keeps a lead in a place without a stage, where a handoff out of it or into it names an owner. */
function keeper(site: Site, sink: SinkName): Words {
  const { out, into } = handoffsOf(site, sink);
  const owners = [...out.map(({ fromOwner }) => fromOwner), ...into.map(({ toOwner }) => toOwner)];
  const owner = owners.find((each) => each !== null) ?? null;
  return owner === null
    ? ['Who keeps a lead here: no entry names an owner.']
    : ['Who keeps a lead here: ', ...ownerInline(site, owner)];
}

/** A list of the sinks with what they mean, for pages that lead on. */
export function sinkList(site: Site): readonly Words[] {
  return usedSinks(site).map((sink) => [link(sink, site.sinkPath(sink)), `: ${sinkMeanings[sink]}`]);
}
