import { describe, expect, it } from 'vitest';
import { changedDiagram, semanticChanges } from '../../src/compare/index.ts';
import { diagramRows, type FlowDiagram, toMermaid } from '../../src/diagram/index.ts';
import { parsed } from '../diagram/mermaid-parser.ts';
import { exampleFiles, modelOfFiles } from '../diagram/models.ts';

const { files, config } = exampleFiles('b2b-saas');
const rules = 'SoT/SoT.BUSINESS_RULES.md';
const base = modelOfFiles(files, config);

/** The diagram of what an edit of the example's rules changes. */
function changed(edit: (text: string) => string): FlowDiagram | null {
  const head = modelOfFiles(
    files.map(({ path, text }) => ({ path, text: path === rules ? edit(text) : text })),
    config,
  );
  return changedDiagram(base, head, semanticChanges(base, head));
}

function marks(diagram: FlowDiagram | null): string[] {
  return (diagram?.nodes ?? []).map(({ label, marked }) => (marked === null ? label : `${label} ${marked}`));
}

/** An entry's text from its heading to the next one. */
function entryOf(text: string, id: string): string {
  const start = text.search(new RegExp(`^#+ \\[?${id}\\b`, 'm'));
  const rest = text.indexOf('\n', start);
  const end = text.slice(rest).search(/^#{1,4} /m);
  return text.slice(start, end < 0 ? undefined : rest + end);
}

describe('the changed part of the lifecycle', () => {
  it('is nothing when nothing changed, or only words elsewhere', () => {
    expect(changed((text) => `${text}\nMore words.\n`)).toBeNull();
  });

  it('shows a changed stage between its neighbours, and leaves the rest out', () => {
    const diagram = changed((text) => {
      const mql = entryOf(text, 'BR-MOPS-002');
      return text.replace(mql, mql.replace('1 business hour', '4 business hours'));
    });
    expect(marks(diagram)).toEqual(['Anonymous', 'MQL changed', 'SQL']);
    const text = toMermaid(diagram as FlowDiagram);
    expect(text).toContain('["CHANGED<br/>MQL<br/>BDR · 4 business hours"]:::bdr');
    expect(text).toContain('class BR_MOPS_002 changed');
  });

  it('shows a removed stage in its old place with its arrows crossed out', async () => {
    const diagram = changed((text) => text.replace(entryOf(text, 'BR-MOPS-003'), ''));
    expect(marks(diagram)).toContain('SQL removed');
    const text = toMermaid(diagram as FlowDiagram);
    expect(text).toMatch(/BR_MOPS_002 -\.-x\|"REMOVED<br\/>/);
    const db = await parsed(text);
    expect(db.getVertices().size).toBe(diagram?.nodes.length);
    expect(db.getEdges()).toHaveLength(diagram?.edges.length ?? -1);
  });

  it('says in words what is marked, also in the table', () => {
    const diagram = changed((text) => text.replace(entryOf(text, 'BR-MOPS-003'), ''));
    const removed = diagramRows(diagram as FlowDiagram).filter(({ marked }) => marked === 'removed');
    expect(removed.length).toBeGreaterThan(0);
  });

  it('marks everything of a first lifecycle as added', () => {
    const empty = modelOfFiles([], config);
    const diagram = changedDiagram(empty, base, semanticChanges(empty, base));
    expect(
      diagram?.nodes.filter(({ kind }) => kind === 'stage').every(({ marked }) => marked === 'added'),
    ).toBe(true);
    expect(diagram?.edges.every(({ marked }) => marked === 'added')).toBe(true);
  });
});
