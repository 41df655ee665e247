/** Texts set apart from what stands around them: `<details>`, callouts of Notion, containers, admonitions. */
import type { Lines } from '../lines.ts';
import { admonition } from './leavings.ts';
import { type Shortcode, shortcodeOn } from './shortcodes.ts';

const asideTag = /<(\/?)(?:details|aside)(?:\s[^<>\n]{0,500})?>/gi;
const opening = /<\/?(?:details|aside)\b|^[ \t]*(?::::|!!!|\?\?\?|=== "|\{[{%a-z]|<\/?[A-Z])/gm;

/** Lines (from 0) on which one opens or closes; those that open and close on one line are not there. */
export function asidesOf(lines: Lines): ReadonlyMap<number, 'open' | 'close'> {
  const asides = new Map<number, 'open' | 'close'>();
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
      if (last > line && !asides.has(line)) {
        asides.set(line, 'open');
        asides.set(last, 'close');
      }
      continue;
    }
    const code = shortcodeOn(text);
    if (code !== null) {
      pair(asides, open, code, line);
      continue;
    }
    const { opens, closes } = asidesOn(text);
    if (opens > closes) asides.set(line, 'open');
    else if (closes > opens) asides.set(line, 'close');
  }
  return asides;
}

/** Shortcodes set a text apart only where the mark that closes it comes: `{{< toc >}}` opens nothing. */
function pair(
  asides: Map<number, 'open' | 'close'>,
  open: Map<string, number[]>,
  { name, does }: Shortcode,
  line: number,
): void {
  const lines = open.get(name) ?? [];
  open.set(name, lines);
  const first = does === 'open' ? undefined : lines.pop();
  if (first !== undefined) {
    asides.set(first, 'open');
    asides.set(line, 'close');
  } else if (does !== 'close') lines.push(line);
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

/** How many asides (`<details>`, `<aside>`, `:::`) a line opens and closes. */
function asidesOn(line: string): { readonly opens: number; readonly closes: number } {
  let opens = 0;
  let closes = 0;
  for (const [, slash] of line.matchAll(asideTag)) {
    if (slash === '') opens++;
    else closes++;
  }
  const fence = /^[ \t]{0,3}:{3,}[ \t]*(\S?)/.exec(line);
  if (fence?.[1] === '') closes++;
  else if (fence) opens++;
  return { opens, closes };
}
