import { freeIdFor } from '../../lifecycle/ids.ts';
import type { Model } from '../../lifecycle/model.ts';
import { sliceOf } from '../../lifecycle/text-of.ts';
import { awaitedId } from '../../lifecycle/undefined.ts';
import { partlyRead, unreadHeads } from '../../lifecycle/unread.ts';
import type { Span } from '../../sot/entry.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { quoted } from '../wording.ts';

export const entryUnread: Rule = {
  id: 'entry-unread',
  title: 'Something looks like an entry and is not read as one',
  why: 'What is not read is not checked: its owner, its limit and its exits may be missing, and the verdict would not say so.',
  fix: 'Write the entry in a form that is read: a heading with its ID and title, and below it one field a line, such as "Owner: BDR".',
  source: 'SPEC §2, §4',
  severity: { quick: 'error', standard: 'error', deep: 'error' },
  bad: markdown`
    ## Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  good: markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    Type: Lifecycle-Stage
    Stage: MQL
    Owner: BDR
  `,
  *check(model): Generator<Problem> {
    for (const { head } of unreadHeads(model)) {
      const written = sliceOf(model, head.span);
      yield head.id === null
        ? {
            at: head.span,
            message: `${quoted(written)} has the fields of an entry and no ID, so it is not read.`,
            fix: numbered(model, head.span, written),
            key: written,
            softens: false,
          }
        : {
            at: head.span,
            message:
              head.looks === 'html'
                ? `${head.id} stands in a table in HTML, which is not read, and no other place defines ${head.id}.`
                : `${head.id} looks like the head of an entry, but no field follows it, so it is not read, and no other place defines ${head.id}.`,
            fix: `Write it as a heading, "## ${head.id}: " and its title, with its fields below, one a line ("Owner: BDR"). If it is only a mention, write the entry itself somewhere.`,
            key: head.id,
            softens: false,
          };
    }
    for (const entry of partlyRead(model)) {
      for (const span of entry.unread) {
        yield {
          at: span,
          message: `${entry.id} holds ${unreadPart(sliceOf(model, span))}, which is not read, so the fields in it count for nothing. The other findings of ${entry.id} wait.`,
          fix: 'Write each row as a line of its own, such as "Owner: BDR", or as a table in Markdown: | Owner | BDR |.',
          entry,
          key: sliceOf(model, span).startsWith('<') ? 'html-table' : 'data',
          softens: false,
        };
      }
    }
  },
};

function unreadPart(text: string): string {
  const language = /^[`~>\s]*([\w-]+)/.exec(text)?.[1];
  return text.startsWith('<') ? 'a table in HTML' : `a block of ${language ?? 'code'}`;
}

/** The heading with a number: the one that links wait for, else the next free of the kind that the fields tell. */
function numbered(model: Model, at: Span, written: string): string {
  const file = model.repository.files.find(({ path }) => path === at.file);
  const below = file?.text.slice(at.end, at.end + 1000).split(/^#{1,6}\s/m)[0] ?? '';
  const family = /^[^\w\n]*(?:from|trigger|payload)\b|\bhandoff\s*$/im.test(below) ? 'GTM-MOPS' : 'BR-MOPS';
  const awaited = awaitedId(model, family);
  const id = awaited ?? freeIdFor(model, family, `${at.file}:${at.start}`);
  const why = awaited === null ? '' : `; other entries link ${id}, and no file defines it`;
  return `Put an ID that is free into its heading, for example "## ${id}: ${written}"${why}.`;
}
