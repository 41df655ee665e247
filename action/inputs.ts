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

/** Inputs of fixed values, in the order of action.yml; the empty text leaves one out. */
const choices = {
  mode: modes,
  motion: motions,
  scope: ['new', 'all'],
  'fail-on': ['error', 'warning', 'notice', 'never'],
  comment: ['auto', 'always', 'never'],
  suggestions: ['true', 'false'],
  reconcile: ['off', 'suggest', 'commit'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Names of all inputs, as action.yml has them. */
export const inputNames: readonly string[] = [
  'path',
  'config',
  ...Object.keys(choices),
  'sarif-file',
  'report-file',
  'token',
];

/** Reads the inputs; `read` gives the trimmed value of one, empty when it was left out. Throws UsageError. */
export function readInputs(read: (name: string) => string): Inputs {
  const wrong = Object.entries<readonly string[]>(choices).filter(([name, values]) => {
    const given = read(name);
    return given !== '' && !values.includes(given);
  });
  if (wrong.length > 0)
    throw new UsageError(
      wrong
        .map(
          ([name, values]) => `Input ${name} is "${read(name)}", but must be one of: ${values.join(', ')}.`,
        )
        .join(' '),
    );
  const text = (name: string): string | null => read(name) || null;
  const oneOf = <const Name extends keyof typeof choices>(name: Name) =>
    choiceOf<(typeof choices)[Name][number]>(choices[name], read(name));
  // Defaults of inputs that have no place in the configuration file; action.yml states none (see there).
  return {
    path: text('path'),
    config: text('config'),
    mode: oneOf('mode'),
    motion: oneOf('motion'),
    scope: oneOf('scope'),
    failOn: oneOf('fail-on') ?? 'error',
    comment: oneOf('comment') ?? 'auto',
    suggestions: oneOf('suggestions') !== 'false',
    reconcile: oneOf('reconcile') ?? 'suggest',
    sarifFile: text('sarif-file'),
    reportFile: text('report-file'),
    token: text('token'),
  };
}

function choiceOf<Value extends string>(values: readonly Value[], given: string): Value | null {
  return values.find((value) => value === given) ?? null;
}
