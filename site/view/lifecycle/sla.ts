/** Every limit in one table, and the clock that says when an answer is due. */

import { keptByPerson } from '../../../src/lifecycle/limits.ts';
import { filePath, pagePath } from '../../lib/paths.ts';
import { idLink } from '../linked.ts';
import { ownerInline } from '../owner-words.ts';
import {
  type Block,
  type Cell,
  cell,
  code,
  heading,
  type Inline,
  link,
  numberCell,
  type Page,
  quiet,
  text,
  type Words,
} from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';
import { calendarWords, hoursAsked, worstArrival, worstMinutes, worstWords } from './calendar-words.ts';
import { hasClock, limitWords } from './limit-words.ts';
import { type LimitMoment, type LimitRow, limitsOf, momentsOf, needsMonitor } from './limits.ts';
import { clockLimitsOf, wholeSteps } from './steps.ts';

/** The table of all limits, and the clock that says when a lead is due. */
export function slaPages(site: Site): readonly Page[] {
  return [slaPage(site), clockPage(site)];
}

function slaPage(site: Site): Page {
  const limits = limitsOf(site);
  const unwatched = byStage(momentsOf(limits)).filter(
    (limit) => needsMonitor(limit) && watchersOf(limit).length === 0,
  );
  return {
    path: pagePath('sla'),
    title: 'All limits',
    kicker: 'SLAs',
    nav: 'clock',
    description:
      'Every SLA in one table: who answers, how fast, what happens when it is missed, who watches.',
    ids: [],
    keywords: [
      'SLA',
      'late',
      'due date',
      'response time',
      'deadline',
      'missed deadline',
      'escalation',
      'speed to lead',
      'unwatched limits',
      'service level agreement',
      'overdue',
      'time limit',
      'reassigned',
      'CSV',
      'download',
      'export',
      '24 hours',
      'shortest limit',
      'holidays',
      ...limits.map(({ sla }) => limitWords(sla)),
    ],
    group: 'Reference',
    source: null,
    blocks: [
      revOpsNav(site, pagePath('sla')),
      text(
        link('Compute a due time', pagePath('sla', 'clock')),
        ' with the clock, or take the table along as ',
        link('CSV', filePath('sla.csv')),
        '.',
      ),
      ...calendarNote(site),
      slaTable(site, limits, true),
      ...(unwatched.length === 0
        ? []
        : [
            {
              kind: 'note' as const,
              tone: 'warning' as const,
              title:
                unwatched.length === 1
                  ? 'One limit is watched by nobody'
                  : `${unwatched.length} limits are watched by nobody`,
              lines: [
                [
                  'No MON-DRIFT entry names them: ',
                  ...unwatched.flatMap((limit, at): Inline[] => [
                    ...(at === 0 ? [] : [', ']),
                    link(limit.name, limit.path),
                  ]),
                  '.',
                ],
              ],
            },
          ]),
    ],
  };
}

/** Monitors of a moment: of its stage's limit and of those that stand with it. */
const watchersOf = ({ monitors, also }: LimitMoment): readonly string[] => [
  ...new Set([...monitors, ...also.flatMap((limit) => limit.monitors)]),
];

function watchWords(site: Site, limit: LimitMoment): Words {
  const watchers = watchersOf(limit);
  if (watchers.length > 0)
    return watchers.flatMap((id, index): Inline[] => [...(index === 0 ? [] : [', ']), idLink(site, id)]);
  if (needsMonitor(limit)) return ['Nobody'];
  return [
    limit.sla.reading.ok || !keptByPerson(limit.owner) ? 'not needed' : 'not until the limit can be read',
  ];
}

function calendarNote(site: Site): readonly Block[] {
  return [{ kind: 'text', words: [quiet(calendarWords(site.model))] }];
}

/** Limits as a table, one row for each moment, by stage; `filter`: the reader may narrow it down to a role. */
export function slaTable(site: Site, limits: readonly LimitRow[], filter: boolean): Block {
  const roles = [...new Set(limits.flatMap((limit) => limit.owner?.names ?? []))].sort();
  return {
    kind: 'table',
    caption: 'Limits',
    limits: true,
    columns: [
      { label: 'Where', sort: 'text' },
      { label: 'Who answers', sort: 'text' },
      { label: 'Within', sort: 'number' },
      { label: 'At worst', sort: 'number' },
      { label: 'If missed' },
      { label: 'Watched by' },
    ],
    rows: byStage(momentsOf(limits)).map((limit) => {
      const worst = worstMinutes(site.model, limit.sla);
      const clock = hasClock(limit.sla);
      return {
        cells: [
          limit.also.length === 0
            ? cell(...whereWords(limit))
            : { words: [], lines: [limit, ...limit.also].map(whereWords) },
          cell(...ownerInline(site, limit.owner)),
          worst === null
            ? cell(`${limitWords(limit.sla)}${limit.sla.reading.ok ? '' : ' (unclear)'}`)
            : numberCell(worst, limitWords(limit.sla)),
          worst === null
            ? cell(clock ? 'cannot be counted' : '')
            : numberCell(worst, worstWords(worst), ' ', quiet(worstArrival(site.model, limit.sla) ?? '')),
          missedCell(site, limit),
          cell(...watchWords(site, limit)),
        ],
        tags: limit.owner?.names ?? [],
      };
    }),
    empty: filter
      ? [
          'No limit is written yet. Add ',
          code('SLA:'),
          ' with a response time and an escalation to each stage that a person owns.',
        ]
      : ['No limit runs for this role.'],
    sortable: filter,
    ...(filter ? { filter: { label: 'Who answers', options: roles } } : {}),
  };
}

const whereWords = (limit: LimitRow): Words => [link(limit.name, limit.path), ' ', quiet(limit.id)];

/** Each step on a line of its own, where there are several with a time each. */
function missedCell(site: Site, limit: LimitMoment): Cell {
  const { escalation, sla, stage } = limit;
  if (escalation === null || escalation.empty) return cell(hasClock(sla) ? 'Nothing is written' : '');
  if (stageSays(limit)) return cell(`as ${stage?.name}`);
  const steps = wholeSteps(escalation);
  if (steps.length < 2) return cell(...site.words(escalation.raw.text));
  return { words: [], lines: steps.map((step) => site.words(step.raw)) };
}

/** Whether a handoff's or a segment's steps are those of the stage, whose row stands above. */
function stageSays({ of, stage, escalation }: LimitRow): boolean {
  return of !== 'stage' && stage?.name !== '' && stage?.escalation === escalation;
}

/** Each stage with what is said of its leads elsewhere right below it; the rest at the end. */
function byStage<Row extends LimitRow>(limits: readonly Row[]): readonly Row[] {
  const stages = [...new Set(limits.flatMap(({ of, stage }) => (of === 'stage' && stage ? [stage] : [])))];
  const place = ({ stage }: LimitRow) =>
    stage !== null && stages.includes(stage) ? stages.indexOf(stage) : stages.length;
  return limits.toSorted((a, b) => place(a) - place(b));
}

function clockPage(site: Site): Page {
  // Whoever opens the clock is a person: what software keeps is not what it begins with.
  const limits = limitsOf(site)
    .toSorted((a, b) => Number(a.owner?.automated === true) - Number(b.owner?.automated === true))
    .flatMap((limit) => clockLimitsOf(limit));
  return {
    path: pagePath('sla', 'clock'),
    title: 'How long do I have?',
    kicker: 'The clock',
    nav: 'clock',
    description: 'Arrival time in, due time out, in the team’s business hours and time zone.',
    ids: [],
    keywords: [
      'clock',
      'calculator',
      'due',
      'due date',
      'deadline',
      'overdue',
      'business hours',
      '24 hours',
      'holidays',
      ...hoursAsked,
      'time zone',
      ...[site.model.calendar, ...site.model.calendars.values()].flatMap((calendar) =>
        calendar === null ? [] : [calendar.zone.replaceAll('_', ' ')],
      ),
      'calculator',
    ],
    group: 'Reference',
    source: null,
    blocks: [
      ...(limits.length === 0
        ? [
            {
              kind: 'empty' as const,
              title: 'No clock runs yet',
              words: [
                'No stage or handoff has a limit that reads as one. Example: ',
                code('SLA: 1 business hour'),
                '.',
              ],
            },
          ]
        : [{ kind: 'clock' as const, limits }]),
      heading('The hours it counts', 'hours'),
      text(calendarWords(site.model)),
      text('All limits: ', link('the SLA table', pagePath('sla')), '.'),
    ],
  };
}
