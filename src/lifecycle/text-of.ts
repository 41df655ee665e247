import type { Span } from '../sot/entry.ts';
import type { Model } from './model.ts';

const texts = new WeakMap<Model, ReadonlyMap<string, string>>();

/** The text of a file of the model; empty for a path that it has not. */
export function textOf(model: Model, path: string): string {
  let byPath = texts.get(model);
  if (!byPath) {
    byPath = new Map(model.repository.files.map((file) => [file.path, file.text]));
    texts.set(model, byPath);
  }
  return byPath.get(path) ?? '';
}

/** What stands at a place, as written. */
export function sliceOf(model: Model, span: Span): string {
  return textOf(model, span.file).slice(span.start, span.end);
}
