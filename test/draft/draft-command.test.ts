import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DraftKind } from '../../src/draft/missing/index.ts';
import { type DraftFlags, draftCommand } from '../../src/shell/commands/draft.ts';
import { folder, init, recorder } from './folder.ts';

async function draft(kind: DraftKind, root: string, flags: Partial<DraftFlags> = {}) {
  const { said, terminal } = recorder();
  const code = await draftCommand(kind, root, { format: 'text', ...flags }, terminal);
  return { code, ...said };
}

describe('mops draft', () => {
  async function started(): Promise<string> {
    const root = folder();
    await init(root, { motion: 'sales-assisted' });
    const path = join(root, 'SoT/SoT.DEPLOYMENT.md');
    writeFileSync(path, '# Operations\r\n');
    return root;
  }

  test('prints the entries alone on the standard output, and what to do on the other', async () => {
    const root = await started();
    const { code, out, err } = await draft('mon-drift', root);
    expect(code).toBe(0);
    expect(out).toMatch(/^## MON-DRIFT-001: Baseline — MQL response time\n/);
    expect(out).not.toContain('--write');
    expect(err).toContain('MON-DRIFT-001: the SLA of MQL (BR-MOPS-002)\n');
    expect(err).toContain(
      'These belong in SoT/SoT.DEPLOYMENT.md. mops draft mon-drift --write puts them there and links them.\n',
    );
    expect(readFileSync(join(root, 'SoT/SoT.DEPLOYMENT.md'), 'utf8')).toBe('# Operations\r\n');
  });

  test('--write appends them, with the line ends of the file, and a second time does nothing', async () => {
    const root = await started();
    const { out, err } = await draft('mon-drift', root, { write: true });
    const text = readFileSync(join(root, 'SoT/SoT.DEPLOYMENT.md'), 'utf8');
    expect(text.startsWith('# Operations\r\n\r\n## MON-DRIFT-001: ')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect({ err, out }).toEqual({
      err: '',
      out: expect.stringContaining('Written to SoT/SoT.DEPLOYMENT.md.'),
    });
    expect((await draft('mon-drift', root, { write: true })).out).toBe(
      'Nothing is missing: every SLA that a person keeps has its drift monitor.\n',
    );
    expect(readFileSync(join(root, 'SoT/SoT.DEPLOYMENT.md'), 'utf8')).toBe(text);
  });

  test('--write makes the file where there is none', async () => {
    const root = await started();
    rmSync(join(root, 'SoT/SoT.DEPLOYMENT.md'));
    await draft('mon-drift', root, { write: true });
    expect(readFileSync(join(root, 'SoT/SoT.DEPLOYMENT.md'), 'utf8')).toMatch(
      /^# Deployment and operations\n\n## MON-DRIFT-001: /,
    );
  });

  test('--format json gives the entries to programs', async () => {
    const root = await started();
    const rules = join(root, 'SoT/SoT.BUSINESS_RULES.md');
    const cites = readFileSync(rules, 'utf8');
    writeFileSync(rules, cites.replace(', MON-DRIFT-001', ''));
    const { out, err } = await draft('mon-drift', root, { format: 'json' });
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      kind: 'mon-drift',
      file: 'SoT/SoT.DEPLOYMENT.md',
      written: false,
      drafts: [{ id: 'MON-DRIFT-001', linkIn: ['BR-MOPS-002'] }, { id: 'MON-DRIFT-002', linkIn: [] }, {}, {}],
    });
  });

  test('a file outside the globs of the config is not written', async () => {
    const root = await started();
    writeFileSync(join(root, 'mops.config.yml'), 'sot: [SoT/SoT.BUSINESS_RULES.md]\n');
    await expect(draft('handoff', root, { write: true })).rejects.toThrow(
      'PRD.md is not among the files of sot in mops.config.yml, so nothing was written.',
    );
  });

  test('says so when nothing is missing', async () => {
    const root = folder();
    await init(root, { motion: 'sales-assisted' });
    expect(await draft('handoff', root)).toEqual({
      code: 0,
      out: 'Nothing is missing: every transition that needs a handoff has one.\n',
      err: '',
    });
  });
});
