import { escapeMarkdown } from '../../../src/untrusted/markdown.ts';
import { fieldLines } from '../lifecycle/handoff-parts.ts';
import { hasClock, limitWords } from '../lifecycle/limit-words.ts';
import { type Block, heading, type Words } from '../page.ts';
import { handoffName, type Site, stageTitle } from '../site.ts';
import { roleSlug } from './day-one.ts';
import type { RoleWork } from './role-work.ts';

/** The first 90 days of a role as a GitHub issue template; every line can be checked off against an entry. */
export function checklistText(work: RoleWork): string {
  const { name, owns, receives, gives } = work;
  const clocks = owns.filter(({ sla }) => hasClock(sla));
  const words = escapeMarkdown;
  const lines = [
    '---',
    `name: Onboarding ${JSON.stringify(name).slice(1, -1)}`,
    `about: ${JSON.stringify(`First 90 days of a ${name}, made from the lifecycle entries`)}`,
    'title: "Onboarding: [name]"',
    'labels: onboarding',
    '---',
    '',
    '## Days 1 to 30: know the rules',
    '',
    `- [ ] Printed the day-one card for ${words(name)}`,
    ...owns.map(
      (stage) =>
        `- [ ] Read ${words(stageTitle(stage))} (${stage.id}): when a lead enters, moves on, is turned away`,
    ),
    ...clocks.map(
      (stage) =>
        `- [ ] Can say without looking: ${words(stageTitle(stage))} has ${words(stage.sla ? limitWords(stage.sla) : '')}`,
    ),
    ...receives.map(
      (handoff) => `- [ ] Knows every ground to reject ${words(handoffName(handoff))} (${handoff.id})`,
    ),
    '- [ ] Walked a lead through the lifecycle and passed the quiz',
    '- [ ] Shadowed three colleagues on live leads',
    '',
    '## Days 31 to 60: do it with somebody beside you',
    '',
    ...clocks.map((stage) => `- [ ] Ten leads in ${words(stageTitle(stage))} answered in time`),
    ...gives.map(
      (handoff) =>
        `- [ ] Five handoffs ${words(handoffName(handoff))} with the full payload, none sent back for missing context`,
    ),
    ...receives
      .filter((handoff) => fieldLines(handoff.rejection.condition).length > 0)
      .map(
        (handoff) =>
          `- [ ] One rejection of ${words(handoffName(handoff))} done by the rule, with the lead on its route`,
      ),
    '',
    '## Days 61 to 90: do it alone, and make it better',
    '',
    ...clocks.map((stage) => `- [ ] A full month of ${words(stageTitle(stage))} without a missed limit`),
    '- [ ] Proposed one change to an entry by pull request',
    '- [ ] Took a newcomer through the day-one card',
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as blocks of a page: a heading a month, boxes to tick. */
export function checklistBlocks(site: Site, work: RoleWork): readonly Block[] {
  const parts = checklistText(work).split(/^## /m).slice(1);
  return parts.flatMap((part, at): Block[] => {
    const [title = '', ...lines] = part.split('\n');
    const items = lines
      .filter((line) => line.startsWith('- [ ] '))
      .map((line): Words => [line.slice(6).replace(/\\(?=[!-/:-@[-`{-~])/g, '')]);
    return [
      heading(title, `${roleSlug(site, work.role)}-${at + 1}`, 3),
      { kind: 'list', look: 'tick', items },
    ];
  });
}
