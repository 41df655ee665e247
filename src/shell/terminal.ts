/** Where a command writes. Tests and the watcher hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a screen shows `out`, and not a file or another program. */
  readonly screen: boolean;
  /** Whether `out` takes ANSI colours. */
  readonly colour: boolean;
}

/**
 * The process's own terminal. Colours only where a person looks (a terminal, no NO_COLOR, not `dumb`), or where
 * FORCE_COLOR asks for them. A reader that stops early (`mops check | head`) ends the output quietly.
 */
export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      // The verdict of the run that wrote is still to come; it is the exit code all the same.
      setImmediate(() => process.exit());
    });
  }
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    screen: process.stdout.isTTY === true,
    colour: wantsColour(process.env, process.stdout.isTTY === true),
  };
}

/** NO_COLOR wins (https://no-color.org), then FORCE_COLOR, then whether somebody looks. */
export function wantsColour(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return terminal && environment['TERM'] !== 'dumb';
}
