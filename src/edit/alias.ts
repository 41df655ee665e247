/** Keeps a renamed stage or role known as what it is: `stages: {Opportunity: [Deal]}` in the config. */

import { yamlWord } from '../config/line.ts';
import { escaped } from '../language/escaped.ts';

/**
 * The config's text with one more alias of a stage or role; every other byte stays. Null where the section is written in a form
 * that is better changed by hand.
 *
 * @param text null where there is no config yet
 */
export function withAlias(
  text: string | null,
  section: 'stages' | 'roles',
  canonical: string,
  name: string,
): string | null {
  const entry = `${yamlWord(canonical)}: [${yamlWord(name)}]`;
  if (text === null) return `${section}:\n  ${entry}\n`;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const flow = new RegExp(`^${section}[ \\t]*:[ \\t]*\\{`, 'm').exec(text);
  if (flow !== null) return inFlow(text, flow.index + flow[0].length, canonical, name);
  const block = new RegExp(`^${section}:[ \\t]*(?:#.*)?(?:\\r?\\n|$)`, 'm').exec(text);
  if (block === null) {
    if (new RegExp(`^${section}\\s*:`, 'm').test(text)) return null;
    return `${text}${text === '' || text.endsWith('\n') ? '' : end}${end}# The usual name, and what the team calls it.${end}${section}:${end}  ${entry}${end}`;
  }
  const at = block.index + block[0].length;
  const body = /^(?:[ \t]+.*(?:\r?\n|$)|[ \t]*(?:#.*)?\r?\n)*/.exec(text.slice(at))?.[0] ?? '';
  const indent = /^([ \t]+)[^\s#]/m.exec(body)?.[1] ?? '  ';
  const known = new RegExp(`^[ \\t]+["']?${escaped(canonical)}["']?:[ \\t]*(.*)$`, 'm').exec(body);
  if (known === null) {
    const open = text.slice(0, at).endsWith('\n') ? '' : end;
    return `${text.slice(0, at)}${open}${indent}${entry}${end}${text.slice(at)}`;
  }
  const list = /^\[(.*)\]/.exec(known[1] ?? '');
  if (list !== null) return withItem(text, at + known.index + known[0].indexOf('[') + 1, name);
  // A list below its key, an item a line.
  const rest = body.slice(known.index + known[0].length);
  const [whole = '', mark = ''] = /^(?:\s*#.*)?\r?\n([ \t]*- +)(?=\S)/.exec(rest) ?? [];
  if (mark === '') return null;
  const item = at + known.index + known[0].length + whole.length - mark.length;
  return `${text.slice(0, item)}${mark}${yamlWord(name)}${end}${text.slice(item)}`;
}

/** `stages: {Lead: [Inquiry], Opportunity: [SQO]}`, from behind its opening brace on. */
function inFlow(text: string, at: number, canonical: string, name: string): string {
  const rest = text.slice(at);
  const inside = /^[^{}]*/.exec(rest)?.[0] ?? '';
  const known = new RegExp(`(?:^|[,\\s])["']?${escaped(canonical)}["']?:\\s*\\[`).exec(inside);
  if (known !== null) return withItem(text, at + known.index + known[0].length, name);
  const more = inside.trim() === '' ? '' : ', ';
  return `${text.slice(0, at)}${yamlWord(canonical)}: [${yamlWord(name)}]${more}${rest}`;
}

/** With one more item in front, `open` being behind the bracket of its list. */
function withItem(text: string, open: number, name: string): string {
  const rest = text.slice(open);
  return `${text.slice(0, open)}${yamlWord(name)}${rest.trimStart().startsWith(']') ? '' : ', '}${rest}`;
}
