/**
 * Marks of page builders and wikis: shortcodes of Hugo, tags of GitBook, Jekyll and Markdoc, components of MDX, macros
 * and headings of Confluence and Jira. What they show is read; the marks are covered, and every offset stays.
 */
import { covered, coverSign } from './cover-sign.ts';

/** `{{% expand "Title" %}}`, `{{< /tab >}}`; `{% tab title="Title" %}`, `{% endtab %}`. */
const hugo = /\{\{[%<][ \t]{0,4}(\/?)([a-z][\w-]{0,30})([^{}\n]{0,300}?)[%>]\}\}/gi;
const liquid = /\{%-?[ \t]{0,4}(\/?)([a-z][\w-]{0,30})([^{}%\n]{0,300}?)-?%\}/gi;
/** `{expand:title=Title}`, `{expand}`, `{status:colour=Green|title=Active}`. */
const macro =
  /\{(?:expand|panel|info|note|tip|warning|quote|section|column|anchor|toc|color|status|details|excerpt)(?::([^{}\n]{0,300}))?\}/gi;
/** `<Tab title="Title">`, `</Tab>`, `<Note>`. */
const component =
  /<\/?(?:Tabs?|TabItem|Accordions?|AccordionGroup|Expandable|Cards?|CardGroup|Callout|Note|Tip|Info|Warning|Danger|Caution|Check|Steps?|Details|Summary|Admonition|Frame|Columns?|Badge)((?:\s[^<>\n]{0,300})?)\/?>/g;
/** `<Limit>1 business hour</Limit>`: a component of the team's own around words, which a formatter may wrap. */
const around =
  /\\?<([A-Z][A-Za-z0-9.]{0,40})(?:\s(?:[^<>\n]|\n(?!\s*\n)){0,300})?>((?:[^<>\n]|\n(?!\s*\n)){1,300})<\/\1>/g;
const heading = /^([ \t]{0,3}h([1-6])\.)(?=[ \t]+\S)/gm;

/** A title among the words behind a mark's name, in quotes or, for wikis, up to the next bar. */
const named =
  /(?:^|[\s|:])(?:title|label|name|header|summary)\s?=\s?(?:"([^"\n]{0,200})"|'([^'\n]{0,200})'|([^|"'\n]{1,200}))/i;
const quoted = /(?:^|\s)"([^"\n]{0,200})"/;
const wikiTitle = /(?:^|\|)title=([^|\n]{1,200})/i;

/** Puts covers over the marks; the result has the same length. */
export function coverShortcodes(text: string): string {
  let result = text;
  if (result.includes('{{')) result = result.replace(hugo, (found, ...[, , rest]) => shown(found, rest));
  if (result.includes('{%')) result = result.replace(liquid, (found, ...[, , rest]) => shown(found, rest));
  if (result.includes('{'))
    result = result.replace(macro, (found: string, rest: string | undefined, at: number) => {
      const title = wikiTitle.exec(rest ?? '')?.[1];
      // Put on one line with what it holds, a panel's title is a label.
      const label =
        title !== undefined &&
        !title.includes(':') &&
        /^[ \t]+[^\s{]/.test(result.slice(at + found.length, at + found.length + 20));
      return label ? `${only(found.slice(0, -1), title)}:` : only(found, title);
    });
  if (/<\/?[A-Z]/.test(result))
    result = result
      .replace(component, (found: string, rest: string) => shown(found, rest, false))
      .replace(around, (found: string, name: string, words: string) => {
        const before = found.slice(0, found.length - words.length - name.length - 3);
        return (covered(before) + words).padEnd(found.length, coverSign);
      });
  if (/(?:^|[\r\n])[ \t]{0,3}h[1-6]\./.test(result))
    result = result.replace(heading, (found: string, _mark: string, level: string) =>
      '#'
        .repeat(Math.min(3, Number(level)))
        .padEnd(found.trim().length, coverSign)
        .padStart(found.length, ' '),
    );
  return result;
}

/** The title in a mark's words; a title without a name only where marks have such. */
function shown(found: string, rest: string, bare = true): string {
  const match = named.exec(rest) ?? (bare ? quoted.exec(rest) : null);
  return only(found, match?.[1] ?? match?.[2] ?? match?.[3]);
}

/** A mark of which a title alone is left, where it stands. */
function only(found: string, title: string | undefined): string {
  const at = title === undefined ? -1 : found.indexOf(title);
  if (title === undefined || at < 0 || title.trim() === '') return coverSign.repeat(found.length);
  return coverSign.repeat(at) + title + coverSign.repeat(found.length - at - title.length);
}

/** Shortcodes that a line consists of, by which texts are set apart from what stands around them. */
const whole =
  /^[ \t]*(?:\{\{[%<][ \t]{0,4}(\/?)([a-z][\w-]{0,30})[^{}\n]{0,300}?[%>]\}\}|\{%-?[ \t]{0,4}(\/|end)?([a-z][\w-]{0,30})[^{}%\n]{0,300}?-?%\}|\{(expand|panel|info|note|tip|warning|quote|section|column|details|excerpt)(?::[^{}\n]{0,300})?\}|<(\/?)(TabItem|Tab|Accordion|Expandable|Card|Callout|Note|Tip|Info|Warning|Danger|Caution|Check|Step|Admonition)(?:\s[^<>\n]{0,300})?>)[ \t]*$/i;

/** A shortcode that stands alone on its line. */
export interface Shortcode {
  readonly name: string;
  /** `both`: the macros of Confluence, which open and close alike. */
  readonly does: 'open' | 'close' | 'both';
}

/** The shortcode that a line consists of; null for any other line. */
export function shortcodeOn(line: string): Shortcode | null {
  const found = whole.exec(line);
  if (found === null) return null;
  const [, slash, ofHugo, end, ofLiquid, ofWiki, tagEnd, ofMdx] = found;
  const name = (ofHugo ?? ofLiquid ?? ofWiki ?? ofMdx ?? '').toLowerCase();
  if (ofWiki !== undefined) return { name: `{${name}`, does: 'both' };
  return { name, does: slash || end || tagEnd ? 'close' : 'open' };
}
