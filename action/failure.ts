/** The run cannot start because of what somebody configured: exit 2, shown at the place when one is known. */
export class ConfigurationError extends Error {
  readonly place: { readonly file: string; readonly line: number } | null;

  constructor(message: string, place: { readonly file: string; readonly line: number } | null = null) {
    super(message);
    this.place = place;
  }
}

/** Exit codes of SPEC §7, the same as the command line's. */
export const exitCodes = { pass: 0, failed: 1, configuration: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
