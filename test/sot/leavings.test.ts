/** What tools leave around words, taken off: each mark by itself, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { asidesOf } from '../../src/sot/cut/asides.ts';
import { bareTableLines } from '../../src/sot/cut/bare-table.ts';
import { conflictIssue, conflicts } from '../../src/sot/cut/conflict.ts';
import { blankOut, coverSign } from '../../src/sot/cut/cover-sign.ts';
import { coverLeavings, isFootnote } from '../../src/sot/cut/leavings.ts';
import { shortcodeOn } from '../../src/sot/cut/shortcodes.ts';
import { linesOf } from '../../src/sot/lines.ts';

/** Asks all texts of a table at once. */
function answers<T>(ask: (text: string) => T, table: Readonly<Record<string, T>>): void {
  expect(Object.fromEntries(Object.keys(table).map((text) => [text, ask(text)]))).toEqual(table);
}

/** What is left to read of a text; it stays as long as it was. */
function left(text: string): string {
  const read = coverLeavings(text);
  expect(read).toHaveLength(text.length);
  return read.replaceAll(coverSign, '');
}

describe('marks are covered', () => {
  test('entities', () => {
    answers(left, {
      'Owner:&nbsp;BDR': 'Owner: BDR',
      'Owner&colon; BDR': 'Owner: BDR',
      'MQL &rarr; SQL': 'MQL → SQL',
      'MQL &RARR; SQL': 'MQL → SQL',
      'MQL &mdash; SQL &#8211; x &#45; y': 'MQL — SQL – x - y',
      'R&amp;D &lt; x &': 'R&amp;D &lt; x &',
    });
  });

  test('hyphens, links to oneself, what is struck out, comments and notes', () => {
    answers(left, {
      'BR\u2011MOPS\u2010002': 'BR-MOPS-002',
      'a \u2010 b': 'a \u2010 b',
      '## SQL [#](#sql)': '## SQL ',
      '## SQL [¶](#sql "Link")': '## SQL ',
      'see [SQL](#sql)': 'see [SQL](#sql)',
      '~~Owner: BDR~~ Owner: AE': ' Owner: AE',
      '**~~1 hour~~** 2 hours': ' 2 hours',
      '<del>1 hour</del> 2 hours': ' 2 hours',
      '<s>1 hour</s> 2 hours': ' 2 hours',
      '~~deprecated~~ x': '~~deprecated~~ x',
      '~~BR-MOPS-013: SQL~~': '~~BR-MOPS-013: SQL~~',
      '## ~~BR-MOPS-013~~ BR-MOPS-003: SQL': '##  BR-MOPS-003: SQL',
      'SQL {/* #sql */}': 'SQL ',
      'Call held[^1] today': 'Call held today',
      '[^1]: The note': '[^1]: The note',
      'Call held<sup>2</sup>': 'Call held',
      'Call held[\\[3\\]](#ftnt3)': 'Call held',
      'Call held²': 'Call held',
      '5 m²': '5 m²',
      'Call held†': 'Call held',
    });
  });

  test('callouts, containers and admonitions', () => {
    answers(left, {
      '> [!NOTE] Owner: BDR': '> Owner: BDR',
      '> \\[!tip\\]- Owner: BDR': '> Owner: BDR',
      'Owner [!x] BDR': 'Owner [!x] BDR',
      ':::info[Owner]': 'Owner',
      ':::info[Owner]{.wide}': 'Owner',
      '::: warning Owner: BDR': 'Owner: BDR',
      ':::': '',
      ':::info[Owner] x': '[Owner] x',
      '!!! note "Owner"': 'Owner',
      '??? note': '',
      '=== "Owner"': 'Owner',
      'Owner!!! x': 'Owner!!! x',
    });
  });

  test('links of wikis, tags, terms with descriptions', () => {
    answers(left, {
      'To [[SQL]]': 'To SQL',
      'To [[page#BR-MOPS-003|SQL]]': 'To SQL',
      'To \\[\\[SQL]]': 'To SQL',
      '## [[BR-MOPS-003|SQL]]': '## BR-MOPS-003 SQL',
      'Owner: <b>BDR</b>': 'Owner: BDR',
      'less < more > x': 'less < more > x',
      'Owner\n: BDR': 'Owner\n- BDR',
      'Owner\r\n: BDR': 'Owner\r\n- BDR',
      'Owner\n\n: BDR': 'Owner\n\n: BDR',
      ': BDR': ': BDR',
      'Owner\n:BDR': 'Owner\n:BDR',
    });
  });

  test('signs of tools for notes', () => {
    answers(left, {
      'Owner: ==BDR==': 'Owner: BDR',
      'a == b == c': 'a == b == c',
      'Owner: BDR %%ask Ann%%': 'Owner: BDR ',
      '5%% and more': '5%% and more',
      'Owner: BDR ^owner-1': 'Owner: BDR',
      'Owner: BDR\t^owner': 'Owner: BDR',
      '2 ^3 x': '2 ^3 x',
      '[BDR]{.role} x': 'BDR x',
      '- ▶ Owner': '- Owner',
      '▼ Owner': 'Owner',
      'x ▶ Owner': 'x ▶ Owner',
      'Owner[\\[a\\]](#cmnt1)': 'Owner',
      'Owner[a] x\n\n[a]Ask Ann': 'Owner x\n\n[a]Ask Ann',
      'Owner[b] x\n\n[a]Ask Ann': 'Owner[b] x\n\n[a]Ask Ann',
      'Owner[a] x': 'Owner[a] x',
      '3\ufe0f\u20e3 Owner': '3 Owner',
      '« BDR »': '«BDR»',
      'Ow\u00adner': 'Owner',
      '**Owner: BDR**': 'Owner: BDR',
      '- _Owner: BDR_': '- Owner: BDR',
      '**Owner:**': '**Owner:**',
      '**BR-MOPS-002: MQL**': '**BR-MOPS-002: MQL**',
      '**Owner: BDR**\\': 'Owner: BDR\\',
    });
  });

  test('shortcodes, macros, components and headings of wikis', () => {
    answers(left, {
      '{{% expand "Owner" %}}': 'Owner',
      '{{< tab title="Owner" >}}BDR{{< /tab >}}': 'OwnerBDR',
      "{{< tab name='Owner' >}}": 'Owner',
      '{{< toc >}}': '',
      '{{ owner }}': '{{ owner }}',
      '{% tab title="Owner" %}': 'Owner',
      '{% endtab %}': '',
      '{%- raw -%}': '',
      '{expand:title=Owner}': 'Owner',
      '{panel:title=Owner|colour=red} BDR': 'Owner: BDR',
      '{panel:title=Owner: x} BDR': 'Owner: x BDR',
      '{panel:title=Owner}{x': 'Owner{x',
      '{status:colour=Green|title=Active}': 'Active',
      '{panel}': '',
      '{role}': '{role}',
      '<Tab title="Owner">': 'Owner',
      '<Tab label="Owner">BDR</Tab>': 'OwnerBDR',
      '<Note>': '',
      '<Card "Owner">': '',
      '<Tab title="">': '',
      'h2. Owner': '## Owner',
      ' h5. Owner': ' ### Owner',
      'h2.Owner': 'h2.Owner',
      'x h2. Owner': 'x h2. Owner',
    });
  });

  test('a line that is a shortcode opens, closes or does both', () => {
    answers(
      (line) => {
        const code = shortcodeOn(line);
        return code === null ? null : `${code.does} ${code.name}`;
      },
      {
        '{{< tab "x" >}}': 'open tab',
        '{{% /Tab %}}': 'close tab',
        '{% tab %}': 'open tab',
        '{% endtab %}': 'close tab',
        '{% /tab %}': 'close tab',
        '{panel:title=x}': 'both {panel',
        '<Note>': 'open note',
        '</Note>': 'close note',
        '  <Card title="x">  ': 'open card',
        '<Note> x': null,
        '<b>': null,
        '{role}': null,
      },
    );
  });

  test('a footnote is a line of its own', () => {
    answers(isFootnote, { '[^1]: x': true, '   [^a]: x': true, 'x [^1]: y': false, '[1]: x': false });
  });
});

describe('texts set apart', () => {
  test('by tags, containers, admonitions and shortcodes', () => {
    const told = (text: string) =>
      [...asidesOf(linesOf({ path: 'a.md', text }))]
        .map(([line, what]) => `${line + 1} ${what > 0 ? 'opens' : 'closes'}${what < -1 ? ' twice' : ''}`)
        .join(', ');
    answers(told, {
      '<details>\nx\n</details>': '1 opens, 3 closes',
      '<details open class="x">\nx\n</details>': '1 opens, 3 closes',
      '<details>x</details>': '',
      '<aside>\nx\n</aside> <aside>': '',
      '<aside>\n</aside> </aside> <aside>': '1 opens, 2 closes',
      'x <details>\nx\n</details>': '1 opens, 3 closes',
      ':::note\nx\n:::': '1 opens, 3 closes',
      '   :::: x\nx\n   ::::': '1 opens, 3 closes',
      '    :::note\nx': '',
      '!!! note\n    x\n\n    y\nz': '1 opens, 4 closes',
      '!!! note\nx': '',
      '??? note "x"\n    a\n    !!! tip\n        b\nc': '1 opens, 4 closes twice, 3 opens',
      '=== "x"\n\ta\nb': '1 opens, 2 closes',
      '{{< tab >}}\nx\n{{< /tab >}}': '1 opens, 3 closes',
      '{{< toc >}}\nx': '',
      '{{< /tab >}}\nx': '',
      '{{< tab >}}\n{{< tab >}}\nx\n{{< /tab >}}\n{{< /tab >}}': '2 opens, 4 closes, 1 opens, 5 closes',
      '{panel}\nx\n{panel}\ny\n{panel}': '1 opens, 3 closes',
      '<Note>\nx\n</Note>': '1 opens, 3 closes',
      'x < y': '',
      x: '',
    });
  });

  test('by conflicts that git left', () => {
    const [ours, middle, base, theirs] = ['<<<<<<< HEAD', '=======', '||||||| base', '>>>>>>> main'];
    const told = (text: string) =>
      conflicts(linesOf({ path: 'a.md', text }))
        .map(
          ({ from, to, hidden }) =>
            `${from + 1}–${to + 1} hides ${hidden.map(([a, b]) => `${a + 1}–${b + 1}`).join(', ')}`,
        )
        .join('; ');
    answers(told, {
      [`${ours}\na\n${middle}\nb\n${theirs}`]: '1–5 hides 1–1, 3–5',
      [`x\n${ours}\na\n${base}\nc\n${middle}\nb\n${theirs}\ny`]: '2–8 hides 2–2, 4–8',
      [`${ours}\na\n${middle}\nb\n${theirs}\n${ours}\na\n${middle}\n${theirs}`]:
        '1–5 hides 1–1, 3–5; 6–9 hides 6–6, 8–9',
      [`${ours}\na\n${theirs}`]: '1–3 hides 1–1, 3–3',
      [`${ours}\na`]: '1–1 hides 1–1',
      [`${ours}\na\n${middle}\nb`]: '1–3 hides 1–1, 3–3',
      [`${ours}\na\n${ours}\nb\n${middle}\nc\n${theirs}`]: '1–1 hides 1–1; 3–7 hides 3–3, 5–7',
      [`${ours}\na\n${middle}\n${ours}\nb\n${middle}\nc\n${theirs}\n${theirs}`]: '1–9 hides 1–1, 3–9',
      [`a\n${theirs}`]: '2–2 hides 2–2',
      [`- a\n${middle}\nb\n${theirs}`]: '2–4 hides 2–2, 2–4',
      [`- a\n${middle}`]: '2–2 hides 2–2',
      [`Owner: a\n${middle}`]: '2–2 hides 2–2',
      [`\n${middle}`]: '2–2 hides 2–2',
      [middle]: '1–1 hides 1–1',
      [`A heading\n${middle}`]: '',
      [`A heading\n${middle}=`]: '',
      [`A heading\n${middle} x`]: '2–2 hides 2–2',
      [`  ${ours}\n  a\n  ${middle}\n  b\n  ${theirs}`]: '1–5 hides 1–1, 3–5',
      [`> ${ours}\n> a\n> ${middle}\n> b\n> ${theirs}`]: '1–5 hides 1–1, 3–5',
      [`\\${ours}\na\n\\${middle}\nb\n\\${theirs}`]: '1–5 hides 1–1, 3–5',
      [`\t${ours}\na\n\t${middle}\nb\n\t${theirs}`]: '1–5 hides 1–1, 3–5',
      '<<<<<<<<<< HEAD\na\n==========\nb\n>>>>>>>>>> x': '1–5 hides 1–1, 3–5',
      [`  ${middle}\na`]: '',
      '<<<<<<<HEAD\na': '',
      '<<<<<< HEAD': '',
      x: '',
    });
  });

  test('a conflict is told with its lines', () => {
    const told = (text: string) => {
      const lines = linesOf({ path: 'a.md', text });
      return conflicts(lines).map((hunk) => {
        const { message, fix, span } = conflictIssue(lines, hunk);
        return [message.slice(0, 36), fix.slice(0, 25), span.line, span.column, span.endLine, span.endColumn];
      });
    };
    expect(told('x\n  <<<<<<< HEAD\na\n=======\nb\n>>>>>>> main  \ny')).toEqual([
      ['Two versions of lines 2 to 6 stand h', 'Keep the version that is ', 2, 3, 6, 13],
    ]);
    expect(told('x\n>>>>>>> main')).toEqual([
      ['A mark that git leaves when two peop', 'Remove the line, after a ', 2, 1, 2, 13],
    ]);
  });

  test('tables without bars in front of their rows', () => {
    const told = (text: string) =>
      [...bareTableLines(linesOf({ path: 'a.md', text }))].map((line) => line + 1).join(' ');
    answers(told, {
      'Field | Value\n---|---\nOwner | BDR\nOrder | 2\n\nx': '1 2 3 4',
      'Field | Value\n:-- | --:\nOwner | BDR': '1 2 3',
      'Field | Value |\n--- | --- |\nOwner | BDR': '1 2 3',
      'Field | Value\n---|---\nOwner': '1 2',
      'Field | Value\n---|---|---\nOwner | BDR': '',
      'a \\| b | c\n---|---\nOwner | BDR': '1 2 3',
      '> Field | Value\n> ---|---\n> Owner | BDR': '1 2 3',
      '---|---\nOwner | BDR': '',
      'Field | Value\nOwner | BDR': '',
      'a | b\n-|-\nc | d\n-|-\ne | f': '1 2 3 4 5',
      'x - y | z': '',
    });
  });
});

describe('ranges are blanked', () => {
  test('with a sign first where words follow on their line', () => {
    const told = (text: string, ...ranges: [number, number][]) =>
      blankOut(text, ranges).replaceAll(coverSign, '^').replaceAll(' ', '.');
    expect([
      told('abc', [0, 1]),
      told('abc'),
      told('abc', [1, 2]),
      told('abc', [2, 3]),
      told('abc', [0, 3]),
      told('abcd', [0, 2], [1, 3]),
      told('abcd', [2, 3], [0, 1]),
      told('ab\ncd', [1, 4]),
      told('ab\ncd', [1, 5]),
      told('ab\r\ncd x', [0, 6]),
      told('  ab cd', [2, 4]),
      told('> ab cd', [2, 4]),
      told('x\nab cd', [2, 4]),
      told('ab\n cd', [0, 2]),
    ]).toEqual([
      '^bc',
      'abc',
      'a.c',
      'ab.',
      '...',
      '^.cd',
      '^b.d',
      'a.\n^d',
      'a.\n..',
      '..\r\n^..x',
      '..^..cd',
      '>.^..cd',
      'x\n^..cd',
      '..\n.cd',
    ]);
  });
});
