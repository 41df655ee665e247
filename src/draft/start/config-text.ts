import type { StartRequest } from './lifecycle.ts';

/** `mops.config.yml` of a new lifecycle: motion and mode as asked for, working hours as starting values. */
export function configText({ motion, mode, zone }: Pick<StartRequest, 'motion' | 'mode' | 'zone'>): string {
  return `# yaml-language-server: $schema=./node_modules/marketing-ops-handoff/schema/config.json

# How the product is sold: self-serve, sales-assisted or hybrid.
motion: ${motion}

# Which checks run: quick, standard or deep.
mode: ${mode}

# Starting values: your working time. Limits in business hours and days are computed with it.
calendar:
  zone: ${zone}
  default: business
  hours:
    mon: "09:00-17:00"
    tue: "09:00-17:00"
    wed: "09:00-17:00"
    thu: "09:00-17:00"
    fri: "09:00-17:00"
  holidays: []
`;
}
