/** Ranges, ways, grounds, qualifiers and loose limits in words, a table each: what is made of a line. */
import { describe, test } from 'vitest';
import { eachWay } from '../../src/lifecycle/each-way.ts';
import { looseLimits, singleLimit } from '../../src/lifecycle/loose-limits.ts';
import { dividedNames, splits } from '../../src/lifecycle/qualified-names.ts';
import { reasonLine } from '../../src/lifecycle/reason-line.ts';
import { rangeOf } from '../../src/lifecycle/records/range.ts';
import { StageNames } from '../../src/lifecycle/stage-names.ts';
import { Targets } from '../../src/lifecycle/targets.ts';
import { nearest } from '../../src/lifecycle/usual-names.ts';
import type { Text } from '../../src/sot/entry.ts';
import { reportOfText } from '../rules/bench.ts';
import { answers } from './answers.ts';

const at = (text: string): Text => ({
  text,
  span: {
    file: 'a.md',
    start: 0,
    end: text.length,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: text.length + 1,
  },
});

test('ranges', () => {
  const range = (text: string) => {
    const found = rangeOf(text);
    return found === null ? null : `${found.min} to ${found.max}`;
  };
  answers(range, {
    '1–49': '1 to 49',
    '1-49 employees': '1 to 49',
    '1,000–4,999': '1000 to 4999',
    '1.000 bis 4.999': '1000 to 4999',
    '1k–4.9k': '1000 to 4900',
    '1.5k+': '1500 to Infinity',
    '0.5–1': null,
    'between 50 and 499': '50 to 499',
    'from 50 to 499': '50 to 499',
    '50 to 499 inclusive': '50 to 499',
    '500+': '500 to Infinity',
    '500 or more': '500 to Infinity',
    '500 plus': '500 to Infinity',
    '500 and up': '500 to Infinity',
    '≥ 500': '500 to Infinity',
    'at least 500': '500 to Infinity',
    'min. 500': '500 to Infinity',
    'no fewer than 500': '500 to Infinity',
    'from 500': '500 to Infinity',
    '> 500': '501 to Infinity',
    'over 500': '501 to Infinity',
    'more than 500 people': '501 to Infinity',
    '< 50': '0 to 49',
    'under 50': '0 to 49',
    'fewer than 50': '0 to 49',
    '≤ 50': '0 to 50',
    'up to 50': '0 to 50',
    'at most 50': '0 to 50',
    'no more than 50': '0 to 50',
    '50 or less': '0 to 50',
    '50 and below': '0 to 50',
    '50': '50 to 50',
    '$10k–$50k': '10000 to 50000',
    '€1m+': '1000000 to Infinity',
    '499–50': null,
    '50–50': '50 to 50',
    '5 to': null,
    'to 5': null,
    SMB: null,
    '50 people in 3 offices': null,
    '100人以上': '100 to Infinity',
    '100人未満': '0 to 99',
    '10〜50名': '10 to 50',
    'ab 50 Mitarbeitern': '50 to Infinity',
    'bis zu 50': '0 to 50',
    'plus de 50': '51 to Infinity',
    '10...50': '10 to 50',
    '10 … 50': '10 to 50',
    '2 000–5 000': '2000 to 5000',
    '1’000+': '1000 to Infinity',
    '50%': '50 to 50',
    '': null,
    x55555555555555555555555555555555555555555555555555555555555555555555555555555555555555555: null,
  });
});

test('ways of one line', () => {
  const targets = new Targets(new StageNames({}, ['MQL', 'SQL', 'Customer']));
  answers(
    (line) =>
      eachWay(at(line), targets)
        .map(({ text }) => text)
        .join(' | '),
    {
      'Call held → SQL. No budget → Nurture': 'Call held → SQL | No budget → Nurture',
      'Call held → SQL, no budget → Nurture': 'Call held → SQL | no budget → Nurture',
      'Call held → SQL and no budget → Nurture': 'Call held → SQL | no budget → Nurture',
      'Call held → SQL / no budget → Nurture': 'Call held → SQL | no budget → Nurture',
      'Call held → SQL – no budget → Nurture': 'Call held → SQL | no budget → Nurture',
      'Call held → SQL; signed → Customer; no fit → Disqualified':
        'Call held → SQL | signed → Customer | no fit → Disqualified',
      '→ SQL when the call is held, → Nurture when there is no budget':
        '→ SQL when the call is held | → Nurture when there is no budget',
      'To SQL: call held; to Nurture: no budget': 'To SQL: call held | to Nurture: no budget',
      'SQL once the call is held; Nurture if there is no budget':
        'SQL once the call is held | Nurture if there is no budget',
      'Call held → MQL, then → SQL': 'Call held → MQL, then → SQL',
      'Call held → SQL or → Customer': 'Call held → SQL or → Customer',
      'Call held → SQL': 'Call held → SQL',
      'Call held, budget named → SQL': 'Call held, budget named → SQL',
      '(1) Call held → SQL (2) No budget → Nurture': '(1) Call held → SQL | (2) No budget → Nurture',
      'Call held → SQL (90 days), no budget → Nurture': 'Call held → SQL (90 days) | no budget → Nurture',
      'Call held → Somewhere. No budget → Nurture': 'Call held → Somewhere. No budget → Nurture',
      'Call held → SQL. Ann is told': 'Call held → SQL. Ann is told',
      'Call held → SQL; but no budget → Nurture': 'Call held → SQL | no budget → Nurture',
      'To SQL: call held. To Nurture: no budget. To Customer: signed':
        'To SQL: call held | To Nurture: no budget | To Customer: signed',
      'call held, to SQL, no budget, to Nurture': 'call held, to SQL, no budget, to Nurture',
      '': '',
    },
  );
});

test('grounds with their place and way back', () => {
  const ground = (line: string) => {
    const found = reasonLine(at(line));
    return found === null
      ? null
      : [found.reason, found.route, found.back].map((one) => one?.text ?? '').join(' | ');
  };
  answers(ground, {
    'No budget → Nurture': 'No budget | Nurture | ',
    'No budget → Nurture; back when a budget is announced':
      'No budget | Nurture | back when a budget is announced',
    'No budget → Nurture, back after 30 days': 'No budget | Nurture | back after 30 days',
    'No budget → Nurture, never': 'No budget | Nurture | never',
    'No budget → MQL, tag "later"': 'No budget | MQL, tag "later" | ',
    'No budget → MQL, tag "later"; returns in May': 'No budget | MQL, tag "later" | returns in May',
    'No budget → Nurture. Comes back in May': 'No budget | Nurture | Comes back in May',
    'No budget -> Nurture, once more': 'No budget | Nurture | once more',
    'No budget => Nurture': 'No budget | Nurture | ',
    '→ Nurture': null,
    'No budget →': null,
    'No budget': null,
    'a → b → c': 'a | b → c | ',
    'No budget → Nurture (after 30 days)': 'No budget | Nurture (after 30 days) | ',
    'No budget → Nurture, and back when they ask': 'No budget | Nurture | back when they ask',
    'No budget → Nurture; and returns in May': 'No budget | Nurture | returns in May',
    'No budget → Nurture, and tell Ann': 'No budget | Nurture, and tell Ann | ',
    'No budget → Nurture;back later': 'No budget | Nurture | back later',
    'No budget → Nurture, when they have grown': 'No budget | Nurture | when they have grown',
  });
});

describe('qualifiers', () => {
  test('of a name', () => {
    answers(
      (name) =>
        splits(name)
          .map(({ qualifier, base }) => `${qualifier} of ${base}`)
          .join(', '),
      {
        'SQL (EMEA)': 'EMEA of SQL',
        'SQL [EMEA]': 'EMEA of SQL',
        'SQL – EMEA': 'EMEA of SQL',
        'EMEA – SQL': 'EMEA of SQL',
        'SQL: EMEA': 'EMEA of SQL',
        'SQL/EMEA': 'EMEA of SQL',
        'EMEA SQL': 'EMEA of SQL',
        'SQL EMEA': 'EMEA of SQL',
        'Pre MQL': '',
        'Not SQL': '',
        'SQL (SQL)': '',
        'Lead Customer': '',
        'Big new SQL': 'Big new of SQL',
        'SQL ()': '() of SQL',
        'Room (EMEA)': 'EMEA of room',
        'Room EMEA': '',
        'a b c d e f MQL': '',
        'a b c d e MQL': 'a b c d e of MQL',
        MQL: '',
        '(EMEA) SQL': '(EMEA) of SQL',
        'SQL · EMEA': 'EMEA of SQL',
        'Former Customer': '',
        'Rejected SQL': '',
        'SQL - EMEA - new': 'EMEA - new of SQL',
      },
    );
  });
  test('that divide a lifecycle', () => {
    const divided = (names: string) =>
      [...dividedNames(names.split(', '))].map(([name, base]) => `${name}: ${base}`).join(', ');
    answers(divided, {
      'MQL Pro, SQL Pro, MQL Team, SQL Team': 'MQL Pro: MQL, SQL Pro: SQL, MQL Team: MQL, SQL Team: SQL',
      'MQL Pro, SQL Pro, MQL Team': '',
      'MQL Pro, SQL Pro': '',
      'MQL Pro, Lead Pro, SQL Team, Customer Team, Renewal':
        'MQL Pro: MQL, Lead Pro: Lead, SQL Team: SQL, Customer Team: Customer',
      'MQL, SQL, Customer': '',
      'MQL Pro, Marketing qualified lead Pro, MQL Team, SQL Team': '',
      '': '',
    });
  });
});

test('names nearest to an unknown one', () => {
  const near = (name: string) =>
    nearest(name, new Map(['customers', 'sal', 'opportunity'].map((one) => [one, one])));
  answers(near, {
    custom: 'customers',
    customer: 'customers',
    costumers: 'customers',
    custo: null,
    sa: 'sal',
    s: null,
    sql: 'sal',
    salx: 'sal',
    xyz: null,
    opportunities: 'opportunity',
    oportunitty: 'opportunity',
    opp: null,
  });
});

test('limits in an SLA block that no clock took', () => {
  const loose = (lines: string) =>
    reportOfText(
      `## BR-MOPS-003: SQL\n\nType: Lifecycle-Stage\nStage: SQL\n${lines.replaceAll(' / ', '\n')}\n`,
    )
      .model.stages.flatMap(looseLimits)
      .map(({ text }) => `${text} (${singleLimit(text)})`)
      .join(' | ');
  answers(loose, {
    'SLA: 1 hour': '',
    'SLA: 4 hours / Response time: 1 hour': '4 hours (4 hours)',
    'SLA: 1 hour / Response time: 1 hour': '',
    'SLA: Response: 1 hour; Acceptance: 4 hours': '',
    'SLA: / - Response time: 1 hour / - 4 business hours for partners':
      '4 business hours for partners (4 business hours)',
    'SLA: / - Response time: 1 hour / - 2 hours, then 4 hours': '2 hours, then 4 hours (null)',
    'SLA: / - Response time: 1 hour / - by noon': '',
    'SLA: / - Response time: 1 hour / - Ann keeps the clock': '',
    'SLA: / - Response time: 1 hour / - Note: holidays take 2 days': '',
    'SLA: / - Response time: [N hours] / - 4 hours': '',
    'SLA: / - 4 hours / - 5 days': '',
    'SLA: / - Response time: 1 hour / - v2-4h plan': '',
  });
});
