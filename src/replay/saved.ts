import * as z from 'zod';
import type { ReplayReport } from './report.ts';

const count = z.number().int().nonnegative().nullable();
const share = z.number().min(0).max(1).nullable();
const minutes = z.number().nonnegative().nullable();
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
  unit: z.enum(['business minutes', 'minutes']).nullable(),
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
          why: z.string().nullable(),
          ...outcomes,
          segments: z.array(z.object({ segment: z.string(), ...outcomes })),
        }),
      ),
    }),
  ),
  moves: z.array(
    z.object({ from: z.string(), to: z.string(), count, known: z.boolean(), entry: z.string().nullable() }),
  ),
  unknownValues: z.array(z.object({ value: z.string().nullable(), count })),
  conversions: z.array(
    z.object({ from: z.string(), to: z.string(), rate: share, of: count, target: share, kpi: z.string() }),
  ),
  loops: z.array(z.object({ from: z.string(), to: z.string(), limit: z.number(), count, entry: z.string() })),
  stuck: z.array(z.object({ stage: z.string(), limit: z.string(), count, entry: z.string() })),
  rejections: z.array(
    z.object({ handoff: z.string(), reason: z.string().nullable(), count, known: z.boolean().nullable() }),
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
