import { describe, expect, it } from 'vitest';
import { findIds, mentionsIn, readFile } from '../../src/sot/index.ts';

const find = (text: string) => findIds(text, 0, { path: 'a.md', text });
const ids = (text: string) => find(text).map((mention) => mention.id);
const kinds = (text: string) => find(text).map((mention) => `${mention.kind} ${mention.token}`);

describe('IDs in text', () => {
  it('gives each ID with its label', () => {
    expect(
      find('PER-001 (fit signals), GTM-002, [KPI-101](kpis.md#kpi-101) (rate)').map((one) => [
        one.id,
        one.label,
      ]),
    ).toEqual([
      ['PER-001', 'fit signals'],
      ['GTM-002', null],
      ['KPI-101', 'rate'],
    ]);
  });

  it.each([
    ['KPI-101/102/104', ['KPI-101', 'KPI-102', 'KPI-104']],
    ['CFD-001→004', ['CFD-001', 'CFD-002', 'CFD-003', 'CFD-004']],
    ['CFD-001 → CFD-003', ['CFD-001', 'CFD-002', 'CFD-003']],
    ['BR-101->103', ['BR-101', 'BR-102', 'BR-103']],
    ['API-001..003', ['API-001', 'API-002', 'API-003']],
    ['API-001 to API-003', ['API-001', 'API-002', 'API-003']],
    ['API-001–003', ['API-001', 'API-002', 'API-003']],
    ['KPI-101-103', ['KPI-101', 'KPI-102', 'KPI-103']],
    ['CFD-004→001', ['CFD-004', 'CFD-001']],
    ['EPIC-01', ['EPIC-01']],
    ['GTM-001→KPI-101', ['GTM-001', 'KPI-101']],
    ['GTM-002 to 100 customers', ['GTM-002']],
    ['KPI-101 → 250 leads', ['KPI-101']],
    ['KPI-101–103 leads', ['KPI-101', 'KPI-102', 'KPI-103']],
    ['KPI-101 – 103, leads', ['KPI-101', 'KPI-102', 'KPI-103']],
    ['KPI-101 – 103 leads', ['KPI-101']],
    ['KPI-101 - 130%', ['KPI-101']],
    ['BR-MOPS-002 → BR-MOPS-005', ['BR-MOPS-002', 'BR-MOPS-005']],
    ['BR-MOPS-002 to BR-MOPS-005', ['BR-MOPS-002', 'BR-MOPS-005']],
    ['BR-MOPS-001→003', ['BR-MOPS-001', 'BR-MOPS-002', 'BR-MOPS-003']],
    ['(BR-001 to BR-099)', []],
    ['BR-101–BR-199', []],
    ['(BR-001 to BR-049)', []],
    ['API-001–020', Array.from({ length: 20 }, (_, at) => `API-${String(at + 1).padStart(3, '0')}`)],
    ['KPI-001 to KPI-999', []],
    ['_BR-MOPS-001_, **BR-MOPS-002**, `BR-MOPS-003`', ['BR-MOPS-001', 'BR-MOPS-002', 'BR-MOPS-003']],
    ['[FEA-005 in PRD](../PRD.md)', ['FEA-005']],
    ['[rule](BR-001.md) https://x.example/BR-002 <a href="BR-003"> <!-- BR-004 --> BR-005', ['BR-005']],
    ['xBR-001 BR-001st SUB-BR-001', []],
    ['ISO-270 HTTP-404 SHA-256 COVID-019', []],
    ['if score <n then BR-MOPS-002 > x', ['BR-MOPS-002']],
    ['GTM-002? KPI-101.', ['GTM-002', 'KPI-101']],
    ['מתוך GTM-002 אל BR-MOPS-001', ['GTM-002', 'BR-MOPS-001']],
  ])('finds in %j the IDs %j', (text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('gives the exact bytes of each ID of a range', () => {
    const text = 'Evidence: CFD-001→003, KPI-101/102';
    expect(find(text).map((one) => [one.id, one.written, text.slice(one.span.start, one.span.end)])).toEqual([
      ['CFD-001', 'full', 'CFD-001'],
      ['CFD-002', 'between', 'CFD-001→003'],
      ['CFD-003', 'short', '003'],
      ['KPI-101', 'full', 'KPI-101'],
      ['KPI-102', 'short', '102'],
    ]);
  });

  it.each([
    'GTM-XXX',
    'GTM-YYY',
    'BR-PRICING-ZZZ',
    'KPI-AAA',
    'KPI-XX',
    'PER-XXX',
    'GTM-TBD',
    'GTM-?',
    'GTM-???',
    'BR-###',
    'BR-MOPS-XXX',
    'GTM-MOPS-BBB',
    'EPIC-{XX}',
    'GTM-OUT-touch-AAA',
    '[GTM-XXX]',
    '[GTM-* channel]',
    'TBD (channel)',
    'TBD (pricing tier)',
  ])('takes %s for a placeholder', (token) => {
    const text = `Source: ${token}, and more`;
    const [one, ...others] = find(text);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: 'placeholder', id: token, token });
    expect(text.slice(one?.span.start, one?.span.end)).toBe(token);
  });

  it('keeps label and link of a placeholder apart from its token', () => {
    expect(
      find('GTM-YYY (Product Hunt), [GTM-XXX](gtm.md), [GTM-XXX (ads)]').map((one) => [one.token, one.label]),
    ).toEqual([
      ['GTM-YYY', 'Product Hunt'],
      ['GTM-XXX', null],
      ['GTM-XXX', 'ads'],
    ]);
  });

  it.each([
    ['KPI-MQL-to-SQL-conversion', 'named KPI-MQL-to-SQL-conversion'],
    ['MON-DRIFT-MQL-response-SLA.', 'named MON-DRIFT-MQL-response-SLA'],
    ['`MON-DRIFT-AEO`', 'named MON-DRIFT-AEO'],
    ['RUN-investigate-aeo-loss', 'named RUN-investigate-aeo-loss'],
    ['BR-MOPS-2', 'malformed BR-MOPS-2'],
    ['br-mops-002', 'malformed br-mops-002'],
    ['BR_MOPS_002', 'malformed BR_MOPS_002'],
    ['BR-MOPS-0002', 'malformed BR-MOPS-0002'],
    ['BR‑MOPS‑002', 'malformed BR‑MOPS‑002'],
    ['BR-MOPS–002', 'malformed BR-MOPS–002'],
    ['KPI-1', 'malformed KPI-1'],
    ['GTM-002-product-hunt', 'malformed GTM-002-product-hunt'],
  ])('reads %j as %j', (text, expected) => {
    expect(kinds(`See ${text} here`)).toEqual([expected]);
  });

  it.each([
    'KPI-driven',
    'GTM-led motion',
    'the GTM-MOPS entries',
    'MON-DRIFT-',
    'KPI-',
    'PER-*',
    'TBD',
    'TBD (hiring)',
    'RUN-time',
    '#br-mops',
    'API-first',
  ])('finds nothing in %j', (text) => expect(kinds(text)).toEqual([]));

  it('finds the mentions of one field at their places in the file', () => {
    const text = '\uFEFF## BR-MOPS-002: MQL\r\nOwner: BDR\r\nLinked IDs: PER-001 (fit)\r\n';
    const file = readFile({ path: 'a.md', text });
    const field = file.entries[0]?.nodes[1];
    expect(field && mentionsIn(file, field.span)).toEqual([
      {
        kind: 'id',
        id: 'PER-001',
        token: 'PER-001',
        span: { file: 'a.md', start: 46, end: 53, line: 3, column: 13, endLine: 3, endColumn: 20 },
        label: 'fit',
        written: 'full',
      },
    ]);
  });
});
