import type { StartRequest } from './place.ts';

/**
 * `mops.config.yml` of a new lifecycle: motion and mode as asked for, working hours as answered or as starting values.
 * The comment for editors stands only where the schema is, so that it never points to nothing.
 */
export function configText({
  motion,
  mode,
  zone,
  hours,
  schema,
}: Pick<StartRequest, 'motion' | 'mode' | 'zone' | 'hours' | 'schema'>): string {
  const days = Object.entries(hours).map(([day, spans]) => `    ${day}: "${spans}"`);
  return `${schema === null ? '' : `# yaml-language-server: $schema=${schema}\n\n`}# How the product is sold: self-serve, sales-assisted or hybrid.
motion: ${motion}

# Which checks run: quick, standard or deep.
mode: ${mode}

# Starting values: your working time. Limits in business hours and days are computed with it.
calendar:
  zone: ${zone}
  default: business
  hours:
${days.join('\n')}
  holidays: []
`;
}
