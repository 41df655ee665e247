import { foldWords } from '../../language/fold.ts';
import { sizeWords } from '../../language/sizes.ts';
import { waitsDiffer } from '../../language/waits.ts';
import type { Text } from '../../sot/entry.ts';
import type { Handoff, Model, Reason, Stage } from '../model.ts';
import { stagesAt } from '../target-stages.ts';
import type { Disagreement } from './answer.ts';
import { isOneGround } from './reasons.ts';

/** When a lead turned down on one ground comes back, where a stage and the handoff into it send it to one place. */
export function* returnsThatDiffer(model: Model): Generator<Disagreement> {
  for (const handoff of model.living.handoffs) {
    for (const stage of stagesAt(handoff.toTarget)) {
      for (const reason of handoff.rejection.reasons) {
        const found = stage.disqualification.find(
          (line) => isOneGround(line.reason, reason) && samePlace(line.reason, reason),
        );
        const back = found === undefined ? null : backOf(handoff, reason);
        if (found === undefined || back === null) continue;
        const here = found.raw.text;
        if (waitsDiffer(here, back.text) || sizesDiffer(here, back.text))
          yield said(stage, found.raw, handoff, back, reason);
      }
    }
  }
}

function samePlace(one: Reason, other: Reason): boolean {
  const names = new Set(one.targets.map(({ name }) => name));
  return (
    one.targets.length === 1 &&
    other.targets.length === 1 &&
    other.targets.every(({ name }) => names.has(name))
  );
}

/** What the handoff says of the return: beside the ground, else for all of them. */
function backOf(handoff: Handoff, reason: Reason): Text | null {
  const field = handoff.rejection.reengagement;
  const shared = field === null || field.leftover || field.items.length > 1 ? null : field.value;
  const own = reason.back ?? reason.route ?? '';
  return /\d|\bnext\b/i.test(own) && own !== shared?.text ? { text: own, span: reason.text.span } : shared;
}

const sizes = new RegExp(
  String.raw`(?:\b(?:team|company)|${sizeWords('people', 'seats')})\s+(?:is\s+|of\s+)?(?:above|over|past|at least|more than|of|reaches|passes)\s+(\d[\d,]*\d|\d)`,
  'giu',
);

/** "Headcount above 50" and "headcount above 100". */
function sizesDiffer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => [...text.matchAll(sizes)].map((match) => match[1]));
  return a?.length === 1 && b?.length === 1 && a[0] !== b[0];
}

function said(stage: Stage, line: Text, handoff: Handoff, back: Text, reason: Reason): Disagreement {
  return {
    question: `When does a lead turned down with "${reason.text.text}" come back?`,
    here: { entry: handoff.entry, field: 'rejection', text: back, says: `"${back.text}"` },
    there: { entry: stage.entry, field: 'disqualification', text: line, says: `"${line.text}"` },
    key: `return ${foldWords(reason.text.text)}`,
    way: 'so that the lead comes back once, and everybody knows when.',
  };
}
