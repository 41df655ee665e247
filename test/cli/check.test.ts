import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { gateTitles } from '../../src/rules/gates.ts';
import { bundle, example, mops, repository } from './mops.ts';

const broken = repository({
  'SoT/SoT.BUSINESS_RULES.md': [
    'BR-MOPS-001: Lifecycle Stage — MQL',
    'Type: Lifecycle-Stage',
    'Order: 1',
    'Status: Active',
    '',
    'Stage: MQL',
    '',
    'Owner: TBD',
    '',
  ].join('\n'),
});
const misconfigured = repository({
  'mops.config.yml': 'mode: quick\nmotoin: hybrid\nrules: {stage-slaa: off}\n',
});
const nested = repository({ 'gtm/mops.config.yml': 'mode: fast\n' });
const empty = repository({});

afterAll(() => {
  for (const { remove } of [broken, misconfigured, nested, empty]) remove();
});

describe('mops check', () => {
  test('an example that holds passes: exit 0', () => {
    expect(mops(['check', example('b2b-saas')])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^PASS {2}/m),
      err: '',
    });
  });

  test('a lifecycle with errors fails: exit 1, findings at their place, gates and verdict at the end', () => {
    const { code, out, err } = mops(['check'], { cwd: broken.path });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('SoT/SoT.BUSINESS_RULES.md:8:8  stage-owner, gate 3, anti-pattern 5');
    expect(out).toMatch(/Why: .+\n\s+Fix: /);
    expect(out).toMatch(new RegExp(`G3 {2}${gateTitles[3]} +FAIL`));
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^FAIL {2}\d+ errors/);
  });

  test('places start from where the command runs', () => {
    const above = join(broken.path, '..');
    const name = broken.path.slice(above.length + 1);
    expect(mops(['check', name], { cwd: above }).out).toContain(`${name}/SoT/SoT.BUSINESS_RULES.md:8:8`);
  });

  test('--fail-on moves the bar and never is always a pass', () => {
    expect(mops(['check', '--fail-on', 'never'], { cwd: broken.path })).toMatchObject({ code: 0 });
    expect(
      JSON.parse(mops(['check', '--fail-on', 'never', '--format', 'json'], { cwd: broken.path }).out).verdict,
    ).toBe('pass');
  });

  test('--quiet says nothing on a pass', () => {
    expect(mops(['check', '--quiet', example('b2b-saas')])).toEqual({ code: 0, out: '', err: '' });
    expect(mops(['check', '--quiet'], { cwd: broken.path }).out).toMatch(/^FAIL/m);
  });

  test('--mode and --motion go over the config', () => {
    const { out } = mops(['check', '--mode', 'quick', '--motion', 'hybrid', '--format', 'json'], {
      cwd: broken.path,
    });
    expect(JSON.parse(out)).toMatchObject({ mode: 'quick', motion: { value: 'hybrid', source: 'option' } });
  });

  test('a wrong config: exit 2, every mistake at its place, nothing on standard output', () => {
    const { code, out, err } = mops(['check'], { cwd: misconfigured.path });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('mops: mops.config.yml:2:1: Unknown key "motoin". Did you mean "motion"?');
    expect(mops(['check', 'gtm'], { cwd: nested.path }).err).toContain(
      'mops: gtm/mops.config.yml:1:7: mode is "fast"',
    );
  });

  test('an empty folder passes no judgement it cannot make, and says how to start', () => {
    expect(mops(['check'], { cwd: empty.path }).out).toContain(
      'Nothing to check: no lifecycle stage (BR-MOPS entry) was read',
    );
  });

  test.each(['json', 'sarif'])('--format %s is JSON, the same bytes each time', (format) => {
    const first = mops(['check', '--format', format], { cwd: broken.path });
    expect(() => JSON.parse(first.out)).not.toThrow();
    expect(mops(['check', '--format', format], { cwd: broken.path }).out).toBe(first.out);
    expect(first.code).toBe(1);
  });

  test('--format markdown carries the diagram, --format github the annotations', () => {
    expect(mops(['check', '--format', 'markdown'], { cwd: broken.path }).out).toContain('```mermaid');
    expect(mops(['check', '--format', 'github'], { cwd: broken.path }).out).toMatch(
      /^::error file=SoT\/SoT\.BUSINESS_RULES\.md,line=8,/m,
    );
  });

  test('colours only where asked for', () => {
    const args = ['check', example('b2b-saas')];
    expect(mops(args).out).not.toContain('\u001b');
    expect(mops(args, { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[');
    expect(mops(args, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain('\u001b');
    expect(mops([...args, '--format', 'json'], { env: { FORCE_COLOR: '1' } }).out).not.toContain('\u001b');
  });

  test('a reader that stops early ends it quietly, and the verdict stands', () => {
    const stage = (number: number): string => `## BR-MOPS-${number}: Lifecycle Stage — S${number}\n`;
    const large = repository({
      'SoT/a.md': Array.from({ length: 300 }, (_, index) => stage(index + 100)).join(''),
    });
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        'set -o pipefail; "$0" "$1" check --format json "$2" | head -c 1 >/dev/null',
        process.execPath,
        bundle,
        large.path,
      ],
      { encoding: 'utf8' },
    );
    large.remove();
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  test('files that cannot be read are findings, and the rest is checked', () => {
    const odd = repository({ 'SoT/a.md': '## BR-MOPS-001: Lifecycle Stage — MQL\n', 'SoT/b.md': 'x' });
    writeFileSync(join(odd.path, 'SoT/b.md'), Uint8Array.of(0xe9, 0x0a));
    mkdirSync(join(odd.path, 'SoT/c.md'));
    const { code, out, err } = mops(['check'], { cwd: odd.path });
    odd.remove();
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('SoT/b.md is not valid UTF-8.');
    expect(out).toContain('SoT/c.md is a folder named like a file.');
    expect(out).toContain('BR-MOPS-001');
  });
});
