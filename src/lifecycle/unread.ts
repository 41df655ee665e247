/** What looks like an entry and is not read as one, and what therefore cannot be judged. */

import type { Entry, ReadFile, Unclaimed } from '../sot/entry.ts';
import { emptiedFiles } from './emptied.ts';
import type { Model } from './model.ts';

/** A place that looks like an entry, in its file. */
export interface UnreadHead {
  readonly file: ReadFile;
  readonly head: Unclaimed;
}

/** Heads of entries that no form of the reader fits; an ID that is defined elsewhere is only mentioned there. */
export function unreadHeads(model: Model): readonly UnreadHead[] {
  return model.repository.files.flatMap((file) =>
    file.unclaimed
      .filter(
        ({ id, looks }) =>
          (looks === 'entry' || looks === 'html') && (id === null || !model.repository.byId.has(id)),
      )
      .map((head) => ({ file, head })),
  );
}

/** Entries with a part that cannot be read, such as a table in HTML. */
export function partlyRead(model: Model): readonly Entry[] {
  return model.repository.files.flatMap((file) => file.entries.filter((entry) => entry.unread.length > 0));
}

/** Whether something stands in the files that could not be read, so that what is missing may stand there. */
export function anythingUnread(model: Model): boolean {
  return (
    model.repository.files.some((file) =>
      file.issues.some(({ code, expected }) => code !== 'id-format' || expected === null),
    ) ||
    emptiedFiles(model).length > 0 ||
    unreadHeads(model).length > 0 ||
    partlyRead(model).length > 0
  );
}
