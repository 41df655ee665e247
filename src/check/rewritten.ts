import { changedFiles } from '../edit/apply.ts';
import type { Edit } from '../edit/edit.ts';
import { labelsOf } from '../language/fields.ts';
import { buildModel } from '../lifecycle/build.ts';
import type { Model } from '../lifecycle/model.ts';
import { readFile, repositoryOf } from '../sot/index.ts';

/** The model of the same tree with its files edited; only those are read again. */
export function rewritten(model: Model, edits: readonly Edit[]): Model {
  const { files } = model.repository;
  const changed = new Map(changedFiles(files, edits).map(({ path, after }) => [path, after]));
  const read = files.map((file) => {
    const text = changed.get(file.path);
    return text === undefined ? file : readFile({ path: file.path, text }, labelsOf(model.config.fields));
  });
  return buildModel(repositoryOf(read), model.config, {
    mode: model.mode,
    ...(model.motion.source === 'option' && model.motion.value !== null
      ? { motion: model.motion.value }
      : {}),
  });
}
