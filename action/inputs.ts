import * as z from 'zod';
import type { FailOn } from '../src/check/finding.ts';
import { type Mode, type Motion, modes, motions } from '../src/config/schema.ts';
import { UsageError } from '../src/shell/exit.ts';

/** What the workflow asked for (action.yml). `null` leaves the decision to the configuration or the event. */
export interface Inputs {
  readonly path: string | null;
  readonly config: string | null;
  readonly mode: Mode | null;
  readonly motion: Motion | null;
  readonly scope: 'new' | 'all' | null;
  readonly failOn: FailOn;
  readonly comment: 'auto' | 'always' | 'never';
  readonly suggestions: boolean;
  readonly reconcile: 'off' | 'suggest' | 'commit';
  readonly sarifFile: string | null;
  readonly reportFile: string | null;
  readonly token: string | null;
}

const text = z.string().transform((value) => (value === '' ? null : value));
const oneOf = <const Value extends string>(values: readonly Value[]) =>
  z.union([z.literal('').transform(() => null), z.enum(values)]);

/** Defaults of inputs that have no place in the configuration file; action.yml states none (see there). */
const schema = z.object({
  path: text,
  config: text,
  mode: oneOf(modes),
  motion: oneOf(motions),
  scope: oneOf(['new', 'all']),
  'fail-on': oneOf(['error', 'warning', 'notice', 'never']).transform((value) => value ?? 'error'),
  comment: oneOf(['auto', 'always', 'never']).transform((value) => value ?? 'auto'),
  suggestions: oneOf(['true', 'false']).transform((value) => value !== 'false'),
  reconcile: oneOf(['off', 'suggest', 'commit']).transform((value) => value ?? 'suggest'),
  'sarif-file': text,
  'report-file': text,
  token: text,
});

/** The choices an input of fixed values has, for the message about a value that is none of them. */
const choices: { readonly [input: string]: readonly string[] } = {
  mode: modes,
  motion: motions,
  scope: ['new', 'all'],
  'fail-on': ['error', 'warning', 'notice', 'never'],
  comment: ['auto', 'always', 'never'],
  suggestions: ['true', 'false'],
  reconcile: ['off', 'suggest', 'commit'],
};

/** Names of all inputs, as action.yml has them. */
export const inputNames = Object.keys(schema.shape);

/** Reads the inputs; `read` gives the trimmed value of one, empty when it was left out. Throws UsageError. */
export function readInputs(read: (name: string) => string): Inputs {
  const given = Object.fromEntries(inputNames.map((name) => [name, read(name)]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new UsageError(
      wrong
        .map((name) => `Input ${name} is "${given[name]}", but must be one of: ${choices[name]?.join(', ')}.`)
        .join(' '),
    );
  }
  const { data } = parsed;
  return {
    ...data,
    failOn: data['fail-on'],
    sarifFile: data['sarif-file'],
    reportFile: data['report-file'],
  };
}
