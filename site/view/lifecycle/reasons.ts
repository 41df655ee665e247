/** Grounds for a no as rows: what is said, its code, where the lead goes. */

import { foldWords } from '../../../src/language/fold.ts';
import type { Handoff, Reason, Stage } from '../../../src/lifecycle/model.ts';
import { groundMark } from '../contradictions.ts';
import { placesInline } from '../owner-words.ts';
import type { ReasonRow, Words } from '../page.ts';
import type { RoleWork } from '../people/role-work.ts';
import type { Site } from '../site.ts';
import { receivingStage } from './limits.ts';

/** `…, reason code "no-signer"` at the end of a ground. */
const codeBehind = /[,;]?\s+(?:with\s+)?(?:the\s+)?reason code:?\s+["“]([^"“”]{1,40})["”]$/i;

/** A row for a ground. Its code stands below where the words themselves do not hold it. */
export function reasonRow(site: Site, reason: Reason): ReasonRow {
  const { text, codes, targets, route } = reason;
  const [code] = codes;
  const behind = codeBehind.exec(text.text);
  const said = code !== undefined && behind?.[1] === code ? text.text.slice(0, behind.index) : text.text;
  const places = placesInline(site, targets);
  const to: Words = places.length > 0 || route === null ? places : site.said(route);
  return {
    words: [...site.said(said), ...groundMark(site, reason)],
    code: code === undefined || said.includes(code) ? null : code,
    to,
  };
}

/** The same words once, with all the stages that they stand beside. */
export function onceEach(rows: readonly ReasonRow[]): readonly ReasonRow[] {
  const groups = Map.groupBy(rows, ({ words, code }) => JSON.stringify([words, code]));
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const places = new Map(same.flatMap(({ to }) => to.map((place) => [JSON.stringify(place), place])));
    return [
      { ...first, to: [...places.values()].flatMap((place, at) => (at === 0 ? [place] : [', ', place])) },
    ];
  });
}

/** Handoffs to a role whose grounds no stage of its own tells. */
export function givenElsewhere({ owns, receives }: Pick<RoleWork, 'owns' | 'receives'>): readonly Handoff[] {
  return receives.filter((handoff) => {
    const stage = receivingStage(handoff);
    return stage === null || !owns.includes(stage);
  });
}

/** The grounds for rejecting at a handoff, in its order, each with where the lead goes and when it returns. */
export function handoffReasons(site: Site, { rejection }: Handoff): readonly ReasonRow[] {
  return rejection.reasons.map((reason) => reasonRow(site, reason));
}

/** The same as `reasonsOf` as the entries have them, with what brings a lead back; lines of both ways are left out. */
export function stageGrounds(site: Site, stage: Stage): readonly Reason[] {
  const { own, given } = groundsIn(site, stage);
  const seen = new Set<string>();
  return [...own, ...given].filter((reason) => {
    const key = `${reason.text.text} → ${reason.route}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A stage's own grounds and those of the handoffs into it; a code that a line of the stage tells in words is no second one. */
function groundsIn(
  site: Site,
  stage: Stage,
): { readonly own: readonly Reason[]; readonly given: readonly Reason[] } {
  const into = handoffsInto(site, stage);
  const lines = ownLines(into, stage);
  const all = into.flatMap(({ rejection }) => rejection.reasons);
  const same = (line: Reason, { text, targets }: Reason) => {
    const words = foldWords(text.text);
    const told = foldWords(line.text.text);
    return (
      (told === words || told.endsWith(`(${words})`) || line.codes.map(foldWords).includes(words)) &&
      placesOf(line) === placesOf({ targets })
    );
  };
  return {
    // A ground that gains nothing stays itself: contradictions are found by it.
    own: lines.map((line) => {
      const back = line.back ?? all.find((reason) => same(line, reason))?.back ?? null;
      return back === line.back ? line : { ...line, back };
    }),
    given: all.filter((reason) => !lines.some((line) => same(line, reason))),
  };
}

const placesOf = ({ targets }: Pick<Reason, 'targets'>) => targets.map(({ name }) => name).join();

/** A stage's own lines; those that only point at a handoff's rule are said by the handoff. */
function ownLines(into: readonly Handoff[], stage: Stage): readonly Reason[] {
  const pointing = (line: string) =>
    into.some(({ id, rejection }) => line.includes(id) && rejection.reasons.length > 0);
  return stage.disqualification.filter(({ raw }) => !pointing(raw.text)).map(({ reason }) => reason);
}

/** Every ground on which a lead in this stage is turned away, none twice: the stage's own, then those of the handoffs into it. */
export function reasonsOf(site: Site, stage: Stage): readonly ReasonRow[] {
  const mixed = stage.mixedExits.map(
    ({ text }): ReasonRow => ({ words: site.said(text), code: null, to: [] }),
  );
  const { own, given } = groundsIn(site, stage);
  const row = (reason: Reason) => reasonRow(site, reason);
  return once([...own.map(row), ...mixed, ...given.map(row)]);
}

/**
 * Short grounds that lead to one place share a row: "no-signer, tender → MQL"; those of several words stay apart as
 * "No budget; Wrong person".
 */
export function sharedRows(rows: readonly ReasonRow[]): readonly ReasonRow[] {
  const key = ({ words, code, to }: ReasonRow) => {
    const [ground] = words;
    const short = words.length === 1 && code === null && typeof ground === 'string' && ground.length <= 24;
    return short && to.length > 0 ? JSON.stringify(to) : null;
  };
  const shared = Map.groupBy(rows, key);
  return rows.flatMap((row): ReasonRow[] => {
    const own = key(row);
    const together = own === null ? undefined : shared.get(own);
    if (together === undefined) return [row];
    if (row !== together[0]) return [];
    const grounds = together.flatMap(({ words }) => words);
    const codes = grounds.every((ground) => typeof ground === 'string' && !/\s/.test(ground));
    return [{ ...row, words: [grounds.join(codes ? ', ' : '; ')] }];
  });
}

/** Rows without those that say the same again. */
export function once(rows: readonly ReasonRow[]): readonly ReasonRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = JSON.stringify(row);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function handoffsInto(site: Site, stage: Stage): readonly Handoff[] {
  return site.model.living.handoffs.filter((handoff) => receivingStage(handoff) === stage);
}

/** Where a no leads from a stage, back before out: "back to MQL, Nurture". Null where nothing is written. */
export function noWords(site: Site, stage: Stage): string | null {
  const targets = [
    ...stage.disqualification.flatMap((line) => line.targets),
    ...handoffsInto(site, stage).flatMap(({ rejection }) => rejection.targets),
  ];
  const living = site.model.living.stages;
  const back = new Set<string>();
  const out = new Set<string>();
  for (const target of targets) {
    if (target.kind === 'stage') {
      const own = target.stages.find((each) => living.includes(each));
      if (own !== undefined && own !== stage) back.add(own.name || own.id);
    } else if (target.kind === 'sink') out.add(target.name);
  }
  const words = [...[...back].map((name, at) => (at === 0 ? `back to ${name}` : name)), ...out];
  if (words.length > 0) return words.join(', ');
  return stage.disqualification.length > 0 ? 'see the stage' : null;
}
