import type { ClockFigures, Outcomes, ReplayReport } from './report.ts';

/** The report in words: notes first, a table of the clocks, then what no rule knows. Withheld numbers are a dash. */
export function printReplay(report: ReplayReport): string {
  const lines = [
    `${report.layout}, ${report.rows} rows, ${report.records} records, ${report.from} to ${report.to} (${report.zone})`,
    ...report.notes.map((note) => `  ${note}`),
    '',
    ...table(clockRows(report)),
    ...whys(report),
    ...section('Stages', stageRows(report)),
    ...section('Moves that no rule knows', moveRows(report)),
    ...section('Rejections', rejectionRows(report)),
    ...section('Conversions', conversionRows(report)),
    ...section('Too many returns', loopRows(report)),
    ...section('Longer than the stage allows', stuckRows(report)),
    ...section('CRM values that no stage has', [
      ['Value', 'Visits'],
      ...report.unknownValues.map(({ value, count }) => [value ?? '(not shown)', number(count)]),
    ]),
    ...section('Rows that could not be read', [
      ['Why', 'Rows', 'First on line'],
      ...report.unread.map(({ why, count, line }) => [why, String(count), String(line)]),
    ]),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

type Cells = readonly string[];

const clockNames = { response: 'Response', acceptance: 'Acceptance', maximum: 'Longest stay' } as const;

function clockRows({ stages }: ReplayReport): Cells[] {
  const head = [
    'Stage',
    'Clock',
    'Entered',
    'In time',
    'Late',
    'Open',
    'Open, late',
    'No touch',
    'Share',
    'Median',
    'P90',
  ];
  const rows = stages.flatMap(({ stage, entry, clocks }) =>
    clocks
      .filter(({ measured }) => measured)
      .flatMap((clock) => [
        [`${stage} (${entry})`, `${clockNames[clock.clock]} ${clock.limit}`, ...outcomeCells(clock, clock)],
        ...clock.segments.map((segment) => ['', `  ${segment.segment}`, ...outcomeCells(segment, clock)]),
      ]),
  );
  return [head, ...rows];
}

function outcomeCells(one: Outcomes, { target }: ClockFigures): Cells {
  const unit = one.unit === 'business minutes' ? ' business min' : ' min';
  const minutes = (value: number | null): string => (value === null ? '-' : `${value}${unit}`);
  const goal = target === null ? '' : ` of ${percent(target)}`;
  return [
    ...[one.entered, one.met, one.late, one.openInTime, one.openLate, one.untouched].map(number),
    `${percent(one.attainment)}${goal}`,
    minutes(one.p50),
    minutes(one.p90),
  ];
}

function whys({ stages }: ReplayReport): string[] {
  const lines = stages.flatMap(({ stage, clocks }) =>
    clocks.flatMap(({ clock, why }) => (why === null ? [] : [`  ${stage}, ${clockNames[clock]}: ${why}`])),
  );
  return lines.length === 0 ? [] : ['', 'Not measured', ...lines];
}

function stageRows({ stages }: ReplayReport): Cells[] {
  return [
    ['Stage', 'Entered', 'Left', 'Open'],
    ...stages.map(({ stage, entered, left, open }) => [stage, number(entered), number(left), number(open)]),
  ];
}

function moveRows({ moves }: ReplayReport): Cells[] {
  const unknown = moves.filter(({ known }) => !known);
  return [['From', 'To', 'Moves'], ...unknown.map(({ from, to, count }) => [from, to, number(count)])];
}

function rejectionRows({ rejections }: ReplayReport): Cells[] {
  return [
    ['Handoff', 'Reason', 'Rejections', 'Known'],
    ...rejections.map(({ handoff, reason, count, known }) => [
      handoff,
      reason ?? '(none or not shown)',
      number(count),
      known === null ? '-' : known ? 'yes' : 'no',
    ]),
  ];
}

function conversionRows({ conversions }: ReplayReport): Cells[] {
  return [
    ['From', 'To', 'Rate', 'Of', 'Target', 'KPI'],
    ...conversions.map(({ from, to, rate, of, target, kpi }) => [
      from,
      to,
      percent(rate),
      number(of),
      percent(target),
      kpi,
    ]),
  ];
}

function loopRows({ loops }: ReplayReport): Cells[] {
  return [
    ['From', 'To', 'Limit', 'Records over it', 'Entry'],
    ...loops.map(({ from, to, limit, count, entry }) => [from, to, String(limit), number(count), entry]),
  ];
}

function stuckRows({ stuck }: ReplayReport): Cells[] {
  return [
    ['Stage', 'Limit', 'Visits', 'Entry'],
    ...stuck.map(({ stage, limit, count, entry }) => [stage, limit, number(count), entry]),
  ];
}

function section(head: string, rows: readonly Cells[]): string[] {
  return rows.length < 2 ? [] : ['', head, ...table(rows)];
}

/** Columns side by side; numbers stand right. */
function table(rows: readonly Cells[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, text] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, text.length);
  return rows.map((row) =>
    `  ${row
      .map((text, at) =>
        /^[\d.-]/.test(text) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}

function number(value: number | null): string {
  return value === null ? '-' : String(value);
}

function percent(share: number | null): string {
  return share === null ? '-' : `${Math.round(share * 1000) / 10}%`;
}
