import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { weekdayKeys } from '../sla/units.ts';

// A config is read once in a run: a parser compiled for it costs more than it saves, and so do the methods of zod's
// larger schemas, which every one of them gets of its own.
z.config({ jitless: true, ...en() });

/** The checker's three profiles (SEED "Execution Mode"). */
export const modes = ['quick', 'standard', 'deep'] as const;
export type Mode = (typeof modes)[number];

/** Product motions (SEED step 1). */
export const motions = ['self-serve', 'sales-assisted', 'hybrid'] as const;
export type Motion = (typeof motions)[number];

export const severities = ['notice', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

/** YAML 1.1 readers turn a bare `off` into false; both mean off (SPEC §10). */
const ruleLevel = z.pipe(
  z.union([z.literal('off'), z.literal(false), z.enum(severities)]),
  z.transform((level) => (level === false ? ('off' as const) : level)),
);

const text = z.string();
const filled = z.string().check(z.minLength(1));
const names = z.array(filled);

/** `mops.config.yml` (SPEC §10). Every key is optional: no config is a working config. */
export const configSchema = z
  .strictObject({
    mode: said(z.optional(z.enum(modes)), 'Which checks run: quick, standard (default) or deep.'),
    motion: said(
      z.optional(z.enum(motions)),
      'How the product is sold. Without it the motion is inferred from the stages.',
    ),
    v09: said(
      z._default(z.enum(['auto', 'draft', 'final']), 'auto'),
      'Whether go-to-market (v0.9) is decided. auto: final when an approved Channel and an approved Offer exist.',
    ),
    sot: said(
      z._default(z.array(filled).check(z.minLength(1)), ['SoT/**/*.md', 'PRD.md', 'README.md']),
      'Globs of the files that hold entries, from the checked folder.',
    ),
    roles: said(
      z._default(z.record(text, names), {}),
      'Further roles, each with its aliases: {Solutions engineer: [SE, Sales engineer]}.',
    ),
    stages: said(
      z._default(z.record(text, names), {}),
      'Further names of stages: {MQL: [Marketing accepted]}. A name with a line of its own is its own stage.',
    ),
    sinks: said(
      z._default(z.record(text, names), {}),
      'Further names of the places that need no entry, Nurture, Disqualified, Requeue, Closed-lost and Churn: {Disqualified: [Do not contact]}.',
    ),
    fields: said(
      z._default(z.record(text, names), {}),
      'Further labels of fields: {Owner: [Verantwortlich, Primary owner]}.',
    ),
    calendar: said(
      z.optional(
        z.strictObject({
          zone: said(z.optional(text), 'IANA time zone, for example America/New_York.'),
          default: said(z.optional(z.enum(['wall', 'business'])), 'How a limit without a calendar is read.'),
          hours: said(
            z.optional(z.partialRecord(z.enum(weekdayKeys), text)),
            'Opening hours by weekday: {mon: "09:00-12:00, 13:00-17:00"}. A weekday left out is closed.',
          ),
          holidays: said(z._default(z.array(text), []), 'Dates without business time, YYYY-MM-DD.'),
        }),
      ),
      "The team's working time; SLAs in business time are computed with it.",
    ),
    calendars: said(
      z._default(
        z.record(
          filled,
          z.strictObject({
            zone: said(text, 'IANA time zone, for example Europe/London.'),
            hours: z.optional(z.partialRecord(z.enum(weekdayKeys), text)),
            holidays: z._default(z.array(text), []),
          }),
        ),
        {},
      ),
      'Further calendars by name, for limits such as "2 business hours (EMEA calendar)": {emea: {zone: Europe/London}}.',
    ),
    rules: said(
      z._default(z.record(text, ruleLevel), {}),
      'Severity by rule: off, notice, warning or error.',
    ),
    reconcile: said(
      z._default(z.record(text, text), {}),
      'Placeholders with the ID that replaces them: {GTM-YYY: GTM-002}.',
    ),
    replay: said(
      z.optional(
        z.strictObject({
          columns: said(
            z._default(
              z.strictObject({
                lead: said(z.optional(filled), 'Column of the record ID.'),
                stage: said(z.optional(filled), 'Column of the stage after the change.'),
                at: said(z.optional(filled), 'Column of the time of the change.'),
                touch: said(z.optional(filled), 'Column of the first touch, as a time.'),
                segment: said(
                  z.optional(filled),
                  'Column of the segment: a label, or a number such as the size.',
                ),
                reason: said(z.optional(filled), 'Column of the reason for a no.'),
                source: said(z.optional(filled), 'Column that says what made the change.'),
              }),
              {},
            ),
            'Which column of an export holds what; the names as in its head.',
          ),
          values: said(
            z._default(z.record(text, names), {}),
            'Values of the CRM by stage: {MQL: [marketingqualifiedlead]}.',
          ),
          zone: said(z.optional(text), 'IANA time zone of times without an offset.'),
          ignore: said(
            z._default(z.array(text), []),
            'Sources of changes that are no moves, the whole value: [IMPORT].',
          ),
        }),
      ),
      'How mops replay reads an export of the CRM.',
    ),
    site: z._default(
      z.strictObject({
        title: z.optional(filled),
        base: said(z.optional(text), 'Path the site is served under, for example /handbook/.'),
        repo: said(z.optional(text), 'owner/name on GitHub, for edit links.'),
        editUrl: said(z.optional(text), 'Pattern of an edit link with {path} and {line}.'),
      }),
      {},
    ),
  })
  .check(z.describe('Configuration of marketing-ops-handoff'));

export type Config = z.output<typeof configSchema>;

/** A schema with the sentence that editors show for its key. */
function said<T extends z.ZodMiniType>(schema: T, sentence: string): T {
  return schema.check(z.describe(sentence)) as T;
}
