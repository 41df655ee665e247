import { inEnglish } from '../language/abroad.ts';
import { readSla } from './phrase/read.ts';

/** What a limit with units of another language is in English; null where that is no limit either. */
export function limitInEnglish(phrase: string): string | null {
  const english = inEnglish(phrase);
  return english !== null && readSla(english).ok ? english : null;
}
