import { describe, expect, it } from 'vitest';
import {
  channelsDiagram,
  type DiagramRow,
  diagramRows,
  type FlowDiagram,
  handoffDiagram,
  lifecycleDiagram,
  roleDiagram,
  routingDiagram,
  toMermaid,
} from '../../src/diagram/index.ts';
import { ownerLooks } from '../../src/diagram/owner.ts';
import { exampleModel, modelOf } from './models.ts';

const lifecycle = `## BR-MOPS-001: Lifecycle Stage — MQL
- Type: Lifecycle-Stage
- Order: 1
- Status: Active
- Stage: MQL
- Entry criteria:
  - Demo form sent
- Exit criteria (progression):
  - To SQL: BDR confirms fit
- Exit criteria (disqualification):
  - No budget → Nurture
- Owner: BDR
- SLA: 1 business hour
- Escalation: on breach, BDR manager is notified

## BR-MOPS-002: Lifecycle Stage — SQL
- Type: Lifecycle-Stage
- Order: 2
- Status: Active
- Stage: SQL
- Entry criteria:
  - BDR confirms fit
- Exit criteria (progression):
  - To Opportunity: Discovery held
- Exit criteria (disqualification):
  - Contract ended → Churn
- Owner: AE
- SLA: 30 business minutes

## GTM-MOPS-001: Handoff — MQL → SQL
- Type: Handoff
- Status: Active
- From: MQL (owner: BDR)
- To: SQL (owner: AE)
- Trigger: BDR sets the lead to Qualified
- Payload:
  - Source: GTM-001
  - Open questions: who signs
- Rejection rule:
  - Condition: too small
  - Routing: back to MQL with the tag small-team; competitor → Nurture
  - Re-engagement: after 90 days when headcount grew
- SLA: 30 business minutes
- Escalation: on breach, Sales manager is notified
`;

describe('the lifecycle', () => {
  const diagram = lifecycleDiagram(modelOf(lifecycle));

  it('shows each stage with owner and limit, each place outside once, and a stage without an entry', () => {
    expect(boxes(diagram)).toEqual([
      'stage MQL: BDR, 1 business hour',
      'stage SQL: AE, 30 business minutes',
      'missing Opportunity: no entry',
      'sink Nurture',
      'sink Churn',
    ]);
  });

  it('tells forward, out, back, in again and churn apart', () => {
    expect(arrows(diagram)).toEqual([
      'BR_MOPS_001 advance BR_MOPS_002: BDR sets the lead to Qualified',
      'BR_MOPS_002 advance n_missing_Opportunity: Discovery held',
      'BR_MOPS_001 reject n_sink_Nurture: no: No budget',
      'BR_MOPS_002 churn n_sink_Churn: no: Contract ended',
      'BR_MOPS_002 reject BR_MOPS_001: no',
      'BR_MOPS_002 reject n_sink_Nurture: no: competitor',
      'n_sink_Nurture reengage BR_MOPS_001: back: after 90 days when headcount grew',
    ]);
  });

  it('draws ways forward solid, ways back or out dashed and ways in again dotted, with words on them', () => {
    const text = toMermaid(diagram);
    expect(text).toContain('BR_MOPS_001 -->|"BDR sets the<br/>lead to<br/>Qualified"| BR_MOPS_002');
    expect(text).toContain('BR_MOPS_001 -.->|"no: No budget"| n_sink_Nurture');
    expect(text).toContain(
      'n_sink_Nurture -.->|"back: after 90<br/>days when<br/>headcount grew"| BR_MOPS_001',
    );
    expect(text).toContain('  linkStyle 2,3,4,5 stroke-dasharray:6 4\n');
    expect(text).toContain('["MQL<br/>BDR · 1 business hour"]:::bdr');
    expect(text).toContain('accTitle: Lead lifecycle');
  });

  it('has the same text whatever the order of the entries', () => {
    const parts = lifecycle.split(/(?=^## )/m);
    expect(toMermaid(lifecycleDiagram(modelOf([...parts].reverse().join('\n'))))).toBe(toMermaid(diagram));
  });

  it('says on an arrow between two seats that it has no handoff, else when a lead moves', () => {
    const without = lifecycle.slice(0, lifecycle.indexOf('## GTM-MOPS-001'));
    expect(arrows(lifecycleDiagram(modelOf(without)))[0]).toBe('BR_MOPS_001 advance BR_MOPS_002: no handoff');
    expect(arrows(lifecycleDiagram(exampleModel('self-serve')))[0]).toMatch(/: \S+ /);
  });

  it('links only where a page is known, with an address that cannot leave its quotes', () => {
    const text = toMermaid(diagram, {
      links: ({ kind, id }) => (kind === 'stage' ? `/stages/${id}/?q="><script>` : null),
    });
    expect(text).toContain('click BR_MOPS_001 href "/stages/BR-MOPS-001/?q=%22%3E%3Cscript%3E" _self');
    expect(text.match(/^ {2}click /gm)).toHaveLength(2);
  });

  it('keeps two entries under one ID apart', () => {
    const twice = modelOf(`${lifecycle}\n${lifecycle.slice(0, lifecycle.indexOf('## BR-MOPS-002'))}`);
    const ids = lifecycleDiagram(twice).nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('one handoff', () => {
  const [handoff] = modelOf(lifecycle).living.handoffs;
  if (handoff === undefined) throw new Error('no handoff read');
  const diagram = handoffDiagram(handoff, new Map());

  it('is told between the two owners, with each clause of the routing at its own place', () => {
    expect(rows(diagramRows(diagram))).toEqual([
      'BDR (MQL) | hands over | AE (SQL) | BDR sets the lead to Qualified',
      'BDR (MQL), AE (SQL) | note |  | Payload: Source, Open questions',
      'AE (SQL) | note |  | Answers within: 30 business minutes',
      'AE (SQL) | accepts | BDR (MQL) | takes the lead',
      'AE (SQL) | goes back or out | BDR (MQL) | back to MQL with the tag small-team',
      'AE (SQL) | goes back or out | Nurture | competitor → Nurture',
      'Nurture | comes back | BDR (MQL) | comes back: after 90 days when headcount grew',
      'AE (SQL) | escalated | Sales manager | on breach, Sales manager is notified',
    ]);
  });

  it.each([
    ['TBC', []],
    ['to be agreed', []],
    ['–', []],
    ['Never', ['BDR (MQL) | note |  | Stays there: Never']],
    ['No: lost for good', ['BDR (MQL) | note |  | Stays there: No: lost for good']],
    ['Not before May', ['Nurture | comes back | BDR (MQL) | comes back: Not before May']],
  ])('lets a lead come back where the text says so: %s', (words, told) => {
    const model = modelOf(lifecycle.replace('after 90 days when headcount grew', words));
    const [one] = model.living.handoffs;
    const steps = one === undefined ? [] : rows(diagramRows(handoffDiagram(one, new Map())));
    expect(steps.filter((step) => /comes back|stays there/i.test(step))).toEqual(told);
    const back = arrows(lifecycleDiagram(model)).filter((arrow) => arrow.includes('reengage'));
    expect(back).toHaveLength(/May/.test(words) ? 1 : 0);
  });

  it('knows the colour of each side, none for places and for roles without work', () => {
    const seen = handoffDiagram(handoff, ownerLooks(modelOf(lifecycle))).participants;
    expect(seen.map(({ label, owner }) => [label, owner])).toEqual([
      ['BDR', 'bdr'],
      ['AE', 'ae'],
      ['Nurture', null],
      ['Sales manager', null],
    ]);
  });

  it('says in the rejected way why', () => {
    expect(toMermaid(diagram)).toContain('else It does not fit: too small');
  });
});

describe('other diagrams', () => {
  const deep = exampleModel('deep');

  it('routes each segment once to the role that takes it', () => {
    const [routing] = deep.routings;
    if (routing === undefined) throw new Error('no routing in the example');
    const { nodes, edges } = routingDiagram(routing);
    expect(nodes.filter(({ kind }) => kind === 'segment').map(({ label }) => label)).toEqual(
      routing.routes.map(({ segment }) => segment),
    );
    expect(edges).toHaveLength(2 * routing.routes.length);
  });

  it('shows a channel that nothing cites as standing alone', () => {
    const model = modelOf(
      `${lifecycle}\n## GTM-001: Channel — Blog\nType: Channel\nStatus: Live\n\n## GTM-002: Channel — Fair\nType: Channel\nStatus: Live\n`,
    );
    expect(rows(diagramRows(channelsDiagram(model)))).toEqual([
      'Blog | routed | MQL | ',
      'Fair | stands alone |  | ',
    ]);
  });

  it('shows a role its own stages with what comes in and goes out, and whom a missed limit reaches', () => {
    const diagram = roleDiagram(modelOf(lifecycle), 'BDR');
    expect(diagram.nodes.filter(({ focus }) => focus).map(({ label }) => label)).toEqual(['MQL']);
    expect(arrows(diagram)).toContain('BR_MOPS_001 escalate n_role_BDR_manager: limit missed');
    expect(arrows(diagram)).toContain('BR_MOPS_002 reject BR_MOPS_001: no');
    expect(roleDiagram(modelOf(lifecycle), 'CS').description).toBe('CS owns no stage.');
  });
});

function boxes({ nodes }: FlowDiagram): string[] {
  return nodes.map(({ kind, label, sublabels }) =>
    sublabels.length === 0 ? `${kind} ${label}` : `${kind} ${label}: ${sublabels.join(', ')}`,
  );
}

function arrows({ edges }: FlowDiagram): string[] {
  return edges.map(({ from, kind, to, label }) => `${from} ${kind} ${to}: ${label ?? ''}`);
}

function rows(list: readonly DiagramRow[]): string[] {
  return list.map(({ from, kind, to, label }) => `${from} | ${kind} | ${to} | ${label}`);
}
