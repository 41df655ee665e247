import { expect, test } from 'vitest';
import { exitOf, UsageError } from '../../src/shell/exit.ts';
import { describeFailure } from '../../src/shell/failure.ts';
import { BadConfig } from '../../src/shell/files/tree.ts';
import { wantsColour } from '../../src/shell/terminal.ts';

test('a rule that broke is exit 3 whatever the verdict', () => {
  const faults = [{ rule: 'stage-sla', message: 'x' }];
  expect(exitOf({ faults, verdict: 'pass' })).toBe(3);
  expect(exitOf({ faults, verdict: 'fail' })).toBe(3);
  expect(exitOf({ faults: [], verdict: 'fail' })).toBe(1);
  expect(exitOf({ faults: [], verdict: 'pass' })).toBe(0);
});

test('what the user can mend is exit 2 in one line, a fault of ours is exit 3 with its place', () => {
  expect(describeFailure(new UsageError('There is no folder x.'))).toEqual({
    text: 'mops: There is no folder x.\n',
    code: 2,
  });
  const config = new BadConfig([{ file: 'mops.config.yml', line: 2, column: 1, message: 'Unknown key.' }]);
  expect(describeFailure(config)).toEqual({ text: 'mops: mops.config.yml:2:1: Unknown key.\n', code: 2 });
  expect(describeFailure(new UsageError('a \u001b[31m')).text).toBe('mops: a \\u{1b}[31m\n');
  const fault = describeFailure(new TypeError('x is not a function'));
  expect(fault.code).toBe(3);
  expect(fault.text).toMatch(/^mops: internal fault: x is not a function\n +at .+\nPlease report it/);
});

test('colour: NO_COLOR wins, then FORCE_COLOR, then the terminal', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: '0' }, true)).toBe(false);
});
