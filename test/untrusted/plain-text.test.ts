import { describe, expect, test } from 'vitest';
import { jsonText, plainText, shorten } from '../../src/untrusted/plain-text.ts';

describe('a text is shortened', () => {
  test('to a number of characters, its ellipsis included', () => {
    expect(shorten('abcdef', 6)).toBe('abcdef');
    expect(shorten('abcdefg', 6)).toBe('abcde…');
  });

  test('never between the halves of an emoji', () => {
    expect(shorten('abc🚀defg', 5)).toBe('abc…');
    expect(shorten('abc🚀defg', 6)).toBe('abc🚀…');
    expect(shorten('🚀🚀🚀', 2)).toBe('…');
  });
});

describe('a line for a terminal', () => {
  test('has its blanks of every kind made one', () => {
    expect(plainText('a\t\r\nb\n\nc')).toBe('a b c');
  });

  test('shows what would steer the terminal or turn the text around as a code', () => {
    expect(plainText('\u001b[31mred')).toBe('\\u{1b}[31mred');
    expect(plainText('a\u202eb\u2066c\u200ed\u061ce\u2028f\ufeffg\u0085h\u007fi')).toBe(
      'a\\u{202e}b\\u{2066}c\\u{200e}d\\u{61c}e\\u{2028}f\\u{feff}g\\u{85}h\\u{7f}i',
    );
  });

  test('shows half a surrogate pair as a code and leaves a whole one', () => {
    expect(plainText('a\ud83d b 🚀 c\ude80')).toBe('a\\u{d83d} b 🚀 c\\u{de80}');
  });

  test('leaves right-to-left letters, accents and dashes as they are', () => {
    expect(plainText('שלום — é')).toBe('שלום — é');
  });
});

test('JSON is safe on a terminal and true', () => {
  const value = { a: '\u001b \u202e \u0085 \u2028 é' };
  expect(jsonText(value)).toBe('{\n  "a": "\\u001b \\u202e \\u0085 \\u2028 é"\n}\n');
  expect(JSON.parse(jsonText(value))).toEqual(value);
});
