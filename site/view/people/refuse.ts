/** May I say no? Every ground, stage by stage: whose it is, where the lead goes, when it comes back. */

import type { Handoff, Owner, Reason, Stage } from '../../../src/lifecycle/model.ts';
import { pagePath, slug } from '../../lib/paths.ts';
import { groundsTable } from '../lifecycle/handoff-answer.ts';
import { ownerWords } from '../lifecycle/limit-words.ts';
import { receiver, receivingStage } from '../lifecycle/limits.ts';
import { stageGrounds } from '../lifecycle/reasons.ts';
import { type Block, code, type Inline, link, type Page, text, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';

type Fold = Extract<Block, { readonly kind: 'fold' }> & { readonly id: string };

/** The page of every ground on which a lead may be turned away: by stage, then handoffs that lead to no stage. */
export function refusePage(site: Site): Page {
  const { stages, handoffs } = site.model.living;
  const elsewhere = handoffs.filter((handoff) => receivingStage(handoff) === null);
  const folds = withOwnAnchors([
    ...stages.map((stage) => stageFold(site, stage)),
    ...elsewhere.map((handoff) => handoffFold(site, handoff)),
  ]);
  return {
    path: pagePath('onboarding', 'reject'),
    title: 'May I say no?',
    kicker: 'Onboarding',
    nav: 'no',
    group: 'Onboarding',
    source: null,
    ids: [],
    description: 'Every ground for turning a lead away, and where it goes then.',
    keywords: [
      'may I say no',
      'reason codes',
      'rejection reasons',
      'grounds for a no',
      'reject',
      'decline',
      'send back',
      'give back',
      'turn away',
      'disqualify',
      'not a fit',
      'return',
      'recycle',
      ...handoffs.flatMap(({ rejection }) => wordsOf(rejection.reasons)),
      ...stages.flatMap(({ disqualification }) => wordsOf(disqualification.map(({ reason }) => reason))),
    ],
    blocks:
      folds.length === 0
        ? [nothing]
        : [text('Where is the lead? If one of the grounds there fits, you may say no.'), ...folds],
  };
}

/** An ID that two entries have is the anchor of the first; the others carry their number. */
function withOwnAnchors(folds: readonly Fold[]): readonly Fold[] {
  const seen = new Map<string, number>();
  return folds.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}-${count}` };
  });
}

function wordsOf(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap(({ text: ground, codes }) => [ground.text, ...codes]);
}

const nothing: Block = {
  kind: 'empty',
  title: 'No ground is written yet',
  words: [
    'Grounds stand in a stage, under ',
    code('Exit criteria (disqualification):'),
    ', and in the ',
    code('Rejection rule:'),
    ' of a handoff.',
  ],
};

function stageFold(site: Site, stage: Stage): Fold {
  const into = site.model.living.handoffs.filter((handoff) => receivingStage(handoff) === stage);
  const grounds = stageGrounds(site, stage);
  const mixed = stage.mixedExits.map(({ text: line }): Words => site.said(line));
  return fold(site, {
    id: slug(stage.id),
    name: stageTitle(stage),
    who: saysNo(stage.owner),
    grounds,
    mixed,
    links: [
      link('The stage', site.stagePath(stage)),
      ...into.map((handoff) => link(handoffName(handoff), site.handoffPath(handoff))),
    ],
  });
}

function handoffFold(site: Site, handoff: Handoff): Fold {
  return fold(site, {
    id: slug(handoff.id),
    name: handoffName(handoff),
    who: saysNo(receiver(handoff)),
    grounds: handoff.rejection.reasons,
    mixed: [],
    links: [link('The whole handoff', site.handoffPath(handoff))],
  });
}

/** Who may say no, where somebody is named; software says no to nobody. */
function saysNo(owner: Owner | null): string {
  const nobody = owner === null || owner.kind === 'none' || owner.automated;
  return nobody ? 'it be turned away' : `${ownerWords(owner)} say no`;
}

function fold(
  site: Site,
  part: {
    readonly id: string;
    readonly name: string;
    readonly who: string;
    readonly grounds: readonly Reason[];
    readonly mixed: readonly Words[];
    readonly links: readonly Inline[];
  },
): Fold {
  const none = part.grounds.length === 0 && part.mixed.length === 0;
  return {
    kind: 'fold',
    id: part.id,
    paper: true,
    summary: [{ kind: 'strong', text: part.name }, ` · may ${part.who}?`],
    blocks: [
      ...(part.grounds.length === 0
        ? []
        : groundsTable(site, `Grounds for a no: ${part.name}`, part.grounds)),
      ...(part.mixed.length === 0 ? [] : [{ kind: 'list' as const, items: part.mixed }]),
      text(
        ...part.links.flatMap((each, at): Inline[] => (at === 0 ? [each] : [' · ', each])),
        none
          ? '. No ground is written here, so ask before you say no.'
          : '. Anything else is no ground: take the lead, or ask for the rule to be changed.',
      ),
    ],
  };
}
