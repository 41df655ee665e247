/**
 * Roles that own stages (SPEC §3): the seed's five with their aliases, those a sales team reports to, and the
 * config's. An owner that names no role is told apart by why: nobody, a department, a person, a queue.
 */

import { foldRole as fold } from '../language/fold.ts';
import { saysNothing } from '../language/nothing.ts';
import type { Text } from '../sot/entry.ts';
import type { Owner } from './model.ts';

export const automationRole = 'Marketing automation';

const roleAliases: Readonly<Record<string, readonly string[]>> = {
  [automationRole]: ['Automation', 'System', 'CRM automation', 'Lifecycle automation', 'Product automation'],
  Marketing: ['Marketing team', 'Growth', 'Growth marketing', 'Demand gen', 'Demand generation', 'Marketer'],
  BDR: [
    'SDR',
    'BDR/SDR',
    'SDR/BDR',
    'Business development rep',
    'Business development representative',
    'Sales development rep',
    'Sales development representative',
    'Sales rep',
  ],
  AE: ['Account executive', 'Account exec'],
  CS: ['CSM', 'CS/CSM', 'Customer success', 'Customer success manager'],
  Founder: ['Co-founder', 'Cofounder', 'CEO', 'Founders'],
  'Account manager': ['AM', 'Account management'],
  'Sales manager': [
    'SDR manager',
    'BDR manager',
    'BDR lead',
    'SDR lead',
    'BDR team lead',
    'SDR team lead',
    'AE manager',
    'Head of sales',
    'VP sales',
    'VP of sales',
    'Sales lead',
    'Sales director',
    'CRO',
  ],
  'CS manager': [
    'Head of CS',
    'Head of customer success',
    'VP CS',
    'CS lead',
    'CSM manager',
    'Customer success lead',
  ],
  'Marketing manager': ['Head of marketing', 'VP marketing', 'CMO', 'Marketing lead', 'Demand gen manager'],
  RevOps: [
    'Revenue operations',
    'Sales ops',
    'Sales operations',
    'Marketing ops',
    'Marketing operations',
    'MOPS',
    'RevOps lead',
    'Ops',
  ],
  Product: ['Product team', 'Product manager', 'PM'],
  Support: ['Support team', 'Customer support'],
};

/** Nobody in particular, on top of what says nothing in every field. */
const nobody = new Set([
  'na',
  'unassigned',
  'open',
  'the team',
  'team',
  'our team',
  'everyone',
  'everybody',
  'anyone',
  'anybody',
  'somebody',
  'someone',
  'no one',
  'noone',
  'whoever',
  'we',
  'us',
  'shared',
  'all',
  'we will see',
  "we'll see",
]);

const departments = new Set([
  'sales',
  'sales team',
  'sales department',
  'the sales team',
  'revenue',
  'revenue team',
  'commercial',
  'go-to-market',
  'gtm',
  'gtm team',
  'business',
  'operations',
]);

/** Words that may stand around a role's name without changing whose seat it is. */
const trimmings =
  /^(?:the|a|an|our|assigned|inbound|outbound|senior|junior|named|owning|on-duty|duty)\s+|\s+(?:team|on duty|on rotation|rotation|of record|owner)$/g;

/** Words behind a role that make it the seat above. Not "lead": "notify the BDR; lead returns" is about the lead. */
const superiors = new Set(['manager', 'director', 'supervisor', 'head', 'chief', 'vp']);

/** Looks up roles. Config roles come on top of the built-in ones and may extend them. */
export class Roles {
  readonly #byFolded = new Map<string, string>();
  readonly #seats = new Map<string, Pick<Owner, 'roles' | 'seat' | 'kind'>>();
  readonly names: readonly string[];

  constructor(configured: Readonly<Record<string, readonly string[]>>) {
    for (const [role, aliases] of Object.entries(roleAliases)) this.#add(role, aliases);
    for (const [role, aliases] of Object.entries(configured)) {
      this.#add(this.#byFolded.get(fold(role)) ?? role, [role, ...aliases]);
    }
    this.names = [...new Set(this.#byFolded.values())];
  }

  #add(role: string, aliases: readonly string[]): void {
    for (const alias of [role, ...aliases]) this.#byFolded.set(fold(alias), role);
  }

  /** Canonical role of a single name, null when it is none. */
  find(name: string): string | null {
    const folded = fold(name);
    const direct = this.#byFolded.get(folded);
    if (direct !== undefined) return direct;
    const trimmed = folded.replace(trimmings, '').replace(trimmings, '').trim();
    return this.#byFolded.get(trimmed) ?? this.#byFolded.get(trimmed.replace(/s$/, '')) ?? null;
  }

  /** Roles named anywhere in running text ("notify the SDR manager, then reassign to an AE"), in order, each once. */
  within(text: string): string[] {
    const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[/-][\p{L}\p{N}]+)*/gu)].map((match) => match[0]);
    const found: string[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let count = Math.min(4, words.length - at); count > 0; count--) {
        const role = this.#byFolded.get(fold(words.slice(at, at + count).join(' ')));
        if (role === undefined) continue;
        // "CS director" is another seat than CS, though the list does not know it.
        if (!superiors.has(fold(words[at + count] ?? '')) && !found.includes(role)) found.push(role);
        at += count - 1;
        break;
      }
    }
    return found;
  }

  /** Reads an Owner value. Never throws; text that names no role says why in `kind`. */
  owner(raw: Text): Owner {
    const text = raw.text.trim();
    const automated = /\bautomat/i.test(text);
    const kept = this.#seats.get(text);
    const found = kept ?? this.#seat(text);
    if (kept === undefined) this.#seats.set(text, found);
    const roles = found.roles;
    return {
      raw,
      ...found,
      automated:
        roles.length === 1 ? automated || roles[0] === automationRole : automated && roles.length === 0,
    };
  }

  #seat(text: string): Pick<Owner, 'roles' | 'seat' | 'kind'> {
    const whole = this.find(text);
    if (whole !== null) return seat([whole]);
    const outside = text.replace(/\([^()]*\)/g, ' ').trim();
    const inside = [...text.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '').join(', ');
    const out = this.#list(outside);
    if (out.kind === 'role' || out.kind === 'several') return out;
    if (inside !== '') {
      const named = this.#list(inside.replace(/^(?:role|owner):?\s+/i, ''));
      if (named.kind === 'role' || named.kind === 'several') return named;
      if (/\bautomat/i.test(inside)) return seat([automationRole]);
    }
    if (/\bautomat/i.test(outside)) return seat([automationRole]);
    return out;
  }

  #list(text: string): Pick<Owner, 'roles' | 'seat' | 'kind'> {
    const single = this.find(text);
    if (single !== null) return seat([single]);
    const folded = fold(text);
    if (
      saysNothing(text) ||
      nobody.has(folded) ||
      /^(?:tbd|tbc|tba|to be \w+|we'?ll (?:see|figure)|whoever)\b/.test(folded)
    )
      return { roles: [], seat: [], kind: 'none' };
    if (departments.has(folded)) return { roles: [], seat: [], kind: 'department' };
    const slashed = text.split('/').map((part) => this.find(part));
    if (slashed.length > 1 && slashed.every((role) => role !== null)) {
      const named = [...new Set(slashed as string[])];
      // "AE / founder": in a small company the founder sits in the role's seat (SPEC §3).
      if (named.length === 2 && named.includes('Founder'))
        return { roles: named.filter((role) => role !== 'Founder'), seat: named, kind: 'role' };
      return named.length === 1 ? seat(named) : { roles: named, seat: named, kind: 'several' };
    }
    const parts = text
      .split(/\s*(?:→|⇒|->|=>|,|;|&|\+|\/|\bor\b|\band\b|\bthen\b)\s*/i)
      .filter((part) => part !== '');
    if (parts.length > 1) {
      const named = [...new Set(parts.map((part) => this.find(part)).filter((role) => role !== null))];
      const others = parts.filter((part) => this.find(part) === null && departments.has(fold(part)));
      if (named.length + others.length > 1) return { roles: named, seat: named, kind: 'several' };
    }
    if (/\S@\S+\.\S/.test(text) || /^@[\w-]+$/.test(text)) return { roles: [], seat: [], kind: 'person' };
    if (/\b(?:queue|pool|inbox|bucket|round[- ]robin|backlog)\b/i.test(text))
      return { roles: [], seat: [], kind: 'queue' };
    if (looksLikePerson(text)) return { roles: [], seat: [], kind: 'person' };
    return { roles: [], seat: [], kind: 'unknown' };
  }
}

function seat(roles: readonly string[]): Pick<Owner, 'roles' | 'seat' | 'kind'> {
  return { roles, seat: roles, kind: 'role' };
}

/** Two or three capitalised words none of which is a word of a job: "Jane Smith", not "Growth Wizard". */
function looksLikePerson(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 3) return false;
  if (!words.every((word) => /^\p{Lu}[\p{Ll}'’-]+$/u.test(word))) return false;
  return !words.some((word) => jobWords.has(word.toLowerCase()));
}

const jobWords = new Set(
  'account accounts advocate analyst agent architect associate business chief cloud community consultant coordinator customer deal demand desk development digital director engineer enterprise executive field finance founder gen generation growth guru head hero inside lead leader legal lifecycle manager market marketing ninja officer onboarding operations operator ops outbound inbound owner partner partnership partnerships pipeline president product program project regional rep representative revenue sales senior solution solutions specialist success support system team technical territory trial vice wizard'.split(
    ' ',
  ),
);

/** True when two owners share a seat, so a lead that passes between them changes no hands. */
export function sameSeat(a: Owner | null, b: Owner | null): boolean {
  if (a === null || b === null) return false;
  return a.seat.some((role) => b.seat.includes(role));
}
