import * as z from 'zod';

// A config is read once in a run: a parser compiled for it costs more than it saves.
z.config({ jitless: true });

/** The checker's three profiles (SEED "Execution Mode"). */
export const modes = ['quick', 'standard', 'deep'] as const;
export type Mode = (typeof modes)[number];

/** Product motions (SEED step 1). */
export const motions = ['self-serve', 'sales-assisted', 'hybrid'] as const;
export type Motion = (typeof motions)[number];

export const severities = ['notice', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** YAML 1.1 readers turn a bare `off` into false; both mean off (SPEC §10). */
const ruleLevel = z
  .union([z.literal('off'), z.literal(false), z.enum(severities)])
  .transform((level) => (level === false ? ('off' as const) : level));

const names = z.array(z.string().min(1));

/** `mops.config.yml` (SPEC §10). Every key is optional: no config is a working config. */
export const configSchema = z
  .strictObject({
    mode: z.enum(modes).optional().describe('Which checks run: quick, standard (default) or deep.'),
    motion: z
      .enum(motions)
      .optional()
      .describe('How the product is sold. Without it the motion is inferred from the stages.'),
    v09: z
      .enum(['auto', 'draft', 'final'])
      .default('auto')
      .describe(
        'Whether go-to-market (v0.9) is decided. auto: final when an approved Channel and an approved Offer exist.',
      ),
    sot: z
      .array(z.string().min(1))
      .min(1)
      .default(['SoT/**/*.md', 'PRD.md', 'README.md'])
      .describe('Globs of the files that hold entries, from the checked folder.'),
    roles: z
      .record(z.string(), names)
      .default({})
      .describe('Further roles, each with its aliases: {Solutions engineer: [SE, Sales engineer]}.'),
    stages: z
      .record(z.string(), names)
      .default({})
      .describe(
        'Further names of stages: {MQL: [Marketing accepted]}. A name with a line of its own is its own stage.',
      ),
    sinks: z
      .record(z.string(), names)
      .default({})
      .describe(
        'Further names of the places that need no entry, Nurture, Disqualified, Requeue, Closed-lost and Churn: {Disqualified: [Do not contact]}.',
      ),
    fields: z
      .record(z.string(), names)
      .default({})
      .describe('Further labels of fields: {Owner: [Verantwortlich, Primary owner]}.'),
    calendar: z
      .strictObject({
        zone: z.string().optional().describe('IANA time zone, for example America/New_York.'),
        default: z.enum(['wall', 'business']).optional().describe('How a limit without a calendar is read.'),
        hours: z
          .partialRecord(z.enum(weekdays), z.string())
          .optional()
          .describe(
            'Opening hours by weekday: {mon: "09:00-12:00, 13:00-17:00"}. A weekday left out is closed.',
          ),
        holidays: z.array(z.string()).default([]).describe('Dates without business time, YYYY-MM-DD.'),
      })
      .optional()
      .describe("The team's working time; SLAs in business time are computed with it."),
    calendars: z
      .record(
        z.string().min(1),
        z.strictObject({
          zone: z.string().describe('IANA time zone, for example Europe/London.'),
          hours: z.partialRecord(z.enum(weekdays), z.string()).optional(),
          holidays: z.array(z.string()).default([]),
        }),
      )
      .default({})
      .describe(
        'Further calendars by name, for limits such as "2 business hours (EMEA calendar)": {emea: {zone: Europe/London}}.',
      ),
    rules: z
      .record(z.string(), ruleLevel)
      .default({})
      .describe('Severity by rule: off, notice, warning or error.'),
    reconcile: z
      .record(z.string(), z.string())
      .default({})
      .describe('Placeholders with the ID that replaces them: {GTM-YYY: GTM-002}.'),
    replay: z
      .strictObject({
        columns: z
          .strictObject({
            lead: z.string().min(1).optional().describe('Column of the record ID.'),
            stage: z.string().min(1).optional().describe('Column of the stage after the change.'),
            at: z.string().min(1).optional().describe('Column of the time of the change.'),
            touch: z.string().min(1).optional().describe('Column of the first touch, as a time.'),
            segment: z
              .string()
              .min(1)
              .optional()
              .describe('Column of the segment: a label, or a number such as the size.'),
            reason: z.string().min(1).optional().describe('Column of the reason for a no.'),
            source: z.string().min(1).optional().describe('Column that says what made the change.'),
          })
          .default({})
          .describe('Which column of an export holds what; the names as in its head.'),
        values: z
          .record(z.string(), names)
          .default({})
          .describe('Values of the CRM by stage: {MQL: [marketingqualifiedlead]}.'),
        zone: z.string().optional().describe('IANA time zone of times without an offset.'),
        ignore: z
          .array(z.string())
          .default([])
          .describe('Sources of changes that are no moves, the whole value: [IMPORT].'),
      })
      .optional()
      .describe('How mops replay reads an export of the CRM.'),
    site: z
      .strictObject({
        title: z.string().min(1).optional(),
        base: z.string().optional().describe('Path the site is served under, for example /handbook/.'),
        repo: z.string().optional().describe('owner/name on GitHub, for edit links.'),
        editUrl: z.string().optional().describe('Pattern of an edit link with {path} and {line}.'),
      })
      .default({}),
  })
  .describe('Configuration of marketing-ops-handoff');

export type Config = z.output<typeof configSchema>;
