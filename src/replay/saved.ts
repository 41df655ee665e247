import * as z from 'zod/mini';
import type { ReplayReport } from './report.ts';

const count = z.nullable(z.int().check(z.nonnegative()));
const share = z.nullable(z.number().check(z.minimum(0), z.maximum(1)));
const minutes = z.nullable(z.number().check(z.nonnegative()));
const outcomes = {
  entered: count,
  met: count,
  late: count,
  openInTime: count,
  openLate: count,
  untouched: count,
  unmeasured: count,
  attainment: share,
  p50: minutes,
  p90: minutes,
  unit: z.nullable(z.enum(['business minutes', 'minutes'])),
};

const saved = z.object({
  version: z.literal(1),
  layout: z.string(),
  rows: z.number(),
  records: z.number(),
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  notes: z.array(z.string()),
  stages: z.array(
    z.object({
      stage: z.string(),
      entry: z.string(),
      entered: count,
      left: count,
      open: count,
      clocks: z.array(
        z.object({
          clock: z.enum(['response', 'acceptance', 'maximum']),
          limit: z.string(),
          target: share,
          measured: z.boolean(),
          why: z.nullable(z.string()),
          ...outcomes,
          segments: z.array(z.object({ segment: z.string(), ...outcomes })),
        }),
      ),
    }),
  ),
  moves: z.array(
    z.object({ from: z.string(), to: z.string(), count, known: z.boolean(), entry: z.nullable(z.string()) }),
  ),
  unknownValues: z.array(z.object({ value: z.nullable(z.string()), count })),
  conversions: z.array(
    z.object({ from: z.string(), to: z.string(), rate: share, of: count, target: share, kpi: z.string() }),
  ),
  loops: z.array(z.object({ from: z.string(), to: z.string(), limit: z.number(), count, entry: z.string() })),
  stuck: z.array(z.object({ stage: z.string(), limit: z.string(), count, entry: z.string() })),
  rejections: z.array(
    z.object({ handoff: z.string(), reason: z.nullable(z.string()), count, known: z.nullable(z.boolean()) }),
  ),
  unread: z.array(z.object({ why: z.string(), count: z.number(), line: z.number() })),
});

/** A report that `mops replay --format json` saved; null where the text is none. */
export function readSaved(text: string): ReplayReport | null {
  try {
    return saved.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
