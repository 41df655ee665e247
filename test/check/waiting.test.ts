/** What waits until something is read, and what is said of it. */
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { fix } from '../../src/check/fix.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

const modelOf = (...texts: string[]) =>
  buildModel(readRepository(texts.map((text, at) => ({ path: `SoT/${at}.md`, text }))), configOf({}));
const stage = (number: number, name: string, owner = 'BDR') =>
  `## BR-MOPS-00${number}: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\nOwner: ${owner}\n\n`;

describe('a file with a merge conflict', () => {
  const conflict = '<<<<<<< HEAD\nOwner: BDR\n=======\nOwner: SDR\n>>>>>>> other\n\n';
  const report = check(modelOf(`${stage(1, 'MQL', 'the team')}${conflict}`, stage(2, 'SQL', 'the team')));
  const rulesIn = (file: string) =>
    report.findings.filter(({ span }) => span.file === file).map(({ rule }) => rule);

  test('has the conflict to report and nothing else', () => {
    expect(new Set(rulesIn('SoT/0.md'))).toEqual(new Set(['merge-conflict']));
  });

  test('lets other files be asked, but not for what stands in both', () => {
    expect(rulesIn('SoT/1.md')).toContain('stage-owner');
    expect(rulesIn('SoT/1.md')).not.toContain('handoff-missing');
  });

  test('is named as what the rest waits for', () => {
    expect(report.skipped.at(-1)).toMatch(
      /^\d+ further findings wait until what could not be read is read\.$/,
    );
  });
});

test('nothing waits where all is read, and nothing is said of waiting', () => {
  expect(check(modelOf(stage(1, 'MQL', 'the team'))).skipped.join(' ')).not.toContain('wait');
});

describe('what was looked at where there is no stage', () => {
  test.each([
    [[], 'no file'],
    [['# Notes\n'], '1 file'],
    [['# Notes\n', '# More\n'], '2 files'],
  ])('%j', (texts, looked) => {
    expect(check(modelOf(...texts)).nothing).toContain(`Looked at ${looked} matched by `);
  });

  test('is nothing where there is one', () => expect(check(modelOf(stage(1, 'MQL'))).nothing).toBeNull());
});

describe('fixing', () => {
  const text = stage(1, 'MQL').replace('Owner: BDR', '**Ownr**: BDR');

  test('says which words it replaced, in which file, and leaves files without a fix alone', () => {
    const fixed = fix(modelOf(text, stage(2, 'SQL')), {}, { suggested: false });
    expect(fixed.applied.map(({ finding, edit, before }) => [finding.rule, before, edit.text])).toEqual([
      ['field-unknown', 'Ownr', 'Owner'],
    ]);
    expect(fixed.changes).toEqual([{ path: 'SoT/0.md', before: text, after: text.replace('Ownr', 'Owner') }]);
    expect(fixed.after.findings.map(({ rule }) => rule)).not.toContain('field-unknown');
  });

  test('changes nothing where nothing is sure', () => {
    const fixed = fix(modelOf(stage(1, 'MQL', 'the team')), {}, { suggested: false });
    expect([fixed.applied, fixed.changes]).toEqual([[], []]);
  });

  test('keeps the motion that was asked for', () => {
    const model = buildModel(readRepository([{ path: 'SoT/a.md', text }]), configOf({}), {
      motion: 'self-serve',
    });
    const { after } = fix(model, {}, { suggested: false });
    expect(after.model.motion).toEqual(model.motion);
  });
});

describe('an entry that stands there twice', () => {
  const copy = (more = '') =>
    check(modelOf(stage(1, 'MQL'), `${more}${stage(1, 'MQL', 'the team')}`)).findings.map(({ rule }) => rule);

  test('has the second number to answer for first, and it is said that more waits', () => {
    expect(copy()).toContain('id-duplicate');
    expect(copy()).not.toContain('stage-owner');
    expect(check(modelOf(stage(1, 'MQL'), stage(1, 'MQL', 'the team'))).skipped.at(-1)).toMatch(
      /^\d+ further findings wait until each ID has one entry\.$/,
    );
  });

  test('says the rest too where a comment or the config lets both stand', () => {
    expect(copy('<!-- mops-ignore id-duplicate: moved next week -->\n')).toContain('stage-owner');
    const files = [stage(1, 'MQL'), stage(1, 'MQL', 'the team')].map((text, at) => ({
      path: `SoT/${at}.md`,
      text,
    }));
    const off = buildModel(readRepository(files), configOf({ rules: { 'id-duplicate': 'off' } }));
    expect(check(off).findings.map(({ rule }) => rule)).toContain('stage-owner');
  });

  test('asks the first as ever where both say the same', () => {
    const twice = check(modelOf(stage(1, 'MQL', 'the team'), stage(1, 'MQL', 'the team'))).findings;
    expect(twice.filter(({ rule }) => rule === 'stage-owner').map(({ span }) => span.file)).toEqual([
      'SoT/0.md',
    ]);
  });
});
