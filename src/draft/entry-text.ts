/** Entries as Markdown: the fields of the seed's template in its order, below a heading that search and links find. */

/** A field's value: one line, or a list below the label. */
type Value = string | readonly string[];
export type Fields = readonly (readonly [label: string, value: Value] | null)[];

/**
 * An entry's heading and fields, as a Markdown formatter leaves them: fields of one line stand together, a list below
 * its label with a blank line around it, the parts of SLA, Payload and Rejection rule as items.
 */
export function entryText(id: string, title: string, groups: readonly Fields[]): string {
  return [`## ${id}: ${title}`, ...groups.flatMap(blocksOf)].join('\n\n');
}

function blocksOf(fields: Fields): readonly string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  for (const field of fields) {
    if (field === null) continue;
    const [label, value] = field;
    if (typeof value === 'string') lines.push(`${label}: ${value}`);
    else {
      lines.push(`${label}:`);
      close();
      blocks.push(value.join('\n'));
    }
  }
  close();
  return blocks;
}

/** Items of a list below a label. */
export function bullets(items: readonly string[]): readonly string[] {
  return items.map((item) => `- ${item}`);
}

export interface StageText {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly entry: readonly string[];
  readonly progression: readonly string[];
  readonly disqualification: readonly string[];
  readonly owner: string;
  /** Without an escalation the limit stands on the SLA's own line ("n/a"). */
  readonly sla: string;
  readonly escalation: string | null;
  readonly links: string;
}

/** A `BR-MOPS` stage entry. */
export function stageText(stage: StageText): string {
  return entryText(stage.id, `Lifecycle Stage — ${stage.name}`, [
    [
      ['Type', 'Lifecycle-Stage'],
      ['Order', String(stage.order)],
      ['Status', 'Active'],
    ],
    [['Stage', stage.name]],
    [['Entry criteria', bullets(stage.entry)]],
    stage.progression.length === 0 ? [] : [['Exit criteria (progression)', bullets(stage.progression)]],
    [['Exit criteria (disqualification)', bullets(stage.disqualification)]],
    [['Owner', stage.owner]],
    [
      stage.escalation === null
        ? ['SLA', stage.sla]
        : [
            'SLA',
            bullets([
              `Response time after entering this stage: ${stage.sla}`,
              `Escalation: ${stage.escalation}`,
            ]),
          ],
    ],
    [['Linked IDs', stage.links]],
  ]);
}

export interface HandoffText {
  readonly id: string;
  readonly from: string;
  readonly fromOwner: string;
  readonly to: string;
  readonly toOwner: string;
  readonly trigger: string;
  readonly payload: {
    readonly source: string;
    readonly touchpoints: string;
    readonly fit: string;
    readonly disqualifiers: string;
    readonly questions: string;
  };
  readonly rejection: {
    readonly condition: string;
    readonly routing: string;
    readonly reengagement: string;
    readonly limit: string;
  };
  readonly sla: string | null;
  readonly links: string;
}

/** A `GTM-MOPS` handoff entry with all five payload fields and a rejection rule. */
export function handoffText(handoff: HandoffText): string {
  const { payload, rejection } = handoff;
  return entryText(handoff.id, `Handoff — ${handoff.from} → ${handoff.to}`, [
    [
      ['Type', 'Handoff'],
      ['Status', 'Active'],
    ],
    [
      ['From', `${handoff.from} (owner: ${handoff.fromOwner})`],
      ['To', `${handoff.to} (owner: ${handoff.toOwner})`],
    ],
    [['Trigger', handoff.trigger]],
    [
      [
        'Payload (what context transfers)',
        bullets([
          `Source: ${payload.source}`,
          `Touchpoint history: ${payload.touchpoints}`,
          `Best-fit signals: ${payload.fit}`,
          `Disqualifiers: ${payload.disqualifiers}`,
          `Open questions: ${payload.questions}`,
        ]),
      ],
    ],
    [
      [
        'Rejection rule',
        bullets([
          `Condition: ${rejection.condition}`,
          `Routing: ${rejection.routing}`,
          `Re-engagement: ${rejection.reengagement}`,
          `Limit: ${rejection.limit}`,
        ]),
      ],
    ],
    handoff.sla === null ? [] : [['SLA', handoff.sla]],
    [['Linked IDs', handoff.links]],
  ]);
}

export interface MonitorText {
  readonly id: string;
  readonly owner: string;
  readonly title: string;
  readonly subject: string;
  /** ISO date of the baseline. */
  readonly date: string;
  readonly baseline: string;
  readonly warn: string;
  readonly critical: string;
  readonly recalibrate: string;
  readonly cadence: string;
  readonly procedure: string;
  readonly links: string;
}

/** A `MON-DRIFT` entry in the drift skill's fields. */
export function monitorText(monitor: MonitorText): string {
  return entryText(monitor.id, `Baseline — ${monitor.title}`, [
    [
      ['Type', 'Drift-Baseline'],
      ['Category', 'Performance'],
      ['Owner', monitor.owner],
      ['Status', 'Active'],
    ],
    [
      ['Subject', monitor.subject],
      [`Baseline (${monitor.date})`, monitor.baseline],
    ],
    [
      [
        'Thresholds',
        bullets([
          `Warn: ${monitor.warn}`,
          `Critical: ${monitor.critical}`,
          `Recalibrate-trigger: ${monitor.recalibrate}`,
        ]),
      ],
    ],
    [
      ['Compare cadence', monitor.cadence],
      ['Compare procedure', monitor.procedure],
      ['History', `status/drift-history/${monitor.id}.jsonl`],
    ],
    [['Linked IDs', monitor.links]],
  ]);
}

/** A `KPI` entry for the share of leads that move from one stage to the next. */
export function conversionText(kpi: {
  readonly id: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly target: string;
  readonly links: string;
}): string {
  return entryText(kpi.id, `${kpi.from} to ${kpi.to} conversion`, [
    [
      [
        'Definition',
        `Leads that entered ${kpi.to}, as a share of the leads that entered ${kpi.from} in the same month`,
      ],
      ['Unit', 'percentage'],
      ['Target', kpi.target],
      ['Owner', kpi.owner],
      ['Status', 'Tracking'],
    ],
    [['Linked IDs', kpi.links]],
  ]);
}
