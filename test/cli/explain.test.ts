import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { mops } from './mops.ts';

describe('mops explain', () => {
  test('without a name it lists every rule', () => {
    const { code, out } = mops(['explain']);
    expect(code).toBe(0);
    for (const rule of rules) expect(out).toContain(`  ${rule.id} `);
  });

  test('a rule: why, how, both examples, how to change it', () => {
    const { out } = mops(['explain', 'stage-owner']);
    for (const part of [
      'Gate 3:',
      'Why it hurts',
      'How to fix it',
      'An entry that fails',
      'An entry that passes',
    ]) {
      expect(out).toContain(part);
    }
    expect(out).toContain('<!-- mops-ignore stage-owner: reason -->');
  });

  test('gates and anti-patterns by letter and number, in any case', () => {
    expect(mops(['explain', 'G3']).out).toMatch(/^Gate 3: .+\n\n(?: {2}.+\n)* {2}stage-owner /);
    expect(mops(['explain', 'a5']).out).toMatch(/^Anti-pattern 5: /);
    expect(mops(['explain', 'G8'])).toMatchObject({ code: 2 });
  });
});

describe('mops completion', () => {
  function complete(...words: string[]): string[] {
    const script = `${mops(['completion', 'bash']).out}
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mops; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
      .trim()
      .split('\n');
  }

  test('bash completes commands, options, their values and rules', () => {
    expect(complete('mops', 'expl')).toEqual(['explain']);
    expect(complete('mops', 'check', '--form')).toEqual(['--format']);
    expect(complete('mops', 'check', '--format', 's')).toEqual(['sarif']);
    expect(complete('mops', 'explain', 'stage-own')).toEqual(['stage-owner', 'stage-owner-single']);
    expect(complete('mops', 'export', '')).toEqual(expect.arrayContaining(['json', 'csv', 'mermaid']));
  });

  test('zsh and fish get scripts of their own', () => {
    expect(mops(['completion', 'zsh']).out).toMatch(/^#compdef mops\n/);
    expect(mops(['completion', 'fish']).out).toContain(
      "__fish_seen_subcommand_from check' -l format -x -a 'text json",
    );
  });
});
