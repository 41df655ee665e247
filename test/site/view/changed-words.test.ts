/** What changed, with the words that went and those that came: on the page of changes, on home, at a stage's foot. */
import { expect, it } from 'vitest';
import { homePage } from '../../../site/view/lifecycle/home.ts';
import { stagePages } from '../../../site/view/lifecycle/stage.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { changeWords } from '../../../site/view/proof/change-words.ts';
import { changesPage } from '../../../site/view/proof/changes.ts';
import { makeSite } from '../../../site/view/site.ts';
import { caseConfig, reportOf } from '../../rules/bench.ts';
import { baseFiles } from '../../rules/case-file.ts';

const site = makeSite(reportOf(baseFiles('standard'), caseConfig({ base: 'standard' })), 'Handbook');
const change = (before: string, after: string, what = 'escalation') => ({
  sha: '0123456789abcdef',
  author: 'Rosa',
  date: '2026-11-02',
  subject: 'Answer sooner',
  lines: [{ id: 'BR-MOPS-003', name: 'SQL', what, before, after, sentence: '' }],
});
const rows = (before: string, after: string) =>
  pageMarkdown(changesPage(site, [change(before, after)]), '/', new Map())
    .split('\n')
    .filter((line) => line.includes('when the limit passes'))
    .map((line) => line.split(' | ').slice(2).join(' | '));

it.each([
  [
    'a long sentence',
    'At 30 business minutes notify the sales manager; at 1 business hour reassign to Founder',
    'At 30 business minutes notify the RevOps lead; at 1 business hour reassign to Founder',
    'At 30 business minutes notify the ~~sales manager~~; at 1 business hour reassign to Founder | At 30 business minutes notify the **RevOps lead**; at 1 business hour reassign to Founder |',
  ],
  [
    'short values, whole',
    '1 business hour',
    '30 business minutes',
    '1 business hour | 30 business minutes |',
  ],
])('%s', (_name, before, after, expected) => {
  expect(rows(before, after)).toEqual([expected]);
});

const twin = (page: Parameters<typeof pageMarkdown>[0] | undefined) =>
  page === undefined ? '' : pageMarkdown(page, '/', new Map());
const foot = (...args: Parameters<typeof change>) =>
  twin(stagePages(site, [change(...args)]).find(({ path }) => path === '/stages/sql/'))
    .split('\n')
    .find((line) => line.includes('Changed'));

it('the foot of a stage tells a short change with both sides, and of a long one which field it was', () => {
  expect(foot('1 business hour', '30 business minutes', 'sla')).toContain(
    '[Changed 2026-11-02](/changes.md): answer within ~~1 business hour~~ → 30 business minutes',
  );
  const long = 'Fewer than 8 engineers on call, or a student → Nurture, tag “small”';
  expect(foot(long, long.replace('8', '12'), 'disqualification')).toMatch(/: turned away when$/);
});

it('home tells a long change once, with the words that are others', () => {
  const long = 'Three missed discovery calls in 10 business days → Nurture';
  expect(twin(homePage(site, [change(long, long.replace('Three', 'Two'), 'disqualification')]))).toContain(
    'turned away when: ~~Three~~ **Two** missed discovery calls in 10 business days → Nurture',
  );
});

it.each([
  ['KPI Win rate: KPI removed (KPI-101)', 'KPI removed (KPI-101)'],
  ['Win rate: target 20 % → 25 %', 'target 20 % → 25 %'],
  ['Nobody measures Win rate any more', 'Nobody measures Win rate any more'],
])('the name of an entry stands once before what changed: %s', (sentence, said) => {
  const line = { id: null, name: 'Win rate', what: 'removed', before: 'Win rate', after: null, sentence };
  expect(changeWords(site, line)).toEqual([{ kind: 'strong', text: 'Win rate' }, ' ', said]);
});
