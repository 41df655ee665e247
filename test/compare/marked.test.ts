import { describe, expect, it } from 'vitest';
import { changesAsMarkdown, changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { changedWords } from '../../src/compare/words.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { caseConfig } from '../rules/bench.ts';
import { baseFiles } from '../rules/case-file.ts';

const files = baseFiles('standard');
const model = (texts: typeof files, config: Record<string, unknown> = {}) =>
  buildModel(readRepository(texts), caseConfig({ base: 'standard', config }));
const everywhere = (from: string, to: string) =>
  files.map((file) => ({ ...file, text: file.text.replaceAll(from, to) }));
const changes = (texts: typeof files, config = {}) => semanticChanges(model(files), model(texts, config));
const said = (texts: typeof files, config = {}) =>
  changesAsText(changes(texts, config)).trimEnd().split('\n');

describe('one cause is one line', () => {
  it('a channel that is linked and named all over', () => {
    const after = everywhere(
      'GTM-002 (paid search), as',
      'GTM-002 (paid search) or GTM-003 (podcast), as',
    ).map((file) => ({
      ...file,
      text: file.text.replace('GTM-002 (source channels)', 'GTM-002 (source channels), GTM-003'),
    }));
    const podcast = {
      path: 'SoT/podcast.md',
      text: '## GTM-003: Channel — Podcast\n\nType: Channel\nStatus: Live\n',
    };
    expect(said([...after, podcast])).toEqual([
      'Handoff Anonymous → MQL and 3 more handoffs: payload source GTM-001 (Product Hunt) or GTM-002 (paid search) {+or GTM-003 (podcast)+}, as recorded at the first visit',
      'Channel Podcast: channel added (GTM-003); linked in Anonymous and 4 more handoffs',
    ]);
  });

  it('and the list as data stays whole', () => {
    expect(changes(everywhere('as recorded at the first visit', 'as the CRM has it'))).toHaveLength(4);
  });
});

describe('no change', () => {
  it.each([
    ['an anchor in heads', everywhere('## BR-MOPS', '## <a id="x"></a>BR-MOPS')],
    [
      'bold labels',
      files.map((file) => ({ ...file, text: file.text.replace(/^(Owner|Stage|Status):/gm, '**$1**:') })),
    ],
    ['files in another order', [...files].reverse()],
    ['an owner by another name', everywhere('Owner: AE', 'Owner: Account executive')],
  ])('%s', (_name, after) => {
    expect(said(after)).toEqual(['The lifecycle means the same.']);
  });

  it('an alias in the config is the config alone', () => {
    const before = everywhere('Owner: AE', 'Owner: Growth wizard');
    const list = semanticChanges(model(before), model(before, { roles: { AE: ['Growth wizard'] } }));
    expect(changesAsText(list)).toBe('Config: roles.AE set to Growth wizard\n');
  });
});

describe('changed words are marked', () => {
  const after = everywhere(
    'at 1 business hour reassign to Founder',
    'at 1 business hour reassign to Founder; at 2 business hours tell the CEO',
  );

  it('in text', () => {
    expect(said(after)).toEqual([
      'SQL: escalation At 30 business minutes notify the sales manager; at 1 business hour reassign to Founder{+; at 2 business hours tell the CEO+}',
    ]);
  });

  it('in Markdown, each part escaped for itself', () => {
    const risky = everywhere('reassign to Founder', 'reassign to **Founder** <b>');
    expect(changesAsMarkdown(changes(after))).toContain(
      'reassign to Founder **; at 2 business hours tell the CEO**',
    );
    expect(changesAsMarkdown(changes(risky))).not.toMatch(/<b>/);
  });

  it.each([
    ['short values', '30 business minutes', '4 business hours'],
    [
      'texts with little in common',
      'Demo request form sent by a company of 50 to 500 people',
      'Pricing page viewed three times within one week or so',
    ],
  ])('but not in %s', (_name, before, now) => {
    expect(changedWords(before, now)).toBeNull();
  });

  it('and long texts stay linear', () => {
    expect(changedWords('word '.repeat(5000), 'other '.repeat(5000))).toBeNull();
  });
});
