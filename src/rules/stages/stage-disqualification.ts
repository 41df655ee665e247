import { wayOutFor } from '../../draft/suggest.ts';
import { saysNothing } from '../../language/nothing.ts';
import type { Disqualification, Model, Stage } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isAt } from '../../lifecycle/target-stages.ts';
import { isEnd } from '../../lifecycle/ways.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, named, quoted } from '../wording.ts';

export const stageDisqualification: Rule = {
  id: 'stage-disqualification',
  title: 'A stage has no way out for leads that do not fit',
  why: 'Bad leads never leave. They fill the queue, and the people in it stop trusting the stage.',
  fix: 'List under "Exit criteria (disqualification)" which leads leave here and where they go.',
  source: 'SEED step 3, gate 2',
  gate: 2,
  severity: { quick: 'off', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Customer: Contract signed

    ## BR-MOPS-005: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 5
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Exit criteria (progression):
      - To Customer: Contract signed
    Exit criteria (disqualification):
      - No budget this year → Nurture

    ## BR-MOPS-005: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 5
    Exit criteria (disqualification):
      - Contract cancelled → Churn
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      const said = ({ raw }: { readonly raw: { readonly text: string } }) => !saysNothing(raw.text);
      if (isEnd(stage) || stage.mixedExits.length > 0) continue;
      const lines = stage.disqualification.filter(said);
      const [staying] = lines;
      if (staying !== undefined) {
        if (lines.every(({ targets }) => targets.length > 0 && targets.every((one) => isAt(one, stage))))
          yield staysIn(model, stage, staying);
        continue;
      }
      if (spokenFor(model, stage, 'disqualification', 'exit')) continue;
      const forward = stage.progression.filter(said);
      // A last stage needs one exit of either kind; a stage without any exit is `stage-progression`.
      if (stage.final ? forward.length > 0 : forward.length === 0) continue;
      yield {
        at: fieldSpan(stage, 'disqualification'),
        message: `${named(stage)} has no disqualification exit: nothing says which leads leave it, and where they go.`,
        fix: stage.final
          ? 'Write under "Exit criteria (disqualification)" how a customer leaves, for example "Contract cancelled → Churn".'
          : `Write under "Exit criteria (disqualification)" a line such as "${wayOutFor(model, stage)}".`,
        entry: stage.entry,
        field: 'disqualification',
      };
    }
  },
};

/** Lines that name reasons and keep the lead where it is are no way out. */
function staysIn(model: Model, stage: Stage, { raw }: Disqualification): Problem {
  return {
    at: raw.span,
    message: `${named(stage)} has no way out: ${quoted(raw.text)} keeps the lead in ${stage.name}, so nobody ever leaves who does not fit.`,
    fix: `Say where such a lead goes and when, for example "${wayOutFor(model, stage)}".`,
    entry: stage.entry,
    field: 'disqualification',
  };
}
