import { configLineOf } from '../../config/line.ts';
import type { Motion } from '../../config/schema.ts';
import { missingJoin } from '../../lifecycle/hybrid-join.ts';
import { claimedNames } from '../../lifecycle/lacking.ts';
import type { Model, Shape, Stage } from '../../lifecycle/model.ts';
import { betweenNeighbours, ownNamesFor, whichIsWhich } from '../../lifecycle/own-names.ts';
import { type OneOfSeveral, severalLifecycles } from '../../lifecycle/several.ts';
import { fits } from '../../lifecycle/shape.ts';
import { salesStages } from '../../lifecycle/shapes.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { wantedShapes } from '../../lifecycle/wanted-shapes.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, named } from '../wording.ts';

export const lifecycleShape: Rule = {
  id: 'lifecycle-shape',
  title: 'The lifecycle does not fit how the product is sold',
  why: 'A self-serve product with sales stages is overkill, and a sales-assisted one without them has nobody who sells. Leads wait at the stage that is missing.',
  fix: 'Use the stages of the motion: self-serve Anonymous → Signup → Activated → Paid → Expanded; sales-assisted Anonymous → MQL → SQL → Opportunity → Customer; hybrid Anonymous → Signup → Activated → Paid → SQL → Opportunity → Expansion. Or correct the motion in mops.config.yml.',
  source: 'SEED step 1, gate 1, anti-pattern 6',
  gate: 1,
  pattern: 6,
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Type: Lifecycle-Stage
    Order: 1

    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Order: 2

    ## BR-MOPS-003: Lifecycle Stage — Customer

    Type: Lifecycle-Stage
    Order: 3
  `,
  good: markdown`
    ## BR-MOPS-001: Lifecycle Stage — Anonymous

    Type: Lifecycle-Stage
    Order: 1

    ## BR-MOPS-002: Lifecycle Stage — Signup

    Type: Lifecycle-Stage
    Order: 2

    ## BR-MOPS-003: Lifecycle Stage — Paid

    Type: Lifecycle-Stage
    Order: 3
  `,
  *check(model): Generator<Problem> {
    const motion = model.motion.value;
    if (model.living.stages.length === 0 || model.living.mistyped.length > 0) return;
    const several = severalLifecycles(model);
    if (several !== null) return yield tooMany(several);
    if (motion === 'self-serve') {
      const selling = model.living.stages.filter((stage) => salesStages.has(stage.canonical));
      if (selling.length > 0) return yield salesOnSelfServe(selling);
    }
    const wanted = wantedShapes(model);
    if (!wanted.some((shape) => fits(shape, model.living.stages))) {
      const [shape] = wanted;
      if (shape) yield* misfit(model, shape);
      return;
    }
    if (motion === 'self-serve' || motion === null) return;
    const join = missingJoin(model);
    if (join !== null) yield noJoin(join);
    if (model.living.stages.every(({ owner }) => owner?.automated === true)) yield nobodySells(model, motion);
  },
};

/** Each lifecycle is checked by itself: in one graph the stages of one lead into the other. */
function tooMany(several: readonly OneOfSeveral[]): Problem {
  const [, second] = several as readonly [OneOfSeveral, OneOfSeveral];
  const at = second.stages[0] as Stage;
  const sets = several.map(({ name, stages }) => `${name} (${stages.map((stage) => stage.name).join(', ')})`);
  const folders = several.map(({ name }) => folderFor(name));
  const [first] = several as readonly [OneOfSeveral];
  const twin = first.stages.find(
    ({ name, entry }) => name === at.name && entry.span.file === at.entry.span.file,
  );
  const apart =
    twin === undefined
      ? ''
      : ` If they share a stage, keep them together and tell the others apart by name, in entries and handoffs: "${at.name} (EMEA)", "${at.name} (AMER)".`;
  return {
    at: at.nameText?.span ?? at.entry.idSpan,
    message: `There are ${several.length === 2 ? 'two' : several.length} lifecycles here, ${listed(sets)}: read as one, the stages of one lead into the other.`,
    fix: `Give each a folder of its own with its SoT and its mops.config.yml, and check them one by one: ${folders.map((folder) => `mops check ${folder}`).join(', ')}, in the Action one step each with path: ${listed(folders, 'or')}.${apart} If one is an old copy, mark its entries as Deprecated.`,
    entry: at.entry,
    field: 'stage',
    key: 'several',
    softens: false,
    related: several
      .filter((one) => one !== second)
      .map(({ name, stages }) => ({
        message: `The first stage of ${name}`,
        span: (stages[0] as Stage).entry.idSpan,
      })),
  };
}

function folderFor(name: string): string {
  const last = name.split('/').at(-1)?.replace(/\.md$/i, '') ?? name;
  return (
    last
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '') || 'one'
  );
}

function salesOnSelfServe(selling: readonly Stage[]): Problem {
  const [first] = selling as readonly [Stage];
  const names = listed(selling.map(named));
  return {
    at: first.nameText?.span ?? first.entry.idSpan,
    message: `The motion is self-serve, but ${names} ${selling.length === 1 ? 'is a sales stage' : 'are sales stages'}.`,
    fix: 'Use Anonymous → Signup → Activated → Paid → Expanded without a human handoff, or set motion to hybrid or sales-assisted in mops.config.yml.',
    entry: first.entry,
    field: 'stage',
    key: 'sales stages',
  };
}

function* misfit(model: Model, shape: Shape): Generator<Problem> {
  const present = new Map(model.living.stages.map((stage) => [stage.canonical, stage]));
  const missing = shape.stages.filter((name) => !present.has(name));
  const { value, source } = model.motion;
  const line = shape.stages.join(' → ');
  const told = source === 'inferred' ? ' (told from its stages)' : '';
  const wants =
    value === null && model.mode !== 'quick'
      ? `The stages form none of the known shapes, and mops.config.yml sets no motion${shape.name === 'quick' ? '' : `; they are nearest to ${line}`}`
      : shape.name === 'quick'
        ? `The stages do not form the quick shape ${line}`
        : `The motion is ${value}${told}, whose stages are ${line}`;
  if (missing.length > 0) {
    // An entry for it may be there and contradict itself: then `id-type` or `name-mismatch` has said it.
    const claimed = claimedNames(model);
    if (missing.every((name) => claimed.has(name))) return;
    const place = before(shape, missing, present) ?? (model.living.stages[0] as Stage);
    yield {
      at: place.nameText?.span ?? place.entry.idSpan,
      message: `${wants}; no active or planned entry defines ${listed(missing)}.`,
      fix: `Write a BR-MOPS entry for ${listed(missing)}, or set the motion in mops.config.yml that fits your product.${otherwiseNamed(model, shape, missing)}`,
      entry: place.entry,
      field: 'stage',
      key: missing.join(' '),
    };
    return;
  }
  const [early, late] = firstSwap(model, shape);
  // Two stages in one place, or an order that is no number, are `stage-order`.
  const unread = [early, late].some(
    (one) => one.order === null && (one.orderText !== null || spokenFor(model, one, 'order')),
  );
  if (early.order === late.order || unread) return;
  yield {
    at: late.orderText?.span ?? late.nameText?.span ?? late.entry.idSpan,
    message: `${wants}; ${named(late)} ${late.order === null ? 'has no Order' : `stands after ${named(early)}`}.`,
    fix: 'Number the stages (Order) in the order of the shape.',
    entry: late.entry,
    field: 'order',
    key: 'order',
    related: [{ message: named(early), span: early.orderText?.span ?? early.entry.idSpan }],
  };
}

/** The stage that stands just before the first missing one: where a reader would look for it. */
function before(
  shape: Shape,
  missing: readonly string[],
  present: ReadonlyMap<string, Stage>,
): Stage | undefined {
  const at = shape.stages.indexOf(missing[0] ?? '');
  for (let left = at - 1; left >= 0; left--) {
    const stage = present.get(shape.stages[left] ?? '');
    if (stage) return stage;
  }
  return undefined;
}

/** Two stages of the shape whose orders are the wrong way round: the one that stands early, the one that is late. */
function firstSwap(model: Model, shape: Shape): [Stage, Stage] {
  const own = model.living.stages.filter((stage) => shape.stages.includes(stage.canonical));
  for (let at = 1; at < own.length; at++) {
    const [left, right] = [own[at - 1] as Stage, own[at] as Stage];
    if (shape.stages.indexOf(left.canonical) > shape.stages.indexOf(right.canonical)) return [left, right];
  }
  const [first] = own as [Stage];
  return [first, own.at(-1) ?? first];
}

function noJoin({ from, sql }: { readonly from: Stage; readonly sql: Stage }): Problem {
  return {
    at: from.progression[0]?.raw.span ?? from.entry.idSpan,
    message: `The motion is hybrid, but no line leads from ${named(from)} to ${named(sql)}, so product users never reach sales.`,
    fix: `Add "To ${sql.name}: …" to the progression of ${named(from)} (or of the stage before it), with the event that calls for sales.`,
    entry: from.entry,
    field: 'progression',
    key: 'join',
    related: [{ message: `${named(sql)} is where sales takes over`, span: sql.entry.idSpan }],
  };
}

function nobodySells(model: Model, motion: Motion): Problem {
  const seller =
    model.living.stages.find(({ canonical }) => canonical === 'SQL') ?? (model.living.stages[0] as Stage);
  return {
    at: seller.owner?.raw.span ?? seller.entry.idSpan,
    message: `The motion is ${motion}, yet automation owns every stage: nobody sells.`,
    fix: 'Give MQL, SQL and Opportunity to a role, for example BDR, AE and AE, or set motion to self-serve.',
    entry: seller.entry,
    field: 'owner',
    key: 'nobody',
  };
}

/**
 * The line of the config that says which of the team's own stages the missing ones are, where names or places suggest
 * it; else how such a line is written.
 */
function otherwiseNamed(model: Model, shape: Shape, missing: readonly string[]): string {
  const found = ownNamesFor(model.living.stages, shape, missing);
  if (found.length > 0)
    return ` If ${whichIsWhich(found)}, put this line into mops.config.yml: \`${configLineOf(model.config, 'stages', found)}\`.`;
  const [first] = missing;
  const own = first === undefined ? undefined : betweenNeighbours(model.living.stages, shape, first);
  if (first === undefined || own === undefined) return '';
  return ` If one of your stages is ${listed(missing, 'or')} under another name, say which in mops.config.yml, for example \`${configLineOf(model.config, 'stages', [[first, [own.name]]])}\`.`;
}
