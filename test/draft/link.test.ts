/** What `mops draft --write` changes beside the new entries: the Linked IDs of those that should cite them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { written } from '../../src/draft/write.ts';
import { modelOf, reportOf, type TextFile, today } from './lifecycle.ts';

const head = '## BR-MOPS-002: Lifecycle Stage — MQL\n\n';
const fields =
  'Type: Lifecycle-Stage\nOrder: 2\nStatus: Active\nStage: MQL\nOwner: BDR\nSLA: 1 business hour\n';
const rows = (text: string) => text.replace(/^([^:\n]+): (.*)$/gm, '| **$1** | $2 |');

/** The stage's text after a monitor for it was drafted. */
function linked(stage: string): { readonly text: string; readonly byHand: readonly string[] } {
  const model = modelOf([{ path: 'SoT/rules.md', text: stage }]);
  const done = written(model, 'mon-drift', draftMissing(model, 'mon-drift', today).drafts);
  const after = done?.files.find(({ path }) => path === 'SoT/rules.md')?.after ?? stage;
  return { text: after, byHand: [...(done?.byHand.keys() ?? [])] };
}

describe('a stage cites its new monitor, in its own form', () => {
  test.each([
    ['a line', `${head}${fields}Linked IDs: PER-001 (fit)\n`, 'Linked IDs: PER-001 (fit), MON-DRIFT-001\n'],
    [
      'Windows line ends',
      `${head}${fields}Linked IDs: PER-001\n`.replaceAll('\n', '\r\n'),
      'Linked IDs: PER-001, MON-DRIFT-001\r\n',
    ],
    ['a line without an end', `${head}${fields}Linked IDs: PER-001`, 'Linked IDs: PER-001, MON-DRIFT-001'],
    ['nothing yet, said in a word', `${head}${fields}Linked IDs: none\n`, 'Linked IDs: MON-DRIFT-001\n'],
    [
      'a bullet',
      `${head}${fields.replace(/^/gm, '- ').replace(/- $/, '')}- **Linked IDs:** PER-001\n`,
      '- **Linked IDs:** PER-001, MON-DRIFT-001\n',
    ],
    ['a list', `${head}${fields}Linked IDs:\n  - PER-001\n  - KPI-101\n`, '  - KPI-101\n  - MON-DRIFT-001\n'],
    [
      'a list at the margin',
      `${head}${fields}\nLinked IDs:\n\n* PER-001 (fit)\n`,
      '* PER-001 (fit)\n* MON-DRIFT-001\n',
    ],
    [
      'a table row',
      `${head}| Field | Value |\n|---|---|\n${rows(fields)}| **Linked IDs** | PER-001 |\n`,
      '| **Linked IDs** | PER-001, MON-DRIFT-001 |\n',
    ],
    [
      'a quotation',
      `${head}${fields.replace(/^(?=.)/gm, '> ')}> Linked IDs: PER-001\n`,
      '> Linked IDs: PER-001, MON-DRIFT-001\n',
    ],
    ['no such field: lines', `${head}${fields}`, 'Owner: BDR\nLinked IDs: MON-DRIFT-001\nSLA:'],
    [
      'no such field: marks',
      `${head}${fields.replace(/^([^:\n]+):/gm, '**$1**:')}`,
      '**Owner**: BDR\n**Linked IDs**: MON-DRIFT-001\n',
    ],
    [
      'no such field: bullets',
      `${head}${fields.replace(/^(?=.)/gm, '- ')}`,
      '- Owner: BDR\n- Linked IDs: MON-DRIFT-001\n',
    ],
    [
      'no such field: a table',
      `${head}| Field | Value |\n|---|---|\n${rows(fields)}`,
      '| **Owner** | BDR |\n| **Linked IDs** | MON-DRIFT-001 |\n',
    ],
    [
      'in a fence',
      `\`\`\`\n${head.slice(3)}${fields}Linked IDs: PER-001\n\`\`\`\n`,
      'Linked IDs: PER-001, MON-DRIFT-001\n```\n',
    ],
    [
      'a section of its own',
      `${head}${fields}\n### Linked IDs\n\nPER-001\n`,
      '### Linked IDs\n\nPER-001, MON-DRIFT-001\n',
    ],
  ])('%s', (_form, stage, expected) => {
    const { text, byHand } = linked(stage);
    expect({ byHand, has: text.includes(expected), text }).toEqual({ byHand: [], has: true, text });
    // One place takes what is inserted; every byte around it stays.
    const same = [...stage].findIndex((sign, at) => sign !== text[at]);
    const kept = same < 0 ? stage.length : same;
    if (!stage.includes('none')) expect(text.endsWith(stage.slice(kept))).toBe(true);
  });

  test('a form that leaves no safe place is named for a person, and left as it is', () => {
    const stage = `${head}${fields}Linked IDs: **[PER-001](x.md)**\n`;
    expect(linked(stage)).toEqual({ text: stage, byHand: ['BR-MOPS-002'] });
  });
});

const root = join(import.meta.dirname, '../..');

function filesIn(folder: string): readonly TextFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && statSync(join(root, folder, path)).isFile())
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));
}

const lifecycles = [
  'examples/b2b-saas',
  'examples/hybrid',
  'examples/before-v09',
  'examples/broken',
  'test/cases/base/standard',
];

/** The entries of a kind taken away, and every citation of them. */
function without(files: readonly TextFile[], family: string): readonly TextFile[] {
  const entry = new RegExp(`^(#+) ${family}-\\d{3}:.*\\n(?:(?!#)[^\\n]*\\n)*`, 'gm');
  return files.map(({ path, text }) => ({
    path,
    text: text.replace(entry, '').replace(new RegExp(`, ${family}-\\d{3}(?: \\([^)]*\\))?`, 'g'), ''),
  }));
}

describe.each(lifecycles)('drafts for %s', (folder) => {
  test.each(draftKinds.filter((kind) => kind !== 'stage'))(
    '%s: no finding but the blanks, and a second time nothing changes',
    (kind) => {
      const family = {
        kpi: 'KPI',
        cfd: 'CFD',
        'mon-drift': 'MON-DRIFT',
        handoff: 'GTM-MOPS',
        'channel-map': 'GTM-900',
      }[kind];
      const before = without(filesIn(folder), family);
      const model = modelOf(before);
      const { drafts } = draftMissing(model, kind, today);
      if (drafts.length === 0) return;
      const done = written(model, kind, drafts);
      expect(done?.byHand.size).toBe(0);
      const changed = new Map(done?.files.map(({ path, after }) => [path, after]));
      const after = [
        ...before.map(({ path, text }) => ({ path, text: changed.get(path) ?? text })),
        ...[...changed].flatMap(([path, text]) =>
          before.some((one) => one.path === path) ? [] : [{ path, text }],
        ),
      ];
      const counts = (files: readonly TextFile[]) => {
        const byRule = new Map<string, number>();
        for (const { rule } of reportOf(files).findings) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
        return byRule;
      };
      const had = counts(before);
      const more = [...counts(after)].filter(
        ([rule, count]) => rule !== 'template-leftover' && count > (had.get(rule) ?? 0),
      );
      expect(more).toEqual([]);
      expect(draftMissing(modelOf(after), kind, today).drafts).toEqual([]);
    },
  );
});
