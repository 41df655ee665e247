import { afterEach, describe, expect, test } from 'vitest';
import { gateTitles } from '../../src/rules/gates.ts';
import { bot, closeServers, edited, passing, play, rules, rulesFile, stage } from './scenario.ts';

afterEach(closeServers);

const slower = rules([
  'Response time after entering this stage: 1 business hour',
  'Response time after entering this stage: 4 business hours',
]);
const noOwner = rules(['**Owner**: BDR', '**Owner**: TBD']);
const marker = '<!-- mops:report:root -->';

describe('the comment', () => {
  test('says what the change means, before and after, with the changed part of the diagram', async () => {
    const run = await play({ change: slower });
    const [comment] = run.stage.github.world.comments;
    expect(comment?.author).toBe(bot);
    expect(comment?.body).toContain('**MQL**: SLA 1 business hour → 4 business hours');
    expect(comment?.body).toMatch(/```mermaid\n(?:---[\s\S]*?---\n)?flowchart/);
    expect(comment?.body).toMatch(/changed/);
    expect(run.summary).toContain('SLA 1 business hour → 4 business hours');
  });

  test('shows the gates before and after', async () => {
    const run = await play({ change: noOwner });
    expect(run.stage.github.world.comments[0]?.body).toContain(
      `| 3 | ${gateTitles[3]} | ✅ pass | ❌ fail |`,
    );
  });

  test('lists a changed configuration among the changes, also one that does not count', async () => {
    const config = edited(passing['mops.config.yml'], 'default: business', 'default: wall');
    for (const fork of [false, true]) {
      const run = await play({ change: { 'mops.config.yml': config }, fork });
      expect(run.stage.github.world.comments[0]?.body).toContain('calendar.default business → wall');
    }
  });

  test('is not written again when nothing changed, and rewritten when something did', async () => {
    const built = await stage({ change: slower });
    await built.run();
    const again = await built.run();
    expect(again.log).toContain('Comment: unchanged.');
    expect(built.github.writes()).toHaveLength(1);
    built.github.world.comments[0]!.body = `${marker}\nold`;
    const third = await built.run();
    expect(third.log).toContain('Comment: updated.');
    expect(built.github.world.comments).toHaveLength(1);
  });

  test('is folded away when green with nothing left to show, and brought back otherwise', async () => {
    const comments = [
      { id: 1, author: bot, body: `${marker}\n## ❌ Lead lifecycle fails`, minimized: false },
    ];
    const green = await play({ change: { 'src/app.ts': 'x' }, comments });
    expect(green.stage.github.world.comments).toMatchObject([{ id: 1, minimized: true }]);
    const red = await play({ change: noOwner, comments: green.stage.github.world.comments });
    expect(red.stage.github.world.comments).toMatchObject([{ id: 1, minimized: false }]);
    expect(red.stage.github.world.comments[0]?.body).toContain('stage-owner');
  });

  test('shows what the change silences, with the reason', async () => {
    const run = await play({
      change: rules([
        '**Owner**: BDR',
        '<!-- mops-ignore stage-owner: hiring @acme/leads until May -->\n**Owner**: TBD',
      ]),
    });
    const body = run.stage.github.world.comments[0]?.body ?? '';
    expect(run.exit).toBe(0);
    expect(body).toContain('### Silenced by this change');
    expect(body).toMatch(/`stage-owner` in `BR-MOPS-002`: hiring @\S+acme\/leads until May/);
  });

  test('is not made when there is nothing to say, unless asked for always; never means never', async () => {
    const auto = await play({ change: { 'src/app.ts': 'x' } });
    expect(auto.stage.github.world.comments).toEqual([]);
    const always = await play({ change: { 'src/app.ts': 'x' }, with: { comment: 'always' } });
    expect(always.stage.github.world.comments).toHaveLength(1);
    const never = await play({ change: noOwner, with: { comment: 'never' } });
    expect(never.stage.github.world.comments).toEqual([]);
    expect(never.stage.github.seen.some(({ path }) => path.includes('/issues/'))).toBe(false);
  });

  test('is found on the second page of a long discussion', async () => {
    const talk = Array.from({ length: 120 }, (_, id) => ({
      id,
      author: 'dana',
      body: `Message ${id}`,
      minimized: false,
    }));
    const comments = [...talk, { id: 500, author: bot, body: `${marker}\nold`, minimized: false }];
    const run = await play({ change: noOwner, comments });
    expect(run.stage.github.world.comments).toHaveLength(121);
    expect(run.stage.github.world.comments[120]?.body).toContain('stage-owner');
  });

  test('of somebody else with our marker is left alone', async () => {
    const comments = [{ id: 1, author: 'mallory', body: `${marker}\n## ✅ all good`, minimized: false }];
    const run = await play({ change: noOwner, comments });
    expect(run.stage.github.world.comments).toMatchObject([
      { id: 1, body: `${marker}\n## ✅ all good` },
      { author: bot, body: expect.stringContaining('stage-owner') },
    ]);
  });

  test('never grows over 65,536 characters', async () => {
    const stages = Array.from({ length: 400 }, (_, index) => {
      const id = String(index + 100);
      return `## BR-MOPS-${id}: Lifecycle Stage — Stage ${id} ${'long name '.repeat(15)}\n\n**Type**: Lifecycle-Stage\n**Status**: Active\n**Stage**: Stage ${id} ${'long name '.repeat(15)}\n`;
    }).join('\n');
    const run = await play({ change: { [rulesFile]: `${passing[rulesFile]}\n${stages}` } });
    const body = run.stage.github.world.comments[0]?.body ?? '';
    expect(run.exit).toBe(1);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('❌ Lead lifecycle fails');
    expect(body).toMatch(/more (?:change|finding)s? /);
  });
});

describe('text of strangers in comment, summary and log', () => {
  const hostile = [
    '@acme/leads <img src=x onerror=alert(1)> --> <!-- mops:report:root --> ',
    '[click](https://evil.example) ![x](https://evil.example/x.png) #1 GH-2 `code` | cell |',
  ].join('');

  test('pings nobody, links nowhere and closes no comment', async () => {
    const run = await play({
      change: rules(
        ['**Owner**: BDR', `**Owner**: ${hostile}`],
        ['**Owner**: Marketing automation', `**Owner**: ${hostile}`],
      ),
    });
    const body = run.stage.github.world.comments[0]?.body ?? '';
    for (const text of [body, run.summary]) {
      expect(text).toContain('acme/leads');
      expect(text).not.toMatch(/@acme/);
      expect(text).not.toMatch(/<img|\]\(https:\/\/evil/);
      expect(text).not.toContain('--> <!--');
    }
    expect(body.indexOf(marker)).toBe(0);
    expect(body.indexOf(marker, 1)).toBe(-1);
  });

  test('is no workflow command, however it is written', async () => {
    const run = await play({
      change: rules([
        '**Owner**: BDR',
        '**Owner**: ##[error]boo ::error file=a.md,line=1::owned %0A::warning::owned\u001b[31m ##[add-mask]x',
      ]),
      with: { 'fail-on': 'notice' },
    });
    expect(run.otherCommands).toEqual([]);
    expect(
      run.annotations.every(({ file }) => file === null || file.startsWith('SoT/') || file === 'PRD.md'),
    ).toBe(true);
    expect(
      run.annotations.some(({ message }) => message.startsWith('boo') || message.startsWith('owned')),
    ).toBe(false);
    expect(run.stdout).not.toContain('\u001b[31m');
  });

  test('stays a label inside the diagram', async () => {
    const name = 'MQL"]; click A "javascript:alert(1)" %%{init: {}}%% <b>x</b> end';
    const run = await play({
      change: rules(
        ['**Stage**: MQL\n', `**Stage**: ${name}\n`],
        ['## BR-MOPS-002: Lifecycle Stage — MQL', `## BR-MOPS-002: Lifecycle Stage — ${name}`],
      ),
    });
    const drawn = [
      ...(run.stage.github.world.comments[0]?.body ?? '').matchAll(/```mermaid\n([\s\S]*?)```/g),
    ].join('\n');
    expect(drawn).toContain('flowchart');
    expect(drawn).not.toMatch(/^\s*click /m);
    // The picture's own first line is the only directive in it.
    expect(
      drawn.replaceAll(
        /%%\{init: \{"look": "classic"(?:, "layout": "dagre", "flowchart": \{"curve": "linear"\})?\}\}%%\nflowchart/g,
        '',
      ),
    ).not.toContain('%%{');
    expect(drawn).not.toContain('<b>');
  });
});
