import { sliceOf } from '../../lifecycle/text-of.ts';
import { partlyRead, unreadHeads } from '../../lifecycle/unread.ts';
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
            fix: 'Put an ID that is free into its heading, for example "## BR-MOPS-002: Lifecycle Stage — MQL" for a stage or "## GTM-MOPS-001: Handoff — MQL → SQL" for a handoff.',
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
          message: `${entry.id} holds a table in HTML, which is not read, so the fields in it count for nothing. The other findings of ${entry.id} wait.`,
          fix: 'Write each row as a line of its own, such as "Owner: BDR", or as a table in Markdown: | Owner | BDR |.',
          entry,
          key: 'html-table',
          softens: false,
        };
      }
    }
  },
};
