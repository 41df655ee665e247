import { describe, expect, it } from 'vitest';
import { roughText, withoutMarks } from '../../src/sot/inline.ts';

describe('words of a value', () => {
  it.each([
    ['1 business hour', '1 business hour'],
    ['  two   blanks\tand\u00A0more ', 'two blanks and more'],
    ['**Active**', 'Active'],
    ['*BDR* or __AE__ or ***both***', 'BDR or AE or both'],
    ['`BR-MOPS-002` and ``a ` b``', 'BR-MOPS-002 and a ` b'],
    ['[PER-001](personas.md#per-001 "title") (fit)', 'PER-001 (fit)'],
    ['**[PER-001](x)** and [**KPI-101**](y)', 'PER-001 and KPI-101'],
    ['![a chart](chart.png) of leads', 'a chart of leads'],
    ['5 \\* 3 \\[x\\] \\| y', '5 * 3 [x] | y'],
    ['R&amp;D &lt;1 hour &eacute;', 'R&D <1 hour é'],
    [
      'R&D, <1 hour, <5 min, snake_case, [Stage A], a * b, 3*4',
      'R&D, <1 hour, <5 min, snake_case, [Stage A], a * b, 3*4',
    ],
    ['<b>bold</b><br/>next <role> <script>x</script>', 'bold next <role> <script>x</script>'],
    ['a <!-- note --> b', 'a b'],
    ['first line\n  second line', 'first line second line'],
    ['# no heading', '# no heading'],
    ['1. no list', '1. no list'],
    ['- no list', '- no list'],
    ['https://x.example/a_b_c', 'https://x.example/a_b_c'],
    ['\u200Fימין\u200F', 'ימין'],
  ])('reads %j as %j', (raw, words) => {
    expect(withoutMarks(raw, { left: 1000 })).toBe(words);
  });

  it('takes marks off without the parser when a file has used up its share of it', () => {
    const raw = '**[PER-001](x)** and [`KPI-101`](y), \\*kept\\*, snake_case, _soft_';
    expect(withoutMarks(raw, { left: 0 })).toBe('PER-001 and KPI-101, *kept*, snake_case, soft');
    expect(roughText(`**${'a '.repeat(5000)}`)).toBe('a '.repeat(5000).trim());
  });

  it('counts what the parser is given, whether it has read the same before or not', () => {
    const budget = { left: 1000 };
    withoutMarks('***a***', budget);
    withoutMarks('***a***', budget);
    withoutMarks('**simple**', budget);
    expect(budget.left).toBe(1000 - 14);
  });
});
