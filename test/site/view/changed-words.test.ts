/** The page of changes: both sides of a long sentence, with the words that went and those that came marked. */
import { expect, it } from 'vitest';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import { changesPage } from '../../../site/view/proof/changes.ts';
import { makeSite } from '../../../site/view/site.ts';
import { caseConfig, reportOf } from '../../rules/bench.ts';
import { baseFiles } from '../../rules/case-file.ts';

const site = makeSite(reportOf(baseFiles('standard'), caseConfig({ base: 'standard' })), 'Handbook');
const change = (before: string, after: string) => ({
  sha: '0123456789abcdef',
  author: 'Rosa',
  date: '2026-11-02',
  subject: 'Answer sooner',
  lines: [{ id: 'BR-MOPS-003', name: 'SQL', what: 'escalation', before, after, sentence: '' }],
});
const rows = (before: string, after: string) =>
  pageMarkdown(changesPage(site, [change(before, after)]), '/', new Map())
    .split('\n')
    .filter((line) => line.includes('escalation'))
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
