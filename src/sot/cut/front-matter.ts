import type { Lines } from '../lines.ts';

/** The YAML that heads a file; lines are indices from 0. */
export interface FrontMatter {
  /** Its first line of dashes. */
  readonly first: number;
  /** The first line behind it, 0 when there is none. */
  readonly end: number;
  readonly uninitialized: boolean;
  /** The line whose key gives the file the ID of a stage or handoff, so that its keys are fields; -1 without one. */
  readonly idLine: number;
}

const ownId =
  /^["']?(?:(?:sot|entry|rule|stage|handoff)[ _-]?)?(?:id|ref|uid)["']?:\s+["']?((?:BR|GTM)-MOPS-\d{3})["']?\s*$/i;
const headed = /^#{1,6}[ \t].{0,200}?\b((?:BR|GTM)-MOPS-\d{3})/im;

/** The YAML between two lines of dashes that may head a file, comments above it allowed. */
export function frontMatter(lines: Lines): FrontMatter {
  const none = { first: 0, end: 0, uninitialized: false, idLine: -1 };
  let first = 0;
  let start = lines.starts[0] as number;
  for (;;) {
    while (first < lines.count && lines.firstInk(first) === lines.ends[first]) first++;
    start = lines.starts[first] ?? lines.text.length;
    if (!lines.text.startsWith('<!--', start)) break;
    const end = lines.text.indexOf('-->', start);
    if (end < 0) return none;
    first = lines.lineAt(end) + 1;
  }
  if (first >= lines.count || !isRule(lines, first)) return none;
  let uninitialized = false;
  let pairs = 0;
  let idLine = -1;
  for (let line = first + 1; line < lines.count; line++) {
    const text = lines.slice(lines.starts[line] as number, lines.ends[line] as number);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) {
      if (pairs === 0) return none;
      return { first, end: line + 1, uninitialized, idLine: isWhole(lines, idLine) ? idLine : -1 };
    }
    if (/^[\w$"'][\w .$"'-]*:(?:\s|$)/.test(text)) {
      if (/^[A-Z]{2,5}(?:-[A-Z0-9]+)?-[0-9]{3}:/.test(text)) return none;
      pairs++;
      if (idLine < 0 && ownId.test(text)) idLine = line;
      if (/^["']?template_state["']?:\s*["']?uninitialized\b/.test(text)) uninitialized = true;
    } else if (!/^(?:\s|#[^#]|-\s|$)/.test(text)) return none;
    else if (/^\s*$/.test(text) && pairs === 0) return none;
  }
  return none;
}

/** Whether the file is the entry that its front matter names: no heading before all others names another. */
function isWhole(lines: Lines, idLine: number): boolean {
  if (idLine < 0) return false;
  const id = ownId.exec(lines.slice(lines.starts[idLine] as number, lines.ends[idLine] as number))?.[1];
  const other = headed.exec(lines.text)?.[1];
  return other === undefined || other.toUpperCase() === id?.toUpperCase();
}

function isRule(lines: Lines, line: number): boolean {
  return /^---\s*$/.test(lines.slice(lines.starts[line] as number, lines.ends[line] as number));
}
