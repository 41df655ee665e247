/** Baselines of drift monitors from a replay: the median and the share of the clock that a monitor's subject names. */

import type { Edit } from '../edit/edit.ts';
import type { Field, Model, Monitor } from '../lifecycle/model.ts';
import type { ClockFigures, ReplayReport } from './report.ts';

export interface Baseline {
  readonly id: string;
  /** As it would stand in the entry. */
  readonly text: string;
  /** Null where it stands there already. */
  readonly edit: Edit | null;
}

/** A baseline for each living monitor whose subject names one stage with a measured clock and figures to print. */
export function baselinesOf(model: Model, report: ReplayReport): readonly Baseline[] {
  const day = report.to.slice(0, 10);
  return model.monitors.flatMap((monitor): readonly Baseline[] => {
    const figures = monitor.standing === 'retired' ? null : clockOf(monitor, report);
    if (figures === null || figures.p50 === null || figures.attainment === null || figures.unit === null)
      return [];
    const share = Math.round(figures.attainment * 100);
    const value = `median ${Math.round(figures.p50)} ${figures.unit}, ${share}% within the limit`;
    const text = `Baseline (${day}): Value: ${value}`;
    return [{ id: monitor.id, text, edit: editOf(monitor.baseline, day, value) }];
  });
}

/** The clock that a subject names: of the one stage it names, the response where it names no other. */
function clockOf(monitor: Monitor, report: ReplayReport): ClockFigures | null {
  const [stage, ...others] = monitor.watchedStages;
  if (stage === undefined || others.length > 0) return null;
  const subject = monitor.subject?.text ?? '';
  const kind = /\baccept/i.test(subject)
    ? 'acceptance'
    : /\b(?:time in stage|stay|stuck|longest)\b/i.test(subject)
      ? 'maximum'
      : 'response';
  const found = report.stages.find(({ entry }) => entry === stage.id);
  return found?.clocks.find(({ clock, measured }) => clock === kind && measured) ?? null;
}

/** Puts the day in the label's brackets and the figures in place of the value. */
function editOf(field: Field | null, day: string, value: string): Edit | null {
  if (field === null) return null;
  const [first] = field.items;
  const at = field.value ?? first ?? null;
  const label = field.label;
  if (at === null || at.span.file !== label.span.file || at.span.start < label.span.start) return null;
  void day;
  return { span: at.span, text: `Value: ${value}` };
}
