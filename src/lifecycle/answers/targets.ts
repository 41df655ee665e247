/** What a KPI aims at, in its definition and its target, and in another KPI of the same name. */

import { foldWords } from '../../language/fold.ts';
import type { FieldName, LinkedEntry, Model } from '../model.ts';
import type { Disagreement } from './answer.ts';
import { twice } from './within.ts';

/** Targets of a KPI that two places say differently. */
export function* targetsThatDiffer(model: Model): Generator<Disagreement> {
  const byName = new Map<string, LinkedEntry>();
  for (const kpi of model.living.kpis) {
    yield* targetDiffers(kpi);
    if (kpi.conversion === null) continue;
    const name = `${kpi.conversion.from} ${kpi.conversion.to} ${foldWords(kpi.name)}`;
    const first = byName.get(name);
    if (first === undefined) byName.set(name, kpi);
    else yield* twoOfOneName(first, kpi);
  }
}

function* twoOfOneName(first: LinkedEntry, second: LinkedEntry): Generator<Disagreement> {
  const [one, other] = [first, second].map(({ fields }) => fields.get('target')?.value ?? null);
  if (!one || !other || first.targetShare === null || second.targetShare === null) return;
  if (first.targetShare === second.targetShare) return;
  yield {
    question: `What is the target of "${second.name}"?`,
    here: { entry: second.entry, field: 'target', text: other, says: other.text },
    there: { entry: first.entry, field: 'target', text: one, says: one.text },
    key: `target ${foldWords(second.name)}`,
    way: 'or say in each title which leads it counts.',
  };
}

/** A share in the definition of a KPI that is not its target: "At least 40% of MQL leads become SQL". */
function* targetDiffers(kpi: Model['kpis'][number]): Generator<Disagreement> {
  const [definition, target] = ['definition', 'target'].map(
    (name) => kpi.fields.get(name as FieldName)?.value,
  );
  if (!definition || !target || kpi.fields.get('target')?.leftover) return;
  const shares = [...target.text.matchAll(share)].map(([, number]) => number);
  const said =
    /^(?:(?:at least|a minimum of|more than|over|≥|>=?)\s*)?(\d{1,3}(?:\.\d+)?)\s*% of\b|\b(?:target|goal|aim)(?: is| of|:)?\s+(\d{1,3}(?:\.\d+)?)\s*%/i.exec(
      definition.text,
    );
  const number = said?.[1] ?? said?.[2];
  if (number === undefined || shares.length !== 1 || Number(shares[0]) === Number(number)) return;
  yield twice(
    kpi,
    'target',
    `What is the target of ${kpi.id}?`,
    [target, `${shares[0]}%`],
    [definition, `${number}%`],
    'target',
  );
}

const share = /(\d{1,3}(?:\.\d+)?)\s*%/g;
