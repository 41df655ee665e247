/** The one look at a page's bytes: what makes it worth reading, and what does not, a line each behind a page of prose. */
import { expect, test } from 'vitest';
import { isPlainPage } from '../../src/sot/index.ts';

const prose = 'The people here wrote down what they agreed on, so that others can follow later.\n'.repeat(14);
const plain = (line: string) => isPlainPage(Buffer.from(`${prose}${line}\n${prose}`));

test('lines that are worth reading', () => {
  const lines = [
    'BR-1',
    'see KPI-101',
    'PER\\-001',
    'CFD_101',
    'GTM\u2010001',
    'MON\u2011001',
    'xBR-1',
    'mops',
    'MOPS',
    'aMops',
    'Type: Lifecycle-Stage',
    'TYPE — handoff',
    '**Type**: | Segment',
    'type:\u3000scoring',
    'atype lifecycle',
    '<!-- x -->',
    '<table>',
    '<TABLE>',
    '| Stage |',
    'Stage | Owner',
    '| Owner | Lead status |',
    '| Phase',
    'Stage\tOwner',
    'Owner\tLead phase',
    'a\tb\tstatus',
    '```csv',
    '~~~ tsv',
    '```` PSV',
    '<<<<<<<',
    '=======',
    '>>>>>>>',
    '~~~~~~~',
    '```````',
    'a\0b',
  ];
  expect(lines.filter(plain)).toEqual([]);
});

test('lines that are not', () => {
  const lines = [
    '',
    'br-1',
    'XYZ-101',
    'B-1',
    'BR 1',
    'BR/1',
    'BR—1',
    'BRX-1',
    'a-b_c',
    'mop',
    'mo ps',
    'Type: note',
    'typelifecycle',
    `type ${'.'.repeat(41)} lifecycle`,
    '<! x',
    '<b>table</b>',
    '<tab>',
    'x <= y',
    '| Owner | Limit |',
    '| Step |',
    'Owner | Limit',
    `stage ${'x'.repeat(90)} | Limit`,
    'Owner\tLimit',
    '```js',
    '~~~ text csv',
    '```cs',
    '<<<<<< ======',
    '~~struck~~',
  ];
  expect(lines.filter((line) => !plain(line))).toEqual([]);
});

test('a header reaches from its line to its bar, and no further', () => {
  expect(plain('a stage\n| Owner | Limit |')).toBe(true);
  expect(plain('| Owner | Limit |\nthe stage')).toBe(true);
  expect(plain('| Owner | Limit |\rthe stage')).toBe(true);
  expect(plain('the stage\rOwner | Limit')).toBe(true);
  expect(plain('the status\nOwner\tLimit')).toBe(true);
});

test('short files are read, long ones looked at to their last byte', () => {
  expect(isPlainPage(Buffer.from('x'.repeat(1023)))).toBe(false);
  expect(isPlainPage(Buffer.from('x'.repeat(1024)))).toBe(true);
  expect(isPlainPage(Buffer.from(`${prose}mops`))).toBe(false);
  expect(isPlainPage(Buffer.from(`BR-1\n${prose}`))).toBe(false);
  expect(isPlainPage(Buffer.from(`-\n${prose}`))).toBe(true);
});
