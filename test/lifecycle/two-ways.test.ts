/** Lines of exits that hold more than one way, and lines that look so: each way as it is read. */
import { expect, test } from 'vitest';
import { configOf, modelOf } from '../rules/bench.ts';

function exits(label: string, line: string): readonly string[] {
  const text = `## BR-MOPS-002: MQL\n\nType: Lifecycle-Stage\n${label}: ${line}\n\n## BR-MOPS-003: SQL\n\nType: Lifecycle-Stage\n`;
  const model = modelOf([{ path: 'SoT/a.md', text }], configOf({}));
  const { progression, disqualification } = model.stages[0] ?? {};
  return [
    ...(progression ?? []).map(
      ({ to, criterion }) => `on to ${to?.text ?? 'nowhere'}: ${criterion?.text ?? 'always'}`,
    ),
    ...(disqualification ?? []).map(({ raw }) => `out: ${raw.text}`),
  ];
}

test.each([
  ['call held → SQL. No budget → Nurture.', ['on to SQL: call held', 'out: No budget → Nurture.']],
  ['call held → SQL, no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  ['call held → SQL / no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  ['call held → SQL | no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  ['call held → SQL – no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  ['call held → SQL and no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  ['call held → SQL, but bounced → Disqualified', ['on to SQL: call held', 'out: bounced → Disqualified']],
  ['(1) call held → SQL (2) no budget → Nurture', ['on to SQL: call held', 'out: no budget → Nurture']],
  [
    'call held → SQL (BR-MOPS-003), otherwise → Nurture',
    ['on to SQL (BR-MOPS-003): call held', 'out: otherwise → Nurture'],
  ],
  [
    'no budget, no date → Nurture (90 days). Call held → SQL',
    ['on to SQL: Call held', 'out: no budget, no date → Nurture (90 days)'],
  ],
  [
    '→ SQL when call held, → Nurture when no budget',
    ['on to SQL: call held', 'out: → Nurture when no budget'],
  ],
  [
    '→ SQL once called, budget named. → Nurture if none.',
    ['on to SQL: called, budget named', 'out: → Nurture if none.'],
  ],
  ['To SQL: call held. To Nurture: no budget.', ['on to SQL: call held', 'out: To Nurture: no budget.']],
  ['To SQL: call held; and to Nurture: no budget', ['on to SQL: call held', 'out: to Nurture: no budget']],
  ['SQL when call held, Nurture when no budget', ['on to SQL: call held', 'out: Nurture when no budget']],
  [
    'call held → SQL, no budget → Nurture, bounced → Disqualified',
    ['on to SQL: call held', 'out: no budget → Nurture', 'out: bounced → Disqualified'],
  ],
] as const)('"%s" is each of its ways', (line, ways) => {
  expect(exits('Exit criteria', line)).toEqual(ways);
});

test.each([
  [
    '→ SQL when a call is held and, if asked, a demo is given',
    ['on to SQL: a call is held and, if asked, a demo is given'],
  ],
  ['call held, budget named and date set → SQL', ['on to SQL: call held, budget named and date set']],
  ['→ SQL or Opportunity', ['on to SQL or Opportunity: always']],
  ['To SQL: form sent, call held. Not on Fridays.', ['on to SQL: form sent, call held. Not on Fridays.']],
  ['SQL when score ≥ 50, once called', ['on to SQL: score ≥ 50, once called']],
] as const)('"%s" is one way', (line, ways) => {
  expect(exits('Exit criteria', line)).toEqual(ways);
});

test('two ways on under the template’s heading are two, each with its condition', () => {
  expect(exits('Exit criteria (progression)', 'call held → SQL, contract signed → Customer')).toEqual([
    'on to SQL: call held',
    'on to Customer: contract signed',
  ]);
});

test('a line longer than people write is looked at once', () => {
  const line = `${'call held, '.repeat(100)}signed → SQL, no budget → Nurture`;
  expect(exits('Exit criteria (progression)', line)).toEqual([`on to nowhere: ${line}`]);
});

test.each([
  ['No budget → Nurture. Competitor → Disqualified', ['No budget → Nurture', 'Competitor → Disqualified']],
  ['Too small → Nurture and student → Disqualified', ['Too small → Nurture', 'student → Disqualified']],
  ['Wrong region → Nurture | spam → Disqualified', ['Wrong region → Nurture', 'spam → Disqualified']],
  ['Too small → Nurture, otherwise → Disqualified', ['Too small → Nurture', 'otherwise → Disqualified']],
  ['Too small → Graveyard; otherwise → Bin', ['Too small → Graveyard', 'otherwise → Bin']],
  [
    '→ Nurture when there is no budget; → Disqualified when it is a competitor',
    ['→ Nurture when there is no budget', '→ Disqualified when it is a competitor'],
  ],
  ['To Nurture: no budget, to Disqualified: spam', ['To Nurture: no budget', 'to Disqualified: spam']],
  ['No reply → Nurture, then → Disqualified', ['No reply → Nurture, then → Disqualified']],
  ['No reply → Nurture, finally → Disqualified', ['No reply → Nurture, finally → Disqualified']],
  ['No reply → Nurture and after that → Disqualified', ['No reply → Nurture and after that → Disqualified']],
  ['Competitor → Disqualified, tag it and write why', ['Competitor → Disqualified, tag it and write why']],
  ['Student or intern, spam and bots → Disqualified', ['Student or intern, spam and bots → Disqualified']],
] as const)('a way out "%s" is each of its grounds', (line, grounds) => {
  expect(exits('Exit criteria (disqualification)', line)).toEqual(grounds.map((ground) => `out: ${ground}`));
});
