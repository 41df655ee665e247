/** Grounds for turning a lead down: each reason with where it leads and what brings the lead back. */

import { foldLabel, foldWords } from '../../language/fold.ts';
import { partOfRejection } from '../../language/tables/sub-fields.ts';
import type { Entry, Node, Text } from '../../sot/entry.ts';
import { join } from '../cells.ts';
import type { Field, FieldName, Reason, Target } from '../model.ts';
import { atArrow, reasonLine } from '../reason-line.ts';
import { slice } from '../span.ts';

/** Every place that running text names. */
type Places = (text: string) => readonly Target[];

interface Rule {
  readonly field: Field | null;
  readonly condition: Field | null;
  readonly routing: Field | null;
  readonly reengagement: Field | null;
}

/** The reason of one line of disqualification: `No budget → Nurture, tag "no-budget"`. */
export function reasonOfLine(raw: Text, targets: Reason['targets']): Reason {
  const { left, right } = atArrow(raw);
  const codes = codesIn(raw.text);
  const behind = left.text === '' && right !== null ? groundBehind.exec(right.text) : null;
  if (behind !== null && right !== null) {
    const text = slice(right, behind.index + behind[0].length, right.text.length);
    return { text, codes, targets, route: right.text.slice(0, behind.index), back: null };
  }
  return { text: left, codes, targets, route: right?.text ?? null, back: null };
}

/** `→ Nurture if there is no budget`: the ground stands behind the place. */
const groundBehind = /,?\s+(?:if|when|where|once|in case(?: of)?|because(?: of)?|wenn|falls)\s+/i;

/** The reasons of a handoff's rejection rule: one for each code, clause, row or condition it names. */
export function readReasons(entry: Entry, rule: Rule, places: Places): readonly Reason[] {
  return withNamedBacks(reasonsIn(entry, rule, places));
}

function reasonsIn(entry: Entry, rule: Rule, places: Places): readonly Reason[] {
  const nested = rule.field === null ? [] : nestedReasons(entry, rule.field, places);
  if (nested.length > 0) return nested;
  const conditions = itemsOf(rule.condition);
  const routes = itemsOf(rule.routing).flatMap((text) => pieces(text, /;/g));
  const said = itemsOf(rule.reengagement);
  const backs = said.map(({ text }) => text);
  const back = backs.join('; ') || null;
  const leads = (text: string | null): Pick<Reason, 'targets' | 'route'> => ({
    targets: text === null ? [] : places(text),
    route: text,
  });
  const routed = routes.flatMap((route): readonly Reason[] => {
    const { left, right } = atArrow(route);
    if (right === null || left.text === '') return [];
    return codeList(left).map((text) => ({ text, codes: codesIn(text.text), ...leads(right.text), back }));
  });
  const codes = conditions.flatMap((text) => codesIn(text.text).map((code) => ({ code, text })));
  if (routed.length > 0) {
    const known = new Set(routed.flatMap(({ text, codes: own }) => [text.text, ...own]).map(foldWords));
    const unrouted = codes.filter(({ code }) => !known.has(foldWords(code)));
    return [
      ...routed,
      ...unrouted.map(({ code, text }) => ({
        text: within(text, code),
        codes: [code],
        ...leads(null),
        back,
      })),
    ];
  }
  const paired = conditions.length > 1 && conditions.length === routes.length;
  const backsPaired = conditions.length > 1 && conditions.length === backs.length;
  // In a table of reasons an empty cell brings nobody back: what its neighbours say is theirs.
  const inRows =
    conditions.length > 1 && said.every(({ span }) => conditions.some((one) => one.span.line === span.line));
  const all = leads(routes.length === 0 ? null : routes.map(({ text }) => text).join('; '));
  const named =
    conditions.length !== 1
      ? conditions
      : codes.length > 1
        ? codes.map(({ code, text }) => within(text, code))
        : conditions.flatMap(shortList);
  return named.map((text, at) => ({
    text,
    codes: codesIn(text.text),
    ...(paired ? leads(routes[at]?.text ?? null) : all),
    back: inRows
      ? (said.find(({ span }) => span.line === text.span.line)?.text ?? null)
      : backsPaired
        ? (backs[at] ?? null)
        : back,
  }));
}

/**
 * "A bounced account comes back when a new card is charged" brings back what was turned down as "bounced", and says
 * nothing of "duplicate": a clause that opens with the name of some of the reasons is theirs alone.
 */
function withNamedBacks(reasons: readonly Reason[]): readonly Reason[] {
  const [first] = reasons;
  if (reasons.length < 2 || first === undefined || first.back === null) return reasons;
  const whole = first.back;
  if (reasons.some(({ back }) => back !== whole)) return reasons;
  const clauses = whole
    .split(/;\s*/)
    .map((text) => ({ text, of: openedBy(foldWords(text.slice(0, 120)), reasons) }));
  if (clauses.every(({ of }) => new Set(of).size % reasons.length === 0)) return reasons;
  return reasons.map((reason) => ({
    ...reason,
    back:
      clauses
        .filter(({ of }) => of.length === 0 || of.includes(reason))
        .map(({ text }) => text)
        .join('; ') || null,
  }));
}

/** The reasons that folded text names at its beginning: `a bounced account`, `duplicate or bounced leads`. */
function openedBy(folded: string, reasons: readonly Reason[]): readonly Reason[] {
  const words = folded.replace(/^(?:(?:if|for|when|only|an?|the|any|all) ){0,2}/, '');
  for (const reason of reasons) {
    for (const name of [reason.text.text, ...reason.codes].map(foldWords)) {
      const rest = words.slice(name.length);
      if (name === '' || !words.startsWith(name) || /^[\p{L}\p{N}]/u.test(rest)) continue;
      const next = /^(?:,| or| and|\/)+ ?/.exec(rest);
      return [reason, ...(next === null ? [] : openedBy(rest.slice(next[0].length), reasons))];
    }
  }
  return [];
}

/** Whether a label is the rule's own: "Routing: too-small → MQL" below a heading is no reason called "Routing". */
function isOwn(label: Text | null): boolean {
  const part = label === null ? null : partOfRejection(label.text);
  return part !== null && (part !== 'rejection.condition' || foldLabel(label?.text ?? '') === 'condition');
}

/** A reason with its route and way back below it: the rows of a table, or bullets with bullets. */
function nestedReasons(entry: Entry, field: Field, places: Places): readonly Reason[] {
  const node = nodeOf(entry, field);
  if (node === null) return [];
  return node.children.flatMap((child): readonly Reason[] => {
    const route = childText(child, 'rejection.routing')?.text ?? null;
    const back = childText(child, 'rejection.reengagement')?.text ?? null;
    if (route === null && back === null) {
      const line =
        !isOwn(child.label) && child.form === 'item' && child.children.length === 0
          ? reasonLine(child.text)
          : null;
      if (line === null) return [];
      const { reason, route: way } = line;
      return [
        {
          text: reason,
          codes: codesIn(reason.text),
          targets: places(way.text),
          route: way.text,
          back: line.back?.text ?? null,
        },
      ];
    }
    const isRow = child.form === 'row';
    const to = route ?? (isRow ? (child.value?.text ?? null) : null);
    const name = (isRow || child.value === null ? child.label : child.value) ?? child.text;
    // "R1 | too small | MQL": a code, and what it stands for in a column of its own.
    const why = isRow ? childText(child, 'rejection.condition') : null;
    const text = why === null ? name : join(name, ': ', why);
    if (isOwn(text)) return [];
    return [{ text, codes: codesIn(text.text), targets: to === null ? [] : places(to), route: to, back }];
  });
}

function nodeOf(entry: Entry, field: Field): Node | null {
  const at = field.label.span.start;
  const queue = [...entry.nodes];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node.label?.span.start === at || node.span.start === at) return node;
    queue.push(...node.children);
  }
  return null;
}

function childText(node: Node, part: FieldName): Text | null {
  const found = node.children.find(({ label }) => label !== null && partOfRejection(label.text) === part);
  return found?.value ?? null;
}

function itemsOf(field: Field | null): readonly Text[] {
  if (field === null || field.leftover) return [];
  return field.items.filter(({ text }) => text.trim() !== '');
}

/** The parts of a text between signs, blanks around them off, each in its place. */
function pieces(raw: Text, signs: RegExp): readonly Text[] {
  const parts: Text[] = [];
  let from = 0;
  const push = (to: number) => {
    const part = raw.text.slice(from, to);
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') parts.push(slice(raw, from + lead, from + lead + part.trim().length));
  };
  for (const sign of raw.text.matchAll(signs)) {
    push(sign.index);
    from = sign.index + sign[0].length;
  }
  push(raw.text.length);
  return parts;
}

/** `spam, student and competitor` is three codes; a sentence stays whole. */
function codeList(raw: Text): readonly Text[] {
  const parts = pieces(raw, /[,/;&]|\s(?:and|or)\s/gi);
  return parts.length > 1 && parts.every(({ text }) => !/\s/.test(text)) ? parts : [raw];
}

/** The longest part of a list that is still a reason of its own, in words. */
const mostWords = 4;

/** `No budget, wrong persona or too small` is three reasons; a sentence with longer parts stays whole. */
function shortList(raw: Text): readonly Text[] {
  const parts = pieces(raw, /;|,\s*(?:(?:or|and)\s)?|\sor\s/gi);
  const short = parts.every(({ text }) => text.split(/\s+/).length <= mostWords && !/["()]/.test(text));
  return parts.length > 1 && short ? parts : [raw];
}

/** Reason codes in running text: in quotes, behind "code", or the list in brackets behind "reason code". */
function codesIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/["\u201c]([\p{L}\p{N}][\p{L}\p{N} _-]{0,38})["\u201d]/gu)];
  const coded = [...text.matchAll(/\bcode:?\s+([\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+)/giu)];
  const list = /\breason codes?\s*(?:\(([^()]{1,200})\)|:\s*([^().]{1,200}))/i.exec(text);
  const longest = list?.[2] === undefined ? 1 : mostWords;
  const listed = (list?.[1] ?? list?.[2] ?? '')
    .split(/\s*(?:[,/;&]|\band\b|\bor\b)\s*/i)
    .map((code) => code.replace(/^["“]|["”]$/g, '').trim())
    .filter((code) => code !== '' && code.split(/\s+/).length <= longest);
  const whole = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+$/u.test(text.trim()) ? [text.trim()] : [];
  return [...new Set([...[...quoted, ...coded].map((match) => match[1] ?? ''), ...listed, ...whole])];
}

function within(text: Text, words: string): Text {
  const at = text.text.indexOf(words);
  return at < 0 ? text : slice(text, at, at + words.length);
}
