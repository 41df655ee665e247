/** Every line of every file and what it was taken for (SPEC §2 "Every line is accounted for"). */

import { beginsWithId } from '../sot/cut/claim.ts';
import { coverLeavings } from '../sot/cut/leavings.ts';
import type { Entry, ReadFile, Text } from '../sot/entry.ts';
import { linesOf } from '../sot/lines.ts';
import type { Field, Model } from './model.ts';
import { recordOf } from './record-of.ts';
import { unreadHeads } from './unread.ts';

/** What a line can be; each is exactly one of them. */
export const lineKinds = ['head', 'label', 'value', 'note', 'outside', 'left-out', 'unread'] as const;
export type LineKind = (typeof lineKinds)[number];

export interface LineAccount {
  /** 1-based. */
  readonly line: number;
  readonly as: LineKind;
  /** ID of the entry it belongs to. */
  readonly entry?: string;
  /** The field it names or fills, such as `sla.response`. */
  readonly field?: string;
  /** The value that the model holds for it. */
  readonly value?: string;
  /** Why it is left out or unread. */
  readonly why?: string;
}

export interface FileAccount {
  readonly file: string;
  readonly lines: readonly LineAccount[];
}

type Writable = { -readonly [key in keyof LineAccount]: LineAccount[key] };

/** The account of all files of a model, or of those with these paths. */
export function accountOf(model: Model, only?: ReadonlySet<string>): readonly FileAccount[] {
  const unread = unreadHeads(model);
  return model.repository.files
    .filter(({ path }) => only === undefined || only.has(path))
    .map((file) => ({
      file: file.path,
      lines: linesIn(
        model,
        file,
        unread.flatMap((one) => (one.file === file ? [one.head.span.line] : [])),
      ),
    }));
}

function linesIn(model: Model, file: ReadFile, unreadAt: readonly number[]): readonly LineAccount[] {
  const table = linesOf(file);
  const last =
    file.text.length > 0 && table.starts[table.count - 1] === file.text.length
      ? table.count - 1
      : table.count;
  const lines: Writable[] = Array.from({ length: Math.max(1, last) }, (_, at) => ({
    line: at + 1,
    as: 'outside',
  }));
  const put = (line: number, what: Omit<Writable, 'line'>): void => {
    if (lines[line - 1] !== undefined) lines[line - 1] = { line, ...what };
  };
  for (const entry of file.entries) takeEntry(model, entry, put, lines);
  for (const { from, to, why } of file.leftOut)
    for (let line = from + 1; line <= to + 1; line++)
      if (lines[line - 1]?.as === 'outside' || lines[line - 1]?.as === 'note')
        put(line, { as: 'left-out', why });
  for (const { span } of file.comments) {
    for (let line = span.line; line <= span.endLine; line++) {
      const as = lines[line - 1]?.as;
      const start = table.firstInk(line - 1);
      if (
        (as === 'outside' || as === 'note') &&
        start >= span.start &&
        table.lastInk(line - 1, start) <= span.end
      )
        put(line, { as: 'left-out', why: 'a comment' });
    }
  }
  for (const { code, span, message } of file.issues) {
    if (code === 'merge-conflict' || lines[span.line - 1]?.as === 'head') continue;
    put(span.line, { as: 'unread', why: message });
  }
  for (const line of unreadAt)
    if (lines[line - 1]?.as !== 'head')
      put(line, { as: 'unread', why: 'looks like an entry and is not read as one' });
  for (const { span } of file.stageTables)
    for (let line = span.line; line <= span.endLine; line++)
      if (lines[line - 1]?.as === 'outside')
        put(line, {
          as: 'left-out',
          why:
            model.living.stages.length > 0
              ? 'a table of stages without IDs: no entry; what it says of owners and limits is compared with the entries'
              : 'a table of stages without IDs: no entry, so nothing in it is checked',
        });
  for (const one of lines) {
    if (one.as !== 'outside') continue;
    const raw = file.text.slice(table.starts[one.line - 1], table.ends[one.line - 1]);
    const words = /MOPS/i.test(raw) ? coverLeavings(raw) : '';
    const id = beginsWithId(words, 0, words.length);
    if (id !== null) put(one.line, { as: 'left-out', why: `mentions ${id}, which is no entry here` });
  }
  return lines;
}

function takeEntry(
  model: Model,
  entry: Entry,
  put: (line: number, what: Omit<Writable, 'line'>) => void,
  lines: readonly Writable[],
): void {
  const id = entry.id;
  const record = recordOf(model, entry);
  for (let line = entry.span.line; line <= entry.span.endLine; line++)
    put(
      line,
      record === undefined
        ? {
            as: 'left-out',
            entry: id,
            why: `an ${entry.section ?? 'example'} in a section that holds a template's ID`,
          }
        : { as: 'note', entry: id },
    );
  if (record === undefined) return;
  for (const span of entry.unread)
    for (let line = span.line; line <= span.endLine; line++)
      put(line, { as: 'unread', entry: id, why: 'a table in HTML, or a block of data' });
  const fields = [...record.fields.values()];
  const free = (line: number) => lines[line - 1]?.as === 'note' || lines[line - 1]?.as === 'label';
  for (const field of fields)
    if (free(field.label.span.line))
      put(field.label.span.line, { as: 'label', entry: id, field: field.name });
  // A block's own text covers that of its sub-fields, which are nearer.
  for (const field of [...fields].sort((one, other) => depth(other) - depth(one)))
    for (const text of textsOf(field))
      for (let line = text.span.line; line <= text.span.endLine; line++)
        if (free(line)) put(line, { as: 'value', entry: id, field: field.name, value: text.text });
  put(entry.span.line, { as: 'head', entry: id });
  put(entry.idSpan.line, { as: 'head', entry: id });
}

function depth(field: Field): number {
  return field.name.split('.').length;
}

function textsOf(field: Field): readonly Text[] {
  return field.items.length > 0 ? field.items : field.value === null ? [] : [field.value];
}
