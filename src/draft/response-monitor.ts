import { blank } from './blank.ts';
import { monitorText } from './entry-text.ts';

/** A stage whose owner answers under an SLA. */
export interface WatchedStage {
  readonly id: string;
  readonly name: string;
  /** The limit in words. */
  readonly limit: string;
  /** Handoffs into the stage. */
  readonly handoffs: readonly string[];
  /** Who keeps the monitor. */
  readonly keeper: string;
}

/**
 * The drift monitor of a stage's response time, with starting thresholds. The share of rejections is measured too,
 * because a fast "no" also stops the clock (facts: SLA on disposition).
 *
 * @param date ISO date of the baseline
 */
export function responseMonitor(id: string, stage: WatchedStage, date: string): string {
  return monitorText({
    id,
    owner: stage.keeper,
    title: `${stage.name} response time`,
    subject: `Median time from entering ${stage.name} to the owner's first logged touch, and the share that kept the SLA of ${stage.limit} (${stage.id})`,
    date,
    baseline: blank('median time, share within the SLA and share rejected, measured on this day'),
    warn: 'median up 30% on the baseline, or share within the SLA down 5 points',
    critical: 'median up 80% on the baseline, or share within the SLA down 10 points',
    recalibrate: 'the team, the rotation or the SLA changes',
    cadence: 'Weekly',
    procedure:
      'CRM report of first touches, last four weeks against the baseline; read the share rejected next to it',
    links: [stage.id, ...stage.handoffs].join(', '),
  });
}
