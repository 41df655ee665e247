/** What the schema refuses in a config, in words that name the way out. */

import type { Document } from 'yaml';
import { closest } from '../language/closest.ts';
import { own } from '../language/own.ts';
import { mostErrors } from './bounds.ts';
import { keyCalled, mapToWrite } from './examples.ts';
import { yamlWord } from './line.ts';
import { keyOffset, type Path, valueOffset } from './place.ts';
import { configSchema } from './schema.ts';

/** What is wrong in a config file, where, in words that name the way out. Line and column are 1-based. */
export interface ConfigError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type At = (offset: number, message: string) => ConfigError;

/** The part of a zod issue that is read here. */
export interface Issue {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly errors?: readonly (readonly Issue[])[];
  readonly issues?: readonly Issue[];
}

/** What one fault of the schema means for whoever writes the config, each mistake at its place. */
export function explainIssue(issue: Issue, document: Document, root: unknown, at: At): ConfigError[] {
  const name = dotted(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return (issue.keys ?? []).slice(0, mostErrors).map((key) => {
      const meant = keyCalled(name, key) ?? closest(key, known);
      const hint = meant ? `Did you mean "${meant}"?` : `Known keys: ${known.join(', ')}.`;
      return at(
        keyOffset(document, [...issue.path, key]),
        `Unknown key "${key}"${name && ` in ${name}`}. ${hint}`,
      );
    });
  }
  const choices = choicesOf(issue);
  const found = shown(valueAt(root, issue.path));
  const offset = valueOffset(document, issue.path);
  if (choices.length > 0) {
    return [at(offset, `${name} is ${found}. ${hintFor(String(valueAt(root, issue.path)), choices)}`)];
  }
  if (issue.code === 'invalid_type') {
    const value = valueAt(root, issue.path);
    return [
      at(
        offset,
        `${name || 'The config'} is ${found}, expected ${expectedInWords(issue.expected)}.${toWrite(issue, name, value)}`,
      ),
    ];
  }
  if (issue.code === 'invalid_key')
    return [at(offset, `${name.replace(/\.$/, '')} has a key without a name. Give it one, or take it out.`)];
  if (issue.code === 'too_small') return [at(offset, `${name} is empty. Leave it out, or give it a value.`)];
  return [at(offset, `${name}: ${issue.message}`)];
}

/** The value in the shape that is wanted, where it can be told from what stands there. */
function toWrite({ expected, path }: Issue, name: string, value: unknown): string {
  const words = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  if (expected === 'array') {
    if (words !== null && words !== '') return ` Write [${yamlWord(words)}].`;
    return name === 'sot' || value === null
      ? ` Write ${name === 'sot' ? '["SoT/**/*.md"]' : '[]'}, or leave it out.`
      : '';
  }
  if (expected === 'string') {
    if (path.at(-1) === 'zone') return ' Write an IANA name, for example America/New_York.';
    if (path.at(-2) === 'hours') return ' Write "09:00-17:00", or leave the day out.';
    return typeof value === 'number' ? ` Write "${value}".` : '';
  }
  return mapToWrite(name, value);
}

/** The allowed values an issue names, also inside a union. */
function choicesOf(issue: Issue): string[] {
  const own = (issue.values ?? []).filter((value) => value !== false).map(String);
  const inner = [...(issue.errors ?? []).flat(), ...(issue.issues ?? [])].flatMap(choicesOf);
  return [...new Set([...own, ...inner])];
}

function hintFor(found: string, choices: readonly string[]): string {
  const meant = closest(found, choices);
  return `${meant ? `Did you mean "${meant}"? ` : ''}Choose one of: ${choices.join(', ')}.`;
}

/** Keys the schema knows at a path. */
function keysAt(path: Path): string[] {
  let schema = definition(configSchema);
  for (const step of path) schema = definition(schema?.valueType ?? own(schema?.shape ?? {}, String(step)));
  return Object.keys(schema?.shape ?? definition(schema?.keyType)?.entries ?? {});
}

/** What is read here of a zod schema's definition. */
interface Definition {
  readonly innerType?: unknown;
  readonly shape?: { readonly [key: string]: unknown };
  readonly keyType?: unknown;
  readonly valueType?: unknown;
  readonly entries?: object;
}

/** A schema's definition under `optional` and `default`. */
function definition(schema: unknown): Definition | undefined {
  let inner = (schema as { def?: Definition } | undefined)?.def;
  while (inner?.innerType) inner = (inner.innerType as { def?: Definition }).def;
  return inner;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = (value as { [key: string]: unknown } | null | undefined)?.[step];
  return value;
}

function dotted(path: Path): string {
  return path.join('.');
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'a map of keys';
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function expectedInWords(expected: string | undefined): string {
  const words: { readonly [type: string]: string } = {
    string: 'text',
    array: 'a list',
    object: 'a map of keys',
    record: 'a map of keys',
  };
  return words[expected ?? ''] ?? String(expected);
}
