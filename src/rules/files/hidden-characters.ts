import { addTo } from '../../lifecycle/grouped.ts';
import type { Entry, ReadFile, Span } from '../../sot/entry.ts';
import { countUpTo } from '../../sot/sorted.ts';
import { codePointOf, type Hidden, hiddenIn, spelled } from '../../untrusted/hidden.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted } from '../wording.ts';

/** Kinds of code points that a message names. */
const mostNamed = 5;

export const hiddenCharacters: Rule = {
  id: 'hidden-characters',
  title: 'Text stands there that nobody sees',
  why: 'Programs and assistants read what a person does not: hidden text can say something else than the page shows, a turned reading order shows another rule than the one that is written, and a word with an invisible gap is found by no search.',
  fix: 'Remove the hidden characters: delete the word and type it anew.',
  source: 'SPEC §12',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: B\u{200b}DR
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const file of model.repository.files) {
      const ours = file.entries.filter(({ kind }) => kind !== 'other');
      // A handbook beside the lifecycle is somebody else's.
      if (ours.length > 0) yield* problemsIn(file, ours);
    }
  },
};

function* problemsIn(file: ReadFile, entries: readonly Entry[]): Generator<Problem> {
  const found = new Map<Entry | null, Hidden[]>();
  let at = 0;
  for (const one of hiddenIn(file.text)) {
    // A NUL makes the file none of text: `file-unreadable` says so.
    if (file.text[one.start] === '\0') continue;
    while ((entries[at]?.span.end ?? Number.POSITIVE_INFINITY) <= one.start) at++;
    const entry = entries[at];
    const inside = entry !== undefined && entry.span.start <= one.start ? entry : null;
    // Between entries only what says something: a gap in a word is no rule of anybody's there.
    if (inside === null && one.kind === 'inside') continue;
    addTo(found, inside, one);
  }
  if (found.size === 0) return;
  const lines = lineStarts(file.text);
  for (const [entry, list] of found) yield problem(file, lines, entry, list);
}

function problem(
  { path, text }: ReadFile,
  lines: readonly number[],
  entry: Entry | null,
  found: readonly Hidden[],
): Problem {
  const [first] = found as readonly [Hidden, ...Hidden[]];
  const spans = found.map((one) => spanOf(path, lines, one));
  const at = spans[0] as Span;
  const characters = found.flatMap(({ start, end }) => [...text.slice(start, end)]);
  const points = [...new Set(characters.map(codePointOf))];
  const others = points.length - mostNamed;
  const named = listed(
    points.length > mostNamed ? [...points.slice(0, mostNamed), `${others} more`] : points,
  );
  const rows = [...new Set(spans.map(({ line }) => line))];
  const where = `line${rows.length === 1 ? '' : 's'} ${listed(rows.length > 5 ? [...rows.slice(0, 5).map(String), `${rows.length - 5} more`] : rows.map(String))}`;
  const many = characters.length === 1 ? 'a character' : `${characters.length} characters`;
  const words = spelled(characters.join(''));
  const what = found.some(({ kind }) => kind === 'order')
    ? ' The text is not in the order in which it shows.'
    : words === ''
      ? ''
      : ` They spell ${quoted(words, 80)} to a program.`;
  const only = found.length === 1;
  return {
    at,
    message: `${entry?.id ?? 'The text between the entries'} has ${many} that nobody sees, on ${where}: ${named}.${what}`,
    ...(entry === null ? {} : { entry }),
    key: points.join(' '),
    ...(found.some(({ kind }) => kind !== 'inside') ? {} : { severity: 'warning' }),
    ...(only ? { edit: { span: at, text: '', sure: first.kind === 'inside' } } : {}),
    softens: false,
  };
}

function lineStarts(text: string): readonly number[] {
  // A byte order mark takes no column.
  return [
    text.startsWith('\ufeff') ? 1 : 0,
    ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length),
  ];
}

function spanOf(file: string, lines: readonly number[], { start, end }: Hidden): Span {
  const line = countUpTo(lines, start);
  const column = start - (lines[line - 1] ?? 0) + 1;
  return { file, start, end, line, column, endLine: line, endColumn: column + end - start };
}
