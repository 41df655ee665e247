/** What stands at the front of a line with an ID, and where an ID stands in words: each sign that people set around one. */
import { describe, expect, test } from 'vitest';
import { foundHead } from '../../src/sot/cut/claim.ts';
import { type EntryHead, readHead, tokenEnd } from '../../src/sot/cut/head.ts';

/** Asks all lines of a table at once. */
function answers(ask: (line: string) => string | null, table: Readonly<Record<string, string | null>>): void {
  expect(Object.fromEntries(Object.keys(table).map((line) => [line, ask(line)]))).toEqual(table);
}

const told = (line: string, { token, delimiter, titleStart, titleEnd, linked }: EntryHead) =>
  `${token} ${delimiter} "${line.slice(titleStart, titleEnd)}"${linked ? ' linked' : ''}`;
const head = (line: string) => {
  const read = readHead(line, 0, line.length);
  return read === null ? null : told(line, read);
};

describe('the ID at the front', () => {
  test('is parted from its title by a sign', () => {
    answers(head, {
      'BR-MOPS-002: MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002： MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002 : MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002:MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002 | MQL |': 'BR-MOPS-002 pipe "MQL |"',
      'BR-MOPS-002|MQL': 'BR-MOPS-002 pipe "MQL"',
      'BR-MOPS-002 — MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002—MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002 · MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002 • MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002 - MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002 -MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002- MQL': 'BR-MOPS-002 dash "MQL"',
      'BR-MOPS-002 –': 'BR-MOPS-002 dash ""',
      'BR-MOPS-002–': 'BR-MOPS-002 dash ""',
      'BR-MOPS-002–MQL': null,
      'BR-MOPS-002 -> MQL': null,
      'BR-MOPS-002 (MQL)': 'BR-MOPS-002 blank "(MQL)"',
      'BR-MOPS-002(MQL)': 'BR-MOPS-002 blank "(MQL)"',
      'BR-MOPS-002（MQL）': 'BR-MOPS-002 blank "（MQL）"',
      'BR-MOPS-002 MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002, MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002,MQL': null,
      'BR-MOPS-002.': 'BR-MOPS-002 blank ""',
      'BR-MOPS-002. MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 / MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002/MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002/mql': null,
      'BR-MOPS-002 = MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 > MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 ~ MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 » MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 › MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 → MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 ⇒ MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 − MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002; MQL': null,
      'BR-MOPS-002! MQL': null,
      'BR-MOPS-002<br>MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002</b> MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002 <b>MQL': 'BR-MOPS-002 blank "<b>MQL"',
      'BR-MOPS-002<b>MQL': null,
      'BR-MOPS-002 <br><br/> MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002': 'BR-MOPS-002 end ""',
      'BR-MOPS-002  ': 'BR-MOPS-002 end ""',
      'BR-MOPS-002:': 'BR-MOPS-002 colon ""',
      'BR-MOPS-002:  ': 'BR-MOPS-002 colon ""',
      'BR-MOPS-002: MQL  ': 'BR-MOPS-002 colon "MQL"',
    });
  });

  test('stands in brackets, quotes and marks', () => {
    answers(head, {
      '[BR-MOPS-002] MQL': 'BR-MOPS-002 blank "MQL"',
      '[BR-MOPS-002]: MQL': 'BR-MOPS-002 colon "MQL"',
      '**BR-MOPS-002**: MQL': 'BR-MOPS-002 colon "MQL"',
      '**BR-MOPS-002:** MQL': 'BR-MOPS-002 colon "MQL"',
      '**BR-MOPS-002: MQL**': 'BR-MOPS-002 colon "MQL"',
      '__BR-MOPS-002: MQL__': 'BR-MOPS-002 colon "MQL"',
      '~~BR-MOPS-002: MQL~~': 'BR-MOPS-002 colon "MQL~~"',
      '`BR-MOPS-002` — MQL': 'BR-MOPS-002 dash "MQL"',
      '"BR-MOPS-002" MQL': 'BR-MOPS-002 blank "MQL"',
      '“BR-MOPS-002”: MQL': 'BR-MOPS-002 colon "MQL"',
      '„BR-MOPS-002“: MQL': 'BR-MOPS-002 colon "MQL"',
      '«BR-MOPS-002»: MQL': 'BR-MOPS-002 colon "MQL"',
      '（BR-MOPS-002） MQL': 'BR-MOPS-002 blank "MQL"',
      '「BR-MOPS-002」 MQL': 'BR-MOPS-002 blank "MQL"',
      '<BR-MOPS-002> MQL': 'BR-MOPS-002 blank "MQL"',
      '{BR-MOPS-002}: MQL': 'BR-MOPS-002 colon "MQL"',
      '(BR-MOPS-002}: MQL': null,
      'BR-MOPS-002) MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002)': 'BR-MOPS-002 end ""',
      'BR-MOPS-002)MQL': null,
      '\\[BR-MOPS-002\\] MQL': 'BR-MOPS-002 blank "MQL"',
      'BR-MOPS-002\\: MQL': 'BR-MOPS-002 colon "MQL"',
      '[**BR-MOPS-002**]: MQL': 'BR-MOPS-002 colon "MQL"',
      '[[[[[[BR-MOPS-002]]]]]]: MQL': 'BR-MOPS-002 colon "MQL"',
      '[[[[[[[BR-MOPS-002]]]]]]]: MQL': null,
      'a BR-MOPS-002: MQL': null,
    });
  });

  test('is the text of a link', () => {
    answers(head, {
      '[BR-MOPS-002](#mql): MQL': 'BR-MOPS-002 colon "MQL" linked',
      '[BR-MOPS-002](#mql)': 'BR-MOPS-002 end "" linked',
      '**[BR-MOPS-002](#mql)** MQL': 'BR-MOPS-002 blank "MQL" linked',
      '[BR-MOPS-002](#mql MQL': null,
      '[BR-MOPS-002][mql]: MQL': 'BR-MOPS-002 colon "MQL" linked',
      '[BR-MOPS-002][mql MQL': null,
      '[BR-MOPS-002: MQL](#mql)': 'BR-MOPS-002 colon "MQL" linked',
      '[BR-MOPS-002: MQL]': 'BR-MOPS-002 colon "MQL"',
      '**[BR-MOPS-002: MQL](#mql)**': 'BR-MOPS-002 colon "MQL" linked',
      '[**BR-MOPS-002: MQL**](#mql)': 'BR-MOPS-002 colon "MQL" linked',
      '[BR-MOPS-002: MQL](a b)': 'BR-MOPS-002 colon "MQL](a b)"',
      '(BR-MOPS-002) (#mql)': 'BR-MOPS-002 blank "(#mql)"',
    });
  });

  test('has notes and anchors behind it', () => {
    answers(head, {
      'BR-MOPS-002[^1]: MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002\\[^1]: MQL': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002: MQL {#mql}': 'BR-MOPS-002 colon "MQL"',
      'BR-MOPS-002: MQL {x}': 'BR-MOPS-002 colon "MQL {x}"',
      'BR-MOPS-002: MQL{#mql} x': 'BR-MOPS-002 colon "MQL{#mql} x"',
      'BR-MOPS-002\u2060: MQL\u2060\u2060': 'BR-MOPS-002 colon "MQL"',
      '\u2060BR-MOPS-002: MQL': 'BR-MOPS-002 colon "MQL"',
    });
  });

  test('is no ID, or one of several', () => {
    answers(head, {
      'BR-MOPS-002 to BR-MOPS-004': null,
      'BR-MOPS-002 - 004': null,
      'BR-MOPS-002 / BR-MOPS-003': null,
      'BR-MOPS: MQL': null,
      'Owner: BDR': null,
      'EPIC-01: MQL': 'EPIC-01 colon "MQL"',
      'GTM-XXX: MQL': 'GTM-XXX colon "MQL"',
      'GTM-?: MQL': 'GTM-? colon "MQL"',
      'BR-{XXX}: MQL': 'BR-{XXX} colon "MQL"',
      'br-mops-2: MQL': 'br-mops-2 colon "MQL"',
      'BR–MOPS–002: MQL': 'BR–MOPS–002 colon "MQL"',
    });
  });

  test('ends where its signs end', () => {
    answers((line) => line.slice(0, tokenEnd(line, 0)), {
      'BR-MOPS-002: x': 'BR-MOPS-002',
      'BR-MOPS-002- x': 'BR-MOPS-002',
      'BR-MOPS-002_': 'BR-MOPS-002',
      'BR\\-MOPS\\-002\\': 'BR\\-MOPS\\-002',
      'BR MOPS 002': 'BR MOPS 002',
      'BR-MOPS-2.1 x': 'BR-MOPS-2.1',
      'BR-MOPS-002abc': 'BR-MOPS-002abc',
      'GTM-? x': 'GTM-?',
      'GTM-???? x': 'GTM-???',
      'GTM-### x': 'GTM-###',
      'GTM-* x': 'GTM-*',
      'GTM-** x': 'GTM',
      'GTM-[XXX] x': 'GTM-[XXX]',
      'GTM-\\<NNN\\> x': 'GTM-\\<NNN\\>',
      'GTM- x': 'GTM',
      'GTM x': '',
    });
  });
});

describe('the ID somewhere in a line', () => {
  const found = (line: string) => {
    const one = foundHead(line, 0, line.length);
    return one === null ? null : `${one.where} ${told(line, one.head)}`;
  };

  test('behind what dresses it', () => {
    answers(found, {
      'BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '🚀 BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      ':rocket: BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '2.3 BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      'iv. BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      'Stage 3 BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      'Lifecycle stage BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '[Active] BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '(draft) BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '<a id="x"> BR-MOPS-002: MQL': 'front BR-MOPS-002 colon "MQL"',
      '**3. BR-MOPS-002: MQL**': 'front BR-MOPS-002 colon "MQL"',
      '*3. BR-MOPS-002: MQL*': 'front BR-MOPS-002 colon "MQL"',
      '3. BR-MOPS-002: MQL*': 'front BR-MOPS-002 colon "MQL*"',
      '~~3. BR-MOPS-002: MQL~~': 'front BR-MOPS-002 colon "MQL"',
      'MQL BR-MOPS-002': 'amid BR-MOPS-002 dash "MQL"',
    });
  });

  test('behind its title', () => {
    answers(found, {
      'MQL (BR-MOPS-002)': 'behind BR-MOPS-002 dash "MQL"',
      'MQL [BR-MOPS-002]': 'behind BR-MOPS-002 dash "MQL"',
      'MQL {BR-MOPS-002}': 'behind BR-MOPS-002 dash "MQL"',
      'MQL “BR-MOPS-002”': 'behind BR-MOPS-002 dash "MQL"',
      'MQL — BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL: BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL, BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL / BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL → BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL - BR-MOPS-002': 'behind BR-MOPS-002 dash "MQL"',
      'MQL · `BR-MOPS-002`': 'behind BR-MOPS-002 dash "MQL"',
      '**MQL** (BR-MOPS-002)': 'behind BR-MOPS-002 dash "MQL"',
      '**MQL (BR-MOPS-002)**': 'behind BR-MOPS-002 dash "MQL"',
      'MQL (ID: BR-MOPS-002)': 'behind BR-MOPS-002 dash "MQL"',
      'MQL (ref. BR-MOPS-002)': 'amid BR-MOPS-002 dash "MQL"',
      'MQL – no BR-MOPS-002': 'amid BR-MOPS-002 dash "MQL"',
      'MQL (BR-MOPS-002, Active)': 'behind BR-MOPS-002 dash "MQL"',
      'MQL (BR-MOPS-002) (Active)': 'behind BR-MOPS-002 dash "MQL"',
      'MQL (BR-MOPS-002) {#mql}': 'behind BR-MOPS-002 dash "MQL"',
      'MQL (BR-MOPS-002).': 'behind BR-MOPS-002 dash "MQL"',
      'MQL [BR-MOPS-002](#mql)': 'behind BR-MOPS-002 dash "MQL" linked',
    });
  });

  test('amid words, or not at all', () => {
    answers(found, {
      'As BR-MOPS-002 says, call first': 'amid BR-MOPS-002 dash "As"',
      'MQL (BR-MOPS-002) is ours': 'amid BR-MOPS-002 dash "MQL"',
      'The rule: BR-MOPS-002 says so': 'amid BR-MOPS-002 dash "The"',
      MQL: null,
      'PER-001: buyer': null,
      'https://a.b/BR-MOPS-002': null,
      'x#BR-MOPS-002': null,
      'MQL BRMOPS': null,
      'xBR-MOPS-002': null,
      'a_BR-MOPS-002': null,
      [`${'word '.repeat(58)}BR-MOPS-002`]: `amid BR-MOPS-002 dash "${'word '.repeat(58).trim()}"`,
      [`${'word '.repeat(60)}BR-MOPS-002`]: null,
    });
  });
});
