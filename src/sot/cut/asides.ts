/** Texts set apart from what stands around them: `<details>`, callouts of Notion, containers, admonitions. */
import type { Lines } from '../lines.ts';
import { admonition } from './leavings.ts';
import { type Shortcode, shortcodeOn } from './shortcodes.ts';

const asideTag = /<(\/?)(?:details|aside)(?:\s[^<>\n]{0,500})?>/gi;
const opening = /<\/?(?:details|aside)\b|^[ \t]*(?::::|!!!|\?\?\?|=== "|\{[{%a-z]|<\/?[A-Z])/gm;

/**
 * Lines (from 0) on which one opens (1) or so many close (-1, -2, …). One that opens and closes on one line is not there,
 * nor one that nothing closes: `{{< toc >}}` opens nothing.
 */
export function asidesOf(lines: Lines): ReadonlyMap<number, number> {
  const asides = new Map<number, number>();
  if (!/<|:::|!!!|\?\?\?|=== "|\{[{%a-z]/.test(lines.text)) return asides;
  const open = new Map<string, number[]>();
  let from = 0;
  for (const match of lines.text.matchAll(opening)) {
    if (match.index < from) continue;
    const line = lines.lineAt(match.index);
    from = lines.ends[line] as number;
    const text = lines.slice(lines.starts[line] as number, from);
    if (opensAdmonition(text)) {
      const last = lastIndented(lines, line);
      if (last > line && !asides.has(line)) set(asides, line, last);
      continue;
    }
    const code = shortcodeOn(text) ?? asideOn(text);
    if (code !== null) pair(asides, open, code, line);
  }
  return asides;
}

function set(asides: Map<number, number>, first: number, last: number): void {
  asides.set(first, 1);
  asides.set(last, (asides.get(last) ?? 0) - 1);
}

function pair(
  asides: Map<number, number>,
  open: Map<string, number[]>,
  { name, does }: Shortcode,
  line: number,
): void {
  const lines = open.get(name) ?? [];
  open.set(name, lines);
  const first = does === 'open' ? undefined : lines.pop();
  if (first !== undefined) set(asides, first, line);
  else if (does !== 'close') lines.push(line);
}

/** The last line with ink of those indented below a line. */
function lastIndented(lines: Lines, line: number): number {
  const width = lines.columns(lines.starts[line] as number, lines.firstInk(line)) + 4;
  let last = line;
  for (let next = line + 1; next < lines.count; next++) {
    if (lines.empty(next)) continue;
    if (lines.columns(lines.starts[next] as number, lines.firstInk(next)) < width) break;
    last = next;
  }
  return last;
}

/** Whether a line opens an admonition of MkDocs: what is indented below it is its text. */
function opensAdmonition(line: string): boolean {
  admonition.lastIndex = 0;
  return admonition.test(line);
}

/** Whether a line opens or closes an aside (`<details>`, `<aside>`, `:::`), more of them than the other way round. */
function asideOn(line: string): Shortcode | null {
  const fence = /^[ \t]{0,3}:{3,}[ \t]*(\S?)/.exec(line);
  if (fence !== null) return { name: ':::', does: fence[1] === '' ? 'close' : 'open' };
  let more = 0;
  for (const [, slash] of line.matchAll(asideTag)) more += slash === '' ? 1 : -1;
  return more === 0 ? null : { name: 'details', does: more > 0 ? 'open' : 'close' };
}
