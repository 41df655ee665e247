import { foldName } from '../../language/fold.ts';
import { saysNothing } from '../../language/nothing.ts';
import { type NameConflict, nameConflicts } from '../../lifecycle/config-names.ts';
import type { Handoff, Stage, Target } from '../../lifecycle/model.ts';
import type { StageNames } from '../../lifecycle/stage-names.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import type { Text } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

export const nameMismatch: Rule = {
  id: 'name-mismatch',
  title: 'Two places name different stages',
  why: 'A reader of one place and a reader of the other apply the rule to different stages, and nobody can tell which was meant.',
  fix: 'Make the title and the fields (Stage, or From and To) name the same stages, and leave a name that has an entry out of the further names in mops.config.yml.',
  source: 'SPEC §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: MQL
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
  `,
  *check(model): Generator<Problem> {
    const names = model.stageNames;
    for (const stage of model.living.stages) yield* stageProblem(stage, names);
    for (const handoff of model.living.handoffs) yield* handoffProblem(handoff, names);
    for (const conflict of nameConflicts(model)) yield configProblem(conflict);
  },
};

function configProblem(conflict: NameConflict): Problem {
  const { at, name, line } = conflict;
  const shared = { at, key: `config ${name}`, softens: false };
  if (conflict.kind === 'slip')
    return {
      ...shared,
      message: `The config gives names to a stage ${quoted(name)}, which no entry is; it was read as ${quoted(conflict.meant)}.`,
      fix: `Write \`${line}\` in mops.config.yml.`,
    };
  const { to, sink, stage } = conflict;
  return {
    ...shared,
    message: `The config makes ${quoted(name)} another name of ${to}, but ${stage.id} is the stage ${stage.name}: a name means one of them.`,
    fix: `Write \`${line}\` in mops.config.yml${sink ? `, or take the entry ${stage.id} out if leads only end there` : ', or make the two entries one'}.`,
    related: [{ message: `The stage ${stage.name}`, span: stage.entry.idSpan }],
  };
}

function* stageProblem(stage: Stage, names: StageNames): Generator<Problem> {
  const { titleName, nameText } = stage;
  if (titleName === null || nameText === null || stage.fields.get('stage')?.leftover) return;
  // A title may be free text ("How we treat MQLs"); only one that names another stage contradicts the field.
  const open = saysNothing(nameText.text) && foldName(nameText.text) !== foldName(titleName.text);
  if (names.exact(titleName.text) === null) return;
  if (!open && agree(titleName.text, nameText.text, names)) return;
  yield {
    at: nameText.span,
    message: `${stage.id} is titled ${quoted(titleName.text)}, but its Stage field says ${quoted(nameText.text)}.`,
    fix: `Write the stage that is meant in both places, for example "Stage: ${titleName.text}".`,
    entry: stage.entry,
    field: 'stage',
    related: [{ message: 'The title', span: titleName.span }],
  };
}

function* handoffProblem(handoff: Handoff, names: StageNames): Generator<Problem> {
  const { titleFrom, titleTo, from, to } = handoff;
  if (titleFrom === null || titleTo === null || from === null || to === null) return;
  if (isUnclear(handoff.fromTarget) || isUnclear(handoff.toTarget)) return;
  if (names.exact(titleFrom.text) === null && names.exact(titleTo.text) === null) return;
  const fromAgrees = isNamedBy(titleFrom, handoff.fromTarget, from, names);
  if (fromAgrees && isNamedBy(titleTo, handoff.toTarget, to, names)) return;
  yield {
    at: fromAgrees ? to.span : from.span,
    message: `${handoff.id} is titled ${quoted(`${titleFrom.text} → ${titleTo.text}`)}, but From and To say ${quoted(`${from.text} → ${to.text}`)}.`,
    fix: 'Make the title and the From and To fields name the same two stages.',
    entry: handoff.entry,
    field: fromAgrees ? 'to' : 'from',
    related: [{ message: 'The title', span: handoff.entry.title.span }],
  };
}

/** Whether a side of the title names the stage of its field, or calls it as the stage's own title does ("Kunde"). */
function isNamedBy(side: Text, target: Target | null, field: Text, names: StageNames): boolean {
  const own = stageAt(target)?.titleName;
  if (own != null && foldName(own.text) === foldName(side.text)) return true;
  return agree(side.text, stageIn(target, field), names);
}

/** The stage that From or To points at, which may be written as an ID. */
function stageIn(target: Target | null, text: Text): string {
  return stageAt(target)?.canonical ?? text.text;
}

/** An unknown name is for `stage-unknown` to report, not for this rule. */
function isUnclear(target: Target | null): boolean {
  return target === null || target.kind === 'unknown';
}

/** Same stage by alias, or one name is part of the other ("SQL" and "SQL (EMEA)", "OPP" and "Opportunity"). */
function agree(one: Text['text'], other: Text['text'], names: StageNames): boolean {
  if (names.canonical(one) === names.canonical(other)) return true;
  const [a, b] = [foldName(one), foldName(other)];
  if (a === '' || b === '') return true;
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `) || a.startsWith(b) || b.startsWith(a);
}
