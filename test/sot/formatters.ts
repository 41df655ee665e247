/** What editors and hooks do to Markdown when a file is saved. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { format } from 'prettier';

export type Formatter = (text: string) => Promise<string>;

export const formatters: { readonly [name: string]: Formatter } = {
  'Prettier with its defaults': (text) => format(text, { parser: 'markdown' }),
  'Prettier, paragraphs wrapped at 80 columns': (text) =>
    format(text, { parser: 'markdown', proseWrap: 'always' }),
  'Prettier, paragraphs on one line': (text) => format(text, { parser: 'markdown', proseWrap: 'never' }),
  'remark with its defaults': (text) => Promise.resolve(remark(text)),
};

/** What `remark --output` writes (remark-stringify is `mdast-util-to-markdown`), front matter left alone. */
function remark(text: string): string {
  const [front = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? [];
  const tree = fromMarkdown(text.slice(front.length), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return front + toMarkdown(tree, { extensions: [gfmToMarkdown()] });
}
