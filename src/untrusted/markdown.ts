import { plainText } from './plain-text.ts';

/**
 * The one place that makes text from the source of truth safe inside Markdown that GitHub renders.
 *
 * The result is one line of inline text that reads as the original and does nothing: it opens no HTML, comment,
 * link, picture, code, table cell, list, heading or quote, pings nobody, refers to no issue and autolinks nowhere.
 * What a backslash cannot stop (GitHub looks for mentions and addresses after the Markdown is rendered) is stopped
 * by an invisible zero-width space after the sign.
 */
export function escapeMarkdown(text: string): string {
  return (
    plainText(text)
      .trim()
      .replace(/[&<>$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      .replace(/@|(?<!&)#|:(?=\/|[a-z0-9_+-]+:)/gi, `$&${gap}`)
      .replace(/(?<=www)(?=\.)|(?<=(?<![a-z0-9])GH)(?=-\d)/gi, gap)
      .replace(commit, (hash) => hash.replace(/.{6}(?=.)/g, `$&${gap}`))
      // Behind another word this could be the rest of an address.
      .replace(/^\/(?=\/)|^(?=\.[a-z0-9])/i, `$&${gap}`)
      .replace(/^[-+=]/, '\\$&')
      .replace(/^\d{1,9}(?=[.)])/, `$&${gap}`)
  );
}

/** A zero-width space. */
const gap = '&#8203;';

/** Hexadecimal runs that GitHub would link when such a commit exists. Plain numbers are left alone. */
const commit = /(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![0-9a-z])/gi;

/**
 * Untrusted text as a code span: the fence is longer than any run of backticks inside. Text with a pipe, which no
 * code span can carry through a table cell, comes back as plain escaped text.
 */
export function codeSpan(text: string): string {
  const line = plainText(text).trim();
  if (line === '' || line.includes('|')) return escapeMarkdown(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Text in a fenced block of a language, the fence longer than any run of backticks in the text. */
export function codeBlock(language: string, text: string): string {
  let longest = 2;
  for (const run of text.match(/`{3,}/g) ?? []) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}
