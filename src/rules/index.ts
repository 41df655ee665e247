/* biome-ignore-all assist/source/organizeImports: in the order of the documentation */
/** Written by `npm run build` from the files there are. */
import type { Rule } from './rule.ts';
import { answersDiffer } from './entries/answers-differ.ts';
import { entryStale } from './entries/entry-stale.ts';
import { entryUnread } from './entries/entry-unread.ts';
import { fieldUnknown } from './entries/field-unknown.ts';
import { idDuplicate } from './entries/id-duplicate.ts';
import { idFormat } from './entries/id-format.ts';
import { idType } from './entries/id-type.ts';
import { nameMismatch } from './entries/name-mismatch.ts';
import { templateLeftover } from './entries/template-leftover.ts';
import { placeholder } from './references/placeholder.ts';
import { referenceDeprecated } from './references/reference-deprecated.ts';
import { referenceNamed } from './references/reference-named.ts';
import { referenceUndefined } from './references/reference-undefined.ts';
import { lifecycleMissing } from './shape/lifecycle-missing.ts';
import { lifecycleShape } from './shape/lifecycle-shape.ts';
import { loopUnbounded } from './shape/loop-unbounded.ts';
import { progressionBackwards } from './shape/progression-backwards.ts';
import { stageCount } from './shape/stage-count.ts';
import { stageDeadEnd } from './shape/stage-dead-end.ts';
import { stageOrder } from './shape/stage-order.ts';
import { stageUnreachable } from './shape/stage-unreachable.ts';
import { criterionSeam } from './stages/criterion-seam.ts';
import { criterionVague } from './stages/criterion-vague.ts';
import { mqlAnyForm } from './stages/mql-any-form.ts';
import { ownerRole } from './stages/owner-role.ts';
import { stageDisqualification } from './stages/stage-disqualification.ts';
import { stageEntry } from './stages/stage-entry.ts';
import { stageExitMixed } from './stages/stage-exit-mixed.ts';
import { stageOwner } from './stages/stage-owner.ts';
import { stageOwnerSingle } from './stages/stage-owner-single.ts';
import { stageProgression } from './stages/stage-progression.ts';
import { stageUnknown } from './stages/stage-unknown.ts';
import { escalationWeak } from './sla/escalation-weak.ts';
import { slaCalendar } from './sla/sla-calendar.ts';
import { slaConflict } from './sla/sla-conflict.ts';
import { slaEscalation } from './sla/sla-escalation.ts';
import { slaOrder } from './sla/sla-order.ts';
import { slaUnreadable } from './sla/sla-unreadable.ts';
import { stageSla } from './sla/stage-sla.ts';
import { handoffDuplicate } from './handoffs/handoff-duplicate.ts';
import { handoffMissing } from './handoffs/handoff-missing.ts';
import { handoffOwner } from './handoffs/handoff-owner.ts';
import { handoffPayload } from './handoffs/handoff-payload.ts';
import { handoffSameOwner } from './handoffs/handoff-same-owner.ts';
import { handoffTrigger } from './handoffs/handoff-trigger.ts';
import { handoffUnplanned } from './handoffs/handoff-unplanned.ts';
import { payloadEmpty } from './handoffs/payload-empty.ts';
import { rejectionReengagement } from './rejection/rejection-reengagement.ts';
import { rejectionRouting } from './rejection/rejection-routing.ts';
import { rejectionTarget } from './rejection/rejection-target.ts';
import { rejectionWeak } from './rejection/rejection-weak.ts';
import { driftIncomplete } from './monitoring/drift-incomplete.ts';
import { driftStale } from './monitoring/drift-stale.ts';
import { slaDrift } from './monitoring/sla-drift.ts';
import { channelUnrouted } from './downstream/channel-unrouted.ts';
import { feedbackUnlinked } from './downstream/feedback-unlinked.ts';
import { kpiConversion } from './downstream/kpi-conversion.ts';
import { driftPerStage } from './deep/drift-per-stage.ts';
import { rejectionLimit } from './deep/rejection-limit.ts';
import { scoringModel } from './deep/scoring-model.ts';
import { segmentCoverage } from './deep/segment-coverage.ts';
import { segmentRouting } from './deep/segment-routing.ts';
import { fileUnreadable } from './files/file-unreadable.ts';
import { hiddenCharacters } from './files/hidden-characters.ts';
import { ignoreReason } from './files/ignore-reason.ts';
import { ignoreUnused } from './files/ignore-unused.ts';
import { mergeConflict } from './files/merge-conflict.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  answersDiffer,
  entryStale,
  entryUnread,
  fieldUnknown,
  idDuplicate,
  idFormat,
  idType,
  nameMismatch,
  templateLeftover,
  placeholder,
  referenceDeprecated,
  referenceNamed,
  referenceUndefined,
  lifecycleMissing,
  lifecycleShape,
  loopUnbounded,
  progressionBackwards,
  stageCount,
  stageDeadEnd,
  stageOrder,
  stageUnreachable,
  criterionSeam,
  criterionVague,
  mqlAnyForm,
  ownerRole,
  stageDisqualification,
  stageEntry,
  stageExitMixed,
  stageOwner,
  stageOwnerSingle,
  stageProgression,
  stageUnknown,
  escalationWeak,
  slaCalendar,
  slaConflict,
  slaEscalation,
  slaOrder,
  slaUnreadable,
  stageSla,
  handoffDuplicate,
  handoffMissing,
  handoffOwner,
  handoffPayload,
  handoffSameOwner,
  handoffTrigger,
  handoffUnplanned,
  payloadEmpty,
  rejectionReengagement,
  rejectionRouting,
  rejectionTarget,
  rejectionWeak,
  driftIncomplete,
  driftStale,
  slaDrift,
  channelUnrouted,
  feedbackUnlinked,
  kpiConversion,
  driftPerStage,
  rejectionLimit,
  scoringModel,
  segmentCoverage,
  segmentRouting,
  fileUnreadable,
  hiddenCharacters,
  ignoreReason,
  ignoreUnused,
  mergeConflict,
];

/** IDs of all rules, for the config reader and the command line. */
export const ruleIds: readonly string[] = rules.map(({ id }) => id);
