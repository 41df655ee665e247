import type { Handoff, Stage } from '../../../src/lifecycle/model.ts';
import { escapeMarkdown } from '../../../src/untrusted/markdown.ts';
import { fieldLines } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitWords } from '../lifecycle/limit-words.ts';
import { type Block, heading, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { roleSlug } from './day-one.ts';
import type { RoleWork } from './role-work.ts';

interface Month {
  readonly title: string;
  readonly items: readonly string[];
}

/** What to have done after 30, 60 and 90 days; every line can be checked off against an entry. `words` writes the team's own. */
function monthsOf(
  { name, owns, receives, gives }: RoleWork,
  words: (text: string) => string,
): readonly Month[] {
  const clocks = owns.filter(({ sla }) => hasClock(sla));
  const stage = (each: Stage) => words(stageTitle(each));
  const handoff = (each: Handoff) => words(handoffName(each));
  return [
    {
      title: 'Days 1 to 30: know the rules',
      items: [
        `Printed the day-one card for ${words(name)}`,
        ...owns.map(
          (each) => `Read ${stage(each)} (${each.id}): when a lead enters, moves on, is turned away`,
        ),
        ...clocks.map(
          (each) =>
            `Can say without looking: ${stage(each)} has ${words(each.sla ? limitWords(each.sla) : '')}`,
        ),
        ...receives.map((each) => `Knows every ground to reject ${handoff(each)} (${each.id})`),
        'Walked a lead through the lifecycle and passed the quiz',
        'Shadowed three colleagues on live leads',
      ],
    },
    {
      title: 'Days 31 to 60: do it with somebody beside you',
      items: [
        ...clocks.map((each) => `Ten leads in ${stage(each)} answered in time`),
        ...gives.map(
          (each) =>
            `Five handoffs ${handoff(each)} with the full payload, none sent back for missing context`,
        ),
        ...receives
          .filter((each) => fieldLines(each.rejection.condition).length > 0)
          .map((each) => `One rejection of ${handoff(each)} done by the rule, with the lead on its route`),
      ],
    },
    {
      title: 'Days 61 to 90: do it alone, and make it better',
      items: [
        ...clocks.map((each) => `A full month of ${stage(each)} without a missed limit`),
        'Proposed one change to an entry by pull request',
        'Took a newcomer through the day-one card',
      ],
    },
  ];
}

/** The first 90 days of a role as a GitHub issue template. */
export function checklistText(work: RoleWork): string {
  const lines = [
    '---',
    `name: Onboarding ${JSON.stringify(work.name).slice(1, -1)}`,
    `about: ${JSON.stringify(`First 90 days as ${work.name}, made from the lifecycle entries`)}`,
    'title: "Onboarding: [name]"',
    'labels: onboarding',
    '---',
    ...monthsOf(work, escapeMarkdown).flatMap(({ title, items }) => [
      '',
      `## ${title}`,
      '',
      ...items.map((item) => `- [ ] ${item}`),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as blocks of a page: a heading a month, boxes to tick. */
export function checklistBlocks(site: Site, work: RoleWork): readonly Block[] {
  return monthsOf(work, (text) => text).flatMap(({ title, items }, at): Block[] => [
    heading(title, `${roleSlug(site, work.role)}-${at + 1}`, 3),
    { kind: 'list', look: 'tick', items: items.map((item): Words => [item]) },
  ]);
}
