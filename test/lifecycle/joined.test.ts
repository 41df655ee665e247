/** Two ways with one Customer: by region, product, channel, or a product's own way beside the sales way. */
import { describe, expect, test } from 'vitest';
import { configOf, reportOf } from '../rules/bench.ts';

type Way = readonly (readonly [name: string, owner: string])[];

const MA = 'Marketing automation';
const events = [
  'First visit',
  'Demo form sent',
  'Call held, budget confirmed',
  'Proposal answered in writing',
];
const signed = 'Contract signed by both sides';

function stageText(
  id: number,
  order: number,
  [name, owner]: Way[number],
  event: string,
  to: string | null,
): string {
  const limit =
    owner === MA
      ? 'n/a'
      : '1 business hour\n  Escalation: At 1 business hour notify the sales manager; at 2 business hours reassign to Founder';
  return `## BR-MOPS-${String(id).padStart(3, '0')}: Lifecycle Stage — ${name}

Type: Lifecycle-Stage
Order: ${order}
Status: Active
Stage: ${name}

Entry criteria:
  - ${event}

${to === null ? '' : `Exit criteria (progression):\n  - ${to}\n\n`}Exit criteria (disqualification):
  - ${to === null ? 'Contract cancelled → Churn' : 'Competitor → Disqualified'}

Owner: ${owner}

SLA:
  Response time after entering this stage: ${limit}
`;
}

function handoffText(
  id: number,
  [from, giver]: Way[number],
  [to, taker]: Way[number],
  trigger: string,
): string {
  return `## GTM-MOPS-${String(id).padStart(3, '0')}: Handoff — ${from} → ${to}

Type: Handoff
Status: Active
From: ${from} (owner: ${giver})
To: ${to} (owner: ${taker})
Trigger: ${trigger}

Payload:
  - Source: GTM-001 as recorded at the first visit
  - Touchpoint history: Pages read and forms sent, with their dates
  - Best-fit signals: Company size compared with PER-001
  - Disqualifiers: Domain checks that were passed
  - Open questions: Why now

Rejection rule:
  Condition: wrong-size
  Routing: Nurture
  Re-engagement: After 60 days and a new form sent, at most twice
`;
}

/** Stages and handoffs of ways that end in one and the same stage, each numbered from 1 by its Order. */
function joined(ways: readonly Way[], last: Way[number] = ['Customer', 'CS']): string {
  const texts: string[] = [];
  let handoffs = 0;
  let stages = 0;
  for (const way of ways) {
    for (const [at, stage] of way.entries()) {
      const next = way[at + 1] ?? last;
      const event = way[at + 1] === undefined ? signed : `${events[at + 1]}`;
      texts.push(stageText(++stages, at + 1, stage, `${events[at]}`, `To ${next[0]}: ${event}`));
      if (stage[1] !== next[1]) texts.push(handoffText(++handoffs, stage, next, event));
    }
  }
  texts.push(stageText(stages + 1, Math.max(...ways.map((way) => way.length)) + 1, last, signed, null));
  return texts.join('\n');
}

const sales = (name: (stage: string) => string, bdr = 'BDR', ae = 'AE'): Way => [
  [name('Anonymous'), MA],
  [name('MQL'), bdr],
  [name('SQL'), ae],
  [name('Opportunity'), 'Founder'],
];
const plain = (stage: string) => stage;
const product: Way = [
  ['Signup', MA],
  ['Activated', MA],
  ['Paid', MA],
];

/** Errors of the graph and of the shape: what two ways read as one would give. */
function graphErrors(text: string, keys: object = {}): string[] {
  const config = configOf({ mode: 'standard', motion: 'sales-assisted', v09: 'draft', ...keys });
  return reportOf([{ path: 'SoT/lifecycle.md', text }], config)
    .findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'sla-drift')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe('two ways that meet in one Customer are one lifecycle', () => {
  test.each([
    ['regions in brackets', (at: number) => (stage: string) => `${stage} (${['AMER', 'EMEA'][at]})`],
    ['regions behind a dash', (at: number) => (stage: string) => `${stage} – ${['AMER', 'EMEA'][at]}`],
    ['products behind the name', (at: number) => (stage: string) => `${stage} ${['Pro', 'Lite'][at]}`],
    [
      'channels before the name',
      (at: number) => (stage: string) => `${['Inbound', 'Outbound'][at]} ${stage}`,
    ],
    ['segments before the name', (at: number) => (stage: string) => `${['SMB', 'Enterprise'][at]} ${stage}`],
  ])('%s', (_situation, name) => {
    expect(graphErrors(joined([sales(name(0)), sales(name(1), 'SDR EMEA', 'AE EMEA')]))).toEqual([]);
  });

  test('a sales way and the way of the product', () => {
    expect(graphErrors(joined([sales(plain), product]))).toEqual([]);
    expect(graphErrors(joined([sales(plain), product]), { motion: undefined })).toEqual([]);
  });

  test('three products', () => {
    const ways = ['Pro', 'Lite', 'Free'].map((word) => sales((stage) => `${stage} ${word}`));
    expect(graphErrors(joined(ways))).toEqual([]);
  });
});

describe('what is wrong in one of the ways is still found', () => {
  const ways = () => joined([sales((stage) => `${stage} Pro`), sales((stage) => `${stage} Lite`)]);

  test('two stages of one way with one Order', () => {
    const text = ways().replace('Order: 3', 'Order: 2');
    expect(graphErrors(text)).toEqual([
      'stage-order: BR-MOPS-002 (MQL Pro) and BR-MOPS-003 (SQL Pro) both have Order 2.',
    ]);
  });

  test('a way that is cut off further on', () => {
    const text = ways().replace(
      '  - To SQL Lite: Call held, budget confirmed',
      '  - To MQL Lite: Second form sent',
    );
    expect(graphErrors(text).filter((line) => /Lite/.test(line))).not.toEqual([]);
  });

  test('one word beside one stage divides nothing', () => {
    expect(graphErrors(joined([sales((stage) => (stage === 'SQL' ? 'SQL Pro' : stage))]))).toEqual([
      expect.stringMatching(/^lifecycle-shape: The motion is sales-assisted, .* defines SQL\.$/),
    ]);
  });
});

describe('two sets of stages with the same names', () => {
  test.each([
    ['that share the Customer', joined([sales(plain), sales(plain, 'SDR EMEA', 'AE EMEA')])],
    [
      'with a Customer each',
      `${joined([sales(plain)])}\n${joined([sales(plain)])
        .replace(/BR-MOPS-00/g, 'BR-MOPS-01')
        .replace(/GTM-MOPS-00/g, 'GTM-MOPS-01')}`,
    ],
  ])('%s are said once, with both ways out', (_situation, text) => {
    const [only, ...others] = graphErrors(text);
    expect(others).toEqual([]);
    expect(only).toMatch(
      /^lifecycle-shape: There are two lifecycles here, set 1 \(Anonymous, MQL, .* and set 2 \(/,
    );
  });

  test('one stage that stands twice is no second lifecycle', () => {
    const text = `${joined([sales(plain)])}\n${stageText(8, 2, ['MQL', 'BDR'], 'Form sent', 'To SQL: Call held')}`;
    expect(graphErrors(text).filter((line) => line.startsWith('lifecycle-shape'))).toEqual([]);
  });
});
