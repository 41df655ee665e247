import type { Problem, Rule } from '../rule.ts';
import { quoted, sliceOf } from '../wording.ts';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  title: 'A field name is mistyped',
  why: 'A field under a mistyped name is read as missing, so its rule is not applied.',
  fix: 'Write the field name as the template has it.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: '## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwnr: BDR\n',
  good: '## BR-MOPS-002: Lifecycle Stage — MQL\n\nType: Lifecycle-Stage\nStage: MQL\nOwner: BDR\n',
  *check(model): Generator<Problem> {
    for (const { label, meant, suggestion, entry } of model.unknownFields) {
      const record = model.records.get(entry.id)?.find((one) => one.entry === entry);
      if (record?.standing === 'retired') continue;
      // Where the right name stands too, nobody can tell which of the two is to go.
      const sure =
        sliceOf(model, label.span) === label.text &&
        record?.fields.get(meant)?.label.span.start === label.span.start;
      yield {
        at: label.span,
        message: `${entry.id} has a field ${quoted(label.text)}, which is not a field of this kind of entry.`,
        fix: `Did you mean "${suggestion}"? Then write it so.`,
        entry,
        key: label.text,
        ...(sure ? { edit: { span: label.span, text: suggestion } } : {}),
      };
    }
  },
};
