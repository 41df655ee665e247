/**
 * Who owns what (SPEC §3): the roles of the table, the config's, and the seats a team's own entries make of them. An
 * owner that names no role is told apart by why: nobody, a department, a person, a queue, an unknown role.
 */

import { alternatives } from '../language/alternatives.ts';
import { arrowPattern } from '../language/arrow.ts';
import { foldRole } from '../language/fold.ts';
import { opensUndecided, saysNothing } from '../language/nothing.ts';
import { own } from '../language/own.ts';
import { type NamedRole, RoleWords } from '../language/roles.ts';
import { departmentNames, departments } from '../language/tables/departments.ts';
import { automationRole, jobWords, nobody, opensWithNobody, queues } from '../language/tables/role-words.ts';
import { joined } from '../language/tables/roles.ts';
import type { Text } from '../sot/entry.ts';
import type { Owner } from './model.ts';
import { calledIn } from './role-names.ts';

type Seat = Pick<Owner, 'roles' | 'seat' | 'kind'>;

/** Looks up roles and seats. Made once for a model, from its config and from the owners that its entries name. */
export class Roles {
  readonly #words: RoleWords;
  /** Role → folded qualifier → the seat's name, where a team divides the role by two qualifiers or more. */
  readonly #divided = new Map<string, Map<string, string>>();
  readonly #seats = new Map<string, Seat>();
  readonly #called: ReadonlyMap<string, string>;

  /**
   * @param configured the config's `roles`
   * @param owners Owner texts of living stages: SDR and BDR are two seats when both own one
   * @param others further owner texts, of handoffs and routes, which with the owners divide a role by qualifiers
   * @param mentions further owner texts, of monitors, which only tell what the team calls a role
   */
  constructor(
    configured: Readonly<Record<string, readonly string[]>> = {},
    owners: readonly string[] = [],
    others: readonly string[] = [],
    mentions: readonly string[] = [],
  ) {
    this.#words = new RoleWords(configured, partedBy(configured, owners));
    const found = new Map<string, Map<string, string>>();
    for (const text of [...owners, ...others]) {
      const named = this.#words.find(text);
      if (named?.qualifier === null || named === null) continue;
      const ofRole = found.get(named.role) ?? new Map<string, string>();
      found.set(named.role, ofRole);
      const key = foldRole(named.qualifier);
      if (!ofRole.has(key)) ofRole.set(key, text.replace(/[`*]/g, '').trim());
    }
    for (const [role, names] of found) if (names.size > 1) this.#divided.set(role, names);
    this.#called = calledIn(this.#words, [...owners, ...others, ...mentions]);
  }

  /** All roles there are. */
  get names(): readonly string[] {
    return this.#words.names;
  }

  /** Name of the role that a text names, null when it is none. */
  find(name: string): string | null {
    const named = this.#words.find(name);
    return named === null ? null : this.#nameOf(named);
  }

  called(role: string): string {
    return this.#called.get(role) ?? role;
  }

  /** Roles named anywhere in running text ("notify the SDR manager, then reassign to an AE"), in order, each once. */
  within(text: string): string[] {
    return [...new Set(this.#words.within(text).map((named) => this.#nameOf(named)))];
  }

  /** Whether a text names people to whom a lead may go: a role or a department. */
  isPeople(text: string): boolean {
    return (
      this.#words.find(text) !== null ||
      this.#words.within(text).length > 0 ||
      departmentOf(foldRole(text)) !== null
    );
  }

  /** Whether a role, as `find` and `within` name it, sits among those of a seat. */
  sits(name: string, { seat }: Pick<Owner, 'seat'>): boolean {
    return [name, ...(this.#divided.get(name)?.values() ?? [])].some((one) => seat.includes(one));
  }

  #nameOf({ role, qualifier }: NamedRole): string {
    return (qualifier === null ? undefined : this.#divided.get(role)?.get(foldRole(qualifier))) ?? role;
  }

  /** Everybody in a named role's seat: the plain role of a divided one may be any of its parts. */
  #seatOf(named: NamedRole): string[] {
    const name = this.#nameOf(named);
    return name === named.role ? [name, ...(this.#divided.get(name)?.values() ?? [])] : [name];
  }

  /** Reads an Owner value. Never throws; text that names no role says why in `kind`. */
  owner(raw: Text): Owner {
    const text = raw.text.trim();
    const automated = /\bautomat/i.test(text);
    const kept = this.#seats.get(text);
    const found = kept ?? this.#read(text);
    if (kept === undefined) this.#seats.set(text, found);
    const roles = found.roles;
    return {
      raw,
      ...found,
      names: roles.map((role) => this.called(role)),
      automated:
        roles.length === 1 ? automated || roles[0] === automationRole : automated && roles.length === 0,
    };
  }

  #read(text: string): Seat {
    const whole = this.#words.find(text);
    if (whole !== null) return this.#role(whole);
    const outside = text.replace(/\([^()]*\)/g, ' ').trim();
    const inside = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '').join(', ');
    const out = this.#list(outside);
    if (out.kind === 'role' || out.kind === 'several') return out;
    if (inside !== '') {
      const named = this.#list(inside.replace(/^(?:role|owner):?\s+/i, ''));
      if (named.kind === 'role' || named.kind === 'several') return named;
      if (/\bautomat/i.test(inside)) return software;
    }
    return /\bautomat/i.test(outside) ? software : out;
  }

  #role(named: NamedRole): Seat {
    return { roles: [this.#nameOf(named)], seat: this.#seatOf(named), kind: 'role' };
  }

  #list(text: string): Seat {
    const single = this.#words.find(text);
    if (single !== null) return this.#role(single);
    const folded = foldRole(text.startsWith('@') ? text.slice(1).replace(/[-_]+/g, ' ') : text);
    if (saysNothing(text) || nobody.has(folded) || opensUndecided(text) || leftToAnybody.test(folded))
      return { roles: [], seat: [], kind: 'none' };
    const department = departmentOf(folded);
    if (department !== null)
      return { roles: [], seat: [department, ...(departments[department] ?? [])], kind: 'department' };
    return this.#slashed(text) ?? this.#several(text) ?? this.#nobodysRole(text, folded);
  }

  /** "AE / founder": in a small company the founder sits in the role's seat (SPEC §3). "BDR/SDR" is one seat, too. */
  #slashed(text: string): Seat | null {
    const parts = text.split('/').map((part) => this.#words.find(part));
    if (parts.length < 2 || parts.some((part) => part === null)) return null;
    const named = parts as NamedRole[];
    const names = [...new Set(named.map((one) => this.#nameOf(one)))];
    const seat = [...new Set(named.flatMap((one) => this.#seatOf(one)))];
    if (names.length === 1) return { roles: names, seat, kind: 'role' };
    if (names.length === 2 && names.includes('Founder'))
      return { roles: names.filter((role) => role !== 'Founder'), seat, kind: 'role' };
    if (names.length === 2 && names.some((name) => names.includes(own(joined, name) ?? '')))
      return { roles: names.slice(0, 1), seat, kind: 'role' };
    return { roles: names, seat, kind: 'several' };
  }

  #several(text: string): Seat | null {
    const parts = text.split(between).filter((part) => part !== '');
    if (parts.length < 2) return null;
    // "SDR until the demo, then AE": each has it in turn, and what stands beside the name says when.
    const inTurn = /\b(?:then|until|till|before|afterwards|after that)\b/i.test(text);
    const found = parts.map((part) => this.#words.find(part) ?? (inTurn ? this.#only(part) : null));
    const named = found.filter((role) => role !== null);
    const names = [...new Set(named.map((one) => this.#nameOf(one)))];
    const seat = [...new Set(named.flatMap((one) => this.#seatOf(one)))];
    if (names.length === 1 && named.length === parts.length) return { roles: names, seat, kind: 'role' };
    const others = parts.filter((part, at) => found[at] === null && departmentOf(foldRole(part)) !== null);
    if (names.length + others.length < 2) return null;
    return { roles: names, seat, kind: 'several' };
  }

  /** The one role that words around it name. */
  #only(text: string): NamedRole | null {
    const [first, ...others] = this.#words.within(text);
    return first !== undefined && others.length === 0 ? first : null;
  }

  /** Words that name no role we know. They still are a seat: another text is another one, and a lead changes hands. */
  #nobodysRole(text: string, folded: string): Seat {
    const own = [folded.replace(/^(?:the|a|an|our) /, '').replace(/s$/, '')];
    if (/\S@\S+\.\S/.test(text) || /^@[\w-]+$/.test(text)) return { roles: [], seat: own, kind: 'person' };
    if (waiting.test(text)) {
      const named = this.#words.within(text).flatMap((role) => this.#seatOf(role));
      return { roles: [], seat: named.length > 0 ? named : own, kind: 'queue' };
    }
    return { roles: [], seat: own, kind: looksLikePerson(text) ? 'person' : 'unknown' };
  }
}

const software: Seat = { roles: [automationRole], seat: [automationRole], kind: 'role' };

const leftToAnybody = new RegExp(`^(?:${alternatives(opensWithNobody)})\\b`);
const waiting = new RegExp(`\\b(?:${alternatives(queues)})\\b`, 'i');

const between = new RegExp(`\\s*(?:${arrowPattern}|,|;|&|\\+|\\/|\\bor\\b|\\band\\b|\\bthen\\b)\\s*`, 'i');

function departmentOf(folded: string): string | null {
  const name = own(departmentNames, folded) ?? folded;
  return Object.hasOwn(departments, name) ? name : null;
}

/** Names of `joined` that are seats of their own here: both own stages, or the config gives each a line. */
function partedBy(
  configured: Readonly<Record<string, readonly string[]>>,
  owners: readonly string[],
): ReadonlySet<string> {
  const keys = new Map(
    Object.entries(configured).map(([key, words]) => [foldRole(key), words.map(foldRole)]),
  );
  const apart = new RoleWords({}, new Set(Object.keys(joined)));
  const owning = new Set(owners.map((text) => apart.find(text)?.role));
  return new Set(
    Object.entries(joined).flatMap(([role, partner]) => {
      const [own, other] = [keys.get(foldRole(role)), keys.get(foldRole(partner))];
      if (other?.includes(foldRole(role)) || own?.includes(foldRole(partner))) return [];
      return (own !== undefined && other !== undefined) || (owning.has(role) && owning.has(partner))
        ? [role]
        : [];
    }),
  );
}

/** Two or three capitalised words none of which is a word of a job: "Jane Smith", not "Growth Wizard". */
function looksLikePerson(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 3) return false;
  if (!words.every((word) => /^\p{Lu}[\p{Ll}'’-]+$/u.test(word))) return false;
  return !words.some((word) => jobWords.has(word.toLowerCase()));
}

/** True when two owners share a seat, so a lead that passes between them changes no hands. */
export function sameSeat(a: Owner | null, b: Owner | null): boolean {
  if (a === null || b === null) return false;
  return a.seat.some((role) => b.seat.includes(role));
}
