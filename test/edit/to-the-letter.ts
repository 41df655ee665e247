/** Fix texts that are a complete instruction, and how somebody carries them out to the letter. */
import type { Finding } from '../../src/check/finding.ts';
import type { SourceFile } from '../../src/sot/entry.ts';
import type { Player } from './player.ts';

/** What no tool can know, however often it is asked. */
export const questions = [
  'template-leftover',
  'reference-undefined',
  'stage-owner-single',
  'scoring-model',
  'segment-routing',
];

/** Where a value goes that the advice names by its field, and what must stand around it. */
export const instructions: readonly (readonly [
  RegExp,
  (files: readonly SourceFile[], finding: Finding, words: string) => readonly SourceFile[] | null,
])[] = [
  [/^(?:Write one role, for example|Name one role, for example|Write) "(Owner: [^"…]+)"/, line],
  [/^Write "(Type: [^"…]+)"/, line],
  [/and write "(Verified: [^"…]+)"/, line],
  [/^Write "(Routing: Disqualified)"\.$/, line],
  [/^Write under "(Entry criteria)" the event that moves a lead in, for example "([^"…]+)"/, item],
  [
    /^Write under "(Exit criteria \(disqualification\))" (?:a line such as|how a customer leaves, for example) "([^"…]+)"/,
    item,
  ],
  [/^Write under "(Exit criteria \(progression\))" a line such as "(To [^"…]+)"/, item],
  [
    /^Write "SLA:" with "(Response time after entering this stage: [^"…]+)"(?: and "(Escalation: [^"…]+)")?/,
    limit,
  ],
  [/^Write below "Rejection rule:".*"(Routing: [^"…]+)"(?: and "(Re-engagement: [^"…]+)")?\.$/, rejection],
  [/^(?:Name|Write) the event [^"]*, for example "([^"…]+)"\.$/, trigger],
  [/^Write "([^"…]+)" or "[^"]+", whichever is meant/, inPlace],
  [/^Keep one of them in both places: "[^"]+" or "([^"…]+)"\.$/, inPlace],
  [/^Write the event behind the stage, for example "([^"…]+)"\.$/, inPlace],
  [/^Add what must have changed, for example "([^"…]+)"\.$/, behind],
  [/^Add "Re-engagement:" with a time and what must have changed, for example "([^"…]+)"\.$/, back],
];

function edited(
  files: readonly SourceFile[],
  path: string,
  change: (text: string) => string | null,
): readonly SourceFile[] | null {
  const file = files.find((each) => each.path === path);
  const text = file === undefined ? null : change(file.text);
  if (file === undefined || text === null || text === file.text) return null;
  return files.map((each) => (each === file ? { ...each, text } : each));
}

/** From the entry's own head to the next: where its lines stand. */
function ofEntry(text: string, id: string | null, change: (entry: string) => string | null): string | null {
  const heads = [...text.matchAll(/^#{1,6} .*$|^(?:BR|GTM)-MOPS-\d{3}:.*$/gm)].map(({ index }) => index);
  const from = heads.find((at) =>
    text
      .slice(at, at + 120)
      .split('\n')[0]
      ?.includes(id ?? ''),
  );
  if (from === undefined) return null;
  const to = heads.find((at) => at > from) ?? text.length;
  const entry = change(text.slice(from, to));
  return entry === null ? null : text.slice(0, from) + entry + text.slice(to);
}

/** `Owner: AE` in place of the line of that label, else behind the head. */
export function line(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  const label = words.slice(0, words.indexOf(':'));
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const pointed = text.split('\n')[span.line - 1] ?? '';
      if (pointed.trimStart().startsWith(`${label}:`))
        return own.replace(pointed, () => `${pointed.slice(0, pointed.indexOf(label))}${words}`);
      const there = new RegExp(`^([ \\t]*(?:[-*] )?(?:\\*\\*)?)${label}((?:\\*\\*)?:(?:\\*\\*)?).*$`, 'm');
      const value = words.slice(label.length + 1);
      if (there.test(own))
        return own.replace(there, (_, before, colon) => `${before}${label}${colon}${value}`);
      return own.replace(/\n\n/, `\n\n${words}\n`);
    }),
  );
}

/** A line in the list of a field, which is written where there is none. */
function item(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  const [label = '', value = ''] = words.split('\u0000');
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const there = new RegExp(`^(${label.replace(/[()]/g, '\\$&')}:).*(?:\\n {2}- .*)*`, 'm');
      if (there.test(own)) return own.replace(there, (_, head) => `${head}\n  - ${value}`);
      return own.replace(/^Owner:/m, `${label}:\n  - ${value}\n\nOwner:`);
    }),
  );
}

/** Below the rule's label, which is written where there is none. */
function rejection(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  const lines = written(words);
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const rule = own.replace(/^ *Routing:.*\n/m, '');
      return /^Rejection rule:.*$/m.test(rule)
        ? rule.replace(/^Rejection rule:.*$/m, (label) => `${label}\n${lines}`)
        : rule.replace(/^SLA:/m, `Rejection rule:\n${lines}\nSLA:`);
    }),
  );
}

/** Lines of a block. */
function written(words: string): string {
  return words
    .split('\u0000')
    .map((line) => `  ${line}`)
    .join('\n');
}

function limit(files: readonly SourceFile[], { span, entry }: Finding, all: string) {
  const words = written(all).trimStart();
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) => {
      const there = /^SLA:(?:.*\n(?: +Response time[^\n]*\n)?)/m;
      return there.test(own)
        ? own.replace(there, `SLA:\n  ${words}\n`)
        : own.replace(/^Linked IDs:/m, `SLA:\n  ${words}\n\nLinked IDs:`);
    }),
  );
}

function trigger(files: readonly SourceFile[], finding: Finding, words: string) {
  return finding.rule === 'handoff-trigger' ? line(files, finding, `Trigger: ${words}`) : null;
}

function inPlace(files: readonly SourceFile[], { span }: Finding, words: string) {
  return edited(files, span.file, (text) => text.slice(0, span.start) + words + text.slice(span.end));
}

function behind(files: readonly SourceFile[], { span }: Finding, words: string) {
  return edited(files, span.file, (text) => `${text.slice(0, span.end)} ${words}${text.slice(span.end)}`);
}

function back(files: readonly SourceFile[], { span, entry }: Finding, words: string) {
  return edited(files, span.file, (text) =>
    ofEntry(text, entry, (own) =>
      own
        .replace(/^ *Re-engagement:.*\n/m, '')
        .replace(/^( *)Routing:.*$/m, (routing, indent) => `${routing}\n${indent}Re-engagement: ${words}`),
    ),
  );
}

/** The files after the advice was followed; null where it is no complete instruction, or a person has to choose. */
export function followed(files: readonly SourceFile[], finding: Finding): readonly SourceFile[] | null {
  for (const [pattern, apply] of instructions) {
    const match = pattern.exec(finding.fix ?? '');
    if (match !== null) return apply(files, finding, match.slice(1).filter(Boolean).join('\u0000'));
  }
  return null;
}

/** Edits and drafts, then each fix text that is a whole instruction; what it asks next is the next round's. */
export function round(player: Player): void {
  player.round();
  for (const finding of player.report.findings) {
    const now = player.report.findings.find(({ fingerprint }) => fingerprint === finding.fingerprint);
    const files = now === undefined ? null : followed(player.files, now);
    if (files !== null) player.files = files;
  }
}
