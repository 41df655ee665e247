import { foldName } from '../../language/fold.ts';
import { isLeadStatus } from '../../language/status.ts';
import type { Model, Stage } from '../../lifecycle/model.ts';
import { isLiving } from '../../lifecycle/standing.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, named, quoted } from '../wording.ts';

const most = 8;

export const stageCount: Rule = {
  id: 'stage-count',
  title: 'There are more stages than a team keeps up with',
  why: 'With too many stages, or with lead statuses among them, nobody keeps the lead’s stage up to date, and the numbers stop meaning anything. A hole in the order often is a stage that got lost.',
  fix: 'Keep to eight stages at most, record activity such as "Contacted" as a lead status, and number the stages without holes.',
  source: 'SPEC §4',
  severity: { quick: 'notice', standard: 'notice', deep: 'notice' },
  bad: markdown`
    ## BR-MOPS-003: Lifecycle Stage — Unresponsive

    Type: Lifecycle-Stage
    Order: 3
    Stage: Unresponsive
  `,
  good: markdown`
    ## BR-MOPS-003: Lifecycle Stage — SQL

    Type: Lifecycle-Stage
    Order: 3
    Stage: SQL
  `,
  *check(model): Generator<Problem> {
    const own = new Set(Object.entries(model.config.stages).flat(2).map(foldName));
    const extra = model.living.stages[most];
    if (extra) yield tooMany(model, extra);
    for (const stage of model.living.stages) {
      const name = foldName(stage.name);
      if (isLeadStatus(stage.name) && !own.has(name)) yield statusAsStage(stage);
    }
    yield* unusedOrders(model);
  },
};

function tooMany(model: Model, extra: Stage): Problem {
  return {
    at: extra.nameText?.span ?? extra.entry.idSpan,
    message: `There are ${model.living.stages.length} stages; more than ${most} are seldom kept up to date.`,
    fix: 'Merge stages that differ only by name, or make some of them a lead status.',
    entry: extra.entry,
    field: 'stage',
    key: 'too many',
  };
}

function statusAsStage(stage: Stage): Problem {
  return {
    at: stage.nameText?.span ?? stage.entry.idSpan,
    message: `${quoted(stage.name)} (${stage.id}) is a lead status: it says what was done, not how far the lead is.`,
    fix: 'Record it as a status in the CRM, or as a disqualification line such as "No answer after 5 attempts → Nurture".',
    entry: stage.entry,
    field: 'stage',
    key: 'status',
  };
}

/** Whole numbers left out between the first and the last order; orders in even steps (10, 20, 30) are meant so. */
function* unusedOrders(model: Model): Generator<Problem> {
  const used = [...new Set(model.living.stages.map(({ order }) => order).filter((order) => order !== null))];
  used.sort((a, b) => a - b);
  const steps = new Set(used.slice(1).map((order, at) => order - (used[at] ?? 0)));
  if (used.length < 2 || (steps.size === 1 && used.length > 2) || isExplained(model)) return;
  const taken = takenByOthers(model);
  for (const [at, order] of used.slice(1).entries()) {
    const missing: number[] = [];
    for (let number = (used[at] ?? 0) + 1; number < order && missing.length < 5; number++) {
      if (!taken.has(number)) missing.push(number);
    }
    const stage = model.living.stages.find((one) => one.order === order);
    if (missing.length === 0 || stage === undefined) continue;
    yield {
      at: stage.orderText?.span ?? stage.entry.idSpan,
      message: `No stage has Order ${listed(missing.map(String), 'or')}; ${named(stage)} is the next, with ${order}.`,
      fix: 'Number the stages without holes, or write the stage that is missing.',
      entry: stage.entry,
      field: 'order',
      key: 'unused order',
    };
    return;
  }
}

/** A nearer rule has said why an order is missing: `lifecycle-shape`, or `stage-order` of one taken twice or no number. */
function isExplained(model: Model): boolean {
  const orders = model.living.stages.map(({ order }) => order).filter((order) => order !== null);
  return (
    model.shape === null ||
    new Set(orders).size < orders.length ||
    model.living.stages.some(({ order, orderText }) => order === null && orderText !== null)
  );
}

/** Orders of retired stages, and of entries whose Type contradicts their ID. */
function takenByOthers(model: Model): Set<number> {
  const retired = model.stages.filter((stage) => !isLiving(stage)).map(({ order }) => order);
  const mistyped = model.mistyped.map(({ fields }) => Number(fields.get('order')?.value?.text));
  return new Set([...retired, ...mistyped].filter((order) => order !== null));
}
