import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { readConfig } from '../../src/config/read.ts';
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { dialects, looseDialects } from './dialects.ts';

const reading = readConfig(null, 'mops.config.yml', []);
if (!('config' in reading)) throw new Error('The default config must read.');
const { config } = reading;

/** What a lifecycle says and what is wrong with it, places apart. */
function meaning(text: string) {
  const model = buildModel(readRepository([{ path: 'SoT/SoT.BUSINESS_RULES.md', text }]), config);
  const placeless = JSON.stringify(exportLifecycle(model), (key, value) =>
    key === 'file' || key === 'line' ? undefined : value,
  );
  const findings = check(model).findings.map(({ rule, entry, field, message }) =>
    [rule, entry, field, message].join(' · '),
  );
  return { lifecycle: JSON.parse(placeless), findings: findings.sort() };
}

const first = meaning(dialects[0]?.text ?? '');

describe('one lifecycle', () => {
  it('says what was written', () => {
    expect(first.lifecycle.stages).toMatchObject([
      { id: 'BR-MOPS-002', name: 'MQL', owner: 'BDR', sla: { raw: '1 business hour' } },
    ]);
    expect(first.lifecycle.handoffs).toMatchObject([
      { id: 'GTM-MOPS-002', from: 'MQL', to: 'SQL', payload: { source: 'GTM-002 (Product Hunt)' } },
    ]);
  });

  it.each([...dialects.slice(1), ...looseDialects])('means the same in the dialect "$name"', ({ text }) => {
    expect(meaning(text)).toEqual(first);
  });
});
