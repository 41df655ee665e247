import { configLine } from '../../config/line.ts';
import { ownerFor } from '../../draft/suggest.ts';
import { foldName } from '../../language/fold.ts';
import type { Model, Owner, Route, Routing } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { stageAt } from '../../lifecycle/target-stages.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { named, quoted } from '../wording.ts';

/** By kind of owner: what is wrong with it, and what follows the role to write. */
const faults: { readonly [kind in Owner['kind']]?: { readonly is: string; readonly fix: string } } = {
  person: {
    is: 'is a person, and the rule breaks when that person leaves',
    fix: ' and keep the name in your team list.',
  },
  queue: {
    is: 'is a queue, and nobody in a queue is late',
    fix: ' if that is the role that empties the queue.',
  },
  department: { is: 'is a department, and no one person in it has to act', fix: ' or whichever role acts.' },
  unknown: {
    is: 'is not a role known here',
    fix: ' or another role that is known: BDR, AE, CS, Founder, Marketing automation.',
  },
};

export const ownerRole: Rule = {
  id: 'owner-role',
  title: 'An owner is not a role',
  why: 'People leave, queues wait, and a department is nobody in particular. A role stays, and somebody fills it.',
  fix: 'Name the role that acts. Add roles of your own under roles in mops.config.yml.',
  source: 'SEED gate 3, anti-pattern 5',
  gate: 3,
  pattern: 5,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: Jane Smith
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Stage: SQL
    Owner: Account Executive
  `,
  *check(model): Generator<Problem> {
    for (const stage of model.living.stages) {
      const { owner } = stage;
      const fault = owner === null ? undefined : faults[owner.kind];
      if (owner === null || fault === undefined || spokenFor(model, stage, 'owner')) continue;
      const role = ownerFor(model, stage);
      yield {
        at: owner.raw.span,
        message: `${named(stage)}: the owner ${quoted(owner.raw.text)} ${fault.is}.`,
        fix: adviceFor(model, owner, `Write "Owner: ${role}",${fault.fix}`),
        entry: stage.entry,
        field: 'owner',
        instead: { actual: owner.raw.text, expected: role },
        ...sharing(owner, `${named(stage)} has this owner too`),
      };
    }
    for (const routing of model.routings)
      if (isLiving(routing) && !spokenFor(model, routing, 'routes'))
        for (const route of routing.routes) yield* routed(model, routing, route);
  },
};

/** Whoever takes the leads of a segment is their owner, and judged as one on a stage. */
function* routed(model: Model, routing: Routing, { segment, owner }: Route): Generator<Problem> {
  const own = { entry: routing.entry, field: 'routes' as const, key: `route ${segment}` };
  if (owner?.kind === 'several') {
    yield {
      ...own,
      at: owner.raw.span,
      message: `The route for ${quoted(segment)} of ${routing.id} has two owners, ${quoted(owner.raw.text)}: nobody can tell who acts.`,
      fix: `Name one role, for example ${quoted(owner.roles.at(-1) ?? 'AE')}.`,
    };
    return;
  }
  const fault = owner === null ? undefined : faults[owner.kind];
  if (owner === null || fault === undefined) return;
  const stage = stageAt(routing.toTarget);
  const role = stage === null ? 'BDR' : ownerFor(model, stage);
  yield {
    ...own,
    ...sharing(owner, `The route for ${quoted(segment)} of ${routing.id} has this owner too`),
    at: owner.raw.span,
    message: `The route for ${quoted(segment)} of ${routing.id}: ${quoted(owner.raw.text)} ${fault.is}.`,
    fix: adviceFor(model, owner, `Write "${role}",${fault.fix}`),
    instead: { actual: owner.raw.text, expected: role },
  };
}

/** One name that is no known role is one question, however many stages and routes it owns. */
function sharing({ kind, raw }: Owner, here: string): Pick<Problem, 'cause'> {
  return { cause: { key: `${kind} ${foldName(raw.text)}`, here } };
}

function adviceFor(model: Model, owner: Owner, fix: string): string {
  if (owner.kind !== 'unknown') return fix;
  return `${fix} If it is a role of your team, put this line into mops.config.yml: \`${configLine(model.config, 'roles', owner.raw.text)}\`.`;
}
