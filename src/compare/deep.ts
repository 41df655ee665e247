import { grouped } from '../lifecycle/grouped.ts';
import type { Monitor, Route, Routing, Scoring } from '../lifecycle/model.ts';
import { type Aspect, type Change, change, type Subject } from './change.ts';
import { pairRecords } from './pair.ts';
import { compareRecords } from './records.ts';
import { foldSaid, type Said, saidField, saidOwner, saidSla, saidText, wordsKey } from './said.ts';
import { compareItems, compareOne } from './sides.ts';

/** What changed in the segment routings: the segments, who gets them, how fast. */
export function compareRoutings(base: readonly Routing[], head: readonly Routing[]): Change[] {
  const nameOf = ({ appliesTo, dimension }: Routing): string =>
    [appliesTo?.text, dimension === null ? undefined : `by ${dimension.text}`].filter(Boolean).join(' ');
  return compareRecords(pairRecords(base, head, nameOf), head, {
    kind: 'routing',
    nameOf,
    summary: () => [],
    compare: (subject, before, after) => [
      ...compareOne(subject, 'dimension', 'dimension', saidText(before.dimension), saidText(after.dimension)),
      ...compareOne(
        subject,
        'applies-to',
        'applies to',
        saidText(before.appliesTo),
        saidText(after.appliesTo),
      ),
      ...compareNamed(subject, 'route', 'route', before.routes.map(saidRoute), after.routes.map(saidRoute)),
    ],
  });
}

/** An item of a list that has a name of its own: a segment, a signal. */
interface Named {
  readonly name: string;
  readonly said: Said;
}

function saidRoute({ segment, owner, sla, raw }: Route): Named {
  const [who, limit] = [saidOwner(owner), saidSla(sla)];
  const words = [who?.text, limit?.text].filter((text) => text !== undefined).join(': ');
  return {
    name: segment,
    said: { key: `${who?.key ?? ''}\n${limit?.key ?? ''}`, text: words || 'nobody', span: raw.span },
  };
}

/** What changed in the scoring models: points of signals, scores of stages, decay. */
export function compareScorings(base: readonly Scoring[], head: readonly Scoring[]): Change[] {
  const nameOf = ({ entry }: Scoring): string => entry.title.text;
  return compareRecords(pairRecords(base, head, nameOf), head, {
    kind: 'scoring',
    nameOf: ({ id }) => id,
    summary: () => [],
    compare: (subject, before, after) => [
      ...compareNamed(
        subject,
        'signal',
        'signal',
        before.signals.map(saidPoints),
        after.signals.map(saidPoints),
      ),
      ...compareNamed(
        subject,
        'threshold',
        'threshold',
        before.thresholds.map((line) => saidPoints({ ...line, name: line.stage })),
        after.thresholds.map((line) => saidPoints({ ...line, name: line.stage })),
      ),
      ...compareOne(subject, 'decay', 'decay', saidText(before.decay), saidText(after.decay)),
    ],
  });
}

function saidPoints({ name, points, raw }: Scoring['signals'][number]): Named {
  const text = points === null ? raw.text : `${points}`;
  return { name, said: { key: points === null ? wordsKey(raw.text) : text, text, span: raw.span } };
}

/** Compares lists whose items have names, name by name. */
function compareNamed(
  subject: Subject,
  what: Aspect,
  label: string,
  base: readonly Named[],
  head: readonly Named[],
): Change[] {
  const [before, after] = [byName(base), byName(head)];
  const renamed = sameUnderAnotherName(before, after);
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const other = renamed.get(key);
    if (other === null) return [];
    const [item] = after.get(key) ?? [];
    if (other !== undefined && item !== undefined) {
      const sides = { before: other.name, after: item.name, span: item.said.span };
      return [
        change(
          subject,
          what,
          sides,
          `${label} ${other.name} → ${item.name}, with the same ${item.said.text}`,
        ),
      ];
    }
    const [old, now] = [before.get(key) ?? [], after.get(key) ?? []];
    return compareItems(
      subject,
      what,
      `${label} ${(now[0] ?? old[0])?.name ?? ''}`.trim(),
      old.map(({ said }) => said),
      now.map(({ said }) => said),
      'in order',
    );
  });
}

/**
 * Names that went and names that came with the same value, where that value is no other's: the key of the new one with
 * what it was before, the key of the old one with null.
 */
function sameUnderAnotherName(
  before: ReadonlyMap<string, readonly Named[]>,
  after: ReadonlyMap<string, readonly Named[]>,
): ReadonlyMap<string, Named | null> {
  const lone = (map: typeof before, other: typeof before): ReadonlyMap<string, readonly [string, Named]> => {
    const found = new Map<string, readonly [string, Named] | null>();
    for (const [key, items] of map)
      for (const item of other.has(key) ? [] : items)
        found.set(item.said.key, found.has(item.said.key) ? null : [key, item]);
    return new Map([...found].flatMap(([key, one]) => (one === null ? [] : [[key, one] as const])));
  };
  const [gone, come] = [lone(before, after), lone(after, before)];
  const renamed = new Map<string, Named | null>();
  for (const [value, [key]] of come) {
    const old = gone.get(value);
    if (old !== undefined && old[1].name !== '') renamed.set(key, old[1]).set(old[0], null);
  }
  return renamed;
}

function byName(items: readonly Named[]): Map<string, Named[]> {
  return grouped(items, ({ name }) => foldSaid(name).toLowerCase());
}

/** What changed in the drift monitors: what they watch, from which baseline, when they speak. */
export function compareMonitors(base: readonly Monitor[], head: readonly Monitor[]): Change[] {
  return compareRecords(
    pairRecords(base, head, ({ entry }) => entry.title.text),
    head,
    {
      kind: 'monitor',
      nameOf: ({ id }) => id,
      summary: ({ subject }) => (subject === null ? [] : [`watches ${subject.text}`]),
      compare: (subject, before, after) => {
        const one = (what: Aspect, label: string, said: (monitor: Monitor) => Said | null): Change[] =>
          compareOne(subject, what, label, said(before), said(after));
        return [
          ...one('watched-subject', 'subject', (monitor) => saidText(monitor.subject)),
          ...one('baseline', 'baseline', saidBaseline),
          ...compareNamed(
            subject,
            'threshold',
            'threshold',
            before.thresholds.map(saidLevel),
            after.thresholds.map(saidLevel),
          ),
          ...one('cadence', 'cadence', ({ cadence }) => saidText(cadence)),
          ...one('owner', 'owner', ({ owner }) => saidOwner(owner)),
        ];
      },
    },
  );
}

/** The baseline's date may stand in the label, so it belongs to what the field says. */
function saidBaseline({ baseline, baselineDate }: Monitor): Said | null {
  const said = saidField(baseline);
  if (said === null || baselineDate === null || said.text.includes(baselineDate)) return said;
  return { ...said, key: `${baselineDate}\n${said.key}`, text: `${baselineDate}: ${said.text}` };
}

function saidLevel({ level, raw }: Monitor['thresholds'][number]): Named {
  return {
    name: level === 'other' ? '' : level,
    said: { key: wordsKey(raw.text), text: raw.text, span: raw.span },
  };
}
