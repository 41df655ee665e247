import { describe, expect, it } from 'vitest';
import { type Node, readFile } from '../../src/sot/index.ts';

const read = (text: string, path = 'SoT/SoT.BUSINESS_RULES.md') => readFile({ path, text });
const ids = (text: string) => read(text).entries.map((entry) => entry.id);
const fields = (nodes: readonly Node[] = []) =>
  nodes.map((node) => [node.label?.text ?? null, node.value?.text ?? null]);
const stage = (id = 'BR-MOPS-002') => `${id}: Lifecycle Stage — MQL\nType: Lifecycle-Stage\nOwner: BDR`;

describe('what is an entry', () => {
  it.each([
    ['# BR-MOPS-002: Lifecycle Stage — MQL'],
    ['## BR-MOPS-002 — Lifecycle Stage — MQL'],
    ['### BR-MOPS-002 – Lifecycle Stage — MQL'],
    ['#### BR-MOPS-002 - Lifecycle Stage — MQL'],
    ['## BR-MOPS-002 | Lifecycle Stage — MQL'],
    ['## BR-MOPS-002 Lifecycle Stage — MQL'],
    ['## BR-MOPS-002 : Lifecycle Stage — MQL ##'],
    ['## [BR-MOPS-002] Lifecycle Stage — MQL'],
    ['## **BR-MOPS-002**: Lifecycle Stage — MQL'],
    ['## **BR-MOPS-002: Lifecycle Stage — MQL**'],
    ['## `BR-MOPS-002` Lifecycle Stage — MQL {#mql}'],
    ['## 3.2 BR-MOPS-002: Lifecycle Stage — MQL'],
    ['## 🎯 BR-MOPS-002: Lifecycle Stage — MQL'],
    ['##\u00A0BR-MOPS-002:\u00A0Lifecycle Stage — MQL'],
    ['## Lifecycle Stage — MQL (BR-MOPS-002)'],
    ['BR-MOPS-002: Lifecycle Stage — MQL'],
    ['BR-MOPS-002 — Lifecycle Stage — MQL'],
    ['**BR-MOPS-002**: Lifecycle Stage — MQL'],
    ['**BR-MOPS-002: Lifecycle Stage — MQL**'],
    ['BR-MOPS-002: Lifecycle Stage — MQL\n---------'],
    ['- BR-MOPS-002: Lifecycle Stage — MQL\n  - Status: Active'],
  ])('reads the ID line %j', (line) => {
    const file = read(`# Rules\n\n${line}\n\n${line.startsWith('- ') ? '  - ' : ''}Type: Lifecycle-Stage\n`);
    expect(file.entries.map((entry) => [entry.id, entry.title.text])).toEqual([
      ['BR-MOPS-002', 'Lifecycle Stage — MQL'],
    ]);
    expect(fields(file.entries[0]?.nodes)).toContainEqual(['Type', 'Lifecycle-Stage']);
    expect(file.issues).toEqual([]);
  });

  it('reads an entry without a title', () => {
    const [entry] = read('## BR-MOPS-002\nType: Lifecycle-Stage\n').entries;
    expect(entry?.title).toMatchObject({ text: '', span: { start: 14, end: 14, line: 1, column: 15 } });
  });

  it.each([
    ['a template ID', `## BR-MOPS-XXX: Lifecycle Stage — [Stage name]\nType: Lifecycle-Stage\n`],
    ['a bare template', '```\nGTM-MOPS-XXX: Handoff — [Stage A] → [Stage B]\nType: Handoff\n```\n'],
    [
      'a table of contents',
      '## Contents\n\n- [BR-MOPS-002](#br-mops-002-mql) - MQL\n- [BR-MOPS-003: SQL](#br-mops-003)\n',
    ],
    [
      'a register with links',
      '## Register\n\n| ID | Rule |\n|---|---|\n| [KPI-101](#kpi-101) | MQL to SQL |\n',
    ],
    [
      'a band of numbers in a heading',
      '## BR-001 to BR-099: Pricing\n\n### BR-101–BR-199 Security\n\n### KPI-101 - KPI-199\n',
    ],
    ['a heading about two entries', '## BR-MOPS-001 → BR-MOPS-002\n\n## BR-MOPS-001, BR-MOPS-002\n'],
    [
      'a cross-reference index',
      '# Cross-Reference Index\n\n### BR-MOPS-002\n- GTM-MOPS-001: uses it\n\n- KPI-101: cites BR-MOPS-002\n',
    ],
    ['a list of IDs in a table', '| ID | Notes |\n|---|---|\n| BR-MOPS-002 | see below |\n'],
    ['a table that only maps IDs', '| KPI | Used by |\n|---|---|\n| KPI-101 | BR-MOPS-002, BR-MOPS-003 |\n'],
    ['a comment', `<!--\n${stage()}\n-->\n`],
    ['a fence of another language', `\`\`\`json\n${stage()}\n\`\`\`\n\n~~~js\n${stage()}\n~~~\n`],
    ['front matter', `---\nversion: 1\nid_prefix: BR-XXX\nBR-MOPS: stages\n---\n# Rules\n`],
    [
      'a file nobody has filled in',
      `---\ntemplate_state: uninitialized\n---\n## BR-001: Example rule\n\nStatus: Active\n`,
    ],
    [
      'prose that begins with an ID',
      'Leads wait too long.\n\nBR-MOPS-002 is owned by the BDR and has an SLA.\n',
    ],
    ['a wrapped line of prose', 'The stages are BR-MOPS-001 and\nBR-MOPS-002: one after the other.\n'],
    ['a list of stages without fields', '- BR-MOPS-001: Anonymous\n- BR-MOPS-002: MQL\n'],
    ['an unknown prefix', '## ISO-270: Certificate\n\nSHA-256: hash\n\n| RFC-822 | Mail |\n'],
    ['a checklist of new IDs', '### When to Add New BR-XXX IDs\n\n- [ ] KPI-101: add it\n'],
  ])('finds none in %s', (_name, text) => {
    const file = read(text);
    expect(file.entries).toEqual([]);
    expect(file.issues).toEqual([]);
  });

  it('reads rows and one-liners of the kinds that entries link to', () => {
    const text = `# PRD

## KPIs

| ID | KPI | Target |
|----|:---:|-------:|
| KPI-101 | MQL to SQL rate | 20% |
| **KPI-102** | SQL to Opportunity rate | 35% |

## Pricing

- BR-PRICING-001 — Starter, 49 a month
- ✅ BR-PRICING-002: Team, 200 a month
- **PER-001 – Head of growth**

CFD-101 — Leads say that the demo comes too late.

RUN-001: Restart the form worker
`;
    const entries = read(text, 'PRD.md').entries;
    expect(entries.map((entry) => [entry.id, entry.kind, entry.form, entry.title.text])).toEqual([
      ['KPI-101', 'KPI', 'row', 'MQL to SQL rate'],
      ['KPI-102', 'KPI', 'row', 'SQL to Opportunity rate'],
      ['BR-PRICING-001', 'PRICING', 'line', 'Starter, 49 a month'],
      ['BR-PRICING-002', 'PRICING', 'line', 'Team, 200 a month'],
      ['PER-001', 'PER', 'line', 'Head of growth'],
      ['CFD-101', 'CFD', 'line', 'Leads say that the demo comes too late.'],
      ['RUN-001', 'RUN', 'line', 'Restart the form worker'],
    ]);
    expect(fields(entries[0]?.nodes)).toEqual([
      ['KPI', 'MQL to SQL rate'],
      ['Target', '20%'],
    ]);
  });

  it('takes the state of a price for no name', () => {
    const table =
      '| ID | Rule | Status |\n|---|---|---|\n| BR-PRICING-001 | One shop, 9 a month | Active |\n';
    expect(read(table).entries.map(({ title }) => title.text)).toEqual(['One shop, 9 a month']);
  });

  it('reads the neighbours of a template in the same fence as examples', () => {
    const file = read(
      `\`\`\`\n${stage()}\n---\nBR-MOPS-XXX: Lifecycle Stage — [name]\nType: x\n\`\`\`\n\n## ${stage('BR-MOPS-003')}\n`,
    );
    expect(file.entries.map((entry) => [entry.id, entry.section])).toEqual([
      ['BR-MOPS-002', 'example'],
      ['BR-MOPS-003', null],
    ]);
  });

  it.each([
    ['Deprecated rules', 'deprecated'],
    ['Template', null],
    ['Lead lifecycle template', null],
    ['Example entries', null],
    ['Lifecycle (example)', null],
    ['Lifecycle', null],
  ])('knows that an entry below "%s" stands in a section of kind %s', (heading, section) => {
    const file = read(`# Rules\n\n## ${heading}\n\n### ${stage()}\n\n# More\n\n## ${stage('BR-MOPS-003')}\n`);
    expect(file.entries.map((entry) => entry.section)).toEqual([section, null]);
  });

  it("takes a section titled so for a template where a template's ID stands in it", () => {
    const file = read(
      `# Rules\n\n## Entry template\n\n### BR-MOPS-XXX: Lifecycle Stage — [name]\n\nType: Lifecycle-Stage\n\n### ${stage()}\n\n# More\n\n## ${stage('BR-MOPS-003')}\n`,
    );
    expect(file.entries.map((entry) => [entry.id, entry.section])).toEqual([
      ['BR-MOPS-002', 'template'],
      ['BR-MOPS-003', null],
    ]);
  });

  it('reads an entry of the lifecycle in a file whose front matter was left behind', () => {
    const file = read(`---\ntemplate_state: uninitialized\n---\n## ${stage()}\n`);
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-002']);
  });

  it('reads an entry that is quoted as a whole', () => {
    const quote =
      `## BR-MOPS-002: Lifecycle Stage — MQL\n\n**Type**: Lifecycle-Stage\n**Owner**: BDR`.replaceAll(
        /^/gm,
        '> ',
      );
    const file = read(`# Rules\n\n${quote}\n\n## Notes\n\n> A note on BR-MOPS-003: it comes later.\n`);
    expect(file.entries.map((entry) => [entry.id, fields(entry.nodes).slice(0, 2)])).toEqual([
      [
        'BR-MOPS-002',
        [
          ['Type', 'Lifecycle-Stage'],
          ['Owner', 'BDR'],
        ],
      ],
    ]);
  });

  it('reads a heading and the fence below it as one entry', () => {
    const file = read(`## BR-MOPS-002: Lifecycle Stage — MQL\n\n\`\`\`\n${stage()}\n\`\`\`\n`);
    expect(file.entries.map((entry) => [entry.id, fields(entry.nodes)])).toEqual([
      [
        'BR-MOPS-002',
        [
          ['Type', 'Lifecycle-Stage'],
          ['Owner', 'BDR'],
        ],
      ],
    ]);
  });
});

describe('where an entry ends', () => {
  it('begins a bare KPI behind an entry with a heading', () => {
    expect(
      ids(`## ${stage()}\n\nKPI-101: MQL to SQL conversion\nDefinition: SQLs per MQL\nTarget: 30%\n`),
    ).toEqual(['BR-MOPS-002', 'KPI-101']);
  });

  it('takes the list mark off the only line of a table cell', () => {
    const [entry] = read(
      '## BR-MOPS-002: MQL\n\n| Field | Value |\n|---|---|\n| Entry | - Form sent |\n',
    ).entries;
    expect(fields(entry?.nodes)).toEqual([['Entry', 'Form sent']]);
  });

  const body = 'Type: Lifecycle-Stage\nOwner: BDR';
  it.each([
    ['the next entry', `## BR-MOPS-002: A\n${body}\n## BR-MOPS-003: B\nOwner: AE\n`],
    ['a heading of its own level', `## BR-MOPS-002: A\n${body}\n\n## Notes\n\nOwner: AE\n`],
    ['a heading above its level', `### BR-MOPS-002: A\n${body}\n\n# Notes\n\nOwner: AE\n`],
    ['a line of dashes directly below', `## BR-MOPS-002: A\n${body}\n---\nOwner: AE\n`],
    ['a line of dashes in a fence', `\`\`\`\nBR-MOPS-002: A\n${body}\n---\nOwner: AE\n\`\`\`\n`],
    ['the end of its fence', `\`\`\`\nBR-MOPS-002: A\n${body}\n\`\`\`\nOwner: AE\n`],
    ['a heading, when it is bare', `BR-MOPS-002: A\n${body}\n\n## Notes\nOwner: AE\n`],
    [
      'a heading of the level it stands below',
      `### Stages\n\nBR-MOPS-002: A\n${body}\n\n### Notes\nOwner: AE\n`,
    ],
    ['a template entry', `## BR-MOPS-002: A\n${body}\n\n## BR-MOPS-XXX: B\nOwner: AE\n`],
  ])('ends at %s', (_name, text) => {
    expect(fields(read(text).entries[0]?.nodes)).toEqual([
      ['Type', 'Lifecycle-Stage'],
      ['Owner', 'BDR'],
    ]);
  });

  it('keeps sub-sections and lines of dashes that stand before the first field', () => {
    const file = read(
      `## BR-MOPS-002: A\n\n---\n\n${body}\n\n### SLA\n\n#### Limit\n1 business hour\n\n## Other\n`,
    );
    const [entry] = file.entries;
    expect(fields(entry?.nodes)).toEqual([
      ['Type', 'Lifecycle-Stage'],
      ['Owner', 'BDR'],
      ['SLA', null],
    ]);
    expect(fields(entry?.nodes[2]?.children)).toEqual([['Limit', '1 business hour']]);
    expect(entry?.span).toMatchObject({ line: 1, endLine: 11 });
  });

  it('takes a list of IDs below a label for its value, not for entries', () => {
    expect(
      ids(
        `${stage()}\nLinked IDs:\nBR-MOPS-003 - next stage\nKPI-101 - conversion\n\nRelated:\n\nKPI-102: more\n`,
      ),
    ).toEqual(['BR-MOPS-002']);
  });

  it('reads bare entries without a blank line between them', () => {
    expect(ids(`${stage()}\n${stage('BR-MOPS-003')}\n${stage('BR-MOPS-004')}\n`)).toEqual([
      'BR-MOPS-002',
      'BR-MOPS-003',
      'BR-MOPS-004',
    ]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['## BR-MOPS-2: Lifecycle Stage — MQL', 'BR-MOPS-2'],
    ['## BR-MOPS-0002: Lifecycle Stage — MQL', 'BR-MOPS-0002'],
    ['## br-mops-002: Lifecycle Stage — MQL', 'br-mops-002'],
    ['## BR_MOPS_002: Lifecycle Stage — MQL', 'BR_MOPS_002'],
    ['## BR MOPS 002: Lifecycle Stage — MQL', 'BR MOPS 002'],
    ['## BR–MOPS–002: Lifecycle Stage — MQL', 'BR–MOPS–002'],
    ['## BR-MOPS-002-mql: Lifecycle Stage — MQL', 'BR-MOPS-002-mql'],
    ['BR-MOPS-2: Lifecycle Stage — MQL', 'BR-MOPS-2'],
    ['br-mops-002: Lifecycle Stage — MQL', 'br-mops-002'],
  ])('reports %j and reads it under the right ID', (line, written) => {
    const text = `# Rules\n\n${line}\nType: Lifecycle-Stage\n`;
    const file = read(text);
    expect(file.entries).toMatchObject([
      { id: 'BR-MOPS-002', kind: 'BR-MOPS', writtenAs: written, title: { text: 'Lifecycle Stage — MQL' } },
    ]);
    expect(file.issues).toMatchObject([{ code: 'id-format', expected: 'BR-MOPS-002', span: { line: 3 } }]);
    const [issue] = file.issues;
    expect(text.slice(issue?.span.start, issue?.span.end)).toBe(written);
  });

  it('does not read it under an ID that another entry has', () => {
    const file = read(`## BR-MOPS-2: Lifecycle Stage — MQL\nOwner: AE\n\n## ${stage()}\n`);
    expect(file.entries).toMatchObject([{ id: 'BR-MOPS-002', writtenAs: null }]);
    expect(file.issues).toHaveLength(1);
  });

  it('reports an entry with a name in place of a number', () => {
    const file = read('## BR-MOPS-MQL: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\n');
    expect(file.entries).toEqual([]);
    expect(file.issues).toMatchObject([
      {
        code: 'id-format',
        expected: null,
        message: '"BR-MOPS-MQL" has no number, so it is not a valid ID and the entry is not read.',
      },
    ]);
  });

  it('says where a fence was opened that nothing closes, and reads the entries below', () => {
    const file = read(`# Rules\n\n\`\`\`\n${stage()}\n\n## ${stage('BR-MOPS-003')}\n`);
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-002', 'BR-MOPS-003']);
    expect(file.issues).toMatchObject([
      { code: 'file-unreadable', span: { line: 3, column: 1, endColumn: 4 } },
    ]);
    expect(file.issues[0]?.message).toContain('line 3');
  });

  it('says where code was opened that swallows an entry and ends with the next fence', () => {
    const file = read(
      `# Rules\n\n\`\`\`json\n{}\n\n## ${stage()}\n\n\`\`\`yaml\n${stage('BR-MOPS-003')}\n\`\`\`\n`,
    );
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-002', 'BR-MOPS-003']);
    expect(file.issues).toMatchObject([{ code: 'file-unreadable', span: { line: 3 } }]);
  });

  it('leaves code alone that shows a fence', () => {
    const file = read(
      `\`\`\`\`json\n\`\`\`yaml\n${stage()}\n\`\`\`\n\`\`\`\`\n\n## ${stage('BR-MOPS-003')}\n`,
    );
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-003']);
    expect(file.issues).toEqual([]);
  });

  it('says where a comment was opened that nothing closes, and reads the entries below', () => {
    const file = read(`# Rules\n\n<!-- to do\n\n## ${stage()}\n`);
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-002']);
    expect(file.issues).toMatchObject([{ code: 'file-unreadable', span: { line: 3 } }]);
  });

  it('says nothing of an open fence or comment with no entry below', () => {
    expect(read(`## ${stage()}\n\n\`\`\`\nsome code\n<!-- and so on\n`).issues).toEqual([]);
  });

  it('stops with a word at a file of more lines than anybody writes', () => {
    const file = read(`## ${stage()}\n\n## BR-MOPS-003: Lifecycle Stage — SQL\n${'- a\n'.repeat(1_000_000)}`);
    expect(file.entries.map((entry) => entry.id)).toEqual(['BR-MOPS-002']);
    expect(file.issues).toMatchObject([{ code: 'file-unreadable', span: { line: 5 } }]);
  });

  it('reports a NUL character and reads on', () => {
    const file = read(`# Rules\0\n\n## ${stage()}\n`);
    expect(file.issues).toMatchObject([{ code: 'file-unreadable', span: { line: 1, column: 8 } }]);
    expect(file.entries).toHaveLength(1);
  });
});

describe('comments', () => {
  it('gives every comment with its place, those in readable fences too', () => {
    const text = `<!-- mops-ignore stage-sla: agreed -->\n## ${stage()} <!-- one -->\n\n\`\`\`\n<!-- two\nlines -->\n\`\`\`\n\n\`\`\`html\n<!-- three -->\n\`\`\`\nWrite \`<!-- four -->\` so.\n`;
    const file = read(text);
    expect(file.comments.map((comment) => [comment.text, comment.span.line])).toEqual([
      ['mops-ignore stage-sla: agreed', 1],
      ['one', 4],
      ['two\nlines', 7],
    ]);
    for (const { span } of file.comments)
      expect(text.slice(span.start, span.end)).toMatch(/^<!--[\s\S]*-->$/);
    expect(fields(file.entries[0]?.nodes)).toContainEqual(['Owner', 'BDR']);
  });
});
