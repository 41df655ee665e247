import { foldName } from '../../language/fold.ts';
import { saysLeaving } from '../../language/leaving.ts';
import type { StageNames } from '../../lifecycle/stage-names.ts';
import { readSla } from '../../sla/index.ts';
import { blank } from '../blank.ts';
import { bullets, entryText, type Fields } from '../entry-text.ts';
import type { Draft } from '../missing/draft.ts';

/** A stage as the tables tell it. Absent: no cell says it. */
export interface ImportedStage {
  readonly name: string;
  readonly order: number | null;
  readonly entry?: string;
  readonly exit?: string;
  readonly progression?: string;
  readonly disqualification?: string;
  readonly owner?: string;
  sla?: string;
  escalation?: string;
  /** `Demo request: 1 business hour`, from a table of limits by source, segment or priority. */
  readonly segments: string[];
  /** Columns of the team's own. */
  readonly own: readonly (readonly [header: string, cell: string])[];
}

/** Where the sides of a column of exits lead. */
export interface ImportedWays {
  /** Names of stages. */
  readonly names: readonly string[];
  /** Whether a side turns the lead down or names a place for those: one column holds both ways in many tables. */
  readonly leadsOut: (side: string) => boolean;
}

/** The ways among stages of these names; `known` also knows the places, usual ones and the config's. */
export function waysAmong(names: readonly string[], known: Pick<StageNames, 'within'>): ImportedWays {
  return {
    names,
    leadsOut: (side) => saysLeaving(side) || known.within(side, true).some(({ kind }) => kind === 'sink'),
  };
}

/** A stage entry in Draft. A way on leads to the stage it names, else to that of the next row. */
export function stageDraft(
  id: string,
  stage: ImportedStage,
  order: number,
  next: string | null,
  { names, leadsOut }: ImportedWays = { names: [], leadsOut: saysLeaving },
): Draft {
  const { forward, away } = exitOf(stage, leadsOut);
  const to = next === null ? '' : `To ${next}: `;
  const onward = forward.map((line) => wayOn(line, names) ?? `${to}${line}`);
  const text = entryText(id, `Lifecycle Stage — ${stage.name}`, [
    [
      ['Type', 'Lifecycle-Stage'],
      ['Order', String(order)],
      ['Status', 'Draft'],
    ],
    [['Stage', stage.name]],
    [
      [
        'Entry criteria',
        bullets(criteria(stage.entry) ?? [blank('the event or number that brings a lead here')]),
      ],
    ],
    onward.length > 0
      ? [['Exit criteria (progression)', bullets(onward)]]
      : next === null
        ? []
        : [['Exit criteria (progression)', bullets([`${to}${blank('the event that moves a lead on')}`])]],
    [
      [
        'Exit criteria (disqualification)',
        bullets(away.length > 0 ? away : [blank('what sends a lead away, and where to')]),
      ],
    ],
    [['Owner', stage.owner ?? blank('the one role that owns the lead here')]],
    [slaOf(stage)],
    ownFields(stage),
  ]);
  return { id, about: `the stage ${stage.name}`, text, linkIn: [] };
}

function slaOf({ sla, segments, escalation }: ImportedStage): Fields[number] {
  const limit = segments.length > 0 ? segments.join('; ') : sla;
  // A stage where nobody waits has no limit to miss.
  const reading = limit === undefined ? null : readSla(limit);
  if (limit !== undefined && reading?.ok && reading.meaning.kind === 'none' && escalation === undefined)
    return ['SLA', /\p{L}/u.test(limit) ? limit : 'n/a'];
  return [
    'SLA',
    bullets([
      `Response time after entering this stage: ${limit ?? blank('the limit with its unit and clock')}`,
      `Escalation: ${escalation ?? blank('when, who and what, once the limit is missed')}`,
    ]),
  ];
}

/** The ways on and the ways out, in the table's own words: "AE accepts OR rejects" is one of each. */
function exitOf(
  { exit, progression, disqualification }: ImportedStage,
  leadsOut: (side: string) => boolean,
): { readonly forward: readonly string[]; readonly away: readonly string[] } {
  const sides = (exit ?? '')
    .split(/\s*;\s*|\s+OR\s+/)
    .flatMap((side) => (leadsOut(side) ? side.split(/\s+or\s+/) : [side]))
    .filter((side) => side !== '');
  const onward = sides.filter((side) => !leadsOut(side));
  return {
    forward: [...(criteria(progression) ?? []), ...(onward.length > 0 ? [onward.join(' OR ')] : [])],
    away: [...(criteria(disqualification) ?? []), ...sides.filter(leadsOut)],
  };
}

/** `SQL when the BDR confirms need`, `SQL: need confirmed` or `SQL` alone: the stage it leads to, and on what event. */
function wayOn(line: string, names: readonly string[]): string | null {
  const [, rest = ''] = /^(?:(?:moves? |goes )?(?:on )?to |→ ?)?(.*)$/i.exec(line) ?? [];
  const folded = foldName(rest);
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    if (folded === foldName(name)) return `To ${name}: ${blank('the event that moves a lead on')}`;
    const behind = rest.slice(name.length);
    if (name === '' || foldName(rest.slice(0, name.length)) !== foldName(name)) continue;
    const event = /^(?:\s*[:,]|\s+(?:when|once|if|as soon as|after|[–—-])(?=\s))\s*(\S.*)$/i.exec(
      behind,
    )?.[1];
    if (event !== undefined) return `To ${name}: ${event}`;
  }
  return /^To [^:]+:/.test(line) ? line : null;
}

function criteria(cell: string | undefined): readonly string[] | null {
  const items = (cell ?? '').split(/\s*;\s*/).filter((item) => item !== '');
  return items.length === 0 ? null : items;
}

/** The team's own columns as fields of their own, under their own headers. */
function ownFields({ own }: ImportedStage): Fields {
  return own
    .filter(([header]) => header !== '')
    .map(([header, cell]) => [header.replace(/[:|]/g, ' ').trim(), cell] as const);
}
