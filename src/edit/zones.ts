/** Where a name stands in a text when it is not said there: in the address of a link, in a program, in a diagram. */

import type { Stretch } from './mentions.ts';

export interface Zone extends Stretch {
  readonly kind: 'address' | 'code' | 'diagram';
}

/** Fences whose words are a reader's: the rest is a program, where a name may be a value that something else knows. */
const wordsInFences =
  /^(?:|mermaid|md|mdx|markdown|text|txt|plaintext|ya?ml|csv|tsv|sh|bash|zsh|shell|console|diff|html)$/;

const fenceMark = /^(?:[ \t]|>|[-*+][ \t]|\d{1,3}[.)][ \t]){0,12}(`{3,}|~{3,})[ \t]*([^\s`{,]*)[^`\n]*$/gm;

/** Fenced blocks that are programs or diagrams. Linear: each mark is looked at once. */
function fences(text: string): readonly Zone[] {
  const zones: Zone[] = [];
  let open: { readonly mark: string; readonly info: string; readonly from: number } | null = null;
  for (const { 0: line, 1: mark = '', 2: info = '', index } of text.matchAll(fenceMark)) {
    if (open === null) open = { mark, info: info.toLowerCase(), from: index + line.length };
    else if (info === '' && mark.startsWith(open.mark)) {
      if (open.info === 'mermaid') zones.push({ kind: 'diagram', from: open.from, to: index });
      else if (!wordsInFences.test(open.info)) zones.push({ kind: 'code', from: open.from, to: index });
      open = null;
    }
  }
  return zones;
}

/** Ways to write an address; the group is the address. */
const addresses: readonly RegExp[] = [
  /\]\(\s*(<[^<>\n]{1,500}>|[^()\s<>]{1,500})/dg,
  /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,20}(\S{1,500})/dgm,
  /\b(?:href|src)\s{0,3}=\s{0,3}["']([^"'\n]{1,500})["']/dgi,
  /(\b[a-z][a-z\d+.-]{1,15}:\/\/[^\s<>"'`)\]]{1,2000})/dgi,
  // A path or a file: `./notes/SQL`, `SoT/SQL.md`, `SQL.md`.
  /(?<![^\s()[\]"'`<>|,;=])((?:\.{1,2}\/|~\/)[^\s()[\]"'`<>|,;]{1,300})/dg,
  /(?<![^\s()[\]"'`<>|,;=])([^\s()[\]"'`<>|,;:=]{1,300}\.(?:md|mdx|markdown|csv|tsv|ya?ml|json|png|jpe?g|svg|gif|pdf|html?|txt|docx?|xlsx?|pptx?|drawio|ts|js|py|sql))(?![\p{L}\p{N}])/dgu,
];

/** Sorted by place; zones of one kind may overlap. */
export function zonesOf(text: string): readonly Zone[] {
  const found = addresses.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Zone[] => {
      const [from, to] = match.indices?.[1] ?? [0, 0];
      return from === to ? [] : [{ kind: 'address', from, to }];
    }),
  );
  return [...fences(text), ...found].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Answers for places in ascending order which stretches hold them, the one that begins first first. */
export function finder<S extends Stretch>(sorted: readonly S[]): (at: number) => readonly S[] {
  let next = 0;
  let around: S[] = [];
  return (at) => {
    around = around.filter(({ to }) => to > at);
    for (let one = sorted[next]; one !== undefined && one.from <= at; one = sorted[++next])
      if (one.to > at) around.push(one);
    return around;
  };
}
