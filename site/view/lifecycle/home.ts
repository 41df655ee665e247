/** Home: what do I do with this lead? The rail of stages, then what one role needs, then what is new. */

import type { Clock } from '../../../src/lifecycle/model.ts';
import type { CommitChange } from '../../lib/history.ts';
import { pagePath } from '../../lib/paths.ts';
import { limitMark } from '../contradictions.ts';
import { ownerInline } from '../owner-words.ts';
import { type Block, type Inline, link, type Page, type Panel, type Station, type Words } from '../page.ts';
import { leadRoles, type RoleWork } from '../people/role-work.ts';
import { changeWords } from '../proof/change-words.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { checksLine } from './checks-line.ts';
import { payloadCopy, payloadShort, rejectionNote } from './handoff-parts.ts';
import { hasClock, noClockWords, railParts, stageWithoutClock } from './limit-words.ts';
import { clockAsks, limitsOfRole, mainClock, momentsOf, receiver } from './limits.ts';
import { givenElsewhere, handoffReasons, noWords, once, reasonsOf, sharedRows } from './reasons.ts';
import { emptyLifecycle } from './stage-list.ts';
import { clockLimitsOf } from './steps.ts';

/**
 * Home: the question what to do with a lead, the stages as stations, each role's part. Without a stage it says how
 * to begin.
 *
 * @param changes newest first, null where the git history could not be read
 */
export function homePage(site: Site, changes: readonly CommitChange[] | null): Page {
  const { model } = site;
  const roles = leadRoles(site);
  return {
    path: pagePath(),
    title: 'What do I do with this lead?',
    kicker: null,
    nav: 'home',
    description: `${site.title}: who has a lead, until when, what to hand over, what may be refused.`,
    ids: [],
    keywords: ['home', 'overview', 'start', site.title],
    group: 'Reference',
    source: null,
    blocks:
      model.living.stages.length === 0
        ? [emptyLifecycle(site), baseLine(site, changes)]
        : [
            { kind: 'ask', tries: tries(site) },
            {
              kind: 'stations',
              title: 'Where is it?',
              stations: model.living.stages.map((stage): Station => station(site, stage)),
              roles: roles.map(({ role, name }) => ({ role: name, look: site.lookOfRole(role) })),
            },
            {
              kind: 'mine',
              parts: roles.map((work) => ({
                role: work.name,
                title: `You, ${work.name}`,
                blocks: [mine(site, work)],
              })),
            },
            ...news(site, changes),
            baseLine(site, changes),
          ],
  };
}

function station(site: Site, stage: (typeof site.model.living.stages)[number]): Station {
  const { owner } = stage;
  const main = mainClock(stage);
  return {
    text: stageTitle(stage),
    to: site.stagePath(stage),
    owner: owner?.names.join(' and ') || owner?.raw.text || 'nobody yet',
    look: site.lookOf(owner),
    roles: owner?.names ?? [],
    limit: main !== null && hasClock(main.sla) ? stationLimit(site, main) : null,
    without: stageWithoutClock(site, stage).short,
    no: noWords(site, stage),
  };
}

/** The limit on the rail; a clock that is no first answer says what it is. */
function stationLimit(site: Site, { kind, sla }: Clock): NonNullable<Station['limit']> {
  const { big, small } = railParts(sla);
  const asks = kind === 'response' ? '' : clockAsks[kind];
  return {
    big,
    small: [asks, small, limitMark(site, sla.raw.span)].filter((part) => part !== '').join(', '),
  };
}

/** Words that stand in the team's entries and that search answers. */
function tries(site: Site): readonly string[] {
  const { stages, handoffs } = site.model.living;
  const reasons = [
    ...handoffs.flatMap(({ rejection }) => rejection.reasons),
    ...stages.flatMap(({ disqualification }) => disqualification.map(({ reason }) => reason)),
  ];
  const grounds = [
    ...reasons.flatMap(({ codes }) => codes),
    ...reasons.map(({ text }) => text.text).filter((text) => text.length <= 20),
  ];
  const asked = stages.find(
    ({ owner, clocks }) => owner?.automated !== true && clocks.some(({ sla }) => hasClock(sla)),
  );
  return [
    ...[...new Set(grounds)].slice(0, 2),
    ...(asked === undefined ? [] : [`who owns ${stageTitle(asked)}`]),
    'what changed',
  ];
}

function mine(site: Site, work: RoleWork): Block {
  return { kind: 'panels', panels: [clockPanel(site, work), givePanel(site, work), refusePanel(site, work)] };
}

function clockPanel(site: Site, work: RoleWork): Panel {
  const limits = momentsOf(limitsOfRole(site, work.role)).filter(({ sla }) => hasClock(sla));
  const ofStage = new Set(limits.flatMap(({ of, stage }) => (of === 'stage' ? [stage] : [])));
  // A stage's limit holds for its segments and handoffs too; the page of limits tells them apart.
  const offered = limits
    .filter(({ of, stage }) => of === 'stage' || !ofStage.has(stage))
    .flatMap((limit) => clockLimitsOf(limit));
  return {
    title: 'A lead came in',
    id: 'due',
    mark: null,
    blocks:
      offered.length === 0
        ? [{ kind: 'text', words: noClockWords(site, work.role) }]
        : [{ kind: 'clock', limits: offered, small: true }],
  };
}

function givePanel(site: Site, { gives, name }: RoleWork): Panel {
  const [first, ...others] = gives;
  if (first === undefined)
    return {
      title: 'What you hand over',
      id: 'give',
      mark: null,
      blocks: [{ kind: 'text', words: [`No handoff from ${name} to another role is written.`] }],
    };
  const to = receiver(first);
  const next = to?.names[0] ?? 'the next owner';
  return {
    title: `Before it goes to ${next}`,
    id: 'give',
    mark: null,
    blocks: [{ kind: 'list', look: 'tick', items: payloadShort(site, first, 70) }],
    copy: { label: 'Copy for the CRM', text: payloadCopy(first), main: false },
    foot: [
      link(handoffName(first), site.handoffPath(first)),
      ...others
        .slice(0, 2)
        .flatMap((handoff): Inline[] => [' · ', link(handoffName(handoff), site.handoffPath(handoff))]),
    ],
  };
}

/** Rows that fit on the home page; the page of the stage has them all. */
const mostReasons = 5;

function refusePanel(site: Site, work: RoleWork): Panel {
  const { owns, name } = work;
  const rows = once([
    ...owns.flatMap((stage) => reasonsOf(site, stage)),
    ...givenElsewhere(work).flatMap((handoff) => handoffReasons(site, handoff)),
  ]);
  const shown = sharedRows(rows).slice(0, mostReasons);
  const more = sharedRows(rows).length - mostReasons;
  return {
    title: 'You may say no when',
    id: 'no',
    mark: null,
    blocks: [
      {
        kind: 'reasons',
        rows: shown,
        empty: [`No ground for a no is written for ${name}.`],
      },
    ],
    ...(rows.length === 0
      ? {}
      : { copy: { label: 'Copy a rejection note', text: rejectionNote, main: false } }),
    foot: [link(more > 0 ? `All ${rows.length} grounds` : 'May I say no?', pagePath('onboarding', 'reject'))],
  };
}

function news(site: Site, changes: readonly CommitChange[] | null): readonly Block[] {
  if (changes === null) return [];
  const items = changes
    .flatMap((change) => change.lines.map((line) => ({ date: change.date, line })))
    .slice(0, 3)
    .map(({ date, line }) => {
      const stage = site.model.living.stages.find(({ id }) => id === line.id);
      const handoff = site.model.living.handoffs.find(({ id }) => id === line.id);
      const owner = stage?.owner ?? (handoff ? receiver(handoff) : null);
      const [first] = owner === null ? [] : ownerInline(site, owner);
      return {
        date,
        words: changeWords(site, line),
        owner: first === undefined || typeof first === 'string' ? null : first,
      };
    });
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: 'Last changes', id: 'news' },
    { kind: 'news', items },
  ];
}

/** The state of the checks, and where to go on. */
function baseLine(site: Site, changes: readonly CommitChange[] | null): Block {
  return {
    kind: 'base',
    items: [
      checksLine(site),
      ...(changes !== null && changes.length === 0
        ? [[link('No change in the history that was read', pagePath('changes'))] as Words]
        : []),
      ...(site.replay === null ? [] : [[link('How it goes', pagePath('how-it-goes'))]]),
      [link('Details for RevOps', pagePath('gates'))],
      ...(site.model.living.stages.length === 0
        ? []
        : [[link('The whole picture', pagePath('stages'))] as Words]),
      [link('First day? Start here', pagePath('onboarding'))],
    ],
  };
}
