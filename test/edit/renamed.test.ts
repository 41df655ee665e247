/**
 * A rename in a lifecycle of nine stages, as the team sees it: the lines that change, what is told of the rest, and that
 * nothing is found before or after, nothing is new beside the base, and the change is one line.
 */
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { rename } from '../../src/check/rename.ts';
import { compareReports } from '../../src/compare/findings.ts';
import { semanticChanges } from '../../src/compare/semantic.ts';
import { readConfig } from '../../src/config/read.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { ruleIds } from '../../src/rules/index.ts';
import { readRepository } from '../../src/sot/index.ts';
import { nineStages } from './nine-stages.ts';

type Files = Readonly<Record<string, string>>;

const configName = 'mops.config.yml';
const today = '2026-11-22';

function modelOf(files: Files) {
  const reading = readConfig(files[configName] ?? null, configName, ruleIds);
  if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
  const texts = Object.entries(files).filter(([path]) => path !== configName);
  return buildModel(readRepository(texts.map(([path, text]) => ({ path, text }))), reading.config);
}

const reports = new WeakMap<Files, Report>();

/** The report on files, made once. */
function reportOn(files: Files): Report {
  const report = reports.get(files) ?? check(modelOf(files), { today });
  reports.set(files, report);
  return report;
}

function play(files: Files, old: string, name: string) {
  const base = reportOn(files);
  const made = rename(base, { path: configName, text: files[configName] ?? null }, old, name, { today });
  if ('refused' in made) throw new Error(made.refused);
  const after: Files = {
    ...files,
    ...Object.fromEntries(made.files.map(({ path, after }) => [path, after])),
  };
  const head = made.after;
  return {
    after,
    plan: made.plan,
    /** Changed lines by file, `-` before and `+` after. */
    lines: made.files.flatMap(({ path, before, after }) => {
      const [was, is] = [(before ?? '').split('\n'), after.split('\n')];
      return [
        ...was.filter((line) => !is.includes(line)).map((line) => `${path} -${line}`),
        ...is.filter((line) => !was.includes(line)).map((line) => `${path} +${line}`),
      ];
    }),
    found: [base.findings, head.findings].map((findings) =>
      findings.map(({ rule, message }) => `${rule}: ${message}`),
    ),
    fresh: compareReports(base, head, { scope: 'new', note: null }).findings.filter(
      ({ state }) => state === 'new',
    ),
    means: semanticChanges(base.model, head.model).map(({ sentence }) => sentence),
    left: made.plan.left.map(({ span, why }) => `${span.file}:${span.line} ${why.split(/[,;]/)[0]}`),
    others: made.plan.others.map(({ word, count }) => `${word} ${count}`),
  };
}

const refusal = (files: Files, old: string, name: string): string => {
  const made = rename(reportOn(files), { path: configName, text: files[configName] ?? null }, old, name, {
    today,
  });
  return 'refused' in made ? made.refused : 'renamed';
};

/** The nine stages with a page or a setting more, or a line of theirs written otherwise. */
function withMore(more: Files, lines: Readonly<Record<string, string>> = {}): Files {
  return Object.fromEntries(
    Object.entries({ ...nineStages, ...more }).map(([path, text]) => [
      path,
      Object.entries(lines).reduce((so, [line, other]) => so.replaceAll(line, other), text),
    ]),
  );
}

const page = (text: string): Files => ({ 'SoT/page.md': text });

describe('each of the nine stages, a role, a channel, a code and an ID', () => {
  test.each([
    ['Anonymous', 'Visitor of the site', 'Visitor of the site: renamed, was Anonymous (BR-MOPS-001)'],
    ['Subscriber', 'Reader', 'Reader: renamed, was Subscriber (BR-MOPS-002)'],
    ['MQL', 'Hand raiser', 'Hand raiser: renamed, was MQL (BR-MOPS-003)'],
    ['SQL', 'Qualified', 'Qualified: renamed, was SQL (BR-MOPS-004)'],
    ['SQL accepted', 'Taken', 'Taken: renamed, was SQL accepted (BR-MOPS-005)'],
    ['Opportunity', 'Deal room', 'Deal room: renamed, was Opportunity (BR-MOPS-006)'],
    [
      'legal review',
      'Prüfung (Recht) & Größe',
      'Prüfung (Recht) & Größe: renamed, was Legal review (BR-MOPS-007)',
    ],
    ['Customer', 'Client', 'Client: renamed, was Customer (BR-MOPS-008)'],
    ['Expansion', 'C++ $& [0-9]'.replace(/ \[.*/, ''), 'C++ $&: renamed, was Expansion (BR-MOPS-009)'],
    ['BDR', 'Setter', 'Config: roles.BDR set to Setter'],
    ['Product Hunt', 'Hunt of products', 'Channel Hunt of products: renamed, was Product Hunt (GTM-001)'],
    ['Guided pilot', 'Pilot', 'Offer Pilot: renamed, was Guided pilot (GTM-101)'],
    ['BR-MOPS-003', 'BR-MOPS-030', 'MQL: ID BR-MOPS-003 → BR-MOPS-030'],
    ['GTM-MOPS-002', 'GTM-MOPS-020', 'Handoff MQL → SQL: ID GTM-MOPS-002 → GTM-MOPS-020'],
  ])('%s becomes %s: nothing found before or after, and one line of change', (old, name, line) => {
    const { found, fresh, means, after } = play(nineStages, old, name);
    expect(found).toEqual([[], []]);
    expect(fresh).toEqual([]);
    expect(means).toEqual([line]);
    expect(refusal(after, old, name)).toContain('renamed already');
  });

  test('only mentions change, each line by the name alone', () => {
    const { lines } = play(nineStages, 'Legal review', 'Contract review');
    const [gone, come] = ['-', '+'].map((sign) =>
      lines
        .flatMap((line) => /^\S+ ([-+])(.*)$/.exec(line)?.slice(1) ?? [])
        .filter((_, at, all) => at % 2 === 1 && all[at - 1] === sign),
    );
    expect(come).toEqual(
      gone?.map((line) =>
        line.replaceAll('Legal review', 'Contract review').replaceAll('legal-review', 'contract-review'),
      ),
    );
    expect(come).toHaveLength(22);
  });
});

describe('where a name stands', () => {
  test('names that hold it, plurals and small letters stay, and are told', () => {
    const { after, others } = play(nineStages, 'SQL', 'Qualified');
    expect(after['SoT/rules.md']).toContain('MQL → Qualified → SQL accepted →');
    expect(others).toEqual(['sql 2']);
    expect(play(nineStages, 'Legal review', 'Contract review').others).toEqual([
      'Legal reviews 1',
      'legal review 1',
    ]);
  });

  test('in other capitals: renamed where a field or an arrow names the stage, told in prose', () => {
    const files = withMore(page('Every opportunity counts.\n'), {
      '- Routing: Opportunity': '- Routing: back to opportunity',
      'From: Opportunity (': 'From: OPPORTUNITY (',
      '- To Opportunity:': '- To opportunity:',
    });
    const { after, found, others } = play(files, 'Opportunity', 'Deal room');
    expect(found).toEqual([[], []]);
    expect(after['PRD.md']).toContain('From: Deal room (owner: AE)');
    expect(after['PRD.md']).toContain('- Routing: back to Deal room');
    expect(after['SoT/rules.md']).toContain('- To Deal room: Discovery');
    expect(others).toEqual(['opportunity 1']);
  });

  test('an abbreviation in small letters is the stage in an entry, and a word elsewhere', () => {
    const files = withMore(page('We write mql in chats.\n'), {
      'From: MQL (': 'From: mql (',
      'To: MQL (': 'To: MQLs (',
    });
    const { after, found, others } = play(files, 'MQL', 'Hand raiser');
    expect(found).toEqual([[], []]);
    expect(after['PRD.md']).toContain('From: Hand raiser (owner: BDR)');
    expect(after['PRD.md']).toContain('To: Hand raiser (owner: BDR)');
    expect(others).toEqual(['mql 2', 'MQLs 1']);
  });

  test('emphasis, code ticks, quotes, a name on two lines and one with a no-break space', () => {
    const files = withMore(
      page(
        '_Legal review_, __Legal review__, `Legal review`, “Legal review”; the Legal\nreview takes long; Legal\u00a0review.\n> A Legal\n> review too.\n',
      ),
    );
    const { after } = play(files, 'Legal review', 'Contract check-up');
    expect(after['SoT/page.md']).toBe(
      '_Contract check-up_, __Contract check-up__, `Contract check-up`, “Contract check-up”; the Contract\ncheck-up takes long; Contract check-up.\n> A Contract\n> check-up too.\n',
    );
    expect(play(files, 'Legal review', 'Closing').after['SoT/page.md']).toContain(
      'the Closing\ntakes long; Closing.\n> A Closing\n> too.',
    );
  });

  test('umlauts as one letter or two', () => {
    const files = withMore(page('Pru\u0308fung'.normalize('NFD')), {
      'Legal review': 'Prüfung'.normalize('NFC'),
    });
    const { after, found } = play(files, 'Prüfung'.normalize('NFD'), 'Größe');
    expect(found).toEqual([[], []]);
    expect(after['SoT/page.md']).toBe('Größe');
  });

  test('a word of the sentence is no stage, and is told', () => {
    const { after, left } = play(nineStages, 'Customer', 'Client');
    const files = withMore(page('Customer signs the form. A Customer stays. Customer → Churn\n'));
    const more = play(files, 'Customer', 'Client');
    expect(more.after['SoT/page.md']).toBe('Customer signs the form. A Client stays. Client → Churn\n');
    expect(left).toEqual([]);
    expect(more.left).toEqual(['SoT/page.md:1 is a word of the sentence rather than the name of the stage']);
    expect(after['SoT/rules.md']).toContain('Legal review → Client → Expansion');
  });

  test('an address, a file and a path keep it, and are told', () => {
    const files = withMore({
      'SoT/Opportunity.md': '# Notes on Opportunity\n',
      'SoT/page.md':
        '[Opportunity](Opportunity.md), https://crm.example/Opportunity?x, `SoT/Opportunity.md`, <a href="Opportunity.md">Opportunity</a>\n\n[o]: ./Opportunity.md\n\n[[Opportunity]] and [[Legal review]]\n',
    });
    const { after, plan, left } = play(files, 'Opportunity', 'Deal room');
    expect(after['SoT/page.md']).toBe(
      '[Deal room](Opportunity.md), https://crm.example/Opportunity?x, `SoT/Opportunity.md`, <a href="Opportunity.md">Deal room</a>\n\n[o]: ./Opportunity.md\n\n[[Opportunity|Deal room]] and [[Legal review]]\n',
    );
    expect(plan.files).toEqual(['SoT/Opportunity.md']);
    expect(left).toHaveLength(5);
    expect(left[0]).toBe('SoT/page.md:1 is part of an address or of a file name');
  });

  test('links to headings of the name follow them', () => {
    const { after } = play(nineStages, 'Legal review', 'Contract review');
    expect(after['SoT/handbook.md']).toContain(
      'See [Contract review](rules.md#br-mops-007-lifecycle-stage--contract-review), [above](#contract-review) and [MQL]',
    );
  });

  test('an ID in an anchor of ours is renamed with it, one in a file name is not', () => {
    const files = withMore(
      page(
        '<a id="BR-MOPS-003"></a> [x](#BR-MOPS-003) [y](https://a.example/#BR-MOPS-003) [z](ids/BR-MOPS-003.md)\n',
      ),
    );
    expect(play(files, 'BR-MOPS-003', 'BR-MOPS-030').after['SoT/page.md']).toBe(
      '<a id="BR-MOPS-030"></a> [x](#BR-MOPS-030) [y](https://a.example/#BR-MOPS-003) [z](ids/BR-MOPS-003.md)\n',
    );
  });

  test('a program keeps it and is told; commands, YAML, entries in fences and comments are words', () => {
    const files = withMore(
      page(
        '```sql\nWHERE stage = "Expansion"\n```\n\n```sh\nmops due Expansion\n```\n\n```yaml\nstage: Expansion\n```\n\n<!-- mops-ignore-file stage-count: Expansion is ours -->\n',
      ),
    );
    const { after, left } = play(files, 'Expansion', 'Growth');
    expect(after['SoT/page.md']).toBe(
      '```sql\nWHERE stage = "Expansion"\n```\n\n```sh\nmops due Growth\n```\n\n```yaml\nstage: Growth\n```\n\n<!-- mops-ignore-file stage-count: Growth is ours -->\n',
    );
    expect(left).toEqual(['SoT/page.md:2 stands in a program']);
  });

  test('Windows line ends and a byte order mark stay', () => {
    const files = withMore({ 'SoT/page.md': '\uFEFF# Expansion\r\n\r\nExpansion\r\n' });
    expect(play(files, 'Expansion', 'Growth').after['SoT/page.md']).toBe('\uFEFF# Growth\r\n\r\nGrowth\r\n');
  });
});

describe('in a diagram', () => {
  const drawn = (text: string, name: string) => {
    const after = play(withMore(page(`\`\`\`mermaid\n${text}\n\`\`\`\n`)), 'Opportunity', name).after[
      'SoT/page.md'
    ];
    return after?.slice('```mermaid\n'.length, -'\n```\n'.length);
  };

  test.each([
    ['flowchart LR\n  a[Opportunity] --> b', 'Deal room', 'flowchart LR\n  a[Deal room] --> b'],
    ['flowchart LR\n  a[Opportunity] --> b', 'Deal (room)', 'flowchart LR\n  a["Deal (room)"] --> b'],
    [
      'flowchart LR\n  SQL --> Opportunity\n  Opportunity --> Customer',
      'Deal',
      'flowchart LR\n  SQL --> Deal\n  Deal --> Customer',
    ],
    [
      'flowchart LR\n  SQL --> Opportunity\n  Opportunity --> Customer\n  class Opportunity late',
      'Deal room',
      'flowchart LR\n  SQL --> Opportunity["Deal room"]\n  Opportunity --> Customer\n  class Opportunity late',
    ],
    [
      'graph TD\n  Opportunity[In talks] -->|to Opportunity| Opportunity',
      'Deal room',
      'graph TD\n  Opportunity[In talks] -->|to Deal room| Opportunity',
    ],
    [
      'stateDiagram-v2\n  [*] --> Opportunity\n  Opportunity --> Customer: signed',
      'Deal room',
      'stateDiagram-v2\n  Opportunity : Deal room\n  [*] --> Opportunity\n  Opportunity --> Customer: signed',
    ],
    ['flowchart LR\n  a -- Opportunity --> b', 'Deal room', 'flowchart LR\n  a -- Deal room --> b'],
    ['pie\n  "Opportunity" : 3', 'Deal room', 'pie\n  "Deal room" : 3'],
  ])('%j with %s', (before, name, after) => expect(drawn(before, name)).toBe(after));
});

describe('in the config', () => {
  const stagesOf = (config: string, old: string, name: string) => {
    const base = nineStages[configName]?.replace(/stages:[\s\S]*?(?=rules:)/, config) ?? '';
    const { after, found, means } = play({ ...nineStages, [configName]: base }, old, name);
    expect(found).toEqual([[], []]);
    expect(means).toEqual([expect.stringContaining(': renamed, was ')]);
    return /stages:[\s\S]*?(?=rules:)/.exec(after[configName] ?? '')?.[0];
  };

  test.each([
    ['stages: {Opportunity: [Deal]}\n', 'stages: {Opportunity: [Deal room, Deal]}\n'],
    [
      'stages: {Legal review: [Contract check]}\n',
      'stages: {Opportunity: [Deal room], Legal review: [Contract check]}\n',
    ],
    ['stages:\n  Opportunity:\n    - Deal\n', 'stages:\n  Opportunity:\n    - Deal room\n    - Deal\n'],
    [
      'stages:\n  # ours\n  "Opportunity": ["Deal"]\n',
      'stages:\n  # ours\n  "Opportunity": [Deal room, "Deal"]\n',
    ],
    [
      'stages:\n  Legal review: [Opportunity check]\n',
      'stages:\n  Opportunity: [Deal room]\n  Legal review: [Opportunity check]\n',
    ],
  ])('the usual name stays, the new one stands with it: %j', (before, after) =>
    expect(stagesOf(before, 'Opportunity', 'Deal room')).toBe(after),
  );

  test('a key of the team itself follows, in quotes where YAML needs them', () => {
    for (const [name, key] of [
      ['2nd look', '2nd look'],
      ['Off', '"Off"'],
      ['1e3', '"1e3"'],
    ] as const)
      expect(stagesOf('stages:\n  Legal review: [Contract check]\n', 'Legal review', name)).toBe(
        `stages:\n  ${key}: [Contract check]\n`,
      );
    expect(stagesOf('stages: {Legal review: [Contract check]}\n', 'Legal review', 'Terms, law')).toBe(
      'stages: {"Terms, law": [Contract check]}\n',
    );
  });

  test('a name that stands in the config alone', () => {
    const { after, means } = play(nineStages, 'Contract check', 'Contract look');
    expect(after[configName]).toContain('  Legal review: [Contract look]\n');
    expect(means).toEqual(['Config: stages.Legal review Contract check → Contract look']);
  });

  test('a setting with the same letters is no mention', () => {
    const files = withMore({}, { 'Legal review': 'business' });
    expect(play(files, 'business', 'Contract review').after[configName]).toContain('default: business\n');
  });
});

describe('what cannot be', () => {
  test.each([
    ['Opportunity', 'SQL', 'SQL is another stage already.'],
    [
      'Opportunity',
      'sales qualified lead',
      'sales qualified lead is another name of the stage SQL (BR-MOPS-004).',
    ],
    [
      'Opportunity',
      'Contract check',
      'Contract check is another name of the stage Legal review (BR-MOPS-007).',
    ],
    ['Opportunity', 'Nurture', 'Nurture means the place Nurture, which is no stage. Take another name.'],
    [
      'Marketing Qualified Lead',
      'Lead',
      'The entries call "Marketing Qualified Lead" by the name "MQL" (BR-MOPS-003): rename that.',
    ],
    [
      'BDR',
      'AE',
      'AE is another role already: a rename would make one of two, and nobody could tell them apart again.',
    ],
    ['no-show', 'no-reply', 'no-reply is another reason code already.'],
    ['Product Hunt', 'Founder posts', 'Founder posts is another channel already.'],
    [
      'MQL → SQL',
      'First call',
      '"MQL → SQL" is made of the names of two stages: rename the stage, and the title follows.',
    ],
  ])('%s to %s', (old, name, why) => expect(refusal(nineStages, old, name)).toBe(why));

  test('the name of a retired stage; the retired one itself can be renamed', () => {
    const retired =
      '\n## BR-MOPS-010: Lifecycle Stage — Pilot\n\nType: Lifecycle-Stage\nStatus: Deprecated\nStage: Pilot\n';
    const files = { ...nineStages, 'SoT/rules.md': `${nineStages['SoT/rules.md']}${retired}` };
    expect(refusal(files, 'Expansion', 'Pilot')).toContain(
      'Pilot is the name of BR-MOPS-010, which is retired',
    );
    const { found, means } = play(files, 'Pilot', 'Pilot of 2024');
    expect(found).toEqual([[], []]);
    expect(means).toEqual(['Pilot of 2024: renamed, was Pilot (BR-MOPS-010)']);
  });

  test('a title of a handoff in words of its own', () => {
    const files = withMore({}, { 'Handoff — MQL → SQL': 'Handoff — First call' });
    const { found, after } = play(files, 'First call', 'Second call');
    expect(found).toEqual([[], []]);
    expect(after['PRD.md']).toContain('GTM-MOPS-002: Handoff — Second call\n');
  });
});
