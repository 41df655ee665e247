import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { motions } from '../../src/config/schema.ts';
import { sellers } from '../../src/draft/start/index.ts';
import type { AskPerson } from '../../src/shell/ask.ts';
import { checkCommand } from '../../src/shell/commands/check.ts';
import { folder, init, recorder } from './folder.ts';

/** Answers the questions in turn and remembers them. */
function answers(...lines: string[]): { readonly ask: AskPerson; readonly asked: string[] } {
  const asked: string[] = [];
  const ask: AskPerson = async (question) => {
    asked.push(question);
    const line = lines.shift();
    if (line === undefined) throw new Error('asked too often');
    return line;
  };
  return { ask, asked };
}

const all = ['PRD.md', 'SoT', 'mops.config.yml'];

describe('mops init', () => {
  test('writes every file into an empty folder and says what to do next', async () => {
    const root = folder();
    const { code, out } = await init(root, { motion: 'sales-assisted' });
    expect(code).toBe(0);
    expect(readdirSync(root).sort()).toEqual(all);
    expect(readdirSync(join(root, 'SoT')).sort()).toEqual([
      'SoT.BUSINESS_RULES.md',
      'SoT.DEPLOYMENT.md',
      'SoT.USER_JOURNEYS.md',
    ]);
    expect(out).toMatch(/^Wrote a sales-assisted lifecycle \(standard\):\n/);
    expect(out).toContain('SoT/SoT.BUSINESS_RULES.md\n');
    expect(out).toMatch(
      /Fill in the 12 blanks, marked \[fill in …\]\. mops check .* lists what is still open\./,
    );
  });

  test('makes the folder when it is not there', async () => {
    const root = join(folder(), 'docs', 'gtm');
    await init(root, { motion: 'hybrid', mode: 'deep' });
    expect(readdirSync(root).sort()).toEqual(all);
  });

  test('without a terminal and without --motion it names the choices and writes nothing', async () => {
    const root = folder();
    await expect(init(root, {})).rejects.toThrow(
      'Say how the product is sold: --motion self-serve | sales-assisted | hybrid. Nothing was written.',
    );
    expect(readdirSync(root)).toEqual([]);
  });

  test('on a terminal it asks for motion and mode, by number or name, until the answer is one', async () => {
    const root = folder();
    const { ask, asked } = answers('telesales', '3', 'deep', '', '', '');
    const { out } = await init(root, {}, ask);
    expect(out).toMatch(/^Wrote a hybrid lifecycle \(deep\):/);
    expect(asked[0]).toMatch(/^How is the product sold\?\n {2}1 {2}self-serve/);
    expect(asked[1]).toBe('Please answer with a number from 1 to 3: ');
    expect(asked[2]).toMatch(/^How much do you want to write down\?/);
  });

  test('Enter takes standard, and a flag is not asked about', async () => {
    const { ask, asked } = answers('2', '', '', '', '');
    expect((await init(folder(), {}, ask)).out).toMatch(/^Wrote a sales-assisted lifecycle \(standard\):/);
    expect(asked).toHaveLength(5);
    const one = answers('1');
    expect((await init(folder(), { mode: 'quick', zone: 'Europe/Berlin' }, one.ask)).out).toMatch(
      /^Wrote a self-serve lifecycle \(quick\):/,
    );
    expect(one.asked).toHaveLength(1);
  });

  test('asks who sells, in which zone and in which hours, and again after an answer that is none', async () => {
    const root = folder();
    const { ask, asked } = answers('founder', 'EST', 'America/Denver', 'mornings', 'mon-thu 9-12, 1pm-5pm');
    const { out } = await init(root, { motion: 'sales-assisted' }, ask);
    expect(out).toMatch(/^Wrote a sales-assisted lifecycle \(standard, one person does it all\):/);
    expect(asked.map((question) => question.split('\n')[0])).toEqual([
      'Who sells?',
      expect.stringMatching(/^Which time zone do you work in\? \(Enter for .+\): $/),
      expect.stringContaining('Write the IANA name, for example America/New_York.'),
      'Which working hours? (Enter for mon-fri 09:00-17:00): ',
      expect.stringMatching(/^"mornings" are no working hours\. Write "mon-fri 09:00-17:00"/),
    ]);
    const config = readFileSync(join(root, 'mops.config.yml'), 'utf8');
    expect(config).toContain('  zone: America/Denver\n');
    expect(config).toContain('    thu: "09:00-12:00, 13:00-17:00"\n  holidays: []\n');
  });

  test('self-serve is asked neither who sells, nor for working hours, nor from which amount a person sells', async () => {
    const root = folder();
    const { ask, asked } = answers('1', '', 'Europe/Berlin');
    await init(root, {}, ask);
    expect(asked.map((question) => question.slice(0, 16))).toEqual([
      'How is the produ',
      'How much do you ',
      'Which time zone ',
    ]);
    expect(readFileSync(join(root, 'SoT/SoT.BUSINESS_RULES.md'), 'utf8')).not.toContain('a person works');
  });

  test('the zone is said where nobody was asked, and a wrong one is refused', async () => {
    expect((await init(folder(), { motion: 'hybrid' })).out).toMatch(/^Time zone: .+ this machine /m);
    expect((await init(folder(), { motion: 'hybrid', zone: 'Europe/Berlin' })).out).not.toContain(
      'Time zone',
    );
    await expect(init(folder(), { motion: 'hybrid', zone: 'CET' })).rejects.toThrow(
      '"CET" is a fixed offset and wrong half the year. Write the IANA name, for example Europe/Berlin. Nothing was written.',
    );
    await expect(init(folder(), { motion: 'hybrid', hours: '25-3' })).rejects.toThrow('no working hours');
  });

  test('the comment for editors points to the schema where that is installed, else there is none', async () => {
    const root = folder({
      'node_modules/marketing-ops-handoff/schema/config.json': '{}',
      '.git/HEAD': '',
      '.git/objects/x': '',
    });
    const first = () => readFileSync(join(root, 'docs/mops.config.yml'), 'utf8').split('\n')[0];
    await init(join(root, 'docs'), { motion: 'hybrid' });
    expect(first()).toBe(
      '# yaml-language-server: $schema=../node_modules/marketing-ops-handoff/schema/config.json',
    );
    rmSync(join(root, 'node_modules'), { recursive: true });
    rmSync(join(root, 'docs'), { recursive: true });
    await init(join(root, 'docs'), { motion: 'hybrid' });
    expect(first()).toBe('# How the product is sold: self-serve, sales-assisted or hybrid.');
  });

  const ours = {
    'PRD.md':
      '# Product\n\n## GTM-004: Channel — Fairs\n\nType: Channel\nStatus: Live\n\n## KPI-007: Sign-ups a week\n\nTarget: 40\n',
    'SoT/SoT.BUSINESS_RULES.md': '# Rules\n\n## BR-001: Refunds\n\nStatus: Active\n',
    'SoT/SoT.USER_JOURNEYS.md':
      '# Personas\n\n## PER-003: Owner of a bakery\n\nType: Primary\nStatus: Active\n',
  };

  test.each(motions.flatMap((motion) => sellers.map((seller) => ({ motion, seller }))))(
    'a $motion lifecycle of a $seller stands beside what is there, under free numbers, and only its blanks are open',
    async ({ motion, seller }) => {
      const root = folder(ours);
      const { out } = await init(root, { motion, seller, mode: 'deep', zone: 'Europe/Berlin' });
      for (const [path, text] of Object.entries(ours))
        expect(readFileSync(join(root, path), 'utf8')).toBe(text);
      expect(readdirSync(join(root, 'SoT')).sort()).toEqual([
        'SoT.BUSINESS_RULES.md',
        'SoT.DEPLOYMENT.md',
        'SoT.LEAD_HANDOFFS.md',
        'SoT.LEAD_LIFECYCLE.md',
        'SoT.USER_JOURNEYS.md',
      ]);
      expect(out).not.toContain('--force');
      const text = ['LIFECYCLE', 'HANDOFFS']
        .map((name) => readFileSync(join(root, `SoT/SoT.LEAD_${name}.md`), 'utf8'))
        .join('\n');
      expect(text).toContain('KPI-008: ');
      expect(text).toContain('GTM-004 (source channels)');
      expect(text).toContain('PER-003 (fit signals)');
      expect(text).not.toMatch(/PER-001|GTM-001\b|[{}]/);
      const { said, terminal } = recorder();
      await checkCommand(root, { format: 'json' }, terminal);
      const report = JSON.parse(said.out);
      const blanks = (text + readFileSync(join(root, 'SoT/SoT.DEPLOYMENT.md'), 'utf8')).match(/\[fill in/g);
      expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(
        blanks?.map(() => 'template-leftover'),
      );
    },
  );

  test('a config that is there stays, answers what it says, and is not contradicted', async () => {
    const root = folder({
      'mops.config.yml': 'mode: quick\nmotion: hybrid\nsot: [docs/*.md]\n',
      'docs/a.md': '# A\n',
    });
    await expect(init(root, { motion: 'self-serve' })).rejects.toThrow(
      'mops.config.yml says motion: hybrid, and this command says --motion self-serve. Nothing was written.',
    );
    await expect(init(root, {})).rejects.toThrow('would be among the files of sot in mops.config.yml');
    writeFileSync(join(root, 'docs/a.md'), '# A\n\n## PER-001: Baker\n\nStatus: Active\n');
    const { out } = await init(root, {});
    expect(out).toMatch(/^Wrote a hybrid lifecycle \(quick\):/);
    expect(out).toContain('mops.config.yml was there and stays as it is.\n');
    expect(readFileSync(join(root, 'mops.config.yml'), 'utf8')).toBe(
      'mode: quick\nmotion: hybrid\nsot: [docs/*.md]\n',
    );
    expect(readdirSync(join(root, 'docs')).sort()).toEqual([
      'SoT.LEAD_HANDOFFS.md',
      'SoT.LEAD_LIFECYCLE.md',
      'SoT.LEAD_MONITORS.md',
      'a.md',
    ]);
  });

  test('a lifecycle that is there gets no second one beside it', async () => {
    const root = folder();
    await init(root, { motion: 'sales-assisted' });
    const before = readFileSync(join(root, 'PRD.md'), 'utf8');
    await expect(init(root, { motion: 'sales-assisted' })).rejects.toThrow(
      /already defines BR-MOPS-001, the stage Anonymous, .* Nothing was written\. mops draft stage drafts/,
    );
    expect(readFileSync(join(root, 'PRD.md'), 'utf8')).toBe(before);
  });

  test('--force replaces them, and says what went with them', async () => {
    const root = folder({ ...ours, 'README.md': 'kept' });
    const { out } = await init(root, { motion: 'hybrid', force: true });
    expect(readFileSync(join(root, 'PRD.md'), 'utf8')).toContain('GTM-MOPS-001');
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('kept');
    expect(out).toContain(
      'Replaced, and gone from here: SoT/SoT.BUSINESS_RULES.md (5 lines, with BR-001); SoT/SoT.USER_JOURNEYS.md (6 lines, with PER-003); PRD.md (10 lines, with GTM-004, KPI-007)\n',
    );
  });

  test('--force on a terminal asks first, naming what would be lost', async () => {
    const root = folder(ours);
    const { ask, asked } = answers('', '', '', 'n');
    await expect(init(root, { motion: 'hybrid', force: true }, ask)).rejects.toThrow('Nothing was written.');
    expect(asked.at(-1)).toMatch(
      /^This replaces SoT\/SoT\.BUSINESS_RULES\.md \(5 lines, with BR-001\); .*Go on\?/,
    );
    expect(readFileSync(join(root, 'PRD.md'), 'utf8')).toBe(ours['PRD.md']);
  });

  test('defines no ID a second time', async () => {
    const root = folder({
      'SoT/ours.md': '# Rules\n\n## BR-MOPS-002: Lifecycle Stage — MQL\n\nStage: MQL\n',
    });
    await expect(init(root, { motion: 'sales-assisted', force: true })).rejects.toThrow(
      'SoT/ours.md:3 already defines BR-MOPS-002, the stage MQL, and a second lifecycle',
    );
    expect(readdirSync(root)).toEqual(['SoT']);
  });

  test.each([
    ['a file', (root: string) => writeFileSync(join(root, 'SoT'), ''), 'SoT is not a folder'],
    ['a link', (root: string) => symlinkSync(tmpdir(), join(root, 'SoT')), 'SoT is a link'],
  ])('where SoT is %s nothing is written', async (_what, spoil, message) => {
    const root = folder();
    spoil(root);
    await expect(init(root, { motion: 'hybrid', force: true })).rejects.toThrow(message);
    expect(readdirSync(root)).toEqual(['SoT']);
  });

  test('what cannot be written is taken back', async () => {
    const root = folder({ 'mops.config.yml': 'mode: quick\n' });
    mkdirSync(join(root, 'PRD.md'));
    await expect(init(root, { motion: 'hybrid', force: true })).rejects.toThrow('PRD.md is not a file');
    expect(readFileSync(join(root, 'mops.config.yml'), 'utf8')).toBe('mode: quick\n');
    expect(existsSync(join(root, 'SoT'))).toBe(false);
  });
});

test('init, fill in, check: the whole way passes', async () => {
  const root = folder();
  await init(root, { motion: 'sales-assisted', mode: 'deep' });
  const { said, terminal } = recorder();
  expect(await checkCommand(root, { format: 'text', quiet: true }, terminal)).toBe(1);
  expect(said.out).toContain('template-leftover');
  for (const path of [
    'PRD.md',
    'SoT/SoT.BUSINESS_RULES.md',
    'SoT/SoT.DEPLOYMENT.md',
    'SoT/SoT.USER_JOURNEYS.md',
  ]) {
    const file = join(root, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\[fill in [^\]]*\]/g, 'Filled, 40%'));
  }
  const after = recorder();
  expect(await checkCommand(root, { format: 'text', failOn: 'warning' }, after.terminal)).toBe(0);
  expect(after.said.out).toMatch(/PASS {2}no findings/);
});
