/** The tables and lists of a document somebody already has: Markdown or CSV, cells as plain words. */

import { withHtmlTables } from './html-tables.ts';

/** One table, its header and rows padded to the same width. */
export interface FoundTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The nearest heading above it, empty without one. */
  readonly heading: string;
  /** The line of text right above it that announces it: `Handoff payload at MQL → SQL:`; empty without one. */
  readonly caption: string;
  /** 1-based line of its header. */
  readonly line: number;
}

/** A bullet list whose items all have a label: `- Source: the GTM channel`. As a table of two columns. */
const listHeader = ['Field', 'Value'] as const;

/** The tables of a file, by its name's ending and, where that says nothing, by its text. */
export function tablesIn(path: string, text: string): readonly FoundTable[] {
  const plain = text.replace(/^\uFEFF/, '');
  if (/\.(?:csv|tsv)$/i.test(path)) return csvTable(plain);
  const tables = markdownTables(plain);
  // Cells copied out of a spreadsheet stand apart by tabs.
  return tables.length === 0 && /^[^\n]*\S\t[^\n]*\S/.test(plain) ? csvTable(plain) : tables;
}

function markdownTables(text: string): readonly FoundTable[] {
  const lines = withHtmlTables(text).split(/\r\n|\n|\r/);
  const tables: FoundTable[] = [];
  let heading = '';
  let caption = '';
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
      continue;
    }
    if (mark !== '') {
      fence = mark;
      continue;
    }
    const headed = /^ {0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (headed !== undefined) heading = plainCell(headed);
    const wiki = isWikiHeader(line);
    if (line.includes('|') && (wiki || isDelimiter(lines[at + 1] ?? ''))) {
      const rows: string[][] = [];
      let end = at + (wiki ? 1 : 2);
      for (; end < lines.length && (lines[end] ?? '').includes('|'); end++)
        rows.push(cells(lines[end] ?? ''));
      tables.push(table(cells(wiki ? line.replaceAll('||', '|') : line), rows, heading, at + 1, caption));
      at = end - 1;
      caption = '';
    } else {
      const items: string[][] = [];
      let end = at;
      for (; end < lines.length; end++) {
        const item = labelled(lines[end] ?? '');
        if (item === null) break;
        items.push(item);
      }
      if (items.length > 1) {
        tables.push({ header: listHeader, rows: items, heading, line: at + 1, caption });
        at = end - 1;
        caption = '';
      } else if (line.trim() !== '') caption = headed === undefined ? plainCell(line) : '';
    }
  }
  return tables;
}

/** `- **Source**: words` as its two cells. */
function labelled(line: string): string[] | null {
  const match = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(.{1,80}?)\s*(?::|\s[–—-]\s)\s*(.*)$/.exec(line);
  if (match === null) return null;
  return [plainCell(match[1] ?? ''), plainCell(match[2] ?? '')];
}

/** `||Stage||Owner||`: the head of a table in the marks of Confluence and Jira. */
function isWikiHeader(line: string): boolean {
  return /^\s*\|\|[^|]+\|\|.*\|\|\s*$/.test(line);
}

function isDelimiter(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[\s|:-]+$/.test(line);
}

/** Cells of a row; `\|` stands for a bar. */
function cells(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === '\\' && line[at + 1] === '|') {
      part += '|';
      at++;
    } else if (char === '|') {
      parts.push(part);
      part = '';
    } else part += char;
  }
  parts.push(part);
  if (parts[0]?.trim() === '') parts.shift();
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.map(plainCell);
}

/** The words of a cell: marks taken off, line breaks as semicolons, so that they can stand on a field's line. */
function plainCell(cell: string): string {
  return cell
    .replace(/<br\s*\/?>/gi, '; ')
    .replace(/<!--|-->/g, ' ')
    .replace(/!?\[([^\][]{0,300})\]\([^()]{0,300}\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/^[*_](.{1,200})[*_]$/, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/[\s\u00A0]+/g, ' ')
    .replace(/(?:\s*;\s*)+$/, '')
    .trim();
}

/** RFC 4180 with comma, semicolon or tab, whichever the first line has most of. */
function csvTable(text: string): readonly FoundTable[] {
  const first = text.slice(0, text.search(/\r|\n|$/));
  const separator = [',', ';', '\t']
    .map((char) => ({ char, count: first.split(char).length }))
    .sort((a, b) => b.count - a.count)[0]?.char;
  const rows = csvRows(text, separator ?? ',')
    .map((row) => row.map(csvWords))
    .filter((row) => row.some((cell) => cell !== ''));
  const [header, ...rest] = rows;
  return header === undefined ? [] : [table(header, rest, '', 1)];
}

function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (char === separator || char === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  rows.at(-1)?.push(cell);
  return rows;
}

/** Our own export guards a cell that a spreadsheet would run with an apostrophe. */
function csvWords(cell: string): string {
  return plainCell(cell.replace(/\r?\n/g, '; ').replace(/^'(?=[=+\-@])/, ''));
}

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  heading: string,
  line: number,
  caption = '',
): FoundTable {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const padded = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '');
  return { header: padded(header), rows: rows.map(padded), heading, line, caption };
}

/** What is said of each line of text about where a rejected lead goes: import does not read it, nor pass it over. */
export function proseAboutRejection(path: string, text: string): readonly string[] {
  if (/\.(?:csv|tsv)$/i.test(path)) return [];
  return text
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) =>
      /^[\s>*_]*(?:rejection|rejected leads?)\b[^|]{0,200}:\s*\S/i.test(line)
        ? [
            `Line ${at + 1} says in a sentence where a rejected lead goes; import reads tables and lists. Put it into the Rejection rule it belongs to.`,
          ]
        : [],
    );
}

/** What is said of a table that is none of the known ones. */
export function leftOutTable({ header, line }: FoundTable): string {
  return `Line ${line}: the table with the columns ${header.filter((cell) => cell !== '').join(', ')} is none that import knows; it was left out.`;
}
