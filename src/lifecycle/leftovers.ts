/** Template text that nobody filled in (as found in practice: the seed's template, the framework's SoT templates). */

import { openNumber } from '../language/tables/open-numbers.ts';
import type { Entry, Node, Text } from '../sot/entry.ts';
import type { Field, FieldName, Model } from './model.ts';
import { slice } from './span.ts';

/** Words that only stand in square brackets in a template: "[Stage name]", "[next stage]", "[Criterion 1 — e.g. …]". */
const templateWords =
  /^(?:#|\.{2,3}|…|stage(?: name| a| b)?|next stage|earlier stage|name|duration|response time|criterion\b.*|criteria\b.*|specific event\b.*|what happens\b.*|what they\b.*|firmographic\b.*|anything that\b.*|what new owner\b.*|when does\b.*|where does\b.*|conditions under\b.*|response time required\b.*|blank\b.*|fill in\b.*|your \w+.*|prefix-xxx|anonymous \| .*|marketing automation \| .*)$/i;

/** Fields with a fixed set of words: several of them joined by `|` are the template's own list of choices. */
const choices: Readonly<Partial<Record<FieldName, RegExp>>> = {
  status: /\|/,
  type: /\|/,
  stage: /\|/,
  owner: /\|/,
  category: /\|/,
};

/**
 * The piece of template text left in a value, or null. Whole values in square or curly brackets, known template
 * phrases in brackets, `YYYY-MM-DD`, `(owner: ...)`, `XX attempts` and lists of choices joined by `|` count; placeholder IDs
 * (`GTM-YYY`, `[GTM-* channel]`) do not: they are reconciled (SPEC §6).
 */
export function leftoverIn(field: FieldName | null, text: string): string | null {
  const trimmed = text.trim();
  if (field !== null && choices[field]?.test(trimmed)) return trimmed;
  const number = openNumber(trimmed);
  if (number !== null) return number;
  if (!/YYYY|[([{]/.test(trimmed)) return null;
  if (/\bYYYY-MM-DD\b/.test(trimmed)) return 'YYYY-MM-DD';
  if (/\(owner:?\s*(?:\.{3}|…)\s*\)/i.test(trimmed)) return '(owner: ...)';
  for (const [group, body] of bracketGroups(trimmed)) {
    if (placeholderId.test(body) || /^[ xX]?$/.test(body.trim())) continue;
    if (group === trimmed || templateWords.test(body.trim())) return group;
  }
  return null;
}

const placeholderId = /\b(?:GTM|BR|KPI|PER|CFD|MON|RUN)(?:-[A-Z]+)?-(?:[A-Z]{2,}|\*|\?|#+|\{|\d{3})/;

/** Innermost `[…]` and `{…}` groups with their bodies; a `[text](link)` is no group. One pass. */
function bracketGroups(text: string): [group: string, body: string][] {
  const groups: [string, string][] = [];
  if (!text.includes('[') && !text.includes('{')) return groups;
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '[' || char === '{') open = at;
    else if ((char === ']' || char === '}') && open >= 0) {
      if (text[at + 1] !== '(') groups.push([text.slice(open, at + 1), text.slice(open + 1, at)]);
      open = -1;
    }
  }
  return groups;
}

/** Every piece of template text left in an entry, each once, at its own place. */
export function leftoversOf(entry: Entry, fields: ReadonlyMap<FieldName, Field>): Model['leftovers'] {
  const found: { text: Text; field: FieldName | null; entry: Entry }[] = [];
  const title = leftoverIn(null, entry.title.text);
  // "[EMEA]" behind a title is a note of the team's own; curly brackets only stand in templates.
  const bracket =
    title ?? bracketGroups(entry.title.text).find(([group]) => group.startsWith('{'))?.[0] ?? null;
  if (bracket !== null && leftoverIn(null, bracket) !== null)
    found.push({ text: within(entry.title, bracket), field: 'title', entry });
  const seen = new Set<number>();
  for (const field of fields.values()) {
    if (!field.leftover) continue;
    const texts = field.items.length > 0 ? field.items : field.value === null ? [] : [field.value];
    for (const text of texts) {
      const piece = leftoverIn(field.name, text.text);
      if (piece === null || seen.has(text.span.start)) continue;
      seen.add(text.span.start);
      found.push({ text: within(text, piece), field: field.name, entry });
    }
  }
  const told = new Set(found.map(({ text }) => text.span.start));
  const fieldStarts = new Set(
    [...fields.values()].flatMap(({ leftover, span }) => (leftover ? [span.start] : [])),
  );
  for (const text of markedBlanks(entry.nodes, fieldStarts))
    if (!told.has(text.span.start)) found.push({ text, field: null, entry });
  return found;
}

/**
 * Blanks marked by `mops init` and `mops draft` under labels that no field has ("Rule: [fill in the price]"). Other
 * words in brackets there are the team's own.
 */
function markedBlanks(nodes: readonly Node[], fieldStarts: ReadonlySet<number>): Text[] {
  return nodes.flatMap((node) => {
    if (fieldStarts.has(node.span.start)) return [];
    const text = node.value ?? node.text;
    const groups = bracketGroups(text.text).filter(([, body]) => /^(?:fill in|blank)\b/i.test(body.trim()));
    return [...groups.map(([group]) => within(text, group)), ...markedBlanks(node.children, fieldStarts)];
  });
}

function within(text: Text, piece: string): Text {
  const at = text.text.indexOf(piece);
  return at < 0 ? text : slice(text, at, at + piece.length);
}
