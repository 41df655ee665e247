/** Files that a writing command could not look into, so that nobody takes silence for "nothing there". */

import type { ReadIssue } from '../../sot/entry.ts';
import { plainText } from '../../untrusted/plain-text.ts';

/** A line for each, with what that means for this command: `Not touched: SoT/old.md is saved as UTF-16. …` */
export function notRead(issues: readonly ReadIssue[], means = ''): readonly string[] {
  return issues.map(
    ({ message, fix }) =>
      `Not touched: ${plainText(message)} ${plainText(fix)}${means === '' ? '' : ` ${means}`}`,
  );
}
