import { describe, expect, test } from 'vitest';
import { caseConfig, reportOf } from './bench.ts';
import { type Base, baseFiles, bases } from './case-file.ts';

/** The ways people write the same entry (SPEC §2). */
const ways: Readonly<Record<string, (text: string) => string>> = {
  'in a fence, as the template prints it': (text) =>
    `\`\`\`\n${text.replace(/^## /, '').trimEnd()}\n\`\`\`\n`,
  'bare, at the margin': (text) => text.replace(/^## /, ''),
  'under a first-level heading with the ID in brackets': (text) =>
    text.replace(/^## ([A-Z]+(?:-[A-Z]+)?-\d+): /, '# [$1] '),
  'with bold field names': (text) => text.replace(/^([A-Z][^:\n]*):/gm, '**$1**:'),
  'with the colon inside the bold': (text) => text.replace(/^([A-Z][^:\n]*):/gm, '**$1:**'),
  'as a list of fields': (text) =>
    text.replace(/^([A-Z][^:\n]*):/gm, '- **$1:**').replace(/^ {2}(?=[A-Z-])/gm, '    '),
  'with sub-headings for fields': (text) =>
    text.replace(/^((?:Entry|Exit) criteria[^:\n]*|Payload[^:\n]*|Rejection rule):$/gm, '### $1\n'),
  'with asterisks as bullets': (text) => text.replace(/^( *)- /gm, '$1* '),
  'with a byte order mark and Windows line ends': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'with two blanks at the end of every line': (text) => text.replace(/(\S)$/gm, '$1  '),
};

describe.each(Object.keys(ways))('%s', (way) => {
  test.each(bases)('the %s lifecycle has nothing to report', (base: Base) => {
    const files = baseFiles(base).map(({ path, text }) => ({ path, text: ways[way]?.(text) ?? text }));
    const report = reportOf(files, caseConfig({ base }));
    expect(report.model.stages.length).toBeGreaterThan(2);
    expect(
      report.findings.map(({ rule, span, message }) => `${rule} ${span.file}:${span.line} ${message}`),
    ).toEqual([]);
  });
});
