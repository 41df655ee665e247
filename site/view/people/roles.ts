/** What a role owns, receives, hands over, may reject, and its clocks. */

import { own } from '../../../src/language/own.ts';
import { roles } from '../../../src/language/tables/roles.ts';
import type { Handoff } from '../../../src/lifecycle/model.ts';
import { pagePath } from '../../lib/paths.ts';
import { diagramBlock, roleDrawing } from '../diagrams.ts';
import { handoffTable } from '../lifecycle/handoff-list.ts';
import { hasClock, limitWords, noClockWords, tightestWords } from '../lifecycle/limit-words.ts';
import { type LimitRow, limitsOf, limitsOfRole } from '../lifecycle/limits.ts';
import { slaTable } from '../lifecycle/sla.ts';
import { stepWhat, stepWhen, wholeSteps } from '../lifecycle/steps.ts';
import {
  type Block,
  type Card,
  code,
  type Fact,
  heading,
  link,
  type Page,
  quiet,
  text,
  type Words,
} from '../page.ts';
import { idWords } from '../proof/id-pages.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { cardPath, rejections } from './day-one.ts';
import { type RoleWork, workOf, worksLeads, workWords } from './role-work.ts';

/** The page of all roles, then one for each that has work in the lifecycle. */
export function rolePages(site: Site): readonly Page[] {
  return [roleIndex(site), ...site.roles.map((role) => rolePage(site, workOf(site, role)))];
}

function rolePage(site: Site, work: RoleWork): Page {
  const { role, name, owns, receives, gives } = work;
  const limits = limitsOfRole(site, role);
  const clocks = limits.filter((limit) => hasClock(limit.sla));
  const worked = worksLeads(work) || limits.length > 0;
  const steps = missedSteps(site, work);
  return {
    path: work.path,
    title: name,
    kicker: 'Role',
    description: `${name}: what you own, receive, hand over and may reject, and your clocks.`,
    ids: [],
    keywords: [
      'role',
      role,
      name,
      `I am a ${name}`,
      'my clocks',
      'my limits',
      'my job',
      ...roleAliases(role),
    ],
    group: 'Roles',
    source: null,
    blocks: [
      roleAnswer(site, work, clocks[0] ?? null),
      ...(work.automated && !worked ? [{ kind: 'facts' as const, facts: roleFacts(site, work) }] : []),
      ...(worksLeads(work)
        ? [
            text(
              link(`Day-one card for ${name}`, cardPath(site, role)),
              ' · ',
              link('Start here', pagePath('onboarding')),
            ),
          ]
        : []),
      ...(worked ? leadBlocks(site, work, limits) : []),
      ...diagramBlock(site, roleDrawing(site, role), 'My part of the lifecycle', 'picture'),
      ...(steps.length === 0
        ? []
        : [
            heading('I hear of missed limits', 'missed'),
            { kind: 'list' as const, look: 'lines' as const, items: steps },
          ]),
      ...(work.watches.length === 0
        ? []
        : [
            heading('I watch', 'watch'),
            { kind: 'list' as const, items: work.watches.map((id) => idWords(site, id)) },
          ]),
      ...(owns.length + receives.length + gives.length + limits.length + steps.length === 0 &&
      work.watches.length > 0
        ? [text('This role only watches; it works no leads.')]
        : []),
    ],
  };
}

/** Steps of other people's missed limits in which a role is told or acts, with their time. */
function missedSteps(site: Site, { name: word, owns }: RoleWork): readonly Words[] {
  const said = (text: string) => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const names = (text: string) => said(text).includes(said(word));
  return limitsOf(site)
    .filter(
      ({ of, stage, sla }) => of === 'stage' && hasClock(sla) && stage !== null && !owns.includes(stage),
    )
    .flatMap(({ name, path, sla, escalation }) =>
      wholeSteps(escalation)
        .filter(({ raw }) => names(raw))
        .map((step): Words => [link(name, path), `, ${stepWhen(step, sla)}: `, ...site.said(stepWhat(step))]),
    );
}

/** Clocks, handoffs and grounds of a role that works leads. */
function leadBlocks(site: Site, work: RoleWork, limits: readonly LimitRow[]): readonly Block[] {
  const { name, receives, gives } = work;
  return [
    heading('My clocks', 'clocks'),
    slaTable(site, limits, false),
    heading('I may say no', 'reject'),
    { kind: 'facts', facts: rejections(site, work) },
    heading('I receive', 'receive'),
    handoffTable(site, receives, [`No other role hands over to ${name}.`]),
    heading('I hand over', 'give'),
    handoffTable(site, gives, [`No handoff from ${name} to another role is written.`]),
  ];
}

/** Other names people search a role by: those the tables know, and what others call such people. */
function roleAliases(role: string): readonly string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    BDR: ['SDR', 'sales rep', 'prospecting'],
    AE: ['sales', 'sales rep', 'seller', 'closer'],
    CS: ['post-sales'],
    Founder: ['founder-led sales'],
  };
  return [...(own(roles, role) ?? []), ...(own(known, role) ?? [])];
}

function roleAnswer(site: Site, work: RoleWork, limit: LimitRow | null): Block {
  const stages = work.owns.flatMap(
    (stage, index, { length }): Words => [
      index === 0 ? '' : index === length - 1 ? ' and ' : ', ',
      link(stageTitle(stage), site.stagePath(stage)),
    ],
  );
  const lead: Words = work.owns.length === 0 ? ['You own no stage.'] : ['You own ', ...stages, '.'];
  const unclear = limitsOfRole(site, work.role).some(({ sla }) => !sla.reading.ok);
  if (limit === null)
    return {
      kind: 'answer',
      big: work.automated
        ? 'Software does this'
        : unclear
          ? 'Your limit is unclear'
          : 'No clock runs for you',
      lead: unclear ? [...noClockWords(site, work.role), ' ', ...lead] : lead,
    };
  const { words, oneOf } = tightestWords(limit.sla);
  return {
    kind: 'answer',
    big: `You have ${words}`,
    lead: [
      oneOf
        ? `at the tightest after a lead reaches you in ${limit.name}: ${limitWords(limit.sla)}. `
        : `after a lead reaches you in ${limit.name}. `,
      ...lead,
    ],
  };
}

function roleFacts(site: Site, { owns, receives, gives }: RoleWork): readonly Fact[] {
  const handoffs = (list: readonly Handoff[]) =>
    list.map(
      (handoff): Words => [link(handoffName(handoff), site.handoffPath(handoff)), ' ', quiet(handoff.id)],
    );
  return [
    {
      label: 'I own',
      lines: owns.map(
        (stage): Words => [link(stageTitle(stage), site.stagePath(stage)), ' ', quiet(stage.id)],
      ),
      missing: ['No stage.'],
    },
    { label: 'I receive', lines: handoffs(receives), missing: ['No other role hands over to this one.'] },
    {
      label: 'I hand over',
      lines: handoffs(gives),
      missing: ['No handoff from this role to another is written.'],
    },
  ];
}

function roleIndex(site: Site): Page {
  const works = site.roles.map((role) => workOf(site, role));
  return {
    path: pagePath('roles'),
    title: 'Roles',
    kicker: null,
    nav: 'role',
    description: 'Who does what in the lifecycle.',
    ids: [],
    keywords: ['owner', 'owners', 'team', 'people', 'who', 'who does what'],
    group: 'Reference',
    source: null,
    blocks: [
      ...(works.length === 0
        ? [
            {
              kind: 'empty' as const,
              title: 'No role has work yet',
              words: [
                'Name one role in the ',
                code('Owner:'),
                ' line of each stage: BDR, AE, CS, Founder, Marketing.',
              ],
            },
          ]
        : [{ kind: 'cards' as const, cards: works.map((work) => roleCard(site, work)) }]),
    ],
  };
}

/** A role with its colour, its tightest limit and what it does. */
export function roleCard(site: Site, work: RoleWork): Card {
  const tightest = limitsOfRole(site, work.role).find(({ sla }) => hasClock(sla));
  return {
    title: work.name,
    to: work.path,
    look: site.lookOfRole(work.role),
    ...(tightest === undefined ? {} : { big: `${tightestWords(tightest.sla).words} in ${tightest.name}` }),
    words: [sentence(workWords(work))],
  };
}

/** Words with a capital and a full stop; no words stay none. */
export function sentence(words: string): string {
  return words === '' ? '' : `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}
