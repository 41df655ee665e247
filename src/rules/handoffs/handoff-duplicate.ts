import type { Handoff, Target } from '../../lifecycle/model.ts';
import { isDrafted } from '../../lifecycle/standing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, namedHandoff } from '../wording.ts';

export const handoffDuplicate: Rule = {
  id: 'handoff-duplicate',
  title: 'Two handoffs for one transition',
  why: 'Two rules for the same moment: nobody knows which payload, which rejection route and which clock holds.',
  fix: 'Deprecate one, or give each a segment ("Segment: EMEA").',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Stage: SQL

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL

    ## GTM-MOPS-006: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Stage: MQL

    ## BR-MOPS-003: Lifecycle Stage — SQL

    Stage: SQL

    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Segment: Americas

    ## GTM-MOPS-006: Handoff — MQL → SQL

    Type: Handoff
    From: MQL
    To: SQL
    Segment: EMEA
  `,
  *check(model): Generator<Problem> {
    const first = new Map<string, Handoff>();
    for (const handoff of model.living.handoffs) {
      const [from, to] = [sideOf(handoff.fromTarget), sideOf(handoff.toTarget)];
      if (from === null || to === null) continue;
      const key = [from, to, handoff.segment?.text.trim().toLowerCase() ?? ''].join('\u0000');
      const other = first.get(key);
      if (other === undefined) first.set(key, handoff);
      // The same ID twice is `id-duplicate`.
      if (other === undefined || other.id === handoff.id) continue;
      const drafted = isDrafted(other) || isDrafted(handoff);
      yield {
        at: handoff.entry.idSpan,
        message: `${other.id} and ${namedHandoff(handoff)} both hand over the same leads${handoff.segment === null ? '' : ` (segment ${handoff.segment.text})`}.`,
        fix: `Set the Status of one of them to Deprecated, or give each a Segment.`,
        entry: handoff.entry,
        field: 'title',
        key: other.id,
        related: [{ message: `${other.id} is here`, span: other.entry.idSpan }],
        severity: drafted ? 'notice' : 'error',
      };
    }
  },
};

function sideOf(target: Target | null): string | null {
  if (target?.kind !== 'stage') return null;
  const [stage] = target.stages;
  return stage === undefined ? null : named(stage);
}
