import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, type SearchRecord } from '../../../site/lib/search-index.ts';

const record = (
  title: string,
  ids: readonly string[],
  keywords: readonly string[] = [],
  group = 'Stages',
): SearchRecord => ({
  path: '/x/',
  title,
  kicker: '',
  group,
  ids,
  keywords,
});
const records = [
  record('Opportunity', ['BR-MOPS-004'], ['no-budget']),
  record('Win-back', ['BR-MOPS-014']),
  record('Handoff 4', ['GTM-MOPS-004'], [], 'Handoffs'),
  record('SQL', ['BR-MOPS-003'], ['Budget below $2,400 → Nurture, tag "no-budget"']),
  record('BDR', [], ['role', 'SDR'], 'Roles'),
];

function best(query: string): string | undefined {
  const found = records.map((each) => ({ each, score: rank(each, query) })).filter(({ score }) => score > 0);
  return found.sort((a, b) => b.score - a.score)[0]?.each.title;
}

describe('the ID jump', () => {
  it.each(['BR-MOPS-004', 'br-mops-4', 'mops 4', 'MOPS-004', 'br mops 004', 'BRMOPS4'])(
    'finds the stage for %s',
    (query) => {
      expect(best(query)).toBe('Opportunity');
    },
  );

  it('tells the families apart', () => {
    expect(best('GTM-MOPS-004')).toBe('Handoff 4');
    expect(best('gtm mops 4')).toBe('Handoff 4');
  });

  it('finds roles by their other names, and entries by their words', () => {
    expect(best('sdr')).toBe('BDR');
    expect(best('no-budget')).toBe('Opportunity');
    expect(best('budget below')).toBe('SQL');
  });

  it.each([
    ['how long do I have in SQL', 'SQL'],
    ['where do rejected leads go', 'May I say no?'],
    ['who is told when I am late', 'All limits'],
    ['late', 'All limits'],
    ['company of 50', 'MQL → SQL (1–999 employees)'],
    ['1500 employees', 'MQL → SQL (1000+ employees)'],
    ['geschaftsabschluss', 'Geschäftsabschluß'],
    ['оплата', 'Оплата'],
    ['合わせ', '問い合わせ'],
  ])('answers %s with %s', (query, title) => {
    const all = [
      record('SQL', [], ['30 minutes']),
      record('May I say no?', [], ['reject', 'ground'], 'Onboarding'),
      record('30-60-90 days', [], ['template', 'checklist'], 'Onboarding'),
      record('All limits', [], ['SLA', 'escalation'], 'Reference'),
      record('MQL → SQL (1–999 employees)', [], [], 'Handoffs'),
      record('MQL → SQL (1000+ employees)', [], [], 'Handoffs'),
      record('Geschäftsabschluß', []),
      record('Оплата', []),
      record('問い合わせ', [], ['問い合わせ']),
    ];
    const scores = all.map((each) => rank(each, query));
    expect(all[scores.indexOf(Math.max(...scores))]?.title).toBe(title);
  });

  it('takes any query without harm', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (query) =>
        records.every((each) => Number.isFinite(rank(each, query))),
      ),
    );
  });
});
