/**
 * Globs in time that grows with pattern × path, whatever a stranger writes: `*` and `?` within a name, `**` over
 * folders, `[a-z]`, `{one,two}`. Anything else is itself. Names that begin with a dot are met only by one.
 */

/** Most alternatives that the braces of one glob may stand for. */
export const mostAlternatives = 64;
/** Longest glob. */
export const longestGlob = 500;

type Token =
  | { readonly kind: 'any' }
  | { readonly kind: 'one'; readonly fits: (character: string) => boolean };
type Segment = '**' | { readonly literal: string | null; readonly tokens: readonly Token[] };

export interface Glob {
  /** Whether a path with `/` is met. */
  readonly matches: (path: string) => boolean;
  /** The folder that every path it meets lies in, or the one path it names; empty for the root. */
  readonly base: string;
}

/** Compiles a glob; one with more alternatives than are read meets nothing beyond them. */
export function compileGlob(glob: string): Glob {
  const patterns = braceAlternatives(glob.slice(0, longestGlob)).map((one) => one.split('/').map(segmentOf));
  return {
    matches: (path) => {
      const names = path.split('/');
      return patterns.some((pattern) => meets(pattern, names));
    },
    base: commonBase(patterns),
  };
}

/** What the braces of a glob stand for; also how many there are of it, never more than are read and one. */
export function braceAlternatives(glob: string): string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined && done.length <= mostAlternatives; next = open.pop()) {
    const inner = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (inner === null) {
      done.push(next);
      continue;
    }
    const before = next.slice(0, inner.index);
    const after = next.slice(inner.index + inner[0].length);
    const parts = (inner[1] ?? '').split(',').slice(0, mostAlternatives + 1);
    for (const part of parts.reverse()) open.push(before + part + after);
  }
  return done.slice(0, mostAlternatives + 1);
}

function segmentOf(text: string): Segment {
  if (text === '**') return '**';
  if (!/[*?[\\]/.test(text)) return { literal: text, tokens: [] };
  const tokens: Token[] = [];
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'any') tokens.push({ kind: 'any' });
    } else if (character === '?') {
      tokens.push({ kind: 'one', fits: () => true });
    } else if (character === '\\' && at + 1 < characters.length) {
      at += 1;
      tokens.push(exactly(characters[at] as string));
    } else if (character === '[') {
      const end = characters.indexOf(']', at + 2);
      if (end < 0) tokens.push(exactly(character));
      else {
        tokens.push(oneOf(characters.slice(at + 1, end)));
        at = end;
      }
    } else {
      tokens.push(exactly(character));
    }
  }
  return { literal: null, tokens };
}

function exactly(wanted: string): Token {
  return { kind: 'one', fits: (character) => character === wanted };
}

function oneOf(inside: readonly string[]): Token {
  const not = inside[0] === '!' || inside[0] === '^';
  const list = not ? inside.slice(1) : inside;
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < list.length; at++) {
    const from = list[at] as string;
    const to = list[at + 1] === '-' ? list[at + 2] : undefined;
    ranges.push([from, to ?? from]);
    if (to !== undefined) at += 2;
  }
  const inRanges = (character: string) => ranges.some(([from, to]) => from <= character && character <= to);
  return { kind: 'one', fits: (character) => inRanges(character) !== not };
}

/** Walks both once; after a dead end only the last `**` takes one more folder. */
function meets(pattern: readonly Segment[], names: readonly string[]): boolean {
  return twoHands(
    pattern.length,
    names.length,
    (at) => pattern[at] === '**',
    (at, name) => fits(pattern[at] as Segment, names[name] ?? ''),
    (name) => !(names[name] ?? '').startsWith('.'),
  );
}

function fits(segment: Segment, name: string): boolean {
  if (segment === '**') return true;
  if (segment.literal !== null) return segment.literal === name;
  const { tokens } = segment;
  const first = tokens[0];
  if (name.startsWith('.') && (first?.kind !== 'one' || !first.fits('.') || first.fits('x'))) return false;
  if (name === '') return false;
  const characters = [...name];
  return twoHands(
    tokens.length,
    characters.length,
    (at) => tokens[at]?.kind === 'any',
    (at, character) => {
      const token = tokens[at];
      return token?.kind === 'one' && token.fits(characters[character] ?? '');
    },
    () => true,
  );
}

/** Matches a list with wildcards against another in at most (pattern × list) steps. */
function twoHands(
  patternLength: number,
  length: number,
  isAny: (at: number) => boolean,
  fitsAt: (at: number, item: number) => boolean,
  anyTakes: (item: number) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let star = -1;
  let taken = 0;
  while (item < length) {
    if (at < patternLength && isAny(at)) {
      star = at;
      taken = item;
      at += 1;
    } else if (at < patternLength && fitsAt(at, item)) {
      at += 1;
      item += 1;
    } else if (star >= 0 && anyTakes(taken)) {
      taken += 1;
      item = taken;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (at < patternLength && isAny(at)) at += 1;
  return at === patternLength;
}

function commonBase(patterns: readonly (readonly Segment[])[]): string {
  const bases = patterns.map((pattern) => {
    const end = pattern.findIndex((segment) => segment === '**' || segment.literal === null);
    const fixed = end < 0 ? pattern : pattern.slice(0, end);
    return fixed.map((segment) => (segment === '**' ? '' : (segment.literal ?? '')));
  });
  const [first = [], ...others] = bases;
  const shared = first.findIndex((name, at) => others.some((other) => other[at] !== name));
  return (shared < 0 ? first : first.slice(0, shared)).join('/');
}
