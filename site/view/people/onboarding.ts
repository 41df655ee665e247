/** Onboarding: a path over the entries for somebody's first days. Everything here is made from the entries. */

import { filePath, pagePath } from '../../lib/paths.ts';
import { hasClock } from '../lifecycle/limit-words.ts';
import { emptyLifecycle } from '../lifecycle/stage-list.ts';
import { type Block, code, heading, link, type Page, text, type Words } from '../page.ts';
import type { Site } from '../site.ts';
import { checklistBlocks, checklistText } from './checklist.ts';
import { cardPath, dayOneCard, roleSlug } from './day-one.ts';
import { questionsOf } from './quiz.ts';
import { leadRoles, type RoleWork } from './role-work.ts';
import { roleCard } from './roles.ts';
import { walkSteps } from './walk.ts';

/** Start, day one of each role that works leads, a walk with one lead, the quiz, the 30-60-90 checklist. */
export function onboardingPages(site: Site): readonly Page[] {
  const roles = leadRoles(site);
  return [
    start(site, roles),
    ...roles.map((work) => dayOne(site, work)),
    walk(site),
    quiz(site),
    checklist(site, roles),
  ];
}

/** Said of a lifecycle that software alone keeps, or that names no owner. */
const nobodyWorks =
  'No person is named as owner of a stage or as a side of a handoff, so there is nobody to bring in.';

const common = { kicker: 'Onboarding', ids: [], group: 'Onboarding', source: null } as const;

/** The role most newcomers have: the first person a lead meets. */
function firstRole(roles: readonly RoleWork[]): RoleWork | undefined {
  return (
    roles.find(({ role }) => role === 'BDR') ??
    roles.find(({ owns }) => owns.some(({ clocks }) => clocks.some(({ sla }) => hasClock(sla)))) ??
    roles[0]
  );
}

function start(site: Site, roles: readonly RoleWork[]): Page {
  const steps: readonly Words[] = [
    [
      link('Walk a lead', pagePath('onboarding', 'walk')),
      ' through the lifecycle, with a rejection on the way.',
    ],
    [
      link('Can I reject this?', pagePath('onboarding', 'reject')),
      ' Every ground for a no, and where the lead goes then.',
    ],
    [link('Check yourself', pagePath('onboarding', 'quiz')), ' with questions made from the entries.'],
    [link('Take the 30-60-90 checklist', pagePath('onboarding', 'checklist')), ' into your issue tracker.'],
    [
      link('Look up words', pagePath('glossary')),
      ' you do not know, and ',
      link('what changed', pagePath('changes')),
      ' since you started.',
    ],
  ];
  return {
    ...common,
    path: pagePath('onboarding'),
    title: 'Start here',
    description: 'A path through the lifecycle for your first days.',
    keywords: ['new', 'new hire', 'first day', 'onboarding', 'training', 'BDR', 'ramp'],
    blocks: [
      ...(site.model.living.stages.length === 0 ? [emptyLifecycle(site)] : []),
      heading('Your day-one card', 'cards'),
      ...(roles.length === 0
        ? []
        : [text('Your clocks, what you hand over, when you may say no: one sheet, to print and keep.')]),
      roles.length === 0
        ? text(
            site.model.living.stages.length === 0
              ? 'No stage is written yet, so no role has work.'
              : nobodyWorks,
          )
        : {
            kind: 'cards',
            cards: roles.map((work) => ({ ...roleCard(site, work), to: cardPath(site, work.role) })),
          },
      heading('Then, in this order', 'steps'),
      { kind: 'list', ordered: true, items: steps },
    ],
  };
}

function dayOne(site: Site, work: RoleWork): Page {
  return {
    ...common,
    path: cardPath(site, work.role),
    title: `Day one: ${work.name}`,
    kicker: site.title,
    description: `One page for the first day as ${work.name}: clocks, payload, rejections.`,
    keywords: ['card', 'print', 'cheat sheet', 'one-pager', work.name],
    blocks: [dayOneCard(site, work)],
  };
}

function walk(site: Site): Page {
  const steps = walkSteps(site);
  return {
    ...common,
    path: pagePath('onboarding', 'walk'),
    title: 'Walk a lead',
    description: 'One lead from first touch to the last stage, with a rejection on the way.',
    keywords: ['example', 'example lead', 'practice', 'walkthrough', 'journey'],
    blocks: steps.length === 0 ? [emptyLifecycle(site)] : [{ kind: 'walk', steps }],
  };
}

function quiz(site: Site): Page {
  const questions = questionsOf(site);
  return {
    ...common,
    path: pagePath('onboarding', 'quiz'),
    title: 'Check yourself',
    description: 'Questions made from the entries, each answer with a link to where it is written.',
    keywords: ['quiz', 'test', 'exam', 'practice', 'questions'],
    blocks:
      questions.length === 0
        ? [
            {
              kind: 'empty',
              title: 'Not enough is written to ask about',
              words: [
                'Questions are made from owners, limits and rejection rules. Write at least two stages with an owner and a limit.',
              ],
            },
          ]
        : [
            text('Your answers stay in this browser. Each reason links to the entry.'),
            { kind: 'quiz', questions },
          ],
  };
}

function checklist(site: Site, roles: readonly RoleWork[]): Page {
  const first = firstRole(roles);
  return {
    ...common,
    path: pagePath('onboarding', 'checklist'),
    title: '30-60-90 days',
    description: 'A checklist for the first three months, as an issue template.',
    keywords: ['30-60-90', 'onboarding', 'ramp', 'issue template', 'checklist'],
    blocks:
      first === undefined
        ? [site.model.living.stages.length === 0 ? emptyLifecycle(site) : text(nobodyWorks)]
        : [
            text(
              'Copy a list into a new issue, or save it as ',
              code(`.github/ISSUE_TEMPLATE/onboarding-${roleSlug(site, first.role)}.md`),
              ' so that every newcomer gets one. ',
            ),
            ...roles.flatMap((work): Block[] => [
              heading(work.name, `list-${roleSlug(site, work.role)}`),
              ...checklistBlocks(site, work),
              {
                kind: 'fold',
                summary: [`As an issue template for ${work.name}`],
                blocks: [
                  { kind: 'code', label: `Issue template for ${work.name}`, text: checklistText(work) },
                ],
              },
              text(
                link('Download', filePath('onboarding', `checklist-${roleSlug(site, work.role)}.md`)),
                ' the file.',
              ),
            ]),
          ],
  };
}
