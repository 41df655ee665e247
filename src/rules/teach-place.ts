import { configLine } from '../config/line.ts';
import { sinkNames } from '../language/sinks.ts';
import type { Model } from '../lifecycle/model.ts';

/** The places that need no entry, by their very names. */
export const placeNames: readonly string[] = [...sinkNames.values()];

/** The line of the config that makes a place known, as a sentence behind a fix; empty for a sentence, which is no name. */
export function teachPlace(model: Model, route: string): string {
  const name = route
    .replace(/^(?:(?:goes|go|move|moved|send|sent|back|returns?)\s+)*(?:to|into)\s+(?:the\s+)?/i, '')
    .replace(/[\s]*[,;(.].*$/s, '')
    .trim();
  if (name === '' || name.split(/\s+/).length > 4 || model.roles.find(name) !== null) return '';
  return ` If it is a place where leads wait, put this line into mops.config.yml: \`${configLine(model.config, 'sinks', 'Nurture', [name])}\`; if they never come back, with Disqualified instead of Nurture.`;
}
