import { expect, test } from 'vitest';
import { csv, lifecycle, measured } from './team.ts';

const entries = lifecycle.replace(
  'SLA: 2 business hours',
  'SLA: AMER: 1 business hour; EMEA: 3 business hours',
);

const routed = `${lifecycle.replace('SLA: 2 business hours\n', '')}
## BR-MOPS-010: Segment Routing — Company size
Type: Segment-Routing
Status: Active
Dimension: Size (employees)
Applies to: Anonymous → MQL
Routes:
  - 1–49 → BDR: 3 business hours
  - 50+ → AE: 1 business hour
`;

/** Leads of some segments, each touched two hours after it became an MQL. */
function log(segments: readonly string[]): string {
  return csv([
    ['lead', 'stage', 'at', 'touch', 'segment'],
    ...segments.flatMap((segment, at) => [
      [`L${at}`, 'Anonymous', '2026-04-01T09:00:00-04:00', '', segment],
      [`L${at}`, 'MQL', '2026-04-02T09:00:00-04:00', '2026-04-02T11:00:00-04:00', segment],
    ]),
  ]);
}

test('a label is held against the part of the limit it names; an unknown one has no limit', async () => {
  const { stages } = await measured({ 'log.csv': log(['AMER', 'emea', 'EMEA', 'APAC', '']) }, { entries });
  expect(stages[1]?.entered).toBe(5);
  expect(stages[1]?.clocks[0]).toMatchObject({
    measured: true,
    entered: 5,
    met: 2,
    late: 1,
    unmeasured: 2,
    segments: [
      { segment: 'AMER', entered: 1, late: 1, met: 0 },
      { segment: 'EMEA', entered: 2, met: 2, late: 0, p50: 120 },
    ],
  });
});

test('a number falls into a route', async () => {
  const { stages } = await measured({ 'log.csv': log(['49', '50', '1200']) }, { entries: routed });
  expect(stages[1]?.clocks[0]).toMatchObject({
    met: 1,
    late: 2,
    segments: [
      { segment: '1–49', met: 1, attainment: 1 },
      { segment: '50+', late: 2, attainment: 0 },
    ],
  });
});

test('without the column a limit by segment is not measured, and says why', async () => {
  const text = log(['AMER'])
    .replaceAll(',segment', '')
    .replaceAll(/,AMER\r/g, '\r');
  const [clock] = (await measured({ 'log.csv': text }, { entries })).stages[1]?.clocks ?? [];
  expect(clock).toMatchObject({ measured: false, why: expect.stringContaining('goes by segment') });
});
