import { isLiving } from '../../lifecycle/standing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

const allowed = {
  'BR-MOPS': { types: 'Lifecycle-Stage, Segment-Routing or Scoring-Model', usual: 'Lifecycle-Stage' },
  'GTM-MOPS': { types: 'Handoff', usual: 'Handoff' },
} as const;

export const idType: Rule = {
  id: 'id-type',
  title: 'The Type contradicts the ID',
  why: 'The ID says handoff and the Type says stage, or the other way round. Readers and checks then look for the wrong fields, and the stage or handoff drops out of the lifecycle.',
  fix: 'BR-MOPS entries have Type Lifecycle-Stage, Segment-Routing or Scoring-Model; GTM-MOPS entries have Type Handoff. Correct the Type, or move the entry to an ID of the other family.',
  source: 'SPEC §2, §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## GTM-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  *check(model): Generator<Problem> {
    for (const record of model.mistyped) {
      const kind = record.entry.kind;
      if (!isLiving(record) || (kind !== 'BR-MOPS' && kind !== 'GTM-MOPS')) continue;
      if (record.type === null || record.fields.get('type')?.leftover) continue;
      const { types, usual } = allowed[kind];
      const otherKind = kind === 'BR-MOPS' ? 'GTM-MOPS' : 'BR-MOPS';
      const belongsToOther = allowed[otherKind].types.toLowerCase().includes(record.type.text.toLowerCase());
      yield {
        at: record.type.span,
        message: `${record.id} has Type ${quoted(record.type.text)}, but a ${kind} entry is of Type ${types}.`,
        fix: belongsToOther
          ? `Write "Type: ${usual}", or give the entry a ${otherKind} ID.`
          : `Write "Type: ${usual}"${kind === 'BR-MOPS' ? ', or another of these types' : ''}.`,
        entry: record.entry,
        field: 'type',
        instead: { actual: record.type.text, expected: usual },
        softens: false,
      };
    }
  },
};
