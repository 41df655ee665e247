/** Further fix texts that are a complete instruction: at their place, for the config, about another entry. */
import { parse } from 'yaml';
import type { Finding } from '../../src/check/finding.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import { line } from './to-the-letter.ts';

/** What somebody who follows the advice may change. */
export interface Desk {
  readonly files: readonly SourceFile[];
  /** Keys of the config that the case lays over its base's. */
  readonly config: Readonly<Record<string, unknown>>;
}

type Follow = (desk: Desk, finding: Finding, words: readonly string[]) => Desk | null;

type Place = Finding['span'];

const textAt = (files: readonly SourceFile[], { file, start, end }: Place): string =>
  files.find(({ path }) => path === file)?.text.slice(start, end) ?? '';

function put(desk: Desk, { file, start, end }: Place, words: string): Desk | null {
  const files = desk.files.map((each) =>
    each.path === file ? { ...each, text: each.text.slice(0, start) + words + each.text.slice(end) } : each,
  );
  return { ...desk, files };
}

/** The words in place of what the finding points at. */
const here: Follow = (desk, { span }, words) => put(desk, span, words.at(-1) ?? '');

/** The number in what it points at. */
const number: Follow = (desk, { span }, [words = '']) =>
  put(desk, span, textAt(desk.files, span).replace(/\d+(?=\D*$)/, words));

/** The words behind what it points at. */
const behind: Follow = (desk, { span }, [words = '']) => put(desk, { ...span, start: span.end }, words);

/** A line of the config in place of the section that it begins. */
const config: Follow = (desk, _finding, [words = '']) => ({
  ...desk,
  config: { ...desk.config, ...(parse(words) as object) },
});

/** The two limits of a line change places, there and wherever it is repeated. */
const swapped: Follow = (desk, { span, related }) => {
  const words = textAt(desk.files, span);
  const match = /^(.*?: )([^;]+)(; .*?: )(.+)$/.exec(words);
  if (match === null) return null;
  const [, first, slow, second, fast] = match;
  return [span, ...related.map((one) => one.span)].reduce<Desk | null>(
    (done, place) => (done === null ? null : put(done, place, `${first}${fast}${second}${slow}`)),
    desk,
  );
};

/** Where the finding's entry says its status, the other one. */
const status: Follow = (desk, finding, [id = '', word = '']) => {
  const head = desk.files.find(({ text }) => new RegExp(`^#+ .*${id}|^${id}:`, 'm').test(text));
  if (head === undefined) return null;
  const at = head.text.search(new RegExp(`^#+ .*${id}|^${id}:`, 'm'));
  const span = { ...finding.span, file: head.path, line: 0, start: at };
  const files = line(desk.files, { ...finding, span, entry: id }, `Status: ${word}`);
  return files === null ? null : { ...desk, files };
};

/** A line of a field of the entry. */
const field: Follow = (desk, finding, words) => {
  const files = line(desk.files, finding, words.at(-1) ?? '');
  return files === null ? null : { ...desk, files };
};

/** One more line behind the last of the list at which, or in whose entry, it points. */
const lastRoute: Follow = (desk, { span }, [words = '']) => {
  const file = desk.files.find(({ path }) => path === span.file);
  const from = file?.text.lastIndexOf('Routes:', span.end) ?? -1;
  const list = file === undefined ? null : /^Routes:.*\n(?:[ \t]*- .*\n?)+/.exec(file.text.slice(from));
  if (from < 0 || list === null) return null;
  const end = from + list[0].trimEnd().length;
  return put(desk, { ...span, start: end, end }, `\n  - ${words}`);
};

/** Both parts of a line that says two things, each below its own field. */
const apart: Follow = (desk, { span }, [forward = '', out = '']) => {
  const changed = put(desk, span, forward);
  const label = 'Exit criteria (disqualification):';
  const files = changed?.files.map((each) => {
    if (each.path !== span.file) return each;
    const text = each.text.includes(label)
      ? each.text.replace(label, () => `${label}\n  - ${out}`)
      : each.text.replace(/^Owner:/m, (owner) => `${label}\n  - ${out}\n\n${owner}`);
    return { ...each, text };
  });
  return files === undefined ? null : { ...desk, files };
};

/** The line here goes, and the other stands below what leads out. */
const moved: Follow = (desk, finding, [out = '']) => {
  const gone = apart(desk, finding, ['', out]);
  const files = gone?.files.map((each) => ({ ...each, text: each.text.replace(/^[ \t]*-[ \t]*\n/gm, '') }));
  return files === undefined ? null : { ...desk, files };
};

/** A calendar for the config, and the limit that names it. */
const calendar: Follow = (desk, finding, [own = '', limit = '']) => {
  const added = parse(own.startsWith('calendars:') ? own : `calendars: {${own}}`) as { calendars: object };
  const calendars = { ...(desk.config.calendars as object), ...added.calendars };
  return here({ ...desk, config: { ...desk.config, calendars } }, finding, [limit]);
};

/** A new entry at the end of the file, linked where the finding's entry links. */
const entry: Follow = (desk, { span, rule }, [id = '', title = '']) => {
  const files = desk.files.map((each) => {
    if (each.path !== span.file) return each;
    const links = /^Linked IDs:.*$/m;
    const linked =
      rule === 'reference-named'
        ? each.text.slice(0, span.start) + id + each.text.slice(span.end)
        : links.test(each.text)
          ? each.text.replace(links, (line) => `${line}, ${id}`)
          : `${each.text.trimEnd()}\n\nLinked IDs: ${id}\n`;
    return { ...each, text: `${linked.trimEnd()}\n\n## ${id}: ${title}\n\nTarget: 30%\n` };
  });
  return { ...desk, files };
};

export const further: readonly (readonly [name: string, pattern: RegExp, follow: Follow])[] = [
  ['a line for the config', /mops\.config\.yml: `([^`]+)`/, config],
  ['a line to write in the config', /^Write `([^`]+)` in mops\.config\.yml/, config],
  ['an escalation that acts', /^Write a role and what it does, for example "([^"…]+)"\.$/, here],
  ['the next free number', /next free ID, ((?:[A-Z]+-)+\d{3})\b/, here],
  ['the number that is awaited', /^Write ((?:[A-Z]+-)+\d{3}), which other entries link/, here],
  ['a return', /^Write a time and what must have changed, for example "([^"…]+)"\.$/, here],
  ['no return', /^Write a time and what must have changed, or "(None)" when/, here],
  ['a last route', /^Add a last route: "([^"…]+)"\.$/, lastRoute],
  ['the role of a route', /^Write the role behind an arrow: "([^"…]+)"\.$/, here],
  ['a range for a route', /^Write one range for each route, [^"]* for example "([^"…]+)"/, here],
  ['a threshold within reach', /^Lower the threshold to at most (\d+)/, number],
  ['a number for a signal', /^End the line with a number: "([^"…]+)"\.$/, here],
  ['a stage and its score', /^Write the stage and the lowest score: "([^"…]+)"/, here],
  ['two limits swapped', /^Swap the two limits[.,]/, swapped],
  ['a calendar of its own', /^Add '(calendars: .*\}|\w+: \{.*\})' .*, and write '([^']+)'\.$/, calendar],
  ['a limit that is one', /: write '([^'…]+)'\.$/, here],
  ['a limit by example', /^Give a number and a unit, e\.g\. '([^'…]+)'\.$/, here],
  ['a limit in place of a template', /^Write a limit, for example "([^"…]+)"\.$/, here],
  ['two lines for one', /^Split it: "([^"…]+)" under "[^"]+", and "([^"…]+)" under/, apart],
  ['a number of its own', /, for example "(Order: \d+)"\.$/, field],
  ['software as the owner', /software does the work, write "(Owner: [^"…]+)"\.$/, field],
  ['a line of progression', /^Write the next stage and what must happen, for example "([^"…]+)"\.$/, here],
  ['a stage with its owner', /^Write the stage and its owner, for example "((?:From|To): [^"…]+)"\.$/, field],
  [
    'how often',
    /^Say how often a lead may return: "([^"…]+)"\.$/,
    (desk, finding, [words = '']) => behind(desk, finding, [`, ${words}`]),
  ],
  ['what proves it', /^Write what proves it, for example "([^"…]+)"/, here],
  ['a high-intent form', /^Name a high-intent form \("([^"…]+)"\)/, here],
  ['a KPI of its own', /^Add (KPI-\d{3}): ([^,]+), and link it here\.$/, entry],
  ['an entry of its own', /^Write an entry "(CFD-\d{3}): ([^"…]+)" and link/, entry],
  [
    'a loop that ends',
    /^Write it under "[^"]+", with .* for example "([^"…]+)", and remove the line here/,
    moved,
  ],
  ['an entry that has ended', /set the Status of ((?:[A-Z]+-)+\d{3}) to (Deprecated)\.$/, status],
  ['an entry that is finished', /^Finish ((?:[A-Z]+-)+\d{3}) and set its Status to (Active)\.$/, status],
  ['the status that is meant', /^Write "(Status: [^"…]+)" if that is what it means/, field],
  ['the name of now', /^Write "([^"…]+)", if that is what the stage is called now/, here],
  ['a clock by its label', /^Write what it is before it, "([^"…]+)"/, here],
  ['a heading with a number', /^Put an ID that is free into its heading, for example "## ([^"…]+)"/, here],
  [
    'the role of a person',
    /^Write "([A-Z]+)", (?:and keep the name in your team list|if that is the role)/,
    here,
  ],
  ['one role of two', /^Name one role, for example "([A-Z]+)"\.$/, here],
];

export function followedFurther(desk: Desk, finding: Finding): readonly [string, Desk][] {
  return further.flatMap(([name, pattern, follow]) => {
    const match = pattern.exec(finding.fix ?? '');
    const done = match === null ? null : follow(desk, finding, match.slice(1));
    return done === null ? [] : [[name, done] as [string, Desk]];
  });
}
