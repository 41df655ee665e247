/** Keeps a renamed stage or role known as what it is: `stages: {Opportunity: [Deal]}` in the config. */

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
  const block = new RegExp(`^${section}:[ \\t]*(?:#.*)?(?:\\r?\\n|$)`, 'm').exec(text);
  if (block === null) {
    if (new RegExp(`^${section}\\s*:`, 'm').test(text)) return null;
    return `${text}${text === '' || text.endsWith('\n') ? '' : end}${end}# The usual name, and what the team calls it.${end}${section}:${end}  ${entry}${end}`;
  }
  const at = block.index + block[0].length;
  const body = /^(?:[ \t]+.*(?:\r?\n|$)|[ \t]*(?:#.*)?\r?\n)*/.exec(text.slice(at))?.[0] ?? '';
  const indent = /^([ \t]+)\S/.exec(body)?.[1] ?? '  ';
  const known = new RegExp(`^[ \\t]+["']?${escaped(canonical)}["']?:[ \\t]*(.*)$`, 'm').exec(body);
  if (known === null) return `${text.slice(0, at)}${indent}${entry}${end}${text.slice(at)}`;
  const list = /^\[(.*)\]/.exec(known[1] ?? '');
  if (list === null) return null;
  const open = at + known.index + known[0].indexOf('[') + 1;
  const rest = text.slice(open);
  return `${text.slice(0, open)}${yamlWord(name)}${rest.trimStart().startsWith(']') ? '' : ', '}${rest}`;
}

function yamlWord(word: string): string {
  return /^[\p{L}][\p{L}\p{N} -]*$/u.test(word) ? word : JSON.stringify(word);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
