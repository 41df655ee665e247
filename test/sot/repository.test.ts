import { describe, expect, it } from 'vitest';
import { kindOf, parseId, readRepository, repositoryOf, unreadableFile } from '../../src/sot/index.ts';

const rows = '| ID | KPI |\n|---|---|\n| KPI-101 | MQL to SQL |\n| KPI-102 | SQL to Opportunity |\n';

describe('a repository', () => {
  it('sorts files by path, whatever the order they come in', () => {
    const files = [
      { path: 'SoT/b.md', text: '## BR-MOPS-002: B\n' },
      { path: 'README.md', text: '' },
      { path: 'SoT/a.md', text: '## BR-MOPS-001: A\n' },
    ];
    const repository = readRepository(files);
    expect(repository.files.map((file) => file.path)).toEqual(['README.md', 'SoT/a.md', 'SoT/b.md']);
    expect(readRepository([...files].reverse())).toEqual(repository);
  });

  it('keeps both of two entries with one ID', () => {
    const { byId } = readRepository([
      { path: 'a.md', text: '## BR-MOPS-001: A\n' },
      { path: 'b.md', text: '```\nBR-MOPS-001: B\nType: Lifecycle-Stage\n```\n' },
    ]);
    expect(byId.get('BR-MOPS-001')?.map((entry) => entry.span.file)).toEqual(['a.md', 'b.md']);
  });

  it('lets an entry that is written out stand for its row in a table', () => {
    const { byId, files } = readRepository([
      { path: 'README.md', text: rows },
      { path: 'PRD.md', text: '## KPI-101: MQL to SQL rate\n\nTier: 2\n' },
    ]);
    expect(byId.get('KPI-101')?.map((entry) => entry.form)).toEqual(['heading']);
    expect(files.map((file) => file.entries.map((entry) => entry.id))).toEqual([['KPI-101'], ['KPI-102']]);
  });

  it('lets the first of several rows stand for an entry', () => {
    const { byId } = readRepository([
      { path: 'a.md', text: rows },
      { path: 'b.md', text: `CFD-001 — One\n\n${rows}` },
    ]);
    expect(byId.get('KPI-101')?.map((entry) => entry.span.file)).toEqual(['a.md']);
    expect([...byId.keys()]).toEqual(['KPI-101', 'KPI-102', 'CFD-001']);
  });

  it('reads a malformed ID as the one that was meant unless another file has that', () => {
    const wrong = { path: 'a.md', text: '## BR-MOPS-2: A\nOwner: BDR\n' };
    const right = { path: 'b.md', text: '## BR-MOPS-002: B\nOwner: AE\n' };
    expect(readRepository([wrong]).byId.get('BR-MOPS-002')).toMatchObject([{ writtenAs: 'BR-MOPS-2' }]);
    const both = readRepository([wrong, right]);
    expect(both.byId.get('BR-MOPS-002')).toMatchObject([{ writtenAs: null }]);
    expect(both.files[0]?.issues).toMatchObject([{ code: 'id-format' }]);
  });

  it('carries a file that could not be handed over as text', () => {
    const file = unreadableFile('SoT/x.md', 'The file is larger than 16 MB.', 'Split it.');
    expect(repositoryOf([file]).files[0]?.issues).toMatchObject([
      {
        code: 'file-unreadable',
        message: 'The file is larger than 16 MB.',
        fix: 'Split it.',
        span: { file: 'SoT/x.md', line: 1, column: 1 },
      },
    ]);
  });
});

describe('IDs', () => {
  it.each([
    ['BR-001', 'other'],
    ['BR-FEA-001', 'other'],
    ['BR-MOPS-001', 'BR-MOPS'],
    ['GTM-MOPS-001', 'GTM-MOPS'],
    ['GTM-002', 'GTM'],
    ['GTM-OUT-001', 'GTM'],
    ['BR-PRICING-001', 'PRICING'],
    ['BR-PRC-001', 'PRICING'],
    ['BR-PKG-001', 'PRICING'],
    ['BR-CMP-001', 'PRICING'],
    ['PER-001', 'PER'],
    ['KPI-101', 'KPI'],
    ['CFD-001', 'CFD'],
    ['MON-DRIFT-001', 'MON-DRIFT'],
    ['MON-001', 'MON'],
    ['MON-CHG-001', 'MON'],
    ['RUN-001', 'RUN'],
    ['EPIC-01', 'other'],
    ['ADO-STAGE-001', 'other'],
  ])('knows %s as %s', (id, kind) => {
    const parsed = parseId(id);
    expect(parsed && kindOf(parsed)).toBe(kind);
  });

  it.each([
    'BR-01',
    'ADO-STAGE-01',
    'ADO-STAGE-EXTRA-001',
    'API-EPIC-01',
    'EPIC-SUB-001',
    'xBR-001',
    'BR-001st',
    'BR-001-extra',
    'br-001',
    'BR-0001',
    'ISO-270',
    'BR-MOPS',
    '',
  ])('takes %j for no ID', (text) => expect(parseId(text)).toBeNull());
});
