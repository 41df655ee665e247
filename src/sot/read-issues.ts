import type { EntryBlock } from './cut/block.ts';
import type { ReadIssue } from './entry.ts';
import type { Lines } from './lines.ts';

/** Lines of entries read of one file: far more than any team writes, few enough for the memory of a small machine. */
export const mostLines = 1_000_000;

/** A NUL character: the file may be no text at all. */
export function nulIssue(lines: Lines, at: number): ReadIssue {
  return {
    code: 'file-unreadable',
    message: 'The file holds a NUL character, so it may not be plain text.',
    expected: null,
    span: lines.span(at, at + 1),
    fix: 'Save the file again as plain UTF-8 text.',
  };
}

/** The entry at which reading stops. */
export function tooLongIssue(lines: Lines, block: EntryBlock): ReadIssue {
  return {
    code: 'file-unreadable',
    message: `The file holds more than ${mostLines.toLocaleString('en-US')} lines of entries; from ${block.head.token} on it is not read.`,
    expected: null,
    span: lines.spanOn(block.idLine, block.head.idStart, block.idLine, block.head.idEnd),
    fix: 'Split the file.',
  };
}

/** An ID that is none; what was meant where it can be told. */
export function idIssue(lines: Lines, block: EntryBlock): ReadIssue {
  const { judged, token } = block.head;
  const expected = judged.kind === 'malformed' ? (judged.expected?.id ?? null) : null;
  return {
    code: 'id-format',
    message:
      judged.kind === 'named'
        ? `"${token}" has no number, so it is not a valid ID and the entry is not read.`
        : `"${token}" is not a valid ID.`,
    expected,
    span: lines.spanOn(block.idLine, block.head.idStart, block.idLine, block.head.idEnd),
    fix:
      expected === null
        ? 'Write the prefix in capitals and a number of three digits, such as BR-MOPS-001.'
        : `Write ${expected}: capitals, hyphens and three digits.`,
  };
}
