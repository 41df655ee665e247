import { shortPattern } from '../language/nothing.ts';
import type { EntryKind, ParsedId } from './entry.ts';

/** Base prefixes of the framework's registry (facts of the framework: domain profile and skills). */
export const BASES = [
  'BR',
  'GTM',
  'KPI',
  'PER',
  'CFD',
  'MON',
  'RUN',
  'UJ',
  'SCR',
  'DEP',
  'SEC',
  'FEA',
  'RISK',
  'ADO',
  'EPIC',
  'API',
  'DBT',
  'TEST',
  'DES',
  'TECH',
  'ARC',
  'ENV',
  'INT',
  'ENT',
  'LL',
] as const;

const known = new Set<string>(BASES);
const shape = /^([A-Z]{2,5})(?:-([A-Z][A-Z0-9]*))?-([0-9]{2,3})$/;

/**
 * Reads an ID of the framework: `PREFIX-NNN` or `PREFIX-SUBTYPE-NNN`, capitals, exactly three digits (`EPIC` may
 * have two). Null for anything else, slugs and unknown prefixes included.
 */
export function parseId(text: string): ParsedId | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [, base = '', subtype, number = ''] = match;
  if (!known.has(base)) return null;
  if (number.length !== 3 && (base !== 'EPIC' || subtype !== undefined)) return null;
  if (subtype !== undefined && base === 'EPIC') return null;
  return { id: text, base, subtype: subtype ?? null, number };
}

const pricing = new Set(['PRICING', 'PRC', 'PKG', 'CMP']);

/** What kind of entry an ID names, told from the ID alone. */
export function kindOf(id: ParsedId): EntryKind {
  switch (id.base) {
    case 'BR':
      if (id.subtype === 'MOPS') return 'BR-MOPS';
      return id.subtype !== null && pricing.has(id.subtype) ? 'PRICING' : 'other';
    case 'GTM':
      return id.subtype === 'MOPS' ? 'GTM-MOPS' : 'GTM';
    case 'MON':
      return id.subtype === 'DRIFT' ? 'MON-DRIFT' : 'MON';
    case 'PER':
    case 'KPI':
    case 'CFD':
    case 'RUN':
      return id.base;
    default:
      return 'other';
  }
}

/** A token that stands where an ID should, judged. */
export type JudgedId =
  | { readonly kind: 'id'; readonly parsed: ParsedId }
  /** Not an ID, but it is clear which one is meant (`expected` null where even that is not). */
  | { readonly kind: 'malformed'; readonly expected: ParsedId | null }
  /** `GTM-XXX`: a place kept for an ID. */
  | { readonly kind: 'placeholder' }
  /** `KPI-MQL-to-SQL-conversion`: a name without a number. */
  | { readonly kind: 'named' };

const loose = /^([A-Za-z]{2,5})(?:[-_]([A-Za-z][A-Za-z0-9]*))?[-_]([0-9]{1,9})((?:[-_][A-Za-z0-9_-]*)?)$/;
const mops =
  /^(BR|GTM)[-_ \u00a0\u2010-\u2014\u2212]?MOPS[-_ \u00a0\u2010-\u2014\u2212]?([0-9]{1,9})([A-Za-z]?(?:[-_][A-Za-z0-9_-]*|\.[0-9]{1,3})?)$/i;
/** Letters typed for the digits they look like: `BR-MOPS-OO3`, `GTM-MOPS-00l`. */
const likeDigits = /^((?:BR|GTM)-MOPS-)(?=[A-Za-z]*\d)([0-9OoIil]{3})$/;
const blankPart = new RegExp(
  `^(?:([A-Za-z])\\1{1,4}|[NXYZ]|XYZ|${shortPattern}|TODO|\\?{1,3}|#{1,4}|[0-9]{0,2}[X#]{1,3}|[[{<](?:[#?NXYZnxyz]{1,4}|number)[\\]}>])$`,
);
const nameBases = new Set(['KPI', 'MON', 'GTM', 'PER', 'CFD', 'RUN', 'BR']);
/** English endings that make a compound adjective of a prefix: "KPI-driven" names no entry. */
const englishEndings =
  /^(?:driven|based|led|focused|owned|oriented|related|aligned|ready|level|first|linked|style|type|only|specific|free|wide|team|plan|tracking|dashboard|review|facing|side|tier|grade|centric|like|heavy|light|to|and|or|ed|s|time|rate|book|books)$/;

/**
 * Judges a whole token such as `BR-MOPS-002`, `KPI-AAA` or `br_mops_2`; null when it has nothing to do with IDs.
 * Lower case, wrong digits and underscores are malformed IDs only for the prefixes the lifecycle uses.
 */
export function judgeId(token: string): JudgedId | null {
  const parsed = parseId(token);
  if (parsed) return { kind: 'id', parsed };
  const asMops = mops.exec(token);
  if (asMops) {
    const digits = threeDigits(asMops[2] ?? '');
    const id = digits === null ? null : parseId(`${asMops[1]?.toUpperCase()}-MOPS-${digits}`);
    return { kind: 'malformed', expected: id };
  }
  const slip = likeDigits.exec(token);
  if (slip) {
    const digits = (slip[2] ?? '').replace(/o/gi, '0').replace(/[il]/gi, '1');
    return { kind: 'malformed', expected: parseId(`${slip[1]}${digits}`) };
  }
  const dash = token.indexOf('-');
  const base = dash < 0 ? '' : token.slice(0, dash);
  if (known.has(base)) {
    const parts = token.slice(dash + 1).split('-');
    const last = parts[parts.length - 1] ?? '';
    if (blankPart.test(last) && parts.slice(0, -1).every((part) => /^[A-Za-z][A-Za-z0-9]*$/.test(part))) {
      return { kind: 'placeholder' };
    }
  }
  const numbered = loose.exec(token);
  if (numbered) return judgeNumbered(numbered);
  if (nameBases.has(base) && isName(base, token.slice(dash + 1))) return { kind: 'named' };
  return null;
}

function judgeNumbered(match: RegExpExecArray): JudgedId | null {
  const [, base = '', subtype, number = ''] = match;
  const upper = base.toUpperCase();
  if (base !== upper || !nameBases.has(upper)) return null;
  if (subtype === undefined && upper === 'BR') return null;
  const digits = threeDigits(number);
  const middle = subtype === undefined ? '' : `-${subtype.toUpperCase()}`;
  const expected = digits === null ? null : parseId(`${upper}${middle}-${digits}`);
  return expected && kindOf(expected) !== 'other' ? { kind: 'malformed', expected } : null;
}

function threeDigits(digits: string): string | null {
  const number = Number(digits);
  return number > 999 || number < 0 ? null : String(number).padStart(3, '0');
}

/** Subtypes that are a family's name when they stand alone: "the GTM-MOPS entries". */
const families = new Set([
  'MOPS',
  'PRICING',
  'PRC',
  'PKG',
  'CMP',
  'FEA',
  'TGT',
  'POS',
  'DRIFT',
  'CHG',
  'OUT',
]);

function isName(base: string, slug: string): boolean {
  const parts = slug.split('-').filter((part) => part !== '');
  if (
    parts.length === 0 ||
    !parts.every((part) => /^[A-Za-z][A-Za-z0-9]*$/.test(part) || /^[0-9]+$/.test(part))
  ) {
    return false;
  }
  const rest = families.has(parts[0] ?? '') ? parts.slice(1) : parts;
  const first = rest[0];
  if (first === undefined || !rest.some((part) => /[A-Za-z]/.test(part))) return false;
  if (englishEndings.test(first) && first === first.toLowerCase()) return false;
  if (rest.length > 1 || rest.length < parts.length) return true;
  if (base === 'BR' || base === 'GTM' || base === 'PER') return false;
  return first.length > 2;
}
