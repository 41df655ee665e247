import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { codeBlock, codeSpan, escapeMarkdown } from '../../src/untrusted/markdown.ts';
import { plainText } from '../../src/untrusted/plain-text.ts';

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function types(node: Nodes): Set<string> {
  const found = new Set([node.type as string]);
  if ('children' in node) for (const child of node.children) for (const type of types(child)) found.add(type);
  return found;
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

/** Text as a stranger would try it: signs of Markdown and GitHub beside ordinary words. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '@team',
          '@org/team',
          '<img src=x onerror=1>',
          '<!--',
          '-->',
          '|',
          '`',
          '```',
          '~~~',
          '**',
          '__',
          '[a](b)',
        ],
        ...[
          '![a](b)',
          '[x]: y',
          '#12',
          'owner/repo#3',
          'GH-7',
          'deadbeef1',
          'https://evil.example/x',
          'www.evil.example',
        ],
        ...[
          'a@b.example',
          'mailto:a@b.example',
          '&lt;',
          '&#64;',
          '\\',
          '\n',
          '\n\n',
          '- ',
          '1. ',
          '# ',
          '> ',
          '---',
          '===',
        ],
        ...[
          '[^1]',
          '$x$',
          ':tada:',
          '\u202e',
          '\u001b[31m',
          '\ud800',
          '    ',
          '\t',
          '<https://a.example>',
          '==',
          '[ ]',
        ],
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('escapeMarkdown', () => {
  test('any text stays plain text when GitHub renders it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const type of types(parse(escapeMarkdown(text))))
          expect(['root', 'paragraph', 'text']).toContain(type);
      }),
      { numRuns: 2000 },
    );
  });

  test('any text reads as before once the zero-width spaces are taken out', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = textOf(parse(escapeMarkdown(text))).replaceAll('\u200b', '');
        expect(seen).toBe(plainText(text).trim().replaceAll('\u200b', ''));
      }),
      { numRuns: 2000 },
    );
  });

  test('nobody is pinged and no issue or commit is linked', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seen = textOf(parse(escapeMarkdown(text)));
        expect(seen).not.toMatch(/@[a-z0-9]/i);
        expect(seen).not.toMatch(/#\d/);
        expect(seen).not.toMatch(/\bGH-\d/i);
        expect(seen).not.toMatch(/(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![0-9a-z])/i);
      }),
      { numRuns: 2000 },
    );
  });

  test('text in a table cell keeps to its cell', () => {
    fc.assert(
      fc.property(hostile, hostile, (first, second) => {
        const table = parse(
          `| a | b |\n| --- | --- |\n| x${escapeMarkdown(first)} | x${codeSpan(second)} |\n`,
        );
        if (table.type !== 'root' || table.children[0]?.type !== 'table') throw new Error('no table');
        expect(table.children).toHaveLength(1);
        expect(table.children[0].children.map((row) => row.children.length)).toEqual([2, 2]);
      }),
      { numRuns: 1000 },
    );
  });

  test('ordinary words stay as written', () => {
    expect(escapeMarkdown('MQL → SQL (50–499 employees): high-fit, 10 business hours')).toBe(
      'MQL → SQL (50–499 employees): high-fit, 10 business hours',
    );
  });
});

describe('codeSpan and codeBlock', () => {
  test('any text is one code span and nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (plainText(text).trim() === '') return;
        const tree = parse(codeSpan(text));
        const found = types(tree);
        for (const type of found) expect(['root', 'paragraph', 'inlineCode', 'text']).toContain(type);
      }),
      { numRuns: 2000 },
    );
  });

  test('a fence inside the text does not end the block', () => {
    const tree = parse(codeBlock('diff', '+a\n```\n````\n<b>'));
    expect(types(tree)).toEqual(new Set(['root', 'code']));
  });
});
