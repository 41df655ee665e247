import { freeIdFor } from '../../lifecycle/ids.ts';
import type { Model, Reference } from '../../lifecycle/model.ts';
import { isRetired } from '../../lifecycle/record-of.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted } from '../wording.ts';

export const referenceNamed: Rule = {
  id: 'reference-named',
  title: 'A link has a name instead of a number',
  why: 'A link such as KPI-MQL-to-SQL-conversion reads well and leads nowhere: no entry can have it as its ID, so no tool and no page can follow it.',
  fix: 'Write an entry with a number, for example "KPI-101: MQL to SQL conversion", and link KPI-101.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: KPI-MQL-to-SQL-conversion
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Linked IDs: KPI-101

    ## KPI-101: MQL to SQL conversion

    Target: 30%
  `,
  *check(model): Generator<Problem> {
    const known = new Map<string, readonly string[]>();
    for (const reference of model.namedReferences) {
      const { id, from, field } = reference;
      if (isRetired(model, from) || from.section !== null) continue;
      const meant = known.get(id) ?? entriesMeant(model, reference);
      known.set(id, meant);
      const [only = freeIdFor(model, familyIn(id), id), second] = meant;
      yield {
        at: reference.span,
        message: `${from.id} links ${id}, a name without a number, which no entry can have as its ID.`,
        fix:
          meant.length > 0
            ? `Link ${listed(meant, 'or')} instead.`
            : `Write an entry ${quoted(`${only}: ${titleIn(id)}`)} and link ${only}.`,
        entry: from,
        ...(field === null ? {} : { field }),
        key: id,
        cause: { key: id, here: `${from.id} links ${id} too` },
        ...(meant.length === 0
          ? { instead: { actual: id, expected: only } }
          : second === undefined
            ? replacing(model, { text: id, span: reference.span }, only, { sure: true })
            : {}),
      };
    }
  },
};

/** Hints look at this many entries at most, so that a flood of names cannot make the check slow. */
const most = 500;

/** Entries the name surely describes: the KPI of the same two stages, the MON-DRIFT of the same stage. */
function entriesMeant(model: Model, reference: Reference): string[] {
  const words = new Set(reference.id.toLowerCase().split('-'));
  const has = (name: string) =>
    name
      .toLowerCase()
      .split(/[\s-]+/)
      .every((word) => words.has(word));
  if (words.has('kpi')) {
    return model.living.kpis
      .slice(0, most)
      .filter(({ conversion }) => conversion !== null && has(conversion.from) && has(conversion.to))
      .map(({ id }) => id);
  }
  if (words.has('drift')) {
    return model.living.monitors
      .slice(0, most)
      .filter((monitor) => monitor.watchedStages.length === 1)
      .filter(({ watchedStages }) => watchedStages.some((stage) => has(stage.canonical) || has(stage.name)))
      .map(({ id }) => id);
  }
  return [];
}

/** The family that a name begins with: its words before the first that is none. */
function familyIn(name: string): string {
  return /^(?:MON-DRIFT|BR-MOPS|GTM-MOPS|[A-Z]+)/.exec(name)?.[0] ?? name;
}

/** The words of a name behind its family. */
function titleIn(name: string): string {
  return name.slice(familyIn(name).length).replace(/^-/, '').replaceAll('-', ' ');
}
