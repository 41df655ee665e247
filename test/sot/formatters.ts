/** What editors and hooks do to Markdown when a file is saved. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { format } from 'prettier';

export type Formatter = (text: string) => Promise<string>;

export const formatters: { readonly [name: string]: Formatter } = {
  'Prettier with its defaults': kept((text) => format(text, { parser: 'markdown' })),
  'Prettier, paragraphs wrapped at 80 columns': kept((text) =>
    format(text, { parser: 'markdown', proseWrap: 'always' }),
  ),
  'Prettier, paragraphs on one line': kept((text) =>
    format(text, { parser: 'markdown', proseWrap: 'never' }),
  ),
  'remark with its defaults': kept((text) => Promise.resolve(remark(text))),
};

/** Most cases change one file of a base: the others are formatted once. */
function kept(formatter: Formatter): Formatter {
  const done = new Map<string, Promise<string>>();
  return (text) => {
    const known = done.get(text) ?? formatter(text);
    done.set(text, known);
    return known;
  };
}

/** What `remark --output` writes (remark-stringify is `mdast-util-to-markdown`), front matter left alone. */
function remark(text: string): string {
  const [front = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? [];
  const tree = fromMarkdown(text.slice(front.length), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return front + toMarkdown(tree, { extensions: [gfmToMarkdown()] });
}
