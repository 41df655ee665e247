/** What a reviewer reads of a change: one cause is one line, and another way to write the same is none (SPEC §7). */
import { describe, expect, it } from 'vitest';
import { changesAsMarkdown, changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { caseConfig } from '../rules/bench.ts';
import { type Base, baseFiles } from '../rules/case-file.ts';

type Edit = (text: string) => string;

function changes(base: Base, edit: Edit, config: Readonly<Record<string, unknown>> = {}) {
  const before = baseFiles(base);
  const after = before.map((file) => ({ ...file, text: edit(file.text) }));
  const [old, now] = [caseConfig({ base }), caseConfig({ base, config })];
  return semanticChanges(buildModel(readRepository(before), old), buildModel(readRepository(after), now));
}

const lines = (...given: Parameters<typeof changes>): readonly string[] =>
  changesAsText(changes(...given))
    .trimEnd()
    .split('\n');
const all =
  (from: string | RegExp, to: string): Edit =>
  (text) =>
    text.replaceAll(from, to);
const same = ['The lifecycle means the same.'];

describe('what is called otherwise everywhere is one line with both names', () => {
  it.each<[string, Base, Edit, readonly string[], Readonly<Record<string, unknown>>?]>([
    ['a stage', 'standard', all(/\bSQL\b/g, 'Sales ready'), ['Sales ready: renamed, was SQL (BR-MOPS-003)']],
    [
      'a stage by its long name',
      'standard',
      all(/\bMQL\b/g, 'Marketing qualified lead'),
      ['Marketing qualified lead: renamed, was MQL (BR-MOPS-002)'],
    ],
    [
      'a role that the config makes known',
      'standard',
      all(/\bBDR\b/g, 'Growth rep'),
      [
        'Words: “BDR” is now “Growth rep”, in MQL and 3 more entries',
        'Config: roles.Growth rep set to Outbound desk',
      ],
      { roles: { 'Growth rep': ['Outbound desk'] } },
    ],
    [
      'a role by its other name',
      'standard',
      all(/\bBDR\b/g, 'SDR'),
      ['Words: “BDR” is now “SDR”, in MQL and 3 more entries'],
    ],
    [
      'a role in full',
      'standard',
      all(/\bAE\b/g, 'Account executive'),
      ['Words: “AE” is now “Account executive”, in MQL and 4 more entries'],
    ],
    [
      'a channel',
      'standard',
      all('Product Hunt', 'Launch site'),
      ['Channel Launch site: renamed, was Product Hunt (GTM-001)'],
    ],
    [
      'a persona',
      'standard',
      all('Engineering lead at a growing SaaS company', 'Platform lead'),
      ['Persona Platform lead: renamed, was Engineering lead at a growing SaaS company (PER-001)'],
    ],
    [
      'a place where leads wait',
      'standard',
      all('Nurture', 'Recycle'),
      ['Words: “Nurture” is now “Recycle”, in MQL, SQL and Handoff Anonymous → MQL'],
    ],
    [
      'a word of criteria',
      'standard',
      all('budget', 'funding'),
      ['Words: “budget” is now “funding”, in MQL and 4 more entries'],
    ],
    [
      'a word that stays elsewhere, with the word before it',
      'standard',
      all('Demo request form', 'Demo request questionnaire'),
      ['Words: “request form” is now “request questionnaire”, in Anonymous and MQL'],
    ],
    [
      'a segment of a route',
      'deep',
      all('501+', '501 or more'),
      [
        'Routing MQL → SQL by Size (employees): route 501+ → 501 or more, with the same AE: 30 business minutes',
      ],
    ],
  ])('%s', (_name, base, edit, expected, config) => {
    expect(lines(base, edit, config)).toEqual(expected);
  });
});

describe('somebody else, somewhere else or another number is no new word', () => {
  it('another role on a stage and its handoffs', () => {
    expect(lines('standard', (text) => text.replace(/^(Owner:|From: SQL \(owner:) AE/gm, '$1 CS'))).toEqual([
      'SQL: owner AE → CS',
      'Handoff SQL → Opportunity: from owner AE → CS',
    ]);
  });

  it('another place for all', () => {
    expect(lines('standard', all('Nurture', 'Requeue'))).toEqual([
      'MQL: disqualification “Outside 50 to 500 people → Nurture” → “Outside 50 to 500 people → Requeue”',
      'SQL: disqualification No decision maker reached after 5 attempts → [-Nurture-] {+Requeue+}',
      'Handoff Anonymous → MQL: rejection routing Nurture → Requeue',
    ]);
  });

  it('another limit', () => {
    expect(lines('standard', all('SLA: 30 business minutes', 'SLA: 45 business minutes'))).toEqual([
      'Handoff MQL → SQL: SLA 30 business minutes → 45 business minutes',
    ]);
  });

  it('another score', () => {
    expect(lines('deep', all('MQL: 50', 'MQL: 60'))).toEqual([
      'Scoring model BR-MOPS-011: threshold MQL 50 → 60',
    ]);
  });
});

describe('the same in another form is no change', () => {
  it.each<[string, Edit]>([
    ['lists in another order', (text) => text.replace(/^( {2}- .*\n)( {2}- .*\n)/gm, '$2$1')],
    ['links in another order', (text) => text.replace(/^(Linked IDs: )([^,]+), ([^,\n]+)/gm, '$1$3, $2')],
    [
      'numbers in words',
      (text) =>
        text
          .replaceAll('1 business hour', 'one business hour')
          .replaceAll('90 days', 'ninety days')
          .replaceAll('5 attempts', 'five attempts'),
    ],
    ['another unit', all('30 business minutes', '0.5 business hours')],
    ['a range with a dash', all('50 to 500', '50–500')],
    ['capitals', all('Demo request form', 'demo request form')],
    ['other signs of a list', all(/^ {2}- /gm, '  * ')],
    ['bold labels', all(/^(Owner|Stage|Status|Trigger):/gm, '**$1:**')],
    ['lines that are wrapped', (text) => text.replace(/^( {2}- \S+ \S+ \S+) (?=\S+ \S+ \S+)/gm, '$1\n    ')],
  ])('%s', (_name, edit) => {
    expect(lines('standard', edit)).toEqual(same);
  });
});

describe('in Markdown', () => {
  it('words are escaped, and the list counts them as one', () => {
    const list = changes('standard', all('budget', 'fund*ing'));
    expect(changesAsMarkdown(list)).toBe(
      '- **Words**: “budget” is now “fund\\*ing”, in MQL and 4 more entries\n',
    );
  });
});
