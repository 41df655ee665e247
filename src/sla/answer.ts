import type { SlaReading } from './meaning.ts';

/** A reading as a line of the conformance table: what `mops sla --format json` prints. */
export function rowOf(phrase: string, reading: SlaReading): { readonly [field: string]: unknown } {
  if (!reading.ok) return { phrase, ok: false, code: reading.code, message: reading.message };
  const { warnings, ...fields } = reading.meaning;
  const [warn] = warnings;
  return {
    phrase,
    ok: true,
    ...fields,
    ...(warn === undefined ? {} : { warn }),
    ...(warnings.length > 1 ? { warnings } : {}),
  };
}
