import { rangeFor, routeFor } from '../../draft/route.ts';
import { foldWords } from '../../language/fold.ts';
import type { Model, Route, Routing } from '../../lifecycle/model.ts';
import { spokenFor } from '../../lifecycle/spoken-for.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { fieldSpan, quoted } from '../wording.ts';

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
    for (const routing of model.living.routings) {
      if (spokenFor(model, routing, 'routes')) continue;
      yield* coverage(model, routing);
    }
  },
};

function* coverage(model: Model, routing: Routing): Generator<Problem> {
  const { routes } = routing;
  const own = { entry: routing.entry, field: 'routes' as const };
  if (routes.length === 0) {
    yield {
      ...own,
      at: fieldSpan(routing, 'routes'),
      message: `${routing.id} lists no routes.`,
      fix: `Write one line per segment: "${routeFor(model, routing, '1–49')}".`,
      key: 'empty',
    };
    return;
  }
  for (const route of routes) {
    if (route.owner !== null && route.owner.kind !== 'none') continue;
    const filled = routeFor(model, routing, route.segment, route);
    yield {
      ...own,
      at: route.raw.span,
      message: `The route ${quoted(route.raw.text)} of ${routing.id} names nobody who gets the lead.`,
      fix: `Write the role behind an arrow: "${filled}".`,
      instead: { actual: route.raw.text, expected: filled },
      key: `owner ${route.segment}`,
    };
  }
  for (const route of routes) {
    if (route.unread === null) continue;
    yield {
      ...own,
      at: route.raw.span,
      message: `${route.unread === route.segment ? `The segment ${quoted(route.segment)}` : `${quoted(route.unread)} in the segment ${quoted(route.segment)}`} of ${routing.id} is no range of numbers that can be read, so nobody can tell which leads it takes.`,
      fix: `Write one range for each route, from the lower end to the upper, for example "${route.raw.text.replace(route.segment, () => rangeFor(route, routing))}".`,
      key: `unread ${route.segment}`,
    };
  }
  const rest = routes.some(({ otherwise }) => otherwise);
  yield* repeats(routing, own);
  const told = new Set<Route>();
  for (const { label, ranges } of lanesOf(routes)) {
    const ofLabel = label === '' ? '' : `${label}, `;
    let widest: Ranged | undefined;
    for (const route of ranges) {
      const before = widest;
      if (before === undefined || route.range.max > before.range.max) widest = route;
      if (before === undefined || told.has(route)) continue;
      if (route.range.min <= before.range.max) {
        told.add(route);
        yield {
          ...own,
          at: route.raw.span,
          message: `${ofLabel}${overlap(before, route)} belongs to two segments of ${routing.id}, ${quoted(before.segment)} and ${quoted(route.segment)}.`,
          fix: `Let the segments follow each other, for example start the second at ${before.range.max === Number.POSITIVE_INFINITY ? route.range.min : before.range.max + 1}.`,
          key: `overlap ${route.segment}`,
          related: [{ message: before.segment, span: before.raw.span }],
        };
      } else if (route.range.min > before.range.max + 1 && !rest && !alone(routes, label)) {
        told.add(route);
        yield {
          ...own,
          at: route.raw.span,
          message: `${ofLabel}${between(before.range.max + 1, route.range.min - 1)} is in no segment of ${routing.id}.`,
          fix: 'Close the gap, or add an "otherwise" route.',
          key: `hole ${route.segment}`,
        };
      }
    }
  }
  const ranges = routes.filter(hasRange).filter(({ labels }) => labels === null);
  const top = Math.max(...ranges.map(({ range }) => range.max));
  if (
    rest ||
    routes.some(({ unread }) => unread !== null) ||
    (ranges.length === routes.filter(({ unknown }) => !unknown).length &&
      top === Number.POSITIVE_INFINITY &&
      Math.min(...ranges.map(({ range }) => range.min)) <= 1)
  )
    return;
  yield {
    ...own,
    at: fieldSpan(routing, 'routes'),
    message: `${routing.id} says nothing about leads outside its segments, such as those whose ${routing.dimension?.text.toLowerCase() ?? 'segment'} is unknown.`,
    fix: `Add a last route: "${routeFor(model, routing, 'otherwise')}".`,
    key: 'otherwise',
  };
}

/** Routes whose ranges have to follow each other: those of one label, and those without one. Sorted by range. */
function lanesOf(
  routes: readonly Route[],
): readonly { readonly label: string; readonly ranges: readonly Ranged[] }[] {
  const lanes = new Map<string, { label: string; ranges: Ranged[] }>();
  for (const route of routes.filter(hasRange))
    for (const label of route.labels ?? ['']) {
      const key = foldWords(label);
      const lane = lanes.get(key) ?? { label, ranges: [] };
      lanes.set(key, lane);
      lane.ranges.push(route);
    }
  for (const { ranges } of lanes.values())
    ranges.sort((a, b) => a.range.min - b.range.min || a.range.max - b.range.max);
  return [...lanes.values()];
}

/** Whether a route takes all that is left of a label ("EMEA" beside "EMEA, 1–99"). */
function alone(routes: readonly Route[], label: string): boolean {
  return routes.some(
    ({ range, labels }) => range === null && labels?.some((one) => foldWords(one) === foldWords(label)),
  );
}

function* repeats(routing: Routing, own: Pick<Problem, 'entry' | 'field'>): Generator<Problem> {
  const seen = new Map<string, Route>();
  for (const route of routing.routes) {
    if (route.range !== null) continue;
    const whole = foldWords(route.segment);
    const names = route.labels === null ? [whole] : [...new Set(route.labels.map(foldWords))];
    const twice = names.find((name) => name !== '' && seen.has(name));
    for (const name of names) if (!seen.has(name)) seen.set(name, route);
    const before = twice === undefined ? undefined : seen.get(twice);
    if (before === undefined) continue;
    const same = foldWords(before.segment) === whole;
    const label = route.labels?.find((one) => foldWords(one) === twice) ?? route.segment;
    yield {
      ...own,
      at: route.raw.span,
      message: same
        ? `The segment ${quoted(route.segment)} stands twice in ${routing.id}.`
        : `${quoted(label)} belongs to two segments of ${routing.id}, ${quoted(before.segment)} and ${quoted(route.segment)}.`,
      fix: same ? 'Keep one of the two routes.' : `Leave ${quoted(label)} in one of the two routes.`,
      key: `twice ${twice}`,
      related: [{ message: same ? 'The first' : before.segment, span: before.raw.span }],
    };
  }
}

type Ranged = Route & { readonly range: NonNullable<Route['range']> };

function hasRange(route: Route): route is Ranged {
  return route.range !== null;
}

function between(from: number, to: number): string {
  return from === to ? String(from) : `${from} to ${to}`;
}

function overlap(before: Ranged, route: Ranged): string {
  const end = Math.min(before.range.max, route.range.max);
  return end === route.range.min
    ? String(end)
    : `${route.range.min} to ${end === Number.POSITIVE_INFINITY ? 'any number' : end}`;
}
