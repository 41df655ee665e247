import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { lifecycleSchema } from '../../src/export/schema.ts';
import { csvCell } from '../../src/untrusted/csv.ts';
import { example, mops } from './mops.ts';

const examples = ['b2b-saas', 'before-v09', 'broken', 'deep', 'hybrid', 'quick', 'self-serve'];

describe('mops export', () => {
  test.each(examples)('json of %s keeps to the published schema', (name) => {
    const { code, out } = mops(['export', 'json', example(name)]);
    expect(code).toBe(0);
    const data = JSON.parse(out);
    expect(lifecycleSchema.parse(data)).toEqual(data);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/lifecycle.json'), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  });

  test('json has the fields of the specification, filled from the entries', () => {
    const data = JSON.parse(mops(['export', 'json', example('b2b-saas')]).out);
    const mql = data.stages.find((stage: { name: string }) => stage.name === 'MQL');
    expect(mql).toMatchObject({
      status: 'Active',
      entry: expect.arrayContaining([expect.any(String)]),
      progression: [{ to: 'SQL', criterion: expect.any(String) }],
      ownerRole: expect.any(String),
      sla: { ok: true, kind: expect.any(String) },
      file: 'SoT/SoT.BUSINESS_RULES.md',
    });
    expect(data.handoffs.length).toBeGreaterThan(0);
    for (const handoff of data.handoffs)
      for (const text of Object.values(handoff.payload)) expect(text).toEqual(expect.any(String));
  });

  test('csv has a row for each stage and handoff', () => {
    const { out } = mops(['export', 'csv', example('quick')]);
    const data = JSON.parse(mops(['export', 'json', example('quick')]).out);
    expect(out.split('\r\n')[0]).toBe(
      'kind,id,name,order,status,from,to,owner,sla,escalation,entry,progression,disqualification,trigger,rejection,links,file,line,acceptance,maximum,cadence',
    );
    expect(out.match(/^(?:stage|handoff),/gm)).toHaveLength(data.stages.length + data.handoffs.length);
  });

  test('a cell never becomes a formula, and quotes are doubled', () => {
    expect(csvCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"');
    for (const sign of ['+1', '-1', '@x']) expect(csvCell(sign)).toMatch(/^"?'/);
    expect(csvCell(-50)).toBe('-50');
    // A spreadsheet set to German, French or Dutch cuts at semicolons.
    expect(csvCell('bounced;=cmd()')).toBe("bounced;'=cmd()");
    expect(csvCell('bounced; @sum(A1)')).toBe("bounced; '@sum(A1)");
    expect(csvCell(' =1')).toBe(" '=1");
    expect(csvCell('＝1')).toBe("'＝1");
    expect(csvCell('Size - small; region = EMEA')).toBe('Size - small; region = EMEA');
    expect(csvCell('a, b\nc\u001b')).toBe('"a, b c\\u{1b}"');
  });

  test('mermaid is a diagram', () => {
    expect(mops(['export', 'mermaid', example('b2b-saas')]).out).toMatch(/^flowchart /m);
  });
});
