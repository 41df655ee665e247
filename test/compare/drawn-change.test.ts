/** The picture of a change, box by box and arrow by arrow. */
import { expect, test } from 'vitest';
import { changedDiagram, semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';
import { base, edited, entry } from './rules.ts';

/** The boxes in one line, then a line an arrow; what is marked says so last. */
function drawn(head: string, before: string = base): string[] {
  const [old, now] = [modelOf(before), modelOf(head)];
  const diagram = changedDiagram(old, now, semanticChanges(old, now));
  if (diagram === null) return [];
  const marked = (words: string, mark: string | null) => (mark === null ? words : `${words} (${mark})`);
  const boxes = new Map(diagram.nodes.map(({ id, label }) => [id, label]));
  return [
    diagram.nodes.map((node) => marked(node.label, node.marked)).join(', '),
    ...diagram.edges.map(({ from, to, label, ...edge }) =>
      marked(`${boxes.get(from)} → ${boxes.get(to)}: ${label}`, edge.marked),
    ),
  ];
}

test('a changed handoff: both its arrows, between the ways in and on', () => {
  expect(drawn(edited(['who signs', 'who pays']))).toEqual([
    'Anonymous, MQL, SQL, Opportunity',
    'Anonymous → MQL: no handoff',
    'MQL → SQL: BDR sets the lead to Qualified (changed)',
    'SQL → Opportunity: Discovery held',
    'SQL → MQL: no: too small (changed)',
  ]);
});

test('a handoff that went: its way is still there, and called otherwise', () => {
  expect(drawn(edited([entry('GTM-MOPS-001'), '']))).toEqual([
    'Anonymous, MQL, SQL, Opportunity',
    'Anonymous → MQL: no handoff',
    'MQL → SQL: no handoff (changed)',
    'SQL → Opportunity: Discovery held',
    'SQL → MQL: no: too small (removed)',
  ]);
});

test('another place to leave for: one arrow came, one went', () => {
  expect(drawn(edited(['No budget → Nurture', 'No budget → Disqualified']))).toEqual([
    'Anonymous, MQL (changed), SQL, Disqualified, Nurture',
    'Anonymous → MQL: no handoff',
    'MQL → SQL: BDR sets the lead to Qualified',
    'MQL → Disqualified: no: No budget (added)',
    'MQL → Nurture: no: No budget (removed)',
  ]);
});

test('another reason to leave: the arrow is changed', () => {
  expect(drawn(edited(['No budget → Nurture', 'No interest → Nurture']))).toEqual([
    'Anonymous, MQL (changed), SQL, Nurture',
    'Anonymous → MQL: no handoff',
    'MQL → SQL: BDR sets the lead to Qualified',
    'MQL → Nurture: no: No interest (changed)',
  ]);
});

test('a stage that went from the start stands at the start', () => {
  expect(drawn(edited([entry('BR-MOPS-001'), '']))).toEqual([
    'Anonymous (removed), MQL, SQL, Disqualified',
    'MQL → SQL: BDR sets the lead to Qualified',
    'Anonymous → MQL: no handoff (removed)',
    'Anonymous → Disqualified: no: No visit for 90 days (removed)',
  ]);
});

test('two that went stand in their old order, behind the stage they followed', () => {
  const [boxes] = drawn(edited([entry('BR-MOPS-002'), ''], [entry('BR-MOPS-003'), '']));
  expect(boxes).toBe('Anonymous, MQL (removed), SQL (removed), MQL, SQL, Opportunity, Nurture');
});

test('a stage that is retired went, one that is back came', () => {
  const retired = edited(['Order: 2\n- Status: Active', 'Order: 2\n- Status: Deprecated']);
  const [boxes, ...arrows] = drawn(retired);
  expect(boxes).toBe('Anonymous, MQL (removed), SQL, Opportunity, Nurture');
  expect(arrows).toContain('MQL → SQL: BDR sets the lead to Qualified (removed)');
  const [back, ...ways] = drawn(base, retired);
  expect(back).toBe('Anonymous, MQL (added), SQL, Opportunity, Nurture');
  expect(ways).toContain('MQL → SQL: BDR sets the lead to Qualified (added)');
});

test('a stage that was retired before is drawn on neither side', () => {
  const retired = edited(['Order: 2\n- Status: Active', 'Order: 2\n- Status: Deprecated']);
  const [boxes] = drawn(retired.replace('SLA: 30 business minutes', 'SLA: 45 business minutes'), retired);
  expect(boxes).toBe('SQL (changed), Opportunity');
});

test('a renamed stage is the same box with the same arrows', () => {
  const renamed = edited(
    ['Lifecycle Stage — MQL', 'Lifecycle Stage — Marketing lead'],
    ['Stage: MQL', 'Stage: Marketing lead'],
    ['To MQL', 'To Marketing lead'],
    ['From: MQL', 'From: Marketing lead'],
    ['back to MQL', 'back to Marketing lead'],
  );
  expect(drawn(renamed)).toEqual([
    'Anonymous, Marketing lead (changed), SQL',
    'Anonymous → Marketing lead: no handoff',
    'Marketing lead → SQL: BDR sets the lead to Qualified',
  ]);
});

test('entries in another order change no arrow', () => {
  const second = entry('GTM-MOPS-001').replace('GTM-MOPS-001', 'GTM-MOPS-002').replace('sets', 'moves');
  const two = `${base}\n${second}`;
  const other = edited(
    [entry('GTM-MOPS-001'), `${second}\n${entry('GTM-MOPS-001')}`],
    ['SLA: 1 business hour', 'SLA: 4 business hours'],
  );
  expect(drawn(other, two).filter((line) => line.includes('(changed)'))).toEqual([
    'Anonymous, MQL (changed), SQL',
  ]);
});

test('points, prices and settings are no arrow', () => {
  expect(drawn(edited(['form: +40', 'form: +30']))).toEqual([]);
});
