import type { Lines } from '../lines.ts';

/**
 * The YAML between two lines of dashes that may head a file, comments above it allowed. `end` is the first line
 * behind it, 0 when there is none.
 */
export function frontMatter(lines: Lines): { end: number; uninitialized: boolean } {
  const none = { end: 0, uninitialized: false };
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
  for (let line = first + 1; line < lines.count; line++) {
    const text = lines.slice(lines.starts[line] as number, lines.ends[line] as number);
    if (/^(?:---|\.\.\.)\s*$/.test(text)) {
      return pairs > 0 ? { end: line + 1, uninitialized } : none;
    }
    if (/^[\w$"'][\w .$"'-]*:(?:\s|$)/.test(text)) {
      if (/^[A-Z]{2,5}(?:-[A-Z0-9]+)?-[0-9]{3}:/.test(text)) return none;
      pairs++;
      if (/^["']?template_state["']?:\s*["']?uninitialized\b/.test(text)) uninitialized = true;
    } else if (!/^(?:\s|#[^#]|-\s|$)/.test(text)) return none;
    else if (/^\s*$/.test(text) && pairs === 0) return none;
  }
  return none;
}

function isRule(lines: Lines, line: number): boolean {
  return /^---\s*$/.test(lines.slice(lines.starts[line] as number, lines.ends[line] as number));
}
