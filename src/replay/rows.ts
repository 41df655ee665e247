/** Figures beside the clocks: rejections by reason, values nobody knows, rounds, conversions. */

import { targetName } from '../lead/names.ts';
import type { Model } from '../lifecycle/model.ts';
import { isPlace } from '../lifecycle/target-stages.ts';
import { loopKey, type StageCount, type Tally } from './tally.ts';
import type { KnownWays } from './ways.ts';
import type { PrintedCount, Sum } from './withhold.ts';

/** What texts of the export may be shown is asked of. */
export interface TextQuestion {
  readonly tally: Tally;
  /** Texts of fewer records are not shown. */
  readonly least: number;
}

interface ConversionStage {
  readonly count: StageCount;
  readonly entered: PrintedCount;
}

export interface RejectionCell {
  readonly handoff: string;
  readonly reason: string | null;
  readonly known: boolean;
  readonly cell: PrintedCount;
}

/** Rejections by reason; reasons nobody knows stand under null unless enough records have them and they tell nobody. */
export function rejectionCells(
  question: TextQuestion,
  make: (value: number) => PrintedCount,
): readonly RejectionCell[] {
  const rows = new Map<string, { handoff: string; reason: string | null; known: boolean; count: number }>();
  for (const { rejecting, reason, known, seen } of question.tally.rejections.values()) {
    const told = known || (reason !== null && mayBeShown(reason, seen.records, question.least));
    const row = { handoff: rejecting.handoff.id, reason: told ? reason : null, known };
    const key = [row.handoff, row.reason ?? '', row.reason === null].join('\u0000');
    const kept = rows.get(key);
    if (kept === undefined) rows.set(key, { ...row, count: seen.count });
    else kept.count += seen.count;
  }
  return [...rows.values()]
    .toSorted((a, b) => byText(a.handoff, b.handoff) || nullLast(a.reason, b.reason))
    .map(({ count, ...row }) => ({ ...row, cell: make(count) }));
}

/** Stays in values that no stage has. */
export function unknownCells(
  { tally, least }: TextQuestion,
  make: (value: number) => PrintedCount,
): readonly { readonly value: string | null; readonly cell: PrintedCount }[] {
  let hidden = 0;
  const told: { value: string; count: number }[] = [];
  for (const [value, seen] of tally.unknown) {
    if (mayBeShown(value, seen.records, least)) told.push({ value, count: seen.count });
    else hidden += seen.count;
  }
  return [
    ...told
      .toSorted((a, b) => byText(a.value, b.value))
      .map(({ value, count }) => ({ value, cell: make(count) })),
    ...(hidden === 0 ? [] : [{ value: null, cell: make(hidden) }]),
  ];
}

/** Whether a text of the export may be printed: enough records have it, and it looks like nobody's name or number. */
function mayBeShown(text: string, records: number, least: number): boolean {
  if (records < least || text.length > longest) return false;
  // Full-width letters and digits of any script are told like the plain ones.
  const plain = text.normalize('NFKC');
  return !plain.includes('@') && !/\p{Nd}{5}/u.test(plain);
}

const longest = 40;

/** Records over the limit of a handoff, for each place it rejects to. */
export function loopCells(
  rejecting: KnownWays['rejecting'][number],
  limit: number,
  tally: Tally,
  make: (value: number) => PrintedCount,
): readonly { from: string; to: string; limit: number; entry: string; cell: PrintedCount }[] {
  const { handoff } = rejecting;
  const from = handoff.toTarget === null ? '' : targetName(handoff.toTarget);
  const targets = [
    ...handoff.rejection.targets,
    ...handoff.rejection.reasons.flatMap(({ targets: own }) => own),
  ];
  const places = new Set(targets.filter(isPlace).map(targetName));
  return [...places].map((to) => ({
    from,
    to,
    limit,
    entry: handoff.id,
    cell: make(tally.loops.get(loopKey(rejecting, to)) ?? 0),
  }));
}

/** Visits of a stage that went on to another, for each KPI that joins the two. */
export function conversionCells(
  model: Model,
  stages: readonly ConversionStage[],
  moves: readonly {
    readonly from: { readonly name: string };
    readonly to: { readonly name: string };
    readonly cell: PrintedCount;
  }[],
  make: (value: number) => PrintedCount,
  sums: Sum[],
) {
  return model.living.kpis.flatMap(({ id, conversion, targetShare }) => {
    if (conversion === null) return [];
    const from = stages.find(({ count }) => count.stage.canonical === conversion.from);
    const to = stages.find(({ count }) => count.stage.canonical === conversion.to);
    if (from === undefined || to === undefined) return [];
    const value = from.count.next.get(to.count.stage.name) ?? 0;
    const [converted, rest] = [make(value), make(from.count.entered - value)];
    sums.push({ total: from.entered, parts: [converted, rest] });
    const move = moves.find(
      (one) => one.from.name === from.count.stage.name && one.to.name === to.count.stage.name,
    );
    return [
      {
        from: from.count.stage.name,
        to: to.count.stage.name,
        of: from.entered,
        converted,
        rest,
        move: move?.cell,
        target: targetShare,
        kpi: id,
      },
    ];
  });
}

/** Code-unit order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return byText(a, b);
}
