import { jsonText } from '../untrusted/plain-text.ts';
import { blanksIn } from './blank.ts';
import type { Drafts } from './missing/index.ts';
import { linksOf, type WrittenDrafts } from './write.ts';

/** What became of the drafts. */
export interface DraftOutcome {
  /** Where the drafts belong, relative to the checked folder. */
  readonly file: string;
  /** Null where nothing was written. */
  readonly written: WrittenDrafts | null;
}

/** The drafts as Markdown, ready to be pasted; nothing when there are none. */
export function draftsMarkdown({ drafts }: Drafts): string {
  return drafts.length === 0 ? '' : `${drafts.map(({ text }) => text).join('\n\n')}\n`;
}

/** What a person has to know beside the drafts: what was drafted for what, and what to do with it. */
export function draftsNotes({ kind, drafts, notes }: Drafts, { file, written }: DraftOutcome): string {
  const lines = [...notes];
  if (drafts.length === 0 && notes.length === 0) lines.push(nothing[kind]);
  for (const { id, about } of drafts) lines.push(`${id}: ${about}`);
  if (written === null) {
    if (drafts.length > 0)
      lines.push(`These belong in ${file}. mops draft ${kind} --write puts them there and links them.`);
    for (const [entry, ids] of linksOf(drafts))
      lines.push(`Add to the Linked IDs of ${entry}: ${ids.join(', ')}`);
  } else {
    const blanks = drafts.some(({ text }) => blanksIn(text).length > 0);
    lines.push(
      `Written to ${file}.${blanks ? ' Fill in the blanks, marked [fill in …]; mops check lists them.' : ''}`,
    );
    if (written.linked.size > 0)
      lines.push(
        `Linked in ${[...written.linked].map(([entry, ids]) => `${entry} (${ids.join(', ')})`).join(', ')}.`,
      );
    for (const [entry, ids] of written.byHand)
      lines.push(`Add to the Linked IDs of ${entry}, which leave no safe place: ${ids.join(', ')}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

const nothing: Readonly<Record<Drafts['kind'], string>> = {
  stage: 'Nothing is missing: every stage of the shape has its entry.',
  'mon-drift': 'Nothing is missing: every SLA that a person keeps has its drift monitor.',
  kpi: 'Nothing is missing: every transition has its KPI.',
  cfd: 'Nothing is missing: no criterion is vague without a CFD entry, and every rejection reason has one.',
  handoff: 'Nothing is missing: every transition that needs a handoff has one.',
  'channel-map': 'Nothing is missing: the channel map names every channel and outreach tier.',
};

/** The drafts for programs. */
export function draftsJson({ kind, drafts, notes }: Drafts, { file, written }: DraftOutcome): string {
  const value = {
    version: 1,
    kind,
    file,
    written: written !== null,
    linked: Object.fromEntries(written?.linked ?? []),
    drafts: drafts.map(({ id, about, text, linkIn }) => ({ id, about, text, linkIn })),
    notes,
  };
  return jsonText(value);
}
