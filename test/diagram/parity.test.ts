import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagram, DiagramEdge, DiagramStep, FlowDiagram } from '../../src/diagram/index.ts';
import { toMermaid } from '../../src/diagram/index.ts';
import { plainLabel, wrapLabel } from '../../src/diagram/label.ts';
import { everyDiagram } from './every-diagram.ts';
import { parsed, shown } from './mermaid-parser.ts';
import { exampleModel, exampleNames, modelOf } from './models.ts';
import { nineStages } from './nine-stages.ts';
import { traps } from './traps.ts';

describe.each(exampleNames)('every diagram of the example %s', (name) => {
  it.each(everyDiagram(exampleModel(name)))('%s reads in Mermaid as it was meant', async (_, diagram) => {
    await expectParity(diagram);
  });
});

it('reads nine stages in Mermaid as they were meant, whose ways beside the path are sorted', async () => {
  for (const [, diagram] of everyDiagram(modelOf(nineStages))) await expectParity(diagram);
});

it('draws an empty repository as an empty diagram that still parses', async () => {
  for (const [, diagram] of everyDiagram(modelOf('# Nothing yet\n'))) await expectParity(diagram);
});

const label = fc.oneof(
  fc.constantFrom(...traps),
  fc.array(fc.constantFrom(...traps), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...traps), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 24 }),
  fc.string({ maxLength: 24, unit: 'binary' }),
);

it('shows any label as text in a flowchart', async () => {
  await fc.assert(
    fc.asyncProperty(label, label, label, async (first, second, words) => {
      const node = { sublabels: [second], owner: null, key: null, focus: false, marked: null } as const;
      const diagram: FlowDiagram = {
        type: 'flow',
        kind: 'lifecycle',
        direction: 'down',
        title: first,
        description: second,
        nodes: [
          { ...node, id: 'n_a', label: first, kind: 'stage' },
          { ...node, id: 'n_b', label: second, kind: 'sink' },
        ],
        edges: [
          { from: 'n_a', to: 'n_b', kind: 'reject', label: words, details: [], key: null, marked: null },
        ],
      };
      await expectParity(diagram);
    }),
    { numRuns: 120 },
  );
});

it('shows any label as text in a sequence', async () => {
  await fc.assert(
    fc.asyncProperty(label, label, label, async (first, second, words) => {
      const person = { sublabel: second, kind: 'role', owner: null, key: null } as const;
      await expectParity({
        type: 'sequence',
        kind: 'handoff',
        title: first,
        description: second,
        participants: [
          { ...person, id: 'n_a', label: first },
          { ...person, id: 'n_b', label: second },
        ],
        steps: [
          { kind: 'message', from: 'n_a', to: 'n_b', edge: 'advance', label: words },
          { kind: 'note', over: ['n_a', 'n_b'], label: words },
          {
            kind: 'ways',
            block: 'alternatives',
            ways: [
              {
                label: first,
                steps: [{ kind: 'message', from: 'n_b', to: 'n_a', edge: 'reengage', label: words }],
              },
              {
                label: second,
                steps: [{ kind: 'message', from: 'n_b', to: 'n_a', edge: 'reject', label: words }],
              },
            ],
          },
        ],
      });
    }),
    { numRuns: 120 },
  );
});

async function expectParity(diagram: Diagram): Promise<void> {
  const db = await parsed(toMermaid(diagram));
  expect(shown(db.getAccTitle() ?? '')).toBe(said(diagram.title));
  expect(shown(db.getAccDescription() ?? '')).toBe(said(diagram.description));
  if (diagram.type === 'flow') {
    expect([...db.getVertices()].map(([id, { text }]) => [id, shown(text)])).toEqual(
      diagram.nodes.map(({ id, label: words, sublabels }) => [
        id,
        [...wrapLabel(words, 20, 3), ...wrapLabel(sublabels.join(' · '), 26, 4)].map(said).join(' ').trim(),
      ]),
    );
    // Links that nobody sees only hold the path together; a long path has the ways beside it sorted.
    const seen = db.getEdges().filter(({ stroke }) => stroke !== 'invisible');
    const [columns, most] = diagram.kind === 'lifecycle' || diagram.kind === 'role' ? [16, 4] : [20, 3];
    expect(
      seen
        .map(({ start, end, text, stroke, style }) => [start, end, shown(text), stroke, style?.[0] ?? ''])
        .sort(),
    ).toEqual(
      diagram.edges
        .map((edge) => [
          edge.from,
          edge.to,
          lines(edge.label ?? '', columns, most),
          strokeOf(edge),
          (edge.kind === 'reject' || edge.kind === 'churn') && edge.marked !== 'removed'
            ? 'stroke-dasharray:6 4'
            : '',
        ])
        .sort(),
    );
    return;
  }
  expect([...db.getActors()].map(([id, { description }]) => [id, shown(description)])).toEqual(
    diagram.participants.map(({ id, label: words, sublabel }) => [
      id,
      `${lines(words, 20, 2)} ${lines(sublabel ?? '', 20, 2)}`.trim(),
    ]),
  );
  const messages = db.getMessages().filter(({ type }) => type <= 4);
  expect(messages.map(({ from, to, message }) => [from, to, shown(message)])).toEqual(
    diagram.steps.flatMap((step) => messagesOf(step)),
  );
}

function messagesOf(step: DiagramStep): [string, string, string][] {
  if (step.kind === 'ways')
    return step.ways.flatMap(({ steps }) => steps.flatMap((inner) => messagesOf(inner)));
  if (step.kind === 'message') return [[step.from, step.to, lines(step.label, 20, 6)]];
  return [[step.over[0] ?? '', step.over.at(-1) ?? '', lines(step.label, step.over.length > 1 ? 26 : 20, 6)]];
}

/** A label's lines as one, the way a reader sees them. */
function lines(text: string, width: number, most: number): string {
  return wrapLabel(text, width, most).map(said).join(' ').trim();
}

function said(text: string): string {
  return plainLabel(text);
}

function strokeOf({ kind }: DiagramEdge): string {
  return kind === 'advance' || kind === 'route' ? 'normal' : 'dotted';
}
