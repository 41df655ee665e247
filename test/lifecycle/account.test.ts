import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/schema.ts';
import { accountOf, lineKinds } from '../../src/lifecycle/account.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { LifecycleRecord } from '../../src/lifecycle/model.ts';
import { unreadHeads } from '../../src/lifecycle/unread.ts';
import type { SourceFile, Text } from '../../src/sot/entry.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf as exampleConfig, exampleFiles, exampleNames } from '../diagram/models.ts';
import { caseConfig, configOf, modelOf } from '../rules/bench.ts';
import { allCases, caseFiles } from '../rules/case-file.ts';

const head = /^[\s>#*_-]*\[?(?:BR|GTM)-MOPS-[0-9]{3}(?=[\s:|\])]|$)/;

/** Holds for every text: the lines are counted once each, values stand on value lines, no ID is passed over. */
function holds(files: readonly SourceFile[], config = configOf({})): void {
  expect(brokenBy(files, config)).toEqual([]);
}

/** Where it does not hold, in words: most lines hold, and an assertion for each would take longer than the reading. */
function brokenBy(files: readonly SourceFile[], config: Config): string[] {
  const broken: string[] = [];
  const model = modelOf(files, config);
  const unread = new Set(unreadHeads(model).map(({ head: one }) => `${one.span.file}:${one.span.line}`));
  const values = Map.groupBy(
    [...model.records.values()].flat().filter(({ entry }) => entry.form !== 'row' && entry.kind !== 'other'),
    ({ entry }) => entry.span.file,
  );
  for (const { file, lines } of accountOf(model)) {
    const text = files.find(({ path }) => path === file)?.text ?? '';
    const texts = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
    const claims = (holding: boolean, line: number, what: string) => {
      if (!holding) broken.push(`${file}:${line} ${what}: ${texts[line - 1]}`);
    };
    lines.forEach(({ line }, at) => {
      claims(line === at + 1, at + 1, `is counted as line ${line}`);
    });
    claims([texts.length, texts.length - 1, 1].includes(lines.length), 1, `has ${lines.length} lines`);
    for (const { as, line } of lines) {
      claims(lineKinds.includes(as), line, `is of no kind: ${as}`);
      if (as === 'outside' && head.test(texts[line - 1] ?? ''))
        claims(unread.has(`${file}:${line}`), line, 'is a head that nobody tells');
    }
    for (const record of values.get(file) ?? [])
      for (const { span } of valuesOf(record)) {
        const as = lines[span.line - 1]?.as ?? '';
        claims(['value', 'head', 'label'].includes(as), span.line, `holds a value and counts as ${as}`);
      }
  }
  return broken;
}

/** Every text of a record that the rules and the export hold for a value. */
function valuesOf({ fields }: LifecycleRecord): readonly Text[] {
  return [...fields.values()].flatMap(({ value, items }) =>
    items.length > 0 ? items : value === null ? [] : [value],
  );
}

describe('every line is accounted for', () => {
  test('in every case', () => {
    for (const one of allCases()) holds(caseFiles(one), caseConfig(one));
  }, 300_000);

  test('in every example', () => {
    for (const name of exampleNames) {
      const { files, config } = exampleFiles(name);
      holds(files, exampleConfig(config));
    }
  });

  test('in any text', () => {
    const scrap = fc.constantFrom(
      ...[
        '\n',
        '\n\n',
        '## ',
        '- ',
        '> ',
        '| ',
        '---',
        '```',
        '<!--',
        '-->',
        '<details>',
        '</details>',
        '[',
        '](',
      ],
      ...[
        'BR-MOPS-002',
        'GTM-MOPS-001',
        ': Lifecycle Stage — MQL',
        '\nOwner: BDR\n',
        '\nSLA:\n',
        '1 hour',
        'word ',
      ],
      ...[
        '<<<<<<< a\n',
        '=======\n',
        '>>>>>>> b\n',
        '<table>',
        '</table>',
        '**',
        'Type: Lifecycle-Stage',
        'BR-MOPS-XXX',
      ],
      ...[
        '{% tab title="',
        '" %}\n',
        '{% endtab %}',
        '{expand:title=',
        '}\n',
        '{{< note >}}\n',
        'h2. ',
        '== ',
        ' ==\n',
        '!!! note "',
        '"\n    ',
        ':::info ',
        ':::\n',
        '<dl><dt>',
        '</dt><dd>',
      ],
      ...[
        '\n||ID||Stage||Owner||\n|',
        '\n| ID | Stage | Owner |\n|---|---|---|\n| ',
        ' | MQL | BDR |\n',
        '\n| Time | Action |\n|---|---|\n| 1 hour | notify Founder |\n',
        '```csv\nOwner,BDR\n```\n',
        '```yaml\nid: ',
        '~~',
        '%%',
        '- [ ] ',
        '1. ',
        '\t',
        ' → ',
        '\n## Owner\n\nBDR\n',
        '\n---\n\nOwner: BDR\n',
        '**Notes**\n\n- ',
      ],
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 50 }), (parts) =>
        holds([{ path: 'SoT/x.md', text: parts.join('') }]),
      ),
      { numRuns: 600 },
    );
  });

  test('a field names its value, a remark is a note, a link is left out with its reason', () => {
    const text =
      '# Rules\n\n[BR-MOPS-002](#x)\n\n## BR-MOPS-002: MQL\n\nStage: MQL\nOwner: BDR\n\nA remark.\n\n<!-- why -->\n';
    const model = buildModel(readRepository([{ path: 'SoT/x.md', text }]), configOf({}));
    expect(accountOf(model)[0]?.lines.filter(({ line }) => [3, 5, 8, 10, 12].includes(line))).toEqual([
      { line: 3, as: 'left-out', why: 'mentions BR-MOPS-002, which is no entry here' },
      { line: 5, as: 'head', entry: 'BR-MOPS-002' },
      { line: 8, as: 'value', entry: 'BR-MOPS-002', field: 'owner', value: 'BDR' },
      { line: 10, as: 'note', entry: 'BR-MOPS-002' },
      { line: 12, as: 'left-out', why: 'a comment' },
    ]);
  });
});
