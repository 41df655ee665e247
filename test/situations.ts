/** Situations that a YAML file holds, each with what is answered to it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/**
 * The situations of a file as they stand there; `UPDATE_CASES=1` writes what is answered now into the file.
 *
 * @param answered a situation with what is answered to it now
 */
export function situationsIn<One>(path: URL, answered: (one: One) => One): readonly One[] {
  const situations = parse(readFileSync(path, 'utf8')) as readonly One[];
  if (process.env.UPDATE_CASES === '1')
    writeFileSync(path, stringify(situations.map(answered), { lineWidth: 0 }));
  return situations;
}
