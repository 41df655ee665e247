import type { Route, Routing } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { spokenFor } from '../spoken.ts';
import { placeOf, quoted } from '../wording.ts';

export const segmentCoverage: Rule = {
  id: 'segment-coverage',
  title: 'Segments overlap or leave a hole',
  why: 'A lead in two segments is worked twice, a lead in none is worked never.',
  fix: 'Let the ranges follow each other without a gap, and end with an "otherwise" route.',
  source: 'SPEC §4',
  severity: { quick: 'off', standard: 'off', deep: 'error' },
  bad: markdown`
    ## BR-MOPS-010: Segment Routing — Company size

    Type: Segment-Routing
    Routes:
      - 1–50 → BDR: 1 business day
      - 50–499 → BDR: 1 business hour
      - otherwise → AE: 1 business day
  `,
  good: markdown`
    ## BR-MOPS-010: Segment Routing — Company size

    Type: Segment-Routing
    Routes:
      - 1–49 → BDR: 1 business day
      - 50–499 → BDR: 1 business hour
      - otherwise → AE: 1 business day
  `,
  *check(model): Generator<Problem> {
    for (const routing of model.routings) {
      if (routing.standing === 'retired' || spokenFor(model, routing, 'routes')) continue;
      yield* coverage(routing);
    }
  },
};

function* coverage(routing: Routing): Generator<Problem> {
  const { routes } = routing;
  const own = { entry: routing.entry, field: 'routes' as const };
  if (routes.length === 0) {
    yield {
      ...own,
      at: placeOf(routing, 'routes'),
      message: `${routing.id} lists no routes.`,
      fix: 'Write one line per segment: "1–49 → BDR: 1 business day".',
      key: 'empty',
    };
    return;
  }
  for (const route of routes) {
    if (route.owner !== null && route.owner.kind !== 'none') continue;
    yield {
      ...own,
      at: route.raw.span,
      message: `The route ${quoted(route.raw.text)} of ${routing.id} names nobody who gets the lead.`,
      fix: 'Write the role behind an arrow: "50–499 → BDR: 1 business hour".',
      key: `owner ${route.segment}`,
    };
  }
  const rest = routes.some(({ otherwise }) => otherwise);
  yield* repeats(routing, own);
  const ranges = routes
    .filter(hasRange)
    .sort((a, b) => a.range.min - b.range.min || a.range.max - b.range.max);
  for (const [at, route] of ranges.entries()) {
    const before = ranges[at - 1];
    if (before === undefined) continue;
    if (route.range.min <= before.range.max) {
      yield {
        ...own,
        at: route.raw.span,
        message: `${overlap(before, route)} belongs to two segments of ${routing.id}, ${quoted(before.segment)} and ${quoted(route.segment)}.`,
        fix: `Let the segments follow each other, for example start the second at ${before.range.max === Number.POSITIVE_INFINITY ? route.range.min : before.range.max + 1}.`,
        key: `overlap ${route.segment}`,
        related: [{ message: before.segment, span: before.raw.span }],
      };
    } else if (route.range.min > before.range.max + 1 && !rest) {
      yield {
        ...own,
        at: route.raw.span,
        message: `${before.range.max + 1} to ${route.range.min - 1} is in no segment of ${routing.id}.`,
        fix: 'Close the gap, or add an "otherwise" route.',
        key: `hole ${route.segment}`,
      };
    }
  }
  const last = ranges.at(-1);
  if (
    rest ||
    (ranges.length === routes.filter(({ unknown }) => !unknown).length &&
      last?.range.max === Number.POSITIVE_INFINITY &&
      (ranges[0]?.range.min ?? 0) <= 1)
  )
    return;
  yield {
    ...own,
    at: placeOf(routing, 'routes'),
    message: `${routing.id} says nothing about leads outside its segments, such as those whose ${routing.dimension?.text.toLowerCase() ?? 'segment'} is unknown.`,
    fix: 'Add a last route: "otherwise → BDR: 1 business day".',
    key: 'otherwise',
  };
}

function* repeats(routing: Routing, own: Pick<Problem, 'entry' | 'field'>): Generator<Problem> {
  const seen = new Map<string, Route>();
  for (const route of routing.routes) {
    const key = route.range === null ? route.segment.toLowerCase() : '';
    const before = key === '' ? undefined : seen.get(key);
    if (key !== '' && before === undefined) seen.set(key, route);
    if (before === undefined) continue;
    yield {
      ...own,
      at: route.raw.span,
      message: `The segment ${quoted(route.segment)} stands twice in ${routing.id}.`,
      fix: 'Keep one of the two routes.',
      key: `twice ${key}`,
      related: [{ message: 'The first', span: before.raw.span }],
    };
  }
}

type Ranged = Route & { readonly range: NonNullable<Route['range']> };

function hasRange(route: Route): route is Ranged {
  return route.range !== null;
}

function overlap(before: Ranged, route: Ranged): string {
  const end = Math.min(before.range.max, route.range.max);
  return end === route.range.min
    ? String(end)
    : `${route.range.min} to ${end === Number.POSITIVE_INFINITY ? 'any number' : end}`;
}
