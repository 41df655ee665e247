import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { unescaped } from '../../src/sot/cut/head.ts';
import { coverLeavings } from '../../src/sot/cut/leavings.ts';
import { type Entry, findIds, type Node, type ReadFile, readFile, type Span } from '../../src/sot/index.ts';
import { markdownText, simpleText, withoutMarks } from '../../src/sot/inline.ts';
import { Lines } from '../../src/sot/lines.ts';
import { type Source, styles, write } from './dialects.ts';

const scraps = [
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '\t',
  '\u00A0',
  '\uFEFF',
  '\u200F',
  '\0',
  '👩‍💻',
  'של',
  '# ',
  '## ',
  '### ',
  '#### ',
  '- ',
  '* ',
  '1. ',
  '> ',
  '| ',
  ' | ',
  '|---|---|',
  '---',
  '===',
  '***',
  '```',
  '~~~',
  '```yaml',
  '```json',
  '````',
  '<!--',
  '-->',
  '<!-- mops-ignore a: b -->',
  '<br>',
  '<b>',
  '</b>',
  '<',
  '>',
  '&amp;',
  '\\',
  '\\|',
  '`',
  '**',
  '*',
  '_',
  '__',
  '[',
  ']',
  '](',
  '(',
  ')',
  '!',
  ':',
  '：',
  ': ',
  ' — ',
  ' → ',
  '/',
  '..',
  'BR-MOPS-002',
  'GTM-MOPS-001',
  'BR-MOPS-XXX',
  'BR-MOPS-2',
  'br_mops_3',
  'KPI-101',
  'KPI-101/102',
  'CFD-001→004',
  'PER-001 (fit)',
  'GTM-YYY',
  '[GTM-* channel]',
  'TBD (channel)',
  'KPI-MQL-to-SQL',
  '(BR-001 to BR-099)',
  'Type: Lifecycle-Stage',
  'Owner',
  'Status',
  'SLA:',
  '**Entry criteria**:',
  'Lifecycle Stage',
  'Handoff',
  'Deprecated rules',
  'Template',
  'Index',
  'word',
  'To SQL: yes',
  'https://x.example/BR-001',
];
const markdown = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...scraps) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Line and column of an offset, counted anew. */
function place(text: string, offset: number): [number, number] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const before = text.slice(bom, offset);
  const lines = before.split(
    text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n' ? /\r\n|\n|\r(?!$)/ : /\r\n|\n|\r/,
  );
  return [lines.length, (lines.at(-1) ?? '').length + 1];
}

function checkSpan(file: ReadFile, span: Span): void {
  expect(span.file).toBe(file.path);
  expect(span.start).toBeGreaterThanOrEqual(0);
  expect(span.end).toBeGreaterThanOrEqual(span.start);
  expect(span.end).toBeLessThanOrEqual(file.text.length);
  expect([span.line, span.column]).toEqual(place(file.text, span.start));
  expect([span.endLine, span.endColumn]).toEqual(place(file.text, span.end));
}

function checkNode(file: ReadFile, node: Node, entry: Entry): void {
  for (const part of [node.text, node.label, node.value]) if (part) checkSpan(file, part.span);
  checkSpan(file, node.span);
  expect(node.span.start).toBeGreaterThanOrEqual(entry.span.start);
  expect(node.span.end).toBeLessThanOrEqual(entry.span.end);
  expect(node.text.text).not.toBe('');
  for (const part of [node.label, node.value]) {
    const raw = part ? file.text.slice(part.span.start, part.span.end) : '';
    if (part && part.span.line === part.span.endLine && !raw.includes('<!--') && !raw.includes('-->'))
      expect(part.text).toBe(withoutMarks(coverLeavings(raw), { left: 10_000 }));
  }
  let last = node.span.start;
  for (const child of node.children) {
    expect(child.span.start).toBeGreaterThanOrEqual(last);
    expect(child.span.end).toBeLessThanOrEqual(node.span.end);
    last = child.span.start;
    checkNode(file, child, entry);
  }
}

function checkFile(text: string): ReadFile {
  const file = readFile({ path: 'SoT/x.md', text });
  let end = 0;
  for (const entry of file.entries) {
    checkSpan(file, entry.span);
    expect(entry.span.start).toBeGreaterThanOrEqual(end);
    end = entry.span.end;
    expect(unescaped(text.slice(entry.idSpan.start, entry.idSpan.end))).toBe(entry.writtenAs ?? entry.id);
    checkSpan(file, entry.title.span);
    for (const node of entry.nodes) checkNode(file, node, entry);
  }
  for (const one of [...file.comments, ...file.issues]) checkSpan(file, one.span);
  for (const comment of file.comments) {
    expect(text.slice(comment.span.start, comment.span.end).slice(4, -3).trim()).toBe(comment.text);
  }
  for (const mention of findIds(text, 0, file)) {
    checkSpan(file, mention.span);
    expect(unescaped(text.slice(mention.span.start, mention.span.end))).toBe(mention.token);
  }
  return file;
}

const trees = (file: ReadFile) => {
  const tree = (node: Node): unknown[] => [
    node.label?.text ?? null,
    node.value?.text ?? null,
    node.children.map(tree),
  ];
  return file.entries.map((entry) => [entry.id, entry.title.text, entry.nodes.map(tree)]);
};

describe('reading any text', () => {
  it('never throws; every place lies in the file and holds what it names; entries stand in order', () => {
    fc.assert(
      fc.property(markdown, (text) => void checkFile(text)),
      { numRuns: 800 },
    );
  });

  it('holds inside an entry too', () => {
    fc.assert(
      fc.property(markdown, (text) => void checkFile(`## BR-MOPS-002: MQL\n${text}\nOwner: BDR\n`)),
      { numRuns: 800 },
    );
  });

  it('gives the same entries for every kind of line end', () => {
    fc.assert(
      fc.property(markdown, (random) => {
        const text = random.replaceAll(/\r\n?/g, '\n');
        const file = readFile({ path: 'x.md', text });
        expect(trees(readFile({ path: 'x.md', text: text.replaceAll('\n', '\r\n') }))).toEqual(trees(file));
        expect(trees(readFile({ path: 'x.md', text: text.replaceAll('\n', '\r') }))).toEqual(trees(file));
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading entries that were written', () => {
  const word = fc.constantFrom(
    'lead',
    'BDR',
    'demo',
    'form',
    'fit',
    '50',
    'SQL',
    'e-mail',
    'PER-001',
    'sent',
    '→',
    '“big”',
    '🎯',
    '<1',
    '1.5',
    'R&D',
    '(new)',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((parts) => `x ${parts.join(' ')}`);
  const label = fc.constantFrom(
    'Owner',
    'Entry criteria',
    'Exit criteria (progression)',
    'SLA',
    'Linked IDs',
    'Rejection rule',
    'Note',
  );
  const field = fc.tuple(label, fc.oneof(words, fc.array(words, { minLength: 2, maxLength: 4 })));
  const source = fc.array(field, { minLength: 1, maxLength: 8 }).map(
    (fields): Source => ({
      id: 'BR-MOPS-002',
      title: 'Lifecycle Stage — MQL',
      fields: [['Type', 'Lifecycle-Stage'], ...fields],
    }),
  );
  const style = fc.constantFrom(...Object.keys(styles));

  it('gives back the fields of an entry in any dialect', () => {
    fc.assert(
      fc.property(source, style, (entry, name) => {
        const shape = styles[name];
        if (!shape) throw new Error(name);
        const file = checkFile(`# Rules\n\n${write(shape, entry)}\n`);
        const expected = entry.fields.map(([name, value]) =>
          typeof value === 'string' ? [name, value, []] : [name, null, value.map((item) => [null, item, []])],
        );
        expect(trees(file)).toEqual([[entry.id, entry.title, expected]]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('words without marks', () => {
  it('are the same with and without the Markdown parser', () => {
    const inline = fc
      .array(
        fc.constantFrom(
          'a',
          'b c',
          ' ',
          '**',
          '*',
          '_',
          '`',
          '[',
          ']',
          '(x)',
          '(',
          ')',
          '<',
          '>',
          '&',
          '!',
          '\\',
          '1',
          '—',
          'é',
          '.',
          '<b>',
          '~',
          '"',
        ),
        { maxLength: 14 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(inline, (raw) => {
        const simple = simpleText(raw);
        if (simple !== null) expect(simple).toBe(markdownText(raw));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('work', () => {
  const many: Record<string, (n: number) => string> = {
    'entries in bold labels': (n) =>
      '## BR-MOPS-002: MQL\n\n**Owner**: BDR\n**SLA**:\n- one\n- To SQL: two\n\n---\n\n'.repeat(n),
    'bare IDs with blank lines between': (n) => 'KPI-101: rate\n\n\n\n'.repeat(n),
    'blank lines': (n) => `BR-MOPS-002: MQL\n${'\n'.repeat(n)}Owner: BDR\n`,
    'fences that nothing closes': (n) => '```json\nBR-MOPS-002: x\n'.repeat(n),
    'comments that nothing closes': (n) => '<!-- a `b\n'.repeat(n),
    'comments in one line': (n) => '`<!-- a -->'.repeat(n),
    'front matter that nothing closes': (n) => `---\n${'a: b\n'.repeat(n)}`,
    'labels alone': (n) => `## BR-MOPS-002: x\n${'**A**\n\n'.repeat(n)}`,
    tables: (n) => `## BR-MOPS-002: x\n${'| a | b<br>c |\n'.repeat(n)}`,
    'lists going deeper': (n) =>
      `## BR-MOPS-002: x\n${Array.from({ length: n }, (_, at) => `${' '.repeat((at % 60) * 2)}- x\n`).join('')}`,
    'lines of one paragraph': (n) => `## BR-MOPS-002: x\n${'word word\n'.repeat(n)}`,
  };

  /** How often lines are looked at: a measure of work that no clock disturbs. */
  function visits(text: string): number {
    const spies = (['firstInk', 'lastInk', 'slice', 'lineAt', 'spanOn'] as const).map((name) =>
      vi.spyOn(Lines.prototype, name),
    );
    readFile({ path: 'x.md', text });
    const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of spies) spy.mockRestore();
    return count;
  }

  it.each(Object.entries(many))('grows with the size and no faster: %s', (_name, text) => {
    expect(visits(text(800)) / visits(text(200))).toBeLessThan(4.4);
  });
});
