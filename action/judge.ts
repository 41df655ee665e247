import type { Report } from '../src/check/finding.ts';
import type { Change } from '../src/compare/change.ts';
import { changedDiagram } from '../src/compare/changed-diagram.ts';
import { compareReports } from '../src/compare/findings.ts';
import { semanticChanges } from '../src/compare/semantic.ts';
import { toMermaid } from '../src/diagram/mermaid.ts';
import { today } from '../src/shell/clock.ts';
import { checkTree } from '../src/shell/files/check-tree.ts';
import type { Occasion } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { States } from './tree/states.ts';

/** The verdict with what is needed to explain it. */
export interface Outcome {
  readonly report: Report;
  /** The report on the base; null without a readable base. */
  readonly base: Report | null;
  /** Sentences about the run for log and summary. */
  readonly notes: readonly string[];
}

/** Checks both states and compares them. */
export function judge(states: States, inputs: Inputs, occasion: Occasion): Outcome {
  const request = {
    failOn: inputs.failOn,
    today: today(),
    ...(inputs.mode === null ? {} : { mode: inputs.mode }),
    ...(inputs.motion === null ? {} : { motion: inputs.motion }),
  };
  const scope = inputs.scope ?? occasion.scope;
  const head = checkTree(states.head, request);
  const base = states.base === null ? null : states.unchanged ? head : checkTree(states.base, request);
  const notes = [
    ...(states.unchanged ? ['Neither the source of truth nor its configuration changed.'] : []),
    ...(states.headNote === null ? [] : [states.headNote]),
    ...(states.baseNote === null ? [] : [states.baseNote]),
    ...(states.configNote === null ? [] : [states.configNote]),
  ];
  const report = compareReports(base, head, { scope, note: states.baseNote });
  return { report, base, notes };
}

/** What the change means beyond its findings. */
export interface Meaning {
  readonly changes: readonly Change[];
  /** Mermaid text of the changed part of the lifecycle; null when the picture is the same. */
  readonly diagram: string | null;
}

/** Compares the two lifecycles; nothing to say without a readable base. */
export function meaningOf({ base, report }: Outcome, states: States): Meaning {
  if (base === null || states.unchanged) {
    return { changes: [], diagram: null };
  }
  const changes = semanticChanges(
    base.model,
    report.model,
    states.configs === null ? {} : { configs: states.configs },
  );
  const diagram = changedDiagram(base.model, report.model, changes);
  return { changes, diagram: diagram === null ? null : toMermaid(diagram) };
}
