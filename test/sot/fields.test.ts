import { describe, expect, it } from 'vitest';
import { type Node, readFile } from '../../src/sot/index.ts';

interface Plain extends ReadonlyArray<string | null | Plain> {}
const plain = (node: Node): Plain => [
  node.label?.text ?? null,
  node.value?.text ?? null,
  ...node.children.map(plain),
];
const tree = (body: string) =>
  readFile({ path: 'a.md', text: `## BR-MOPS-002: MQL\n\n${body}` }).entries[0]?.nodes.map(plain);

describe('labels', () => {
  it.each([
    ['Owner: BDR', 'Owner', 'BDR'],
    ['owner : BDR', 'owner', 'BDR'],
    ['Owner：BDR', 'Owner', 'BDR'],
    ['Owner:\tBDR', 'Owner', 'BDR'],
    ['**Owner**: BDR', 'Owner', 'BDR'],
    ['**Owner:** BDR', 'Owner', 'BDR'],
    ['**Owner**:BDR', 'Owner', 'BDR'],
    ['__Owner__: BDR', 'Owner', 'BDR'],
    ['*Owner*: BDR', 'Owner', 'BDR'],
    ['**Owner** — BDR', 'Owner', 'BDR'],
    ['**Exit criteria** (progression): To SQL', 'Exit criteria (progression)', 'To SQL'],
    ['Exit criteria (how: by hand): To SQL', 'Exit criteria (how: by hand)', 'To SQL'],
    ['Response time after entering this stage: 1 hour', 'Response time after entering this stage', '1 hour'],
    ['1–49 → BDR: 1 business day', '1–49 → BDR', '1 business day'],
    ['`Owner`: BDR', 'Owner', 'BDR'],
    ['**Status**: **Active**', 'Status', 'Active'],
    ['Starts at: 10:30', 'Starts at', '10:30'],
    ['Owner\tBDR', 'Owner', 'BDR'],
    ['Exit criteria (progression)\tTo SQL: on a call', 'Exit criteria (progression)', 'To SQL: on a call'],
    ['Owner | BDR', 'Owner', 'BDR'],
    ['SLA |\t1 hour', 'SLA', '1 hour'],
  ])('reads %j as a label with a value', (line, label, value) => {
    expect(tree(`${line}\n`)).toEqual([[label, value]]);
    expect(tree(`- ${line}\n`)).toEqual([[label, value]]);
  });

  it('reads fields that breaks or titles of admonitions part', () => {
    const broken = tree(
      '<b>Owner:</b> BDR<br/> <b>Entry criteria:</b> form; call<br>Order: 2<br />Stage: MQL\n',
    );
    expect(broken).toEqual([
      ['Owner', 'BDR'],
      ['Entry criteria', 'form; call'],
      ['Order', '2'],
      ['Stage', 'MQL'],
    ]);
    expect(
      tree('!!! note "Owner"\n    BDR\n\n??? abstract "Entry criteria"\n    - form\n    - call\n'),
    ).toEqual([
      ['Owner', 'BDR'],
      ['Entry criteria', null, [null, 'form'], [null, 'call']],
    ]);
    expect(tree('SLA:<br>Response time: 1 hour<br>Escalation: at 2 hours notify AE<br>Owner: BDR\n')).toEqual(
      [
        ['SLA', null, ['Response time', '1 hour'], ['Escalation', 'at 2 hours notify AE']],
        ['Owner', 'BDR'],
      ],
    );
  });

  it.each([
    'See https://example.com/x for more',
    'At 10:30 we meet',
    'Use e.g. "x: y" in the form',
    'A lead waits. Then this: it leaves',
    'This is a long sentence of many words that ends with a colon: yes',
    '(see: the handbook)',
    '"Qualified": the status',
    'PER-001: fit signals',
    '[PER-001](personas.md#per-001): fit signals',
    '10:30',
  ])('finds no label in %j', (line) => {
    const [node] = tree(`- ${line}\n`) ?? [];
    expect(node?.[0]).toBeNull();
  });

  it('keeps a bold word at the start of a sentence in its sentence', () => {
    expect(tree('**Nobody** waits for long\n')).toEqual([[null, 'Nobody waits for long']]);
  });
});

describe('values and lists', () => {
  const cases: Record<string, [string, readonly Plain[]]> = {
    'a label inside a list is an item, not a field': [
      'Exit criteria (progression):\n- To SQL: BDR confirms\n- To Nurture: no budget\nOwner: BDR\n',
      [
        ['Exit criteria (progression)', null, ['To SQL', 'BDR confirms'], ['To Nurture', 'no budget']],
        ['Owner', 'BDR'],
      ],
    ],
    'a value that goes on in the next line': [
      'Escalation: at 1 hour notify the manager,\nthen at 2 hours: reassign\n  to the next BDR\nOwner: BDR\n',
      [
        ['Escalation', 'at 1 hour notify the manager, then at 2 hours: reassign to the next BDR'],
        ['Owner', 'BDR'],
      ],
    ],
    'a list item that goes on without indentation': [
      '- one\ngoes on\n- two\n  goes on\n',
      [
        [null, 'one goes on'],
        [null, 'two goes on'],
      ],
    ],
    'a value below its label, after a blank line': [
      '**Location**\n\nServer\n\nmore\n',
      [
        ['Location', 'Server'],
        [null, 'more'],
      ],
    ],
    'two blanks at the end of each line': [
      '**Owner**: BDR  \n**Status**: Active  \n',
      [
        ['Owner', 'BDR'],
        ['Status', 'Active'],
      ],
    ],
    'a backslash for a line break': [
      '**Owner**: BDR\\\n**Status**: Active\n',
      [
        ['Owner', 'BDR'],
        ['Status', 'Active'],
      ],
    ],
    'a field directly above a line of dashes': ['Owner: BDR\n---\n', [['Owner', 'BDR']]],
    'fields indented by four blanks': [
      'SLA:\n    Response: 1 hour\n    Escalation: manager\n',
      [['SLA', null, ['Response', '1 hour'], ['Escalation', 'manager']]],
    ],
    'a list that is not indented': [
      'SLA:\n- Response: 1 hour\n- Escalation: manager\n',
      [['SLA', null, ['Response', '1 hour'], ['Escalation', 'manager']]],
    ],
    'a list below a blank line': [
      'Entry criteria:\n\n- one\n\n- two\n',
      [['Entry criteria', null, [null, 'one'], [null, 'two']]],
    ],
    'a value and sub-fields': [
      'SLA: 1 business hour\n  Escalation: manager\n',
      [['SLA', '1 business hour', ['Escalation', 'manager']]],
    ],
    'lists in lists': [
      '- a\n  - b\n    - c\n  - d\n- e\n',
      [
        [null, 'a', [null, 'b', [null, 'c']], [null, 'd']],
        [null, 'e'],
      ],
    ],
    'numbered lists and check boxes': [
      'Entry criteria:\n1. one\n2) two\n- [x] three\n- [ ] four\n',
      [['Entry criteria', null, [null, 'one'], [null, 'two'], [null, 'three'], [null, 'four']]],
    ],
    'list marks of other kinds': [
      'Entry criteria:\n• one\n+ two\n* three\n',
      [['Entry criteria', null, [null, 'one'], [null, 'two'], [null, 'three']]],
    ],
    'a bold bullet whose list is not indented': [
      '- **Entry criteria:**\n- one\n- two\n- **Owner:** BDR\n',
      [
        ['Entry criteria', null, [null, 'one'], [null, 'two']],
        ['Owner', 'BDR'],
      ],
    ],
    'a bold bullet that is only bold': [
      '- **Demo request**\n- **Price page**\n',
      [
        [null, 'Demo request'],
        [null, 'Price page'],
      ],
    ],
    'empty list items': [
      'Entry criteria:\n-\n- \nOwner: BDR\n',
      [
        ['Entry criteria', null],
        ['Owner', 'BDR'],
      ],
    ],
    'a sub-heading with text and a list': [
      '### SLA\n1 business hour\n\n- Escalation: manager\n',
      [['SLA', '1 business hour', ['Escalation', 'manager']]],
    ],
    'a sub-heading with its value': [
      '### Owner: BDR ###\n### Status\nActive\n',
      [
        ['Owner', 'BDR'],
        ['Status', 'Active'],
      ],
    ],
    'a sub-heading inside another': [
      '### Exit criteria\n#### Progression\n- To SQL: call held\n#### Disqualification\n- Student\n### Owner\nBDR\n',
      [
        [
          'Exit criteria',
          null,
          ['Progression', null, ['To SQL', 'call held']],
          ['Disqualification', null, [null, 'Student']],
        ],
        ['Owner', 'BDR'],
      ],
    ],
    'a table with a list in a cell': [
      '| Field | Value |\n|:--|--:|\n| **Owner** | BDR \\| SDR |\n| Entry criteria | - one<br/>- two |\n',
      [
        ['Owner', 'BDR | SDR'],
        ['Entry criteria', null, [null, 'one'], [null, 'two']],
      ],
    ],
    'a table whose first field is its header': [
      '| **Owner** | BDR |\n|---|---|\n| **Status** | Active |\n',
      [
        ['Owner', 'BDR'],
        ['Status', 'Active'],
      ],
    ],
    'a table of several columns': [
      'SLA:\n\n| What | Limit | Escalation |\n|---|---|---|\n| First call | 1 hour | manager |\n',
      [['SLA', null, ['First call', null, ['Limit', '1 hour'], ['Escalation', 'manager']]]],
    ],
    'a fence of another language between fields': [
      'Owner: BDR\n```js\nStatus: no\n```\nOrder: 2\n',
      [
        ['Owner', 'BDR'],
        ['Order', '2'],
      ],
    ],
    'marks in the value': [
      'Trigger: *BDR* sets `Qualified` in the [CRM](https://crm.example) & calls\n',
      [['Trigger', 'BDR sets Qualified in the CRM & calls']],
    ],
    'an escape, an entity and a tag': [
      'Trigger: 5 \\* 3 &amp; <b>bold</b> <role>\n',
      [['Trigger', '5 * 3 & bold <role>']],
    ],
    'a comment inside the value': [
      'Owner: BDR <!-- since May -->\nStatus: Act<!-- x -->ive\n',
      [
        ['Owner', 'BDR'],
        ['Status', 'Act ive'],
      ],
    ],
    'emoji and right-to-left text': [
      'Owner: 👩‍💻 BDR\nבעלים: נציג\n',
      [
        ['Owner', '👩‍💻 BDR'],
        ['בעלים', 'נציג'],
      ],
    ],
    'a short line above a list': ['Dependencies\n- one\n', [['Dependencies', null, [null, 'one']]]],
  };
  for (const [name, [body, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, () => expect(tree(body)).toEqual(expected));
  }

  it('reads YAML with comments, quotes and folded text in a YAML fence', () => {
    const text =
      '```yaml\nBR-MOPS-002: Lifecycle Stage — MQL\n# about the stage\nType: "Lifecycle-Stage"\nTrigger: >\n  BDR sets the status\n  to Qualified\nOwner: BDR\n```\n';
    expect(readFile({ path: 'a.md', text }).entries[0]?.nodes.map(plain)).toEqual([
      ['Type', 'Lifecycle-Stage'],
      ['Trigger', 'BDR sets the status to Qualified'],
      ['Owner', 'BDR'],
    ]);
  });

  it('keeps the whole line and its place in text', () => {
    const text = '## BR-MOPS-002: MQL\n- **To SQL:** BDR\n  confirms\n';
    const [node] = readFile({ path: 'a.md', text }).entries[0]?.nodes ?? [];
    expect(node?.text.text).toBe('To SQL: BDR confirms');
    expect(text.slice(node?.text.span.start, node?.text.span.end)).toBe('**To SQL:** BDR\n  confirms');
    expect(node?.span).toEqual({
      file: 'a.md',
      start: 22,
      end: 48,
      line: 2,
      column: 3,
      endLine: 3,
      endColumn: 11,
    });
  });
});
