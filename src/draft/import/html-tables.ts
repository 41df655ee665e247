/** Tables in HTML, as wikis and mails export them, written as tables of Markdown for the reading of both. */

/** No table that people read has more columns; a wider one is cut there. */
const mostColumns = 64;

const spans = { down: /rowspan\s*=\s*["']?(\d{1,3})/i, across: /colspan\s*=\s*["']?(\d{1,3})/i };

/** The text with every `<table>` as a table of Markdown, which begins on the line where it began. Linear. */
export function withHtmlTables(text: string): string {
  if (!/<table\b/i.test(text)) return text;
  let result = '';
  let from = 0;
  for (const { index } of text.matchAll(/<table\b/gi)) {
    if (index < from) continue;
    const closing = /<\/table\s*>/gi;
    closing.lastIndex = index;
    const end = closing.exec(text);
    if (end === null) break;
    const rows = gridOf(text.slice(index, end.index));
    const lines = text.slice(index, closing.lastIndex).split('\n').length;
    result += `${text.slice(from, index)}${markdownOf(rows, lines)}`;
    from = closing.lastIndex;
  }
  return result + text.slice(from);
}

/** Rows of cells; one that spans rows stands in each of them, one that spans columns leaves the others empty. */
function gridOf(table: string): readonly (readonly string[])[] {
  const grid: string[][] = [];
  const hanging = new Map<number, { words: string; rows: number }>();
  for (const row of table.split(/<tr\b/i).slice(1)) {
    const cells: string[] = [];
    const fill = () => {
      for (
        let held = hanging.get(cells.length);
        held !== undefined && cells.length < mostColumns;
        held = hanging.get(cells.length)
      ) {
        if (held.rows === 1) hanging.delete(cells.length);
        else hanging.set(cells.length, { ...held, rows: held.rows - 1 });
        cells.push(held.words);
      }
    };
    for (const part of row.split(/<t[hd](?=[\s>])/i).slice(1)) {
      fill();
      if (cells.length >= mostColumns) break;
      const open = part.indexOf('>');
      const words = wordsOf(part.slice(open + 1));
      const tag = part.slice(0, open);
      const [down, across] = [spans.down, spans.across].map((span) => Number(span.exec(tag)?.[1] ?? 1)) as [
        number,
        number,
      ];
      if (down > 1) hanging.set(cells.length, { words, rows: down - 1 });
      cells.push(words);
      for (let more = 1; more < Math.min(across, mostColumns); more++) cells.push('');
    }
    fill();
    if (cells.some((cell) => cell !== '')) grid.push(cells);
  }
  return grid;
}

const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  rarr: '→',
  ndash: '–',
  mdash: '—',
};

/** The words of a cell; paragraphs and items of lists as breaks, every other mark taken off. */
function wordsOf(cell: string): string {
  return cell
    .replace(/[\r\n]+/g, ' ')
    .replace(/<\/(?:p|li|div)\s*>(?=\s*<)/gi, '<br>')
    .replace(/<(?!br\s*\/?>)[^<>]{0,2000}>/gi, '')
    .replace(/&([a-z]{2,6});/gi, (whole, name: string) => signs[name.toLowerCase()] ?? whole)
    .replace(/^(?:\s|<br\s*\/?>)+|(?:\s|<br\s*\/?>)+$/gi, '')
    .replaceAll('|', '\\|');
}

/** As many lines as the table had at least, so that the lines behind it keep their numbers where it was the longer. */
function markdownOf([header = [], ...rows]: readonly (readonly string[])[], lines: number): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const written = [row(header), row(header.map(() => '---')), ...rows.map(row)];
  return `${written.join('\n')}${'\n'.repeat(Math.max(1, lines - written.length))}`;
}
