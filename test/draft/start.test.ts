import { describe, expect, test } from 'vitest';
import { type Mode, type Motion, modes, motions } from '../../src/config/schema.ts';
import { blanksIn } from '../../src/draft/blank.ts';
import {
  readWorkingHours,
  type Seller,
  sellers,
  startingLifecycle,
  usualHomes,
  usualHours,
} from '../../src/draft/start/index.ts';
import { configOf, reportOf, said, type TextFile, today } from './lifecycle.ts';

const every = motions.flatMap((motion) =>
  modes.flatMap((mode) => sellers.map((seller) => ({ motion, mode, seller }))),
);

const blankMark = /\[fill in [^\]]*\]/g;

function start(
  motion: Motion,
  mode: Mode,
  seller: Seller = 'team',
): { readonly config: string; readonly sot: readonly TextFile[] } {
  const files = startingLifecycle({
    motion,
    mode,
    seller,
    today,
    zone: 'Europe/Berlin',
    hours: readWorkingHours(usualHours) ?? {},
    schema: null,
    homes: usualHomes,
    model: null,
  });
  const [config, ...sot] = files;
  return { config: config?.text ?? '', sot };
}

function filled(files: readonly TextFile[], words: string): readonly TextFile[] {
  // A blank that asks for a number gets one.
  return files.map(({ path, text }) => ({
    path,
    text: text.replace(blankMark, (mark) => (/your own rate|median time/.test(mark) ? '40%' : words)),
  }));
}

describe.each(every)('a $motion lifecycle in $mode mode sold by a $seller', ({ motion, mode, seller }) => {
  const { config, sot } = start(motion, mode, seller);

  test('has a config that says motion and mode', () => {
    expect(configOf(config)).toMatchObject({ motion, mode, calendar: { zone: 'Europe/Berlin' } });
  });

  test('reports each blank once as template-leftover, and nothing else', () => {
    const blanks = sot.flatMap(({ path, text }) =>
      [...text.matchAll(blankMark)].map(({ index }) => `${path} ${index}`),
    );
    const { findings, faults } = reportOf(sot, config);
    expect(faults).toEqual([]);
    expect(findings.filter(({ rule }) => rule !== 'template-leftover')).toEqual([]);
    expect(findings.map(({ span }) => `${span.file} ${span.start}`).sort()).toEqual(blanks.sort());
    expect(blanks.length).toBeGreaterThan(3);
  });

  test.each([
    ['a word', 'x'],
    ['a number', '40%'],
    ['a sentence', 'Software companies of 20 to 200 employees in Europe'],
  ])('passes every gate without a warning once each blank is %s', (_what, words) => {
    for (const v09 of ['', 'v09: final\n']) {
      const report = reportOf(filled(sot, words), config + v09);
      expect(said(report)).toEqual([]);
      expect(report.verdict).toBe('pass');
      expect(report.gates.filter(({ status }) => status === 'fail')).toEqual([]);
    }
  });

  test('has the stages of its shape in order', () => {
    const { model } = reportOf(sot, config);
    const shape = mode === 'quick' ? (motion === 'self-serve' ? 'self-serve-short' : 'quick') : motion;
    expect(model.shape?.name).toBe(shape);
    expect(model.living.stages.length).toBe(model.shape?.stages.length);
  });

  test('says in a comment which values are starting values', () => {
    for (const { text } of sot.filter(({ text }) => /SLA:|Thresholds:/.test(text)))
      expect(text).toContain('<!-- Starting values:');
    expect(config).toContain('# Starting values:');
  });

  test('is the same text for the same day', () => {
    expect(start(motion, mode, seller)).toEqual({ config, sot });
  });
});

test('limits of a sales-assisted lifecycle are the common ones', () => {
  const { config, sot } = start('sales-assisted', 'standard');
  const { model } = reportOf(sot, config);
  expect(model.living.stages.map(({ name, sla, owner }) => [name, owner?.raw.text, sla?.raw.text])).toEqual([
    ['Anonymous', 'Marketing automation', 'n/a (software acts, nobody waits)'],
    ['MQL', 'BDR', '1 business hour'],
    ['SQL', 'AE', '30 business minutes'],
    ['Opportunity', 'AE', '1 business day per touch'],
    ['Customer', 'CS', 'Onboarding kickoff scheduled within 1 business day'],
  ]);
});

test('deep has routing, scoring, a limit on every rejection and a monitor for every SLA', () => {
  const { config, sot } = start('sales-assisted', 'deep');
  const { model } = reportOf(sot, config);
  expect(model.routings.map(({ id }) => id)).toEqual(['BR-MOPS-010']);
  expect(model.scorings.map(({ id }) => id)).toEqual(['BR-MOPS-011']);
  expect(model.living.handoffs.every(({ rejection }) => rejection.limit !== null)).toBe(true);
  expect(model.monitors).toHaveLength(4);
});

test('quick has one handoff and an SLA for each stage', () => {
  const { config, sot } = start('hybrid', 'quick');
  const { model } = reportOf(sot, config);
  expect(model.living.handoffs).toHaveLength(1);
  expect(model.living.stages.every(({ sla }) => sla !== null)).toBe(true);
});

test('self-serve has no handoff and says so', () => {
  const { sot } = start('self-serve', 'standard');
  expect(sot.find(({ path }) => path === 'PRD.md')?.text).toContain('nothing to hand over');
  expect(sot.map(({ text }) => text).join('')).not.toContain('GTM-MOPS');
});

test('blanks are counted as they are marked', () => {
  expect(blanksIn('a [fill in x] b\n[fill in y z]\n[not one]')).toEqual(['[fill in x]', '[fill in y z]']);
});
