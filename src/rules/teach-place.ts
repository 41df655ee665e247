import { configLine } from '../config/line.ts';
import { groundsIn, lastingReason } from '../language/returning.ts';
import { sinkNames } from '../language/sinks.ts';
import { wayWords } from '../language/way.ts';
import type { Model } from '../lifecycle/model.ts';

/** The places that need no entry, by their very names. */
export const placeNames: readonly string[] = [...sinkNames.values()];

/**
 * The line of the config that makes a place known, as a sentence behind a fix; empty for a sentence, which is no name.
 * Who is sent there for a reason that lasts never comes back from it.
 */
export function teachPlace(model: Model, route: string, ground = ''): string {
  const name = route
    .replace(wayWords, '')
    .replace(/^the\s+/i, '')
    .replace(/[\s]*[,;(.].*$/s, '')
    .trim();
  if (name === '' || name.split(/\s+/).length > 4 || model.roles.find(name) !== null) return '';
  const lasts = groundsIn(ground).some((one) => lastingReason(one) !== undefined);
  const line = configLine(model.config, 'sinks', lasts ? 'Disqualified' : 'Nurture', [name]);
  return lasts
    ? ` If it is a place from which leads never come back, put this line into mops.config.yml: \`${line}\`; if they wait there, with Nurture instead of Disqualified.`
    : ` If it is a place where leads wait, put this line into mops.config.yml: \`${line}\`; if they never come back, with Disqualified instead of Nurture.`;
}
