/** What a stranger writes into a configuration or a name takes a bounded number of steps. Without a clock: what hangs, hangs the test. */
import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { mostBytes } from '../../src/shell/files/bytes.ts';
import { braceAlternatives, compileGlob, mostAlternatives } from '../../src/shell/files/glob.ts';
import { selection } from '../../src/shell/files/globs.ts';
import { Intake, mostBytesInAll } from '../../src/shell/files/intake.ts';

const errorsOf = (text: string): readonly string[] => {
  const reading = readConfig(text, 'mops.config.yml', ['stage-sla']);
  return 'errors' in reading ? reading.errors.map(({ message }) => message) : [];
};

describe('patterns of files', () => {
  test.each(['SoT/((a+)+)+b.md', 'SoT/+(a|aa)+(a|aa)b', '(a*)*b', '@(a|b)/**', '!(x)*.md', '(a|a)*'])(
    'a group is refused with what to write: %s',
    (glob) => {
      expect(errorsOf(`sot: [${JSON.stringify(glob)}]`)[0]).toContain('Write *, **, ?, [a-z] or {one,two}');
    },
  );

  test.each([
    [`${'*a'.repeat(100)}*b`, 'a'.repeat(250)],
    [`${'**/a/'.repeat(60)}b`, `${'a/'.repeat(1000)}c`],
    [`${'?*'.repeat(100)}x.md`, 'y'.repeat(250)],
    [`${'{a,b}'.repeat(60)}`, 'a'.repeat(60)],
    [`${'('.repeat(200)}`, 'x'],
    [`${'[a-'.repeat(100)}`, 'a'.repeat(200)],
  ])('no pattern backtracks: %#', (glob, path) => {
    expect(compileGlob(glob).matches(path)).toBe(glob.startsWith('{'));
  });

  test('braces stand for a bounded number of patterns', () => {
    expect(braceAlternatives('{a,b}'.repeat(40)).length).toBe(mostAlternatives + 1);
    expect(braceAlternatives(`{${'a,'.repeat(10_000)}b}`).length).toBe(mostAlternatives + 1);
  });

  test('meets what picomatch meets', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'a.md', 'b.md', '.a', 'SoT');
    const part = fc.constantFrom('*', '**', '?', '*.md', 'a*', '[ab]', '{a,b}', 'a', 'SoT', '*b');
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (parts, names) => {
          const glob = parts.join('/');
          const path = names.join('/');
          // picomatch lets a final ** also name the folder itself; files are asked about here.
          fc.pre(!/\*\*$/.test(glob) && !/\*\*\/\*\*/.test(glob));
          expect([glob, path, compileGlob(glob).matches(path)]).toEqual([glob, path, picomatch(glob)(path)]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a folder in parentheses is a folder', () => {
    expect(selection(['SoT (new)/**/*.md']).file('SoT (new)/a/b.md')).toBe(true);
    expect(selection(['docs/{a,b}/*.md', '!docs/b/x.md']).file('docs/b/x.md')).toBe(false);
    expect(selection(['docs/{a,b}/*.md']).folder('docs/a')).toBe(true);
    expect(selection(['docs/a.md']).folder('src')).toBe(false);
  });
});

describe('what is read in all', () => {
  test('is bounded by bytes: what comes later is told once, however much it is', () => {
    const intake = new Intake();
    const taken = Array.from({ length: 40 }, (_, at) => intake.admits(`SoT/${at}.md`, mostBytes));
    expect(taken.filter(Boolean)).toHaveLength(mostBytesInAll / mostBytes);
    const { issues } = intake.done();
    expect(issues.map(({ message }) => message)).toEqual([
      'The files that count have more than 256 MB together; from SoT/16.md on none is read.',
    ]);
  });

  test('a file over its own bound does not count against the others', () => {
    const intake = new Intake();
    expect(intake.admits('SoT/big.md', mostBytes + 1)).toBe(false);
    expect(intake.admits('SoT/small.md', 1)).toBe(true);
    expect(intake.done().issues.map(({ span }) => span.file)).toEqual(['SoT/big.md']);
  });
});

describe('configurations', () => {
  test('26,000 unknown keys, rules or patterns are told in a few lines', () => {
    const many = (prefix: string, value: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${prefix}k${n}: ${value}`).join('\n');
    expect(errorsOf(many('', '1')).length).toBeLessThanOrEqual(50);
    expect(errorsOf(`rules:\n${many('  ', 'off')}`).length).toBeLessThanOrEqual(51);
    expect(errorsOf(`sot:\n${'  - a\n'.repeat(20_000)}`).join()).toContain('more than 50 patterns');
  });

  test('opening hours of 700 spans are refused', () => {
    const spans = Array.from(
      { length: 700 },
      (_, n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}-13:00`,
    );
    const hours = `{zone: UTC, hours: {mon: "${spans.join(', ')}"}}`;
    for (const [text, path] of [
      [`calendar: ${hours}`, 'calendar.hours.mon'],
      [`calendars: {EU: ${hours}}`, 'calendars.EU.hours.mon'],
    ])
      expect(errorsOf(text as string)[0]).toContain(`${path} is longer than 200 characters`);
  });

  test.each([
    'rules: {__proto__: off}',
    '__proto__: {mode: deep}',
    'roles: {constructor: [a]}',
    'site: {prototype: 1}',
  ])('a name with a meaning of its own is refused: %s', (text) => {
    expect(errorsOf(text)[0]).toContain('No name may be called so');
    expect(({} as Record<string, unknown>)['mode']).toBeUndefined();
  });
});
