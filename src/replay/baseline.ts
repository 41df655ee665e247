/** Baselines of drift monitors from a replay: the median and the share of the clock that a monitor's subject names. */

import type { Edit } from '../edit/edit.ts';
import type { Field, Model, Monitor } from '../lifecycle/model.ts';
import type { ClockFigures, ReplayReport } from './report.ts';

export interface Baseline {
  readonly id: string;
  /** As it would stand in the entry. */
  readonly text: string;
  /** None where the entry has no baseline to put it in. */
  readonly edits: readonly Edit[];
}

/** A baseline for each living monitor whose subject names one stage with a measured clock and figures to print. */
export function baselinesOf(model: Model, report: ReplayReport): readonly Baseline[] {
  const day = report.to.slice(0, 10);
  return model.living.monitors.flatMap((monitor): readonly Baseline[] => {
    const figures = clockOf(monitor, report);
    if (figures === null || figures.p50 === null || figures.attainment === null || figures.unit === null)
      return [];
    const share = Math.round(figures.attainment * 100);
    const value = `Value: median ${Math.round(figures.p50)} ${figures.unit}, ${share}% within the limit`;
    const text = `Baseline (${day}): ${value}`;
    return [{ id: monitor.id, text, edits: editsOf(model, monitor.baseline, day, value) }];
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
function editsOf(model: Model, field: Field | null, day: string, value: string): readonly Edit[] {
  if (field === null) return [];
  const at = field.items.find(({ text }) => /^value\b/i.test(text)) ?? field.items[0] ?? field.value;
  const text = model.repository.files.find(({ path }) => path === field.label.span.file)?.text;
  if (at === null || at === undefined || text === undefined) return [];
  const { span } = field.label;
  const date = /\d{4}-\d{2}-\d{2}|YYYY-MM-DD/.exec(text.slice(span.start, span.end));
  if (date === null) return [{ span: at.span, text: `${day}: ${value}` }];
  const start = span.start + date.index;
  const column = span.column + date.index;
  const end = { endLine: span.line, endColumn: column + date[0].length, end: start + date[0].length };
  return [
    { span: { ...span, start, column, ...end }, text: day },
    { span: at.span, text: value },
  ];
}
