import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { caseConfig, printed, reportOf } from './bench.ts';
import { baseFiles, bases } from './case-file.ts';

/** Lines of a real lifecycle, left out, doubled, moved or with their words cut: what half-finished work looks like. */
const damaged = fc
  .record({
    base: fc.constantFrom(...bases),
    cuts: fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom('drop', 'double', 'cut', 'swap') }), {
      maxLength: 30,
    }),
  })
  .map(({ base, cuts }) => {
    const lines = baseFiles(base)
      .map(({ text }) => text)
      .join('\n')
      .split('\n');
    for (const { at, kind } of cuts) {
      const place = at % lines.length;
      const line = lines[place] ?? '';
      if (kind === 'drop') lines.splice(place, 1);
      else if (kind === 'double') lines.splice(place, 0, line);
      else if (kind === 'cut') lines[place] = line.slice(0, Math.ceil(line.length / 2));
      else lines.push(...lines.splice(place, 1));
    }
    return { base, text: lines.join('\n') };
  });

test('no rule breaks on a damaged lifecycle, and every finding points at its words and says what to do', () => {
  fc.assert(
    fc.property(damaged, ({ base, text }) => {
      const report = reportOf([{ path: 'SoT/all.md', text }], caseConfig({ base }));
      expect(report.faults).toEqual([]);
      for (const { span, message, fix, related } of report.findings) {
        for (const place of [span, ...related.map((one) => one.span)]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(place.start, place.end)).toMatch(/\S/);
        }
        expect(message).not.toMatch(/undefined|null|NaN|\[object/);
        expect(fix ?? '').not.toMatch(/undefined|null|NaN|\[object/);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same damaged lifecycle gives the same report, byte for byte', () => {
  fc.assert(
    fc.property(damaged, ({ base, text }) => {
      const once = () => printed(reportOf([{ path: 'SoT/all.md', text }], caseConfig({ base })));
      expect(once()).toBe(once());
    }),
    { numRuns: 10 },
  );
});

test('no fingerprint appears twice in a report', () => {
  fc.assert(
    fc.property(damaged, ({ base, text }) => {
      const prints = reportOf([{ path: 'SoT/all.md', text }], caseConfig({ base })).findings.map(
        ({ fingerprint }) => fingerprint,
      );
      expect(new Set(prints).size).toBe(prints.length);
    }),
    { numRuns: 20 },
  );
});

test('a lifecycle that is all Draft fails no gate', () => {
  const gated = new Set(rules.filter(({ gate }) => gate !== undefined).map(({ id }) => id));
  fc.assert(
    fc.property(damaged, ({ base, text }) => {
      const draft = text.replace(/^Status: Active$/gm, 'Status: Draft');
      const report = reportOf([{ path: 'SoT/all.md', text: draft }], caseConfig({ base }));
      const drafted = new Set(
        [...report.model.stages, ...report.model.handoffs]
          .filter(({ standing }) => standing === 'drafted')
          .map(({ id }) => id),
      );
      const gatedToo = new Set(
        [...report.model.stages, ...report.model.handoffs]
          .filter(({ standing }) => standing === 'gated')
          .map(({ id }) => id),
      );
      const failing = report.findings.filter(
        ({ rule, entry, severity }) =>
          gated.has(rule) && severity !== 'notice' && drafted.has(entry ?? '') && !gatedToo.has(entry ?? ''),
      );
      expect(failing).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
