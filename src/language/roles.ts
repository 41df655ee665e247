/** Finds the roles that words name, with the qualifier that divides them: `Enterprise AE`, `AE (SMB)`, `SDR EMEA`. */

import { foldRole } from './fold.ts';
import { isSoftware, softwareWords } from './software.ts';
import { automationRole, humans, qualifiers, superiors } from './tables/role-words.ts';
import { joined, roles } from './tables/roles.ts';
import { rolesAbroad } from './tables/roles-abroad.ts';

/** A role as words name it. */
export interface NamedRole {
  /** As in the table, or the config's name. */
  readonly role: string;
  /** As in the table where it is there, else as written; null for the plain role. */
  readonly qualifier: string | null;
}

/** Words that may stand around a role's name without changing whose seat it is. */
const trimmings =
  /^(?:the|a|an|our|your|assigned|owning|on-duty|on-call|duty|dedicated|responsible|any|each)\s+|\s+(?:team|pod|squad|crew|rep|reps|on duty|on call|on rotation|rotation|of record|owner|role|member|members)$/g;

/** Who helps, and does not own: "AE, supported by an SE", "SDR (backup: AE)", "BDR via Outreach". */
const helpers =
  /(?:\s+|\s*[,;–—]\s*)(?:via|through|using|by means of|(?:supported|assisted|backed(?: up)?|helped|covered) by|with (?:the )?(?:help|support|input|assistance)(?: of| from| by)?|back-?up:?|deputy:?|stand-in:?|cc:?)\s.*$/i;

/** Marks of a footnote, which are no part of a name. */
const footnotes = /[\u00b9\u00b2\u00b3\u2070-\u2079†‡]+$|\s*\[\^?\d{1,2}\]$/u;

/** Every row of the table with the names that other languages have for it. */
const rows: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(roles).map(([role, words]) => [
    role,
    [...words, ...Object.values(rolesAbroad).flatMap((names) => names[role] ?? [])],
  ]),
);

/** Roles that a word nobody listed may qualify ("Fintech AE"); other words before other roles make other jobs. */
const openToWords: ReadonlySet<string> = new Set([
  'BDR',
  'SDR',
  'ADR',
  'LDR',
  'MDR',
  'AE',
  'CS',
  'Inside sales',
  'Sales engineer',
  'Account manager',
]);

/** Words that deny or date a role rather than divide it. */
const noQualifiers: ReadonlySet<string> = new Set(
  'not no non never former ex old new via or and then to from by with for of at in on the a an if when next first second another same'.split(
    ' ',
  ),
);

const qualifierNames: ReadonlyMap<string, string> = new Map(
  Object.entries(qualifiers).flatMap(([name, words]) =>
    [name, ...words].map((word): [string, string] => [foldQualifier(word), name]),
  ),
);

function foldQualifier(word: string): string {
  return foldRole(word)
    .replace(/[\s-]+/g, ' ')
    .replace(/\.$/, '');
}

let folded: ReturnType<typeof foldRows> | null = null;

/** Each row's names, folded; `both` names it together with the `partner` that it is one seat with. */
function foldRows() {
  return [...rows].map(([role, words]) => {
    const partner = joined[role];
    const both = partner === undefined ? [] : [`${role}/${partner}`, `${partner}/${role}`];
    return { role, words: [role, ...words].map(foldRole), partner, both: both.map(foldRole) };
  });
}

/** How many words a role or a qualifier may have. */
const mostWords = 5;

/** Looks up roles by the words of the table and of the config. */
export class RoleWords {
  readonly #byFolded = new Map<string, string>();
  readonly #kept = new Map<string, NamedRole | null>();
  /** All roles there are. */
  readonly names: readonly string[];

  /**
   * @param configured role → further names; two names of one row of the table with a line each are two roles
   * @param parted names of `joined` that own stages beside their partner, so that each is a seat
   */
  constructor(configured: Readonly<Record<string, readonly string[]>>, parted: ReadonlySet<string>) {
    // Folded once: every model looks roles up in more than one way.
    folded ??= foldRows();
    for (const { role, words, partner, both } of folded) {
      const seat = parted.has(role) ? role : (partner ?? role);
      for (const word of words) this.#byFolded.set(word, seat);
      if (partner !== undefined) for (const word of both) this.#byFolded.set(word, partner);
    }
    const keys = Object.keys(configured);
    // "Broker: [AE]" says that a broker is an AE, whichever of the two stands in front.
    const seats = keys.map(
      (key) =>
        [key, ...(configured[key] ?? [])]
          .map((word) => this.#byFolded.get(foldRole(word)))
          .find((seat) => seat !== undefined) ?? key,
    );
    for (const [at, key] of keys.entries()) {
      const seat = seats[at] ?? key;
      const alone = seats.filter((one) => one === seat).length === 1 || foldRole(seat) === foldRole(key);
      for (const word of [key, ...(configured[key] ?? [])])
        this.#byFolded.set(foldRole(word), alone ? seat : key);
    }
    this.names = [...new Set(this.#byFolded.values())];
  }

  /** Every word that names a role by itself, folded, with its role. */
  get words(): ReadonlyMap<string, string> {
    return this.#byFolded;
  }

  /** The role that a whole text names; null when it names none, or more than one. */
  find(text: string): NamedRole | null {
    let found = this.#kept.get(text);
    if (found === undefined) {
      found = this.#find(text);
      this.#kept.set(text, found);
    }
    return found;
  }

  #find(written: string): NamedRole | null {
    const text = written
      .trim()
      .replace(/[,;:]+$/, '')
      .replace(footnotes, '')
      .replace(helpers, '');
    const folded = foldRole(text).replace(/^@/, '');
    const plain =
      this.#plain(folded) ??
      (text.trim().startsWith('@') ? this.#plain(folded.replace(/[-_/]+/g, ' ')) : null);
    if (plain !== null) return { role: plain, qualifier: null };
    if (isSoftware(folded)) return { role: automationRole, qualifier: null };
    return this.#marked(text) ?? this.#qualified(text);
  }

  #plain(folded: string): string | null {
    const direct = this.#byFolded.get(folded);
    if (direct !== undefined) return direct;
    const trimmed = folded.replace(trimmings, '').replace(trimmings, '').trim();
    return this.#byFolded.get(trimmed) ?? this.#byFolded.get(trimmed.replace(/s$/, '')) ?? null;
  }

  /** "AE (SMB)", "AE – EMEA", "AE, Enterprise", "AE/EMEA": what is set off is a qualifier, when every word of it is one. */
  #marked(text: string): NamedRole | null {
    const match =
      /^\s*([^()[\],:|/–—]+?)\s*(?:[([]([^()[\]]*)[)\]]|(?:[–—,:|/]|\s-)\s*([^()[\],–—]+))\s*$/u.exec(text);
    const [, name = '', bracket, rest] = match ?? [];
    const plain = match === null ? null : this.#plain(foldRole(name));
    const qualifier = qualifierOf(bracket ?? rest ?? '');
    return plain === null || qualifier === null ? null : { role: plain, qualifier };
  }

  /** "Enterprise AE", "Fintech AE", "SDR EMEA", "CSM Team 2". */
  #qualified(text: string): NamedRole | null {
    const words = text.normalize('NFKC').trim().split(/\s+/);
    if (words.length < 2 || words.length > mostWords) return null;
    for (let count = words.length - 1; count > 0; count--) {
      const last = this.#plain(foldRole(words.slice(-count).join(' ')));
      const before = words.slice(0, -count);
      if (last !== null && !superiors.has(foldRole(before.at(-1) ?? ''))) {
        const qualifier = qualifierOf(before.join(' ')) ?? (openToWords.has(last) ? asWritten(before) : null);
        if (qualifier !== null) return { role: last, qualifier };
      }
      const first = this.#plain(foldRole(words.slice(0, count).join(' ')));
      const after = words.slice(count).filter((word, at) => !(at === 0 && /^(?:for|of|in)$/i.test(word)));
      if (first === null || after.length === 0 || this.#plain(foldRole(after.join(' '))) !== null) continue;
      const qualifier = qualifierOf(after.join(' ')) ?? divisionOf(after);
      if (qualifier !== null) return { role: first, qualifier };
    }
    return null;
  }

  /** Roles named anywhere in running text ("notify the SDR manager, then reassign to an AE"), in order, each once. */
  within(text: string): NamedRole[] {
    const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[/-][\p{L}\p{N}]+)*/gu)].map((match) => match[0]);
    const found: NamedRole[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let count = Math.min(4, words.length - at); count > 0; count--) {
        const role = this.#byFolded.get(foldRole(words.slice(at, at + count).join(' ')));
        if (role === undefined) continue;
        const before = qualifierOf(words[at - 1] ?? '') ?? qualifierOf(words[at + count] ?? '');
        // "CS director" is another seat than CS, though the list does not know it.
        const next = foldRole(words[at + count] ?? '');
        const above = superiors.has(next) || superiors.has(next.replace(/s$/, ''));
        if (!above && !found.some((one) => one.role === role)) found.push({ role, qualifier: before });
        at += count - 1;
        break;
      }
    }
    return found;
  }
}

/** Whether a whole text divides a role and names none: "Enterprise", "EMEA", "SMB and Mid-market". */
export function isQualifier(text: string): boolean {
  return qualifierOf(text) !== null;
}

/** The qualifier that a text is, every word of it; null when one is none. */
function qualifierOf(text: string): string | null {
  const whole = qualifierNames.get(foldQualifier(text));
  if (whole !== undefined) return whole;
  const words = (text.match(/[^\s/,&+]+/g) ?? []).filter(
    (word) => !/^(?:and|team|region|segment|tier)$/i.test(word),
  );
  const names = words.map((word) => qualifierNames.get(foldQualifier(word)));
  if (words.length === 0 || words.length > 3 || names.some((name) => name === undefined)) return null;
  return names.join(' ');
}

/** A word nobody listed, where it can only divide the role: not a job of its own, nor a denial. */
function asWritten(words: readonly string[]): string | null {
  const folded = words.map((word) => foldRole(word));
  const fits =
    words.length <= 2 &&
    words.every((word) => /^[\p{L}\p{N}][\p{L}\p{N}&'’.-]*$/u.test(word)) &&
    folded.every(
      (word) =>
        !noQualifiers.has(word) && !superiors.has(word) && !softwareWords.has(word) && !humans.has(word),
    );
  return fits ? words.join(' ') : null;
}

/** "EMEA 2", "Team Blue", "Pod 3": a region in capitals, a numbered or named group. */
function divisionOf(words: readonly string[]): string | null {
  const text = words.join(' ');
  return /^(?:(?:team|pod|squad|region|tier|segment|group|district|zone)\s+\S{1,20}|\p{Lu}{2,5}(?:\s?\d{1,2})?|\d{1,2})$/iu.test(
    text,
  ) &&
    !/^(?:or|and|to|if|is|at|via|who|for)$/i.test(text) &&
    (text === text.toUpperCase() || /\s/.test(text))
    ? text
    : null;
}
