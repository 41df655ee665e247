import { configLine } from '../../config/line.ts';
import { foldLabel } from '../../language/fold.ts';
import { statusNear, statusWords } from '../../language/status.ts';
import type { LifecycleRecord, Model } from '../../lifecycle/model.ts';
import { isRetired, recordOf } from '../../lifecycle/record-of.ts';
import { sliceOf } from '../../lifecycle/text-of.ts';
import type { Entry, Node, Text } from '../../sot/entry.ts';
import { replacing } from '../edits.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, quoted } from '../wording.ts';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  title: 'A field name or a status is mistyped, or a field stands twice',
  why: 'A field under a mistyped name is easily read as missing, and an entry with an unknown status is neither active nor out of use.',
  fix: 'Write the name or the status as the template has it. A word of your own in many entries is one finding, because one line of the config makes it known; so is a word for a status, because one decision says what it means. Each slip is a finding of its own.',
  source: 'SPEC §4',
  severity: { quick: 'warning', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Ownr: BDR
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const { label, meant, suggestion, word, entry } of model.unknownFields) {
      if (isRetired(model, entry)) continue;
      // Where the right name stands too, nobody can tell which of the two is to go.
      const sure =
        sliceOf(model, label.span) === label.text &&
        recordOf(model, entry)?.fields.get(meant)?.label.span.start === label.span.start &&
        !labelled(entry, suggestion);
      yield {
        at: label.span,
        message: `${entry.id} has a field ${quoted(label.text)}, which is not a field of this kind of entry.`,
        fix: word
          ? `Did you mean "${suggestion}"? Then write it so, or keep your word with this line in mops.config.yml: \`${configLine(model.config, 'fields', suggestion, [label.text])}\`.`
          : `Did you mean "${suggestion}"? Then write it so.`,
        entry,
        key: label.text,
        instead: { actual: label.text, expected: suggestion },
        // A word of the team's own is one line of the config, however many entries have it; each slip is an edit of its own.
        ...(word ? { cause: { key: foldLabel(label.text), here: `${entry.id} has it too` } } : {}),
        ...(sure ? { edit: { span: label.span, text: suggestion } } : {}),
      };
    }
    yield* secondValues(model);
    for (const record of [...model.stages, ...model.handoffs, ...model.routings, ...model.scorings]) {
      if (record.status === 'unknown' && record.statusText !== null)
        yield unknownStatus(model, record, record.statusText);
    }
  },
};

/** A field that stands twice with two values: the first counts, and nobody can tell whether it is the one that is meant. */
function* secondValues(model: Model): Generator<Problem> {
  const mistyped = new Set(model.unknownFields.map(({ label }) => label.span));
  for (const { entry, first, second } of model.secondValues) {
    if (entry.kind !== 'BR-MOPS' && entry.kind !== 'GTM-MOPS' && entry.kind !== 'MON-DRIFT') continue;
    if (isRetired(model, entry) || mistyped.has(first.label.span) || mistyped.has(second.label.span))
      continue;
    const [one, other] = [first.value ?? first.label, second.value ?? second.label];
    yield {
      at: other.span,
      message: `${entry.id} has ${quoted(second.label.text, 40)} twice: ${quoted(one.text)} on line ${one.span.line}, and here ${quoted(other.text)}. Only the first counts.`,
      fix: 'Keep the one that is meant and remove the other.',
      entry,
      field: second.name,
      key: `twice ${other.text}`,
      related: [{ message: 'The one that counts', span: one.span }],
    };
  }
}

function unknownStatus(model: Model, record: LifecycleRecord, text: Text): Problem {
  const near = statusNear(text.text);
  const choices = `The statuses are ${listed(statusWords)}.`;
  return {
    at: text.span,
    message: `The Status of ${record.id}, ${quoted(text.text)}, is none that the checks know, so the entry is checked as if it were Active.`,
    fix:
      near === null
        ? `Write one of ${listed(statusWords, 'or')}.`
        : near.slip
          ? `Did you mean "${near.word}"? ${choices}`
          : `Write "Status: ${near.word}" if that is what it means. ${choices}`,
    entry: record.entry,
    field: 'status',
    key: text.text,
    // It was checked as Active: as anything else it is another entry, so a person looks.
    ...(near === null ? {} : { instead: { actual: text.text, expected: near.word } }),
    ...(near?.slip
      ? replacing(model, text, near.word, { sure: near.word === 'Active' })
      : { cause: { key: `status ${foldLabel(text.text)}`, here: `${record.id} has it too` } }),
  };
}

const labels = new WeakMap<Entry, ReadonlySet<string>>();

/** Whether a line of the entry has this label, however its letters are written. */
function labelled(entry: Entry, label: string): boolean {
  let known = labels.get(entry);
  if (known === undefined) {
    known = new Set(labelsOf(entry.nodes));
    labels.set(entry, known);
  }
  return known.has(label.toLowerCase());
}

function labelsOf(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap(({ label, children }) => [
    ...(label === null ? [] : [label.text.toLowerCase()]),
    ...labelsOf(children),
  ]);
}
