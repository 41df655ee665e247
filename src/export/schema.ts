import * as z from 'zod';
import { modes, motions } from '../config/schema.ts';

/** Shape of `mops export json` and of the site's `lifecycle.json` (SPEC §11). Missing values are null or []. */

const text = z.string();
const maybe = z.string().nullable();
const id = z.string().describe('ID of an entry, for example BR-MOPS-002.');

const place = {
  file: z.string().describe('Path from the checked folder.'),
  line: z.int().min(1),
};

const record = {
  id,
  title: text,
  status: text.describe('Active, Draft, …; as written when it is none of them.'),
};

const part = z.looseObject({
  when: z.enum(['in-hours', 'before-cutoff', 'otherwise']).optional(),
  segment: text.optional(),
  amount: z.number().optional(),
  unit: z.enum(['minute', 'hour', 'day', 'week']).optional(),
  calendar: z.enum(['business', 'wall', 'unstated', 'mixed']).optional(),
  deadline: text.optional(),
});

/** A limit as written and as read; `ok` false with a code where it is no limit. */
const sla = z
  .union([
    z.looseObject({
      raw: text,
      ok: z.literal(true),
      kind: z.enum(['duration', 'deadline', 'cutoff', 'instant', 'conditional', 'segments', 'none']),
      amount: z.number().nullable(),
      unit: z.enum(['minute', 'hour', 'day', 'week']).nullable(),
      calendar: z.enum(['business', 'wall', 'unstated', 'mixed']).nullable(),
      recurrence: z.enum(['once', 'per-touch', 'every']),
      parts: z.array(part).optional(),
      warnings: z.array(text),
    }),
    z.strictObject({ raw: text, ok: z.literal(false), code: text, message: text }),
  ])
  .nullable();

/** A clock: which, its limit with the fields of `sla` (whose own `kind` is `form` here), and its own escalation. */
const clocks = z
  .array(
    z.looseObject({
      kind: z.enum(['response', 'acceptance', 'maximum']),
      raw: text,
      ok: z.boolean(),
      escalation: maybe,
    }),
  )
  .describe('Every clock that has a limit, response first; `sla` is the response clock.');

const links = z.array(id).describe('IDs the entry cites, in its order, each once.');

const stage = z.strictObject({
  id,
  name: text,
  order: z.number().nullable(),
  status: record.status,
  entry: z.array(text),
  progression: z.array(z.strictObject({ to: maybe, criterion: maybe })),
  disqualification: z.array(text),
  owner: maybe.describe('As written.'),
  ownerRole: maybe.describe('Canonical role, null when the words name none or several.'),
  sla,
  escalation: maybe,
  clocks,
  cadence: maybe.describe('Attempts in a time, as written.'),
  links,
  ...place,
});

const handoff = z.strictObject({
  id,
  status: record.status,
  from: maybe,
  to: maybe,
  fromOwner: maybe,
  fromOwnerRole: maybe,
  toOwner: maybe,
  toOwnerRole: maybe,
  segment: maybe,
  trigger: maybe,
  payload: z.strictObject({
    source: maybe,
    touchpointHistory: maybe,
    bestFitSignals: maybe,
    disqualifiers: maybe,
    openQuestions: maybe,
  }),
  rejection: z.strictObject({ condition: maybe, routing: maybe, reengagement: maybe }),
  sla,
  clocks,
  links,
  ...place,
});

const routing = z.strictObject({
  ...record,
  dimension: maybe,
  appliesTo: maybe,
  routes: z.array(z.strictObject({ segment: text, owner: maybe, ownerRole: maybe, sla })),
  links,
  ...place,
});

const scoring = z.strictObject({
  ...record,
  signals: z.array(z.strictObject({ name: text, points: z.number().nullable() })),
  thresholds: z.array(z.strictObject({ stage: text, points: z.number().nullable() })),
  decay: maybe,
  links,
  ...place,
});

const monitor = z.strictObject({
  ...record,
  subject: maybe,
  baselineDate: maybe,
  thresholds: z.array(z.strictObject({ level: text, text })),
  cadence: maybe,
  owner: maybe,
  ownerRole: maybe,
  watches: z.array(id),
  links,
  ...place,
});

const gtm = z.strictObject({ ...record, type: maybe, approved: z.boolean(), links, ...place });
const linked = z.strictObject({ ...record, type: maybe, links, ...place });
const kpi = z.strictObject({
  ...linked.shape,
  conversion: z.strictObject({ from: text, to: text }).nullable(),
  target: z.number().nullable().describe('Target share, 0 to 1.'),
});

export const lifecycleSchema = z
  .strictObject({
    version: z.literal(1),
    mode: z.enum(modes),
    motion: z.enum(motions).nullable(),
    shape: maybe,
    stages: z.array(stage),
    handoffs: z.array(handoff),
    routings: z.array(routing),
    scorings: z.array(scoring),
    monitors: z.array(monitor),
    channels: z.array(gtm),
    offers: z.array(gtm),
    prices: z.array(linked),
    personas: z.array(linked),
    kpis: z.array(kpi),
    feedback: z.array(linked),
  })
  .describe('A lead lifecycle as marketing-ops-handoff exports it');

export type Lifecycle = z.output<typeof lifecycleSchema>;
