/** A page as Markdown: the same facts for people with other tools and for agents. */

import { codeBlock, escapeMarkdown } from '../../src/untrusted/markdown.ts';
import { type Address, isInside, twinPath, url } from '../lib/paths.ts';
import type { Block, Fact, Inline, Page, Table, Words } from './page.ts';

interface Pictures {
  get(name: string): { readonly mermaid: string } | undefined;
}

/**
 * A page as Markdown, all of its blocks, ending in one line end; what stands in entries is escaped.
 *
 * @param base path before every link, `/` or `/repo/`
 */
export function pageMarkdown(page: Page, base: string, pictures: Pictures): string {
  const head = [
    `# ${escapeMarkdown(page.title)}`,
    ...(page.lead === undefined
      ? page.kicker === null
        ? []
        : [escapeMarkdown(page.kicker)]
      : [inline(page.lead, base)]),
  ];
  const foot = page.source === null ? [] : [`Source: ${escapeMarkdown(page.source.text)}`];
  return `${[...head, ...page.blocks.flatMap((block) => blockMarkdown(block, base, pictures)), ...foot].filter((part) => part !== '').join('\n\n')}\n`;
}

/** @param level of its headings: what stands inside a part with a heading has them one deeper */
function blockMarkdown(block: Block, base: string, pictures: Pictures, level = 2): readonly string[] {
  const words = (parts: Words) => inline(parts, base);
  const inner = (blocks: readonly Block[], deeper = 0) =>
    blocks.flatMap((each) => blockMarkdown(each, base, pictures, level + deeper));
  const heading = (text: string, deeper = 0) => `${'#'.repeat(Math.min(level + deeper, 6))} ${text}`;
  switch (block.kind) {
    case 'heading':
      return [heading(escapeMarkdown(block.text), block.level === 3 ? 1 : 0)];
    case 'text':
      return [words(block.words)];
    case 'answer':
      return [`**${escapeMarkdown(block.big)}**${block.lead.length === 0 ? '' : ` ${words(block.lead)}`}`];
    case 'facts':
      return [factList(block.facts, base)];
    case 'list':
      return [
        block.items
          .map(
            (item, at) =>
              `${block.ordered ? `${at + 1}.` : block.look === 'tick' ? '- [ ]' : '-'} ${words(item)}`,
          )
          .join('\n'),
      ];
    case 'table':
      return [table(block, base)];
    case 'cards':
      return [
        block.cards
          .map(
            (card) =>
              `- [${escapeMarkdown(card.title)}](${target(card.to, base)}): ${card.big === undefined ? '' : `${escapeMarkdown(card.big)}. `}${words(card.words)}`,
          )
          .join('\n'),
      ];
    case 'rail':
      return [
        block.stops
          .map((stop) => (stop.current ? `**${escapeMarkdown(stop.text)}**` : escapeMarkdown(stop.text)))
          .join(' → ') + (block.stops.length < block.all ? ` (of ${block.all} stages)` : ''),
      ];
    case 'note':
      return [
        [`**${escapeMarkdown(block.title)}**`, ...block.lines.map(words)]
          .map((line) => `> ${line}`)
          .join('  \n'),
      ];
    case 'code':
      return [escapeMarkdown(block.label), codeBlock('', block.text)];
    case 'checklist':
      return [block.items.map((item) => `- [ ] ${factLine(item, base)}`).join('\n')];
    case 'dated':
      return block.parts.flatMap((part) => inner(part.blocks));
    case 'fold':
      return [
        // A heading is strong as it is.
        heading(
          words(
            block.summary.map((word) =>
              typeof word !== 'string' && word.kind === 'strong' ? word.text : word,
            ),
          ),
        ),
        ...inner(block.blocks, 1),
      ];
    case 'empty':
      return [
        `**${escapeMarkdown(block.title)}**`,
        words(block.words),
        ...(block.write === undefined ? [] : [codeBlock('', block.write)]),
      ];
    case 'diagram': {
      const picture = pictures.get(block.name);
      return [
        ...(picture === undefined ? [] : [codeBlock('mermaid', picture.mermaid)]),
        block.tableAt === undefined
          ? table(block.table, base)
          : `[The same as a table](${target(block.tableAt, base)})`,
      ];
    }
    case 'clock':
      return [block.limits.map(({ label }) => `- ${escapeMarkdown(label)}`).join('\n')];
    case 'quiz':
      return block.questions.flatMap((question) => [
        `**${escapeMarkdown(question.ask)}**`,
        `${escapeMarkdown(question.options[question.right] ?? '')}. ${words(question.because)}`,
      ]);
    case 'walk':
      return block.steps.flatMap((step, at) => [
        heading(`${at + 1}. ${escapeMarkdown(step.title)}`),
        ...inner(step.blocks, 1),
      ]);
    case 'sheet':
      return inner(block.blocks);
    case 'stations':
      return [
        heading(escapeMarkdown(block.title)),
        block.stations
          .map((stop) => {
            const limit =
              stop.limit === null
                ? stop.without
                : [stop.limit.big, stop.limit.small].filter((part) => part !== '').join(', ');
            const no = stop.no === null ? '' : ` No: ${stop.no}.`;
            return `- [${escapeMarkdown(stop.text)}](${target(stop.to, base)}): ${escapeMarkdown(`${stop.owner}, ${limit}.${no}`)}`;
          })
          .join('\n'),
      ];
    case 'mine':
      return block.parts.flatMap((part) => [heading(escapeMarkdown(part.title)), ...inner(part.blocks, 1)]);
    case 'hero':
      return [
        `**${escapeMarkdown(block.big)}** ${words(block.small)}`,
        block.steps.map((step) => `- ${escapeMarkdown(step.when)}: ${words(step.what)}`).join('\n'),
        ...block.lines.map(words),
      ];
    case 'panels':
      return block.panels.flatMap((panel) => [
        heading(escapeMarkdown(panel.title)),
        ...inner(panel.blocks, 1),
        ...(panel.foot === undefined ? [] : [words(panel.foot)]),
      ]);
    case 'reasons':
      return [
        block.rows.length === 0
          ? words(block.empty)
          : block.rows
              .map((row) => {
                const code = row.code === null ? [] : [escapeMarkdown(row.code)];
                const place = row.to.length === 0 ? '' : words(row.to);
                const aside = block.from === true && place !== '' ? [...code, `from ${place}`] : code;
                const to = block.from === true || place === '' ? '' : ` → ${place}`;
                return `- ${words(row.words)}${aside.length === 0 ? '' : ` (${aside.join(', ')})`}${to}`;
              })
              .join('\n'),
      ];
    case 'news':
      return [block.items.map((item) => `- ${item.date}: ${words(item.words)}`).join('\n')];
    case 'base':
      return [block.items.map(words).join(' · ')];
    case 'neighbours':
    case 'search':
    case 'ask':
      return [];
  }
}

function factList(facts: readonly Fact[], base: string): string {
  return facts.map((fact) => `- ${factLine(fact, base)}`).join('\n');
}

function factLine(fact: Fact, base: string): string {
  const label = `**${escapeMarkdown(fact.label)}:**`;
  if (fact.lines.length === 0) return `${label} ${inline(fact.missing ?? ['not written'], base)}`;
  if (fact.lines.length === 1) return `${label} ${inline(fact.lines[0] ?? [], base)}`;
  return [label, ...fact.lines.map((line) => `  - ${inline(line, base)}`)].join('\n');
}

function table({ columns, rows, empty }: Table, base: string): string {
  if (rows.length === 0) return inline(empty, base);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ label }) => escapeMarkdown(label))),
    line(columns.map(() => '---')),
    ...rows.map(({ cells }) =>
      line(
        cells.map(({ words, lines }) =>
          (lines ?? [words])
            .map((each) => inline(each, base))
            .reduce(
              (all, each) => (all === '' ? each : `${all}${/[.!?:;]$/.test(all) ? '' : ';'} ${each}`),
              '',
            )
            // No list begins inside a cell.
            .replace(/^(\d+)&#8203;\./, '$1.'),
        ),
      ),
    ),
  ].join('\n');
}

function inline(words: Words, base: string): string {
  return words.map((word, at) => inlineOne(word, base, words.length === 1, at > 0)).join('');
}

/** What is set in small or in a frame stands in brackets beside other words. */
function inlineOne(word: Inline, base: string, alone: boolean, follows: boolean): string {
  if (typeof word === 'string') return escapedBetween(word);
  const before = /^\s/.test(word.text) ? ' ' : '';
  const after = /\s$/.test(word.text) ? ' ' : '';
  const own = marked(word, base);
  const aside = (word.kind === 'badge' && !alone) || (word.kind === 'quiet' && follows);
  return `${before}${aside && !own.startsWith('(') ? `(${own})` : own}${after}`;
}

/** A word with its mark; blanks stand outside, where Markdown keeps them. */
function marked(word: Exclude<Inline, string>, base: string): string {
  const text = escapeMarkdown(word.text).trim();
  if (word.kind === 'link') return `[${text}](${target(word.to, base)})`;
  if ((word.kind === 'owner' || word.kind === 'place') && word.to !== null)
    return `[${text}](${target(word.to, base)})`;
  if (word.kind === 'gone') return `~~${text}~~`;
  if (word.kind === 'strong') return `**${text}**`;
  if (word.kind === 'code' && /^[^`|<>\n\r]+$/.test(word.text)) return `\`${word.text.trim()}\``;
  return text;
}

/** Escaped, with the blanks at its ends kept: they part it from the link or mark beside it. */
function escapedBetween(text: string): string {
  const escaped = escapeMarkdown(text);
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${escaped.trim()}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Links inside the site lead to the twins. */
function target(to: Address, base: string): string {
  return url(isInside(to) ? twinPath(to) : to, base).replace(
    /[()\s]/g,
    // JavaScript leaves parentheses as they are.
    (sign) => ({ '(': '%28', ')': '%29' })[sign] ?? encodeURIComponent(sign),
  );
}
