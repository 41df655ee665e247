import type { ReadFile, Span } from '../sot/entry.ts';
import type { Model } from './model.ts';

const files = new WeakMap<Model, ReadonlyMap<string, ReadFile>>();

/** The text of a file of the model; empty for a path that it has not. */
export function fileText(model: Model, path: string): string {
  let byPath = files.get(model);
  if (!byPath) {
    byPath = new Map(model.repository.files.map((file) => [file.path, file]));
    files.set(model, byPath);
  }
  return byPath.get(path)?.text ?? '';
}

/** What stands at a place, as written. */
export function sliceOf(model: Model, span: Span): string {
  return fileText(model, span.file).slice(span.start, span.end);
}
