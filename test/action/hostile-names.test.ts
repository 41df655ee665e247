/** Escape sequences and commands in the places that are no entry: a config's keys, names of files and folders. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterEach, describe, expect, test } from 'vitest';
import { closeServers, play } from './scenario.ts';

afterEach(closeServers);

const steering = '\u001b[31m\u001b]0;owned\u0007\u202e\u{e0041}';
/** What no line of the log, no annotation, no summary and no comment may have raw. */
const raw = ['\u001b', '\u0007', '\u202e', '\u{e0041}'];

function told(run: Awaited<ReturnType<typeof play>>): string {
  const comments = run.stage.github.world.comments.map(({ body }) => body);
  return [run.stdout, run.stderr, run.summary, ...comments].join('\n');
}

/** What GitHub would make of a text beyond letters: links that lead away, elements, mentions. */
function madeOf(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (
      (node.type === 'link' || node.type === 'image') &&
      !node.url.startsWith('https://github.com/acme/handbook/')
    )
      found.push(node.url);
    if (node.type === 'html' && !/^<!--|^<\/?(?:details|summary|b|br)\b/.test(node.value))
      found.push(node.value);
    if (node.type === 'text' && node.value.includes('@acme')) found.push(node.value);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found;
}

describe('escape sequences and markup', () => {
  test("of a config's keys and values", async () => {
    const config = `"${steering}mode": deep\nrules: {"${steering}::error::x": off}\nmotion: "${steering}"\n`;
    for (const text of [config, `sot: ["SoT/${steering}.md"]\n`]) {
      const run = await play({ change: { 'mops.config.yml': text } });
      expect(run.exit).toBe(2);
      expect(raw.filter((sign) => told(run).includes(sign))).toEqual([]);
      expect(run.otherCommands).toEqual([]);
    }
  });

  test('of files', async () => {
    const run = await play({
      change: {
        [`SoT/${steering}.md`]:
          '## BR-MOPS-090: Lifecycle Stage — Trial\n\n**Type**: Lifecycle-Stage\n**Status**: Active\n**Stage**: Trial\n',
        'SoT/::warning::owned.md': Buffer.from([0xff, 0xfe, 0x41]),
        'SoT/a,line=1%0A::error::b.md': Buffer.from([0xc3, 0x28]),
        'SoT/x)(www.evil.example) ![y](z) w.md': Buffer.from([0xc3, 0x28]),
        'SoT/@acme <img src=x> `x` [y](www.evil.example).md': Buffer.from([0xc3, 0x28]),
      },
    });
    expect(run.exit).toBe(1);
    expect(raw.filter((sign) => told(run).includes(sign))).toEqual([]);
    expect(run.otherCommands).toEqual([]);
    expect(run.annotations.some(({ message }) => message.startsWith('owned'))).toBe(false);
    for (const text of [run.summary, run.stage.github.world.comments[0]?.body ?? ''])
      expect(madeOf(text)).toEqual([]);
  });
});
