/** The pieces that lines are read by, each with what it tells of words of the field: labels, marks, IDs, tags. */
import { describe, expect, test } from 'vitest';
import { coverSign } from '../../src/sot/cut/cover-sign.ts';
import { fenceMarks } from '../../src/sot/cut/fence-marks.ts';
import { readTags } from '../../src/sot/cut/html-line.ts';
import { bulletWidth, headingShape, isRule, mayBeId } from '../../src/sot/cut/line-shape.ts';
import { judgeId, kindOf, parseId } from '../../src/sot/id.ts';
import { splitBare, splitLabel, splitTight } from '../../src/sot/label.ts';
import { linesOf } from '../../src/sot/lines.ts';

/** Asks all lines of a table at once. */
function answers<T>(ask: (line: string) => T, table: Readonly<Record<string, T>>): void {
  expect(Object.fromEntries(Object.keys(table).map((line) => [line, ask(line)]))).toEqual(table);
}

describe('labels', () => {
  const parts =
    (split: typeof splitLabel) =>
    (line: string): string | null => {
      const found = split(line, 0, line.length);
      return found === null
        ? null
        : `${line.slice(found.labelStart, found.labelEnd)}|${line.slice(found.valueStart)} ${found.by}${found.bold ? ' bold' : ''}`;
    };

  test('with a colon, plain', () => {
    answers(parts(splitLabel), {
      'Owner: BDR': 'Owner|BDR colon',
      'Owner :  BDR': 'Owner|BDR colon',
      'Owner:': 'Owner| colon',
      'Owner：BDR': 'Owner|BDR colon',
      'Exit criteria (to: SQL): x': 'Exit criteria (to: SQL)|x colon',
      '`a: b` c: d': '`a: b` c|d colon',
      '"a: b" c: d': null,
      'Owner:<br>BDR': 'Owner|<br>BDR colon',
      'Max. time in stage: 14 days': 'Max. time in stage|14 days colon',
      '🔹 Owner: BDR': 'Owner|BDR colon',
      '10:30 call': null,
      'https://a.b: c': null,
      'PER-001: fit signals': null,
      '[PER-001]: fit signals': null,
      'A lead came. Then: x': null,
      'one two three four five six seven eight nine: x':
        'one two three four five six seven eight nine|x colon',
      'one two three four five six seven eight nine ten: x': null,
      '(note: x)': null,
      ') a: b': null,
      '!: x': null,
      ': x': null,
      'Owner;  x: y': null,
      '2024: x': '2024|x colon',
      [`${'a'.repeat(119)}: x`]: `${'a'.repeat(119)}|x colon`,
      [`${'a'.repeat(121)}: x`]: null,
    });
  });

  test('in bold', () => {
    answers(parts(splitLabel), {
      '**Owner:** BDR': 'Owner|BDR colon bold',
      '**Owner**: BDR': 'Owner|BDR colon bold',
      '**Owner :** BDR': 'Owner|BDR colon bold',
      '__Owner__ : BDR': 'Owner|BDR colon bold',
      '*Owner:* BDR': 'Owner|BDR colon bold',
      '***Owner*** – BDR': 'Owner|BDR dash bold',
      '**Owner** — BDR': 'Owner|BDR dash bold',
      '**Owner** -': 'Owner| dash bold',
      '**Owner**-BDR': null,
      '**Owner** -BDR': null,
      '**Owner**<br />BDR': 'Owner|BDR colon bold',
      '**Owner**': 'Owner| none bold',
      '**Owner** BDR': null,
      '****Owner: **** x': '****Owner|**** x colon',
      '**:** x': null,
      '_snake_case_: x': 'snake_case|x colon bold',
      '**PER-001**: x': null,
      '**a. b**: x': null,
    });
  });

  test('marked without a sign, and with the blank forgotten', () => {
    answers(parts(splitBare), {
      '**Owner** BDR': 'Owner|BDR none bold',
      '_Owner_  BDR': 'Owner|BDR none bold',
      '**Owner**BDR': null,
      '**Owner**': null,
      'Owner BDR': null,
      '**1** BDR': null,
    });
    answers(parts(splitTight), {
      'Owner:BDR': 'Owner|BDR colon',
      'Exit criteria (progression):To SQL': 'Exit criteria (progression)|To SQL colon',
      'Owner:"BDR"': 'Owner|"BDR" colon',
      'owner:BDR': null,
      'Owner: BDR': null,
      'Http://x': null,
      '10:30': null,
      'Owner:-': null,
    });
  });
});

describe('marks', () => {
  test('headings', () => {
    const told = (line: string) => {
      const found = headingShape(linesOf({ path: 'a.md', text: line }), 0, 0, line.length);
      return found === null ? null : `${found.level} ${line.slice(found.start, found.end)}`;
    };
    answers(told, {
      '## Stage': '2 Stage',
      '## Stage ##': '2 Stage',
      '## Stage##': '2 Stage##',
      '##BR-MOPS-002: MQL': '2 BR-MOPS-002: MQL',
      '##GTM\\-MOPS\\-002': '2 GTM\\-MOPS\\-002',
      '##Stage': null,
      '###### Stage': '6 Stage',
      '####### Stage': null,
      '#': '1 ',
      '## ##': '2 ',
      Stage: null,
    });
  });

  test('rules', () => {
    const told = (line: string) => isRule(line, 0, line.length);
    answers(told, {
      '---': true,
      '* * *': true,
      '_\t__': true,
      '--': false,
      '--*': false,
      '---x': false,
      '===': false,
    });
  });

  test('list marks', () => {
    answers((line) => bulletWidth(line, 0, line.length), {
      '- x': 2,
      '*\tx': 2,
      '+ x': 2,
      '-x': 0,
      '-': 1,
      '\\- x': 3,
      '\\x': 0,
      '– x': 2,
      '— x': 0,
      '• x': 2,
      '•x': 1,
      '☑\u00a0x': 2,
      'é x': 0,
      '1. x': 3,
      '12) x': 4,
      '1\\. x': 4,
      '1: x': 0,
      '1.x': 0,
      '1234567890. x': 0,
      'a) x': 3,
      'iv. x': 4,
      'xiii) x': 6,
      'vx) x': 0,
      'ab) x': 0,
      '(a) x': 4,
      '(1) x': 4,
      '(ab) x': 0,
      'o\tx': 2,
      'o  x': 2,
      'o x': 0,
      x: 0,
    });
  });

  test('what may be an ID', () => {
    answers((line) => mayBeId(line, 0, line.length), {
      'BR-MOPS-002': true,
      '**`[BR_MOPS': true,
      GTMMOPS002: true,
      'BRMOPS 1': true,
      'BR MOPS 002': true,
      'BR‑MOPS': true,
      'BR—MOPS': false,
      'BR 1': true,
      'ABC 1': true,
      'ABCD 1': false,
      ABCDEF: false,
      ABCDEF1: true,
      ABCDEFGH: true,
      '~~*BR-1': true,
      '(BR-1': false,
      'Owner: x': false,
      'Order 5': false,
      'B-1': false,
      BR: false,
      '1-2': false,
    });
  });

  test('fences', () => {
    const told = (text: string) =>
      fenceMarks(linesOf({ path: 'a.md', text }), 0).map(
        ({ width, info, closes }) => `${width} ${info}${closes ? ' closes' : ''}`,
      );
    answers(told, {
      '```': ['3  closes'],
      '```` YAML title=x': ['4 yaml'],
      '~~~js{1}': ['3 js'],
      '> ```\n> x\n> ```': ['3  closes', '3  closes'],
      '``': [],
      '``` a ` b': [],
      '~~~ a ` b': ['3 a'],
    });
  });
});

describe('IDs', () => {
  test('read, with the kind of entry', () => {
    answers(
      (text) => {
        const id = parseId(text);
        return id === null ? null : `${kindOf(id)} ${id.number}`;
      },
      {
        'BR-MOPS-002': 'BR-MOPS 002',
        'GTM-MOPS-010': 'GTM-MOPS 010',
        'GTM-010': 'GTM 010',
        'MON-DRIFT-001': 'MON-DRIFT 001',
        'MON-001': 'MON 001',
        'BR-PRICING-001': 'PRICING 001',
        'BR-PKG-001': 'PRICING 001',
        'BR-001': 'other 001',
        'EPIC-01': 'other 01',
        'EPIC-X-001': null,
        'API-01': null,
        'PER-1': null,
        'XYZ-001': null,
        'per-001': null,
        'PER-0001': null,
        'GTM-9A-001': null,
      },
    );
  });

  test('judged where they are none', () => {
    answers(
      (text) => {
        const judged = judgeId(text);
        if (judged === null) return null;
        return judged.kind === 'malformed' ? `malformed ${judged.expected?.id ?? 'unclear'}` : judged.kind;
      },
      {
        'BR-MOPS-002': 'id',
        br_mops_2: 'malformed BR-MOPS-002',
        BRMOPS2: 'malformed BR-MOPS-002',
        'BR–MOPS–002': 'malformed BR-MOPS-002',
        'BR-MOPS-0002': 'malformed BR-MOPS-002',
        'BR-MOPS-1000': 'malformed unclear',
        'BR-MOPS-002b': 'malformed BR-MOPS-002',
        'BR-MOPS-2.1': 'malformed BR-MOPS-002',
        'BR-MOPS-OO3': 'malformed BR-MOPS-003',
        'GTM-MOPS-0l1': 'malformed GTM-MOPS-011',
        'BR-MOPS-OIL': 'named',
        'GTM-XXX': 'placeholder',
        'KPI-TBD': 'placeholder',
        'BR-MOPS-NNN': 'placeholder',
        'PER-[NNN]': 'placeholder',
        'GTM-0X': 'placeholder',
        'KPI-1': 'malformed KPI-001',
        PER_12: 'malformed PER-012',
        'kpi-1': null,
        'BR-1': null,
        'API-1': null,
        'MON-drift-7': 'malformed MON-DRIFT-007',
        'KPI-MQL-to-SQL-conversion': 'named',
        'KPI-conversion': 'named',
        'KPI-driven': null,
        'GTM-MOPS': null,
        'GTM-MOPS-handoff': 'named',
        'GTM-motion': null,
        'PER-buyer-lead': 'named',
        'KPI-ab': null,
        'KPI-12-34': 'malformed KPI-012',
        word: null,
      },
    );
  });
});

describe('tags in a line', () => {
  test('are read as what they mean, the line as long as before', () => {
    answers(
      (line) => {
        const read = readTags(line, { depth: 0 });
        expect(read).toHaveLength(line.length);
        return read.replaceAll(coverSign, '').replaceAll(/ +$/g, '');
      },
      {
        '<h2 id="x">BR-MOPS-003: SQL</h2>': '## BR-MOPS-003: SQL',
        '<h3>Owner</h3> AE': 'Owner:  AE',
        '<h3>Owner:</h3> AE': 'Owner: AE',
        '<dt>Owner</dt><dd>AE</dd>': 'Owner: AE',
        '<dd>AE</dd>': '- AE',
        '<dd>AE</dd><dd>BDR</dd>': '- AE; BDR',
        '<li>AE</li>': '- AE',
        '<ul><li>AE</li><li>BDR</li></ul>': '- AE; BDR',
        'Fields: <li>Owner: AE</li><li>Stage: SQL</li>': 'Fields: <br>Owner: AE<br>Stage: SQL',
        '<p>Owner: AE</p><p>Stage: SQL</p>': 'Owner: AE<br>Stage: SQL',
        '<b>Owner:</b> AE': '**Owner:** AE',
        'words <b>Owner:</b> AE': 'words Owner: AE',
        '<span class="x">Owner</span>: <em>AE</em>': 'Owner: AE',
        'AE<br>': 'AE',
        'AE<br>BDR': 'AE<br>BDR',
        'a < b and <unknown>': 'a < b and <unknown>',
        '`<b>Owner</b>`': '`<b>Owner</b>`',
        '| <b>Owner</b> |': '| <b>Owner</b> |',
      },
    );
  });

  test('lists in lists stand deeper', () => {
    const depth = { depth: 1 };
    expect([readTags('<ul>', depth).length, depth.depth]).toEqual([4, 2]);
    expect(readTags('<li>AE</li>', depth).replaceAll(coverSign, '').trimEnd()).toBe('  - AE');
    readTags('</ul></ul></ul>', depth);
    expect(depth.depth).toBe(0);
  });
});
