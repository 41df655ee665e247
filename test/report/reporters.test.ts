/* biome-ignore-all lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { textReport } from '../../src/report/text.ts';
import { command } from '../../src/untrusted/workflow-command.ts';
import { withoutGateTitles } from './gate-titles.ts';
import { clean, compared, finding, report, rules, span } from './sample-report.ts';

const options = { rules, version: '1.2.3' };

function expected(name: string): string {
  return `expected/${name}`;
}

describe('text', () => {
  test('a failing report, as a person sees it', async () => {
    await expect(withoutGateTitles(textReport(report(), options))).toMatchFileSnapshot(expected('fail.txt'));
  });

  test('a passing report', async () => {
    await expect(textReport(report(clean), options)).toMatchFileSnapshot(expected('pass.txt'));
  });

  test('beside a base: new findings in full, the others counted', async () => {
    const text = textReport(report(compared), { ...options, prefix: 'gtm/' });
    await expect(withoutGateTitles(text)).toMatchFileSnapshot(expected('compared.txt'));
  });

  test('quiet: nothing on a pass, only what fails otherwise', async () => {
    expect(textReport(report(clean), { ...options, quiet: true })).toBe('');
    await expect(textReport(report(), { ...options, quiet: true })).toMatchFileSnapshot(
      expected('quiet.txt'),
    );
  });

  test('an empty folder says how to start', () => {
    const empty = report(clean);
    const nothing = { ...empty, nothing: 'Nothing to check: no lifecycle stage (BR-MOPS entry) was read.' };
    expect(textReport(nothing, options)).toContain('To start one: mops init, or mops import');
    const bare = {
      ...nothing,
      findings: [],
      gates: nothing.gates.map((gate) => ({ ...gate, status: 'skipped' as const })),
    };
    expect(textReport(bare, options)).toMatch(
      /^(?:Base: .*\n.*\n\n)?NOT CHECKED {2}no findings\nNothing to check: .*\n$/,
    );
  });

  test('only our own colours reach the terminal, and only when asked', () => {
    expect(textReport(report(), options)).not.toMatch(/[\u001b\u202e]/);
    const coloured = textReport(report(), { ...options, colour: true });
    expect(coloured).toContain('\u001b[31merror');
    expect(coloured.replaceAll(/\u001b\[(?:[012]|3[1-6])m/g, '')).toBe(textReport(report(), options));
  });
});

describe('json', () => {
  test('has the fields of the specification', async () => {
    await expect(withoutGateTitles(jsonReport(report(compared)))).toMatchFileSnapshot(
      expected('report.json'),
    );
  });

  test('leaves out what there is not, and keeps what a stranger wrote as data', () => {
    const parsed = JSON.parse(jsonReport(report()));
    expect(Object.keys(parsed)).toEqual([
      'version',
      'verdict',
      'mode',
      'motion',
      'v09',
      'gates',
      'counts',
      'findings',
      'ignored',
    ]);
    expect(parsed.findings[0]).not.toHaveProperty('entry');
    expect(parsed.findings[3].message).toBe(report().findings[3]?.message);
    expect(jsonReport(report())).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('sarif', () => {
  test('is what code scanning takes in', async () => {
    const text = sarifReport(report(compared), {
      ...options,
      ruleUrl: (rule) => `https://x.example/${rule}`,
    });
    await expect(text).toMatchFileSnapshot(expected('report.sarif'));
  });

  test('paths are relative addresses', () => {
    expect(sarifReport(report(), { ...options, prefix: 'gtm docs/' })).toContain(
      '"gtm%20docs/SoT/evil%2Cname%3A1%25.md"',
    );
  });

  test('keeps the worst 5,000 results', () => {
    const many = Array.from({ length: 6000 }, (_, index) =>
      finding({ severity: index === 5999 ? 'error' : 'notice', fingerprint: `f${index}` }),
    );
    const { results } = JSON.parse(sarifReport(report({ findings: many }), options)).runs[0];
    expect(results).toHaveLength(5000);
    expect(results[0].level).toBe('error');
  });
});

describe('github', () => {
  test('annotations, worst first, with everything escaped', async () => {
    await expect(githubReport(report(), options)).toMatchFileSnapshot(expected('annotations.txt'));
  });

  test('only new findings are annotated beside a base, and a broken rule is', () => {
    const lines = githubReport(report(compared), { ...options, prefix: 'gtm/' })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('::error title=mops%3A rule stage-sla broke::cannot read properties of undefined');
    expect(lines[1]).toContain('file=gtm/SoT/SoT.BUSINESS_RULES.md,line=14');
  });

  test('more than ten of a level: nine and a pointer to the rest, which comes first', () => {
    const many = Array.from({ length: 12 }, (_, index) => finding({ message: `number ${index}` }));
    const lines = githubReport(report({ findings: many }), options)
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('::3 more errors not shown here');
    expect(lines.at(-1)).toContain('number 8');
  });

  test('a long message is cut to 1,000 characters', () => {
    const long = githubReport(report({ findings: [finding({ message: 'x'.repeat(5000) })] }), options);
    expect(long.trimEnd().split('::').at(-1)).toHaveLength(1000);
  });

  test('the runner reads back what was written', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('%', '\r', '\n', ':', ',', '::', '%0A', '=', '#'),
        fc.string({ maxLength: 2 }),
      ),
    });
    fc.assert(
      fc.property(text, text, text, (file, title, message) => {
        const line = command('error', { file, title }, message);
        expect(line).not.toMatch(/[\r\n]/);
        expect(readCommand(line)).toEqual({ level: 'error', properties: { file, title }, message });
      }),
      { numRuns: 2000 },
    );
  });
});

/** A workflow command as the runner takes it apart (actions/runner, ActionCommand.cs). */
function readCommand(line: string): {
  level: string;
  properties: { [name: string]: string };
  message: string;
} {
  const end = line.indexOf('::', 2);
  const head = line.slice(2, end);
  const space = head.indexOf(' ');
  const properties: { [name: string]: string } = {};
  for (const pair of head.slice(space + 1).split(',')) {
    const [name = '', ...value] = pair.split('=');
    properties[name] = decoded(value.join('='), ['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ',']);
  }
  return {
    level: head.slice(0, space),
    properties,
    message: decoded(line.slice(end + 2), ['%0D', '\r'], ['%0A', '\n']),
  };
}

function decoded(text: string, ...pairs: readonly (readonly [string, string])[]): string {
  let plain = text;
  for (const [escaped, sign] of pairs) plain = plain.replaceAll(escaped, sign);
  return plain.replaceAll('%25', '%');
}

describe('markdown', () => {
  test('a failing report with its diagram', async () => {
    const text = markdownReport(report(), { ...options, diagram: 'flowchart LR\n  a --> b\n' });
    await expect(withoutGateTitles(text)).toMatchFileSnapshot(expected('fail.md'));
  });

  test('beside a base, with links to lines and rules', async () => {
    const text = markdownReport(report(compared), {
      ...options,
      prefix: 'gtm/',
      lineUrl: (file, line) => `https://github.com/a/b/blob/1a2b/${encodeURI(file)}#L${line}`,
      ruleUrl: (rule) => `https://x.example/rules/${rule}/`,
    });
    await expect(withoutGateTitles(text)).toMatchFileSnapshot(expected('compared.md'));
  });

  test('a budget is kept: in full, by rule, counts; the diagram goes first', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      finding({ fingerprint: `f${index}`, span: span(`SoT/ü${index}.md`, index + 1, 1), entry: null }),
    );
    const at = (budget: number): string =>
      markdownReport(report({ findings: many }), { ...options, budget, diagram: 'flowchart LR\n  a --> b' });
    for (const budget of [200_000, 60_000, 4_000, 1_500, 900, 120, 10]) {
      expect(new TextEncoder().encode(at(budget)).length).toBeLessThanOrEqual(budget);
    }
    expect(at(200_000)).toContain('```mermaid');
    expect(at(200_000)).toContain('SoT/ü299.md:300:1');
    expect(at(4_000)).toContain('300 findings are too many to list here');
    expect(at(1_500)).toContain('300 errors');
    expect(at(120)).toContain('300 errors');
  });
});
