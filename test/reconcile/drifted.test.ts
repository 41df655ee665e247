/** IDs that were right once: what becomes of each, in the words that are printed. */
import { describe, expect, test } from 'vitest';
import { channel, decided, draft, links } from './plan-of.ts';

describe('an ID that was right once', () => {
  test.each<[string, string, string[]]>([
    [
      'retired, and another says that it replaces it',
      links('GTM-004') +
        channel(4, 'Old', 'Status: Deprecated') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      ['GTM-004 → GTM-002  GTM-004 is no longer active; GTM-002 replaces it.'],
    ],
    [
      'gone, and another says that it replaces it',
      links('GTM-004') + channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      ['GTM-004 → GTM-002  GTM-004 is defined nowhere; GTM-002 replaces it.'],
    ],
    [
      'that says itself what it is superseded by',
      links('GTM-004') + channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') + channel(2, 'Mail'),
      ['GTM-004 → GTM-002  GTM-004 is no longer active; GTM-002 replaces it.'],
    ],
    [
      'superseded by one that is retired too',
      links('GTM-004') +
        channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') +
        channel(2, 'Mail', 'Status: Deprecated'),
      [],
    ],
    [
      'superseded by the entry that links to it: it stays',
      channel(4, 'Old', 'Status: Superseded\nSuperseded by: GTM-002') +
        channel(2, 'Mail', 'Status: Live\nLinked IDs: GTM-004'),
      [],
    ],
    [
      'in an entry that is retired itself',
      links('GTM-004').replace('Stage: MQL', 'Stage: MQL\nStatus: Deprecated') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004'),
      [],
    ],
    [
      'and only a draft says that it replaces it',
      links('GTM-004') + draft(2, 'Mail', 'Replaces: GTM-004'),
      [],
    ],
    [
      'with two that say that they replace it',
      links('GTM-004') +
        channel(2, 'Mail', 'Status: Live\nReplaces: GTM-004') +
        channel(1, 'Ads', 'Status: Live\nReplaces: GTM-004'),
      [
        'GTM-004  GTM-004 is defined nowhere, and 2 entries say that they replace it.',
        'GTM-001 (Channel — Ads)  replaces GTM-004',
        'GTM-002 (Channel — Mail)  replaces GTM-004',
      ],
    ],
    [
      'in a range',
      links('GTM-004 to GTM-006') + channel(2, 'Mail', 'Status: Live\nReplaces: GTM-005'),
      [
        'GTM-005  GTM-005 is defined nowhere and is written as part of a range; write the IDs one by one.',
        'GTM-002 (Channel — Mail)  replaces GTM-005',
      ],
    ],
  ])('%s', (_what, text, lines) => {
    expect(decided(text)).toEqual(lines);
  });
});
