/** Whether there is no lifecycle where there should be one (SPEC §2 "Nothing found is not a pass"). */

import { namedIn } from '../config/named.ts';
import type { Span, StageTable } from '../sot/entry.ts';
import type { Model } from './model.ts';
import { anythingUnread } from './unread.ts';

/** What says that there should be a lifecycle, and where. */
export interface Missing {
  readonly at: Span;
  readonly message: string;
  readonly fix: string;
}

/** Null where stages were read, where something unread may hold them, or where nothing speaks of a lifecycle. */
export function missingLifecycle(model: Model): Missing | null {
  if (model.stages.length > 0 || anythingUnread(model)) return null;
  const table = stageTable(model);
  if (table !== null) {
    return {
      at: table.span,
      message: `This table describes a lifecycle (${table.names.join(', ')}), but no entry does, so none of it is checked.`,
      fix: table.html
        ? 'It is written in HTML, which is not read. Write it as a table in Markdown (or save it as CSV); "mops import" then makes an entry of each row.'
        : table.sheet
          ? 'Save its rows as a file of their own, "stages.csv": "mops import stages.csv" then makes an entry of each row.'
          : `Make an entry of each row: "mops import ${table.span.file}" writes them with what the table says.`,
    };
  }
  const looked = `in ${model.config.sot.join(', ')}`;
  const named = namedIn(model.config);
  if (named !== null) {
    return {
      at: named.span,
      message: `The config names ${named.key === 'stages' ? 'stages' : `a ${named.key}`}, but no lifecycle stage (BR-MOPS entry) was found ${looked}.`,
      fix:
        model.elsewhere.length > 0
          ? `Lifecycle entries are in ${model.elsewhere.join(', ')}: name ${model.elsewhere.length === 1 ? 'that file' : 'those files'} under "sot" in the config.`
          : 'Correct the paths under "sot", bring the entries back, or write them: "mops init" writes a lifecycle to start from.',
    };
  }
  const other = [...model.handoffs, ...model.routings, ...model.scorings, ...model.mistyped].sort(
    (a, b) => (a.entry.span.file < b.entry.span.file ? -1 : 1) || a.entry.span.start - b.entry.span.start,
  )[0];
  if (other === undefined) return null;
  return {
    at: other.entry.idSpan,
    message: `${other.id} belongs to a lead lifecycle, but no lifecycle stage (BR-MOPS entry) was found ${looked}.`,
    fix: 'Add the files that hold the stages to "sot" in mops.config.yml, or write the stages: "mops init" writes a lifecycle to start from.',
  };
}

/** The first table outside every entry that names stages we know and says who owns them or when they begin. */
function stageTable(
  model: Model,
): (Pick<StageTable, 'span' | 'html' | 'sheet'> & { names: readonly string[] }) | null {
  const names = model.stageNames;
  for (const file of model.repository.files) {
    for (const table of file.stageTables) {
      if (table.fields < 3) continue;
      const known = stagesOf(table).filter((name) => names.exact(name)?.kind === 'stage');
      if (known.length >= 2) {
        const names = stagesOf(table).slice(0, 6);
        return { ...table, names };
      }
    }
  }
  return null;
}

function stagesOf(table: StageTable): readonly string[] {
  return table.stages.map(({ text }) => text);
}
