import { gateTitles } from '../../src/rules/gates.ts';

/**
 * A printout that says `[gate 3]` for the title of a gate: titles stand in `src/rules/gates.ts` and, as a person sees
 * them, in the printout of `test/cases/base/quick`, so that another title changes one expectation.
 */
export function withoutGateTitles(text: string): string {
  let told = text;
  for (const [gate, title] of Object.entries(gateTitles))
    told = told
      .split(title)
      .map((part, at) => (at > 0 && /^ {2}/.test(part) ? part.replace(/^ +/, '  ') : part))
      .join(`[gate ${gate}]`);
  return told;
}
