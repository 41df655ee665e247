/** Where drafted entries go, and how they get there without touching what stands there. */

import { labelsOf } from '../language/fields.ts';
import { buildModel } from '../lifecycle/build.ts';
import type { Model } from '../lifecycle/model.ts';
import type { EntryKind, ReadFile } from '../sot/entry.ts';
import { readFile, repositoryOf } from '../sot/index.ts';
import type { Draft, DraftKind } from './missing/index.ts';

/** Where the framework keeps each kind, for teams that have none yet, with the title of a new file. */
const homes: Readonly<Record<DraftKind, { readonly path: string; readonly title: string }>> = {
  stage: { path: 'SoT/SoT.BUSINESS_RULES.md', title: 'Business rules' },
  'mon-drift': { path: 'SoT/SoT.DEPLOYMENT.md', title: 'Deployment and operations' },
  kpi: { path: 'PRD.md', title: 'Product requirements' },
  cfd: { path: 'SoT/SoT.customer_feedback.md', title: 'Customer feedback' },
  handoff: { path: 'PRD.md', title: 'Product requirements' },
  'channel-map': { path: 'PRD.md', title: 'Product requirements' },
};

const entryKinds: Readonly<Record<DraftKind, EntryKind>> = {
  stage: 'BR-MOPS',
  'mon-drift': 'MON-DRIFT',
  kpi: 'KPI',
  cfd: 'CFD',
  handoff: 'GTM-MOPS',
  'channel-map': 'GTM',
};

/** A file with drafts at its end. `before` is null where the file does not exist yet. */
export interface Appended {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}

/** The file where most living entries of a kind stand, else the framework's home of it in the spelling that exists. */
export function homeOf(model: Model, kind: DraftKind): string {
  const { files } = model.repository;
  const count = (file: ReadFile): number =>
    file.entries.filter((entry) => entry.kind === entryKinds[kind] && entry.section === null).length;
  let best: ReadFile | undefined;
  for (const file of files) if (count(file) > 0 && (!best || count(file) > count(best))) best = file;
  const { path } = homes[kind];
  return best?.path ?? files.find((file) => file.path.toLowerCase() === path.toLowerCase())?.path ?? path;
}

/**
 * Puts drafts at the end of their file; every byte before stays, and the line ends are the file's own.
 *
 * @returns null when the entries would not read back as living entries of their kind
 */
export function appended(model: Model, kind: DraftKind, drafts: readonly Draft[]): Appended | null {
  const path = homeOf(model, kind);
  const file = model.repository.files.find((one) => one.path === path);
  const before = file?.text ?? null;
  // A deprecated section at the end goes on until a heading of its own level, or of a higher one.
  for (const marks of new Set([headingOf(file, kind), '##', '#'])) {
    const texts = drafts.map(({ text }) => text.replace(/^##(?= )/m, marks));
    const after = joined(before ?? `# ${homes[kind].title}\n`, texts);
    if (readsBack({ path, text: after }, kind, drafts)) return { path, before, after };
  }
  return null;
}

/**
 * Drafts of several kinds, each at the end of its file; two kinds that live in one file stand there behind each other.
 *
 * @returns null when one of them would not read back
 */
export function appendedTogether(
  model: Model,
  parts: readonly (readonly [DraftKind, readonly Draft[]])[],
): readonly Appended[] | null {
  const changes = new Map<string, Appended>();
  let current = model;
  for (const [kind, drafts] of parts) {
    if (drafts.length === 0) continue;
    const change = appended(current, kind, drafts);
    if (change === null) return null;
    const { path, after } = change;
    changes.set(path, {
      path,
      before: changes.has(path) ? (changes.get(path)?.before ?? null) : change.before,
      after,
    });
    const others = current.repository.files.filter((file) => file.path !== path);
    current = buildModel(
      repositoryOf([...others, readFile({ path, text: after }, labelsOf(model.config.fields))]),
      model.config,
      {
        mode: model.mode,
      },
    );
  }
  return [...changes.values()];
}

/** The heading marks of the last entry of a kind, `##` where none is headed. */
function headingOf(file: ReadFile | undefined, kind: DraftKind): string {
  const entry = file?.entries.findLast((one) => one.kind === entryKinds[kind] && one.form === 'heading');
  if (file === undefined || entry === undefined) return '##';
  const lineStart = file.text.lastIndexOf('\n', entry.idSpan.start) + 1;
  return /^ {0,3}(#{1,4})\s/.exec(file.text.slice(lineStart, entry.idSpan.start))?.[1] ?? '##';
}

function joined(before: string, texts: readonly string[]): string {
  const lineEnd = /\r\n|\n/.exec(before)?.[0] ?? '\n';
  const gap = before === '' || before === '\ufeff' ? '' : before.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
  const text = `${texts.join('\n\n')}\n`;
  return before + gap + (lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd));
}

function readsBack(
  file: { readonly path: string; readonly text: string },
  kind: DraftKind,
  drafts: readonly Draft[],
): boolean {
  const { entries } = readFile(file);
  return drafts.every(({ id }) => {
    const [entry, second] = entries.filter((one) => one.id === id);
    return (
      entry !== undefined &&
      second === undefined &&
      entry.kind === entryKinds[kind] &&
      entry.section === null &&
      !entry.fenced
    );
  });
}
