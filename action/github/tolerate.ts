import { log } from '../log.ts';
import { ApiFailure } from './answer.ts';

/** Does something with the API; a failure is one line in the log. */
export async function tolerate(what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiFailure)) {
      throw error;
    }
    log(`${what}. ${error.message} The verdict does not depend on it.`);
  }
}
