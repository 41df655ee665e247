/** The lifecycle's history from git: what each commit changed in meaning. */

export interface ChangeLine {
  readonly id: string | null;
  readonly name: string;
  /** The field or event: `owner`, `limit`, `added`. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Change {
  readonly sha: string;
  /** ISO date of the commit. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly lines: readonly ChangeLine[];
}

/** Until the semantic comparison is there. */
export async function readHistory(_dir: string, _config: unknown): Promise<readonly Change[] | null> {
  return null;
}
