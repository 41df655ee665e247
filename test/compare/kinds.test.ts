/** What is said of each kind of entry when it comes, goes or is called otherwise, and how several are told as one. */
import { describe, expect, test } from 'vitest';
import { changesAsMarkdown, changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { modelOf } from '../diagram/models.ts';
import { base, entry, stage002 } from './rules.ts';

const around: Readonly<Record<string, string>> = {
  'MON-001': '## MON-001: Uptime\n- Status: Active\n\n',
  'GTM-010': '## GTM-010: Channel — Podcast\n- Type: Channel\n- Status: Active\n\n',
  'GTM-011': '## GTM-011: Offer — Trial\n- Type: Offer\n- Status: Active\n\n',
  'GTM-012': '## GTM-012: Outreach — Cold mail\n- Type: Outreach\n- Status: Active\n\n',
  'BR-PRICING-001': '## BR-PRICING-001: Starter\n- Status: Active\n\n',
  'PER-001': '## PER-001: Persona — Buyer\n- Status: Active\n\n',
  'KPI-001': '## KPI-001: Reply time\n- Target: 2 hours\n- Status: Active\n\n',
  'CFD-001': '## CFD-001: Too slow\n- Status: Active\n\n',
  'RUN-001': '## RUN-001: Outage\n- Status: Active\n\n',
};
const whole = `${base}\n${Object.values(around).join('')}`;

function told(before: string, after: string): string[] {
  const text = changesAsText(semanticChanges(modelOf(before), modelOf(after)));
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('Lifecycle: '));
}

function edit(...replacements: [from: string, to: string][]): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the text does not say ${from}`);
    return text.replace(from, to);
  }, whole);
}

describe('an entry that went, and one that came', () => {
  test.each([
    ['MON-001', 'Monitor Uptime: monitor'],
    ['GTM-010', 'Channel Podcast: channel'],
    ['GTM-011', 'Offer Trial: offer'],
    ['GTM-012', 'Outreach Cold mail: outreach'],
    ['BR-PRICING-001', 'Price rule Starter: price rule'],
    ['PER-001', 'Persona Buyer: persona'],
    ['KPI-001', 'KPI Reply time: KPI'],
    ['CFD-001', 'Feedback Too slow: feedback'],
    ['RUN-001', 'Runbook Outage: runbook'],
  ])('%s', (id, words) => {
    const without = whole.replace(around[id] ?? '', '');
    const links = id === 'PER-001' ? /^(?!.*linked)/ : /./;
    expect(told(whole, without).filter((line) => links.test(line))).toEqual([`${words} removed (${id})`]);
    expect(told(without, whole).filter((line) => links.test(line))).toEqual([`${words} added (${id})`]);
  });

  test.each([
    [
      'a handoff with its limit',
      'GTM-MOPS-001',
      'Handoff MQL → SQL: handoff added (GTM-MOPS-001, SLA 30 business minutes)',
    ],
    [
      'a monitor with what it watches',
      'MON-DRIFT-001',
      'Drift monitor MON-DRIFT-001: drift monitor added (MON-DRIFT-001, watches SLA of BR-MOPS-002)',
    ],
    ['a scoring model', 'BR-MOPS-011', 'Scoring model BR-MOPS-011: scoring model added (BR-MOPS-011)'],
    ['a routing', 'BR-MOPS-010', 'Routing MQL → SQL by Size (employees): routing added (BR-MOPS-010)'],
  ])('%s', (_what, id, line) => {
    expect(told(whole.replace(entry(id), ''), whole)).toEqual([line]);
  });

  test.each([
    ['Draft', 'SAL: stage added (BR-MOPS-009, not active yet, owner BDR)'],
    ['Deprecated', 'SAL: stage added (BR-MOPS-009, deprecated, owner BDR)'],
    ['Active', 'SAL: stage added (BR-MOPS-009, owner BDR)'],
  ])('a stage that is %s', (status, line) => {
    const text = `## BR-MOPS-009: Lifecycle Stage — SAL\n- Type: Lifecycle-Stage\n- Stage: SAL\n- Order: 9\n- Status: ${status}\n- Owner: BDR\n\n`;
    expect(told(whole, `${whole}${text}`)).toContain(line);
  });
});

describe('an entry that stays', () => {
  test.each<[string, [string, string][], string[]]>([
    ['another name', [['Reply time', 'Answer time']], ['KPI Answer time: renamed, was Reply time (KPI-001)']],
    ['capitals in its name', [['Reply time', 'REPLY TIME']], ['The lifecycle means the same.']],
    ['another number', [['## KPI-001', '## KPI-002']], ['KPI Reply time: ID KPI-001 → KPI-002']],
    ['another target', [['2 hours', '3 hours']], ['KPI Reply time: target 2 hours → 3 hours']],
    ['no target', [['- Target: 2 hours\n', '']], ['KPI Reply time: target removed: 2 hours']],
    [
      'another status',
      [['Outreach\n- Status: Active', 'Outreach\n- Status: Paused']],
      ['Outreach Cold mail: status Active → Paused'],
    ],
    [
      'no status, which is Active',
      [['Outage\n- Status: Active', 'Outage\n']],
      ['The lifecycle means the same.'],
    ],
    [
      'a section of what is over',
      [['## RUN-001', '# Deprecated\n\n## RUN-001']],
      ['Runbook Outage: status Active → in a deprecated section'],
    ],
    [
      'a status of the team’s own',
      [['Outage\n- Status: Active', 'Outage\n- Status: Sleeping']],
      ['Runbook Outage: status Active → Sleeping'],
    ],
    [
      'the same link twice',
      [['PER-001, GTM-001\n', 'PER-001, GTM-001, PER-001\n']],
      ['The lifecycle means the same.'],
    ],
    [
      'links are never one for another',
      [['PER-001, GTM-001\n', 'PER-001, GTM-010\n']],
      ['MQL: linked ID added: GTM-010', 'MQL: linked ID removed: GTM-001'],
    ],
  ])('%s', (_what, replacements, lines) => {
    expect(told(whole, edit(...replacements))).toEqual(lines);
  });

  test.each([
    ['a status of the team’s own', 'Status: Out for a while', 'Status: out for  a while.'],
    ['an owner nobody knows', 'Owner: Desk – “Ada”', 'Owner: desk - "Ada".'],
    ['a limit that cannot be read', 'SLA: soon – or sooner', 'SLA: Soon - or sooner.'],
  ])('%s in other signs', (_what, one, other) => {
    const [label = ''] = one.split(': ');
    const before = whole.replace(stage002, stage002.replace(new RegExp(`${label}: .*`), one));
    const after = whole.replace(stage002, stage002.replace(new RegExp(`${label}: .*`), other));
    expect(before).not.toBe(whole);
    expect(told(before, after)).toEqual(['The lifecycle means the same.']);
  });
});

describe('the same of several entries is one line', () => {
  const stages = ['Anonymous', 'MQL', 'SQL'];
  /** The base with another cadence in the first stages. */
  const cadence = (...days: number[]) =>
    days.reduce(
      (text, day, at) =>
        text.replace(
          `- Stage: ${stages[at]}\n`,
          `- Stage: ${stages[at]}\n- Follow-up cadence: every ${day} days\n`,
        ),
      whole,
    );

  test('two and three are named', () => {
    expect(told(whole, cadence(2, 2))).toEqual(['Anonymous, MQL: cadence added: every 2 days']);
    expect(told(whole, cadence(2, 2, 2))).toEqual(['Anonymous, MQL, SQL: cadence added: every 2 days']);
  });

  test('another value is a line of its own', () => {
    expect(told(whole, cadence(2, 3, 2))).toEqual([
      'Anonymous, SQL: cadence added: every 2 days',
      'MQL: cadence added: every 3 days',
    ]);
  });

  const kpis = (...statuses: string[]) =>
    statuses.map((status, at) => `## KPI-10${at}: Rate ${at}\n- Status: ${status}\n\n`).join('');

  test('four are one and three more of their kind', () => {
    const [old, now] = [kpis('Active', 'Active', 'Active'), kpis('Paused', 'Paused', 'Paused')];
    expect(told(whole + old, whole + now)).toEqual([
      'KPI Rate 0, KPI Rate 1, KPI Rate 2: status Active → Paused',
    ]);
    const more = `${kpis('Active', 'Active', 'Active', 'Active')}`;
    expect(told(whole + more, whole + more.replaceAll('Active', 'Paused'))).toEqual([
      'KPI Rate 0 and 3 more KPIs: status Active → Paused',
    ]);
  });

  test('of two kinds they are two lines', () => {
    const old = kpis('Active') + around['RUN-001'];
    expect(told(base + old, base + old.replaceAll('Active', 'Paused'))).toEqual([
      'KPI Rate 0: status Active → Paused',
      'Runbook Outage: status Active → Paused',
    ]);
  });

  test('entries that come are told one by one, also of one name', () => {
    const two = kpis('Active', 'Active').replaceAll(/Rate \d/g, 'Rate');
    expect(told(whole, whole + two)).toEqual([
      'KPI Rate: KPI added (KPI-100)',
      'KPI Rate: KPI added (KPI-101)',
    ]);
  });

  test('links to what came or went stand behind it', () => {
    const linked = (text: string) => text.replace('PER-001, GTM-001\n', 'PER-001, GTM-001, KPI-100\n');
    const [without, within] = [whole, linked(whole) + kpis('Active')];
    expect(told(without, within)).toEqual(['KPI Rate 0: KPI added (KPI-100); linked in MQL']);
    expect(told(within, without)).toEqual(['KPI Rate 0: KPI removed (KPI-100); no longer linked in MQL']);
  });

  test('a link to what was there is its own line', () => {
    expect(told(whole, whole.replace('PER-001, GTM-001\n', 'PER-001, GTM-001, KPI-001\n'))).toEqual([
      'MQL: linked ID added: KPI-001',
    ]);
  });
});

describe('as a list', () => {
  const list = (after: string, most?: number) =>
    changesAsMarkdown(semanticChanges(modelOf(whole), modelOf(after)), most);

  test('nothing where nothing changed', () => {
    expect(list(whole)).toBe('');
  });

  test('one more, two more', () => {
    const two = edit(['2 hours', '3 hours'], ['Outreach\n- Status: Active', 'Outreach\n- Status: Paused']);
    expect(list(two, 2)).toBe(
      '- **Outreach Cold mail**: status Active → Paused\n- **KPI Reply time**: target 2 hours → 3 hours\n',
    );
    expect(list(two, 1)).toBe('- **Outreach Cold mail**: status Active → Paused\n- and 1 more change\n');
    expect(list(two, 0)).toBe('- and 2 more changes\n');
  });

  test('long names and long facts are cut', () => {
    const [name, target] = ['N'.repeat(300), 'T'.repeat(900)];
    const [item = ''] = list(edit(['Reply time', name], ['Target: 2 hours', `Target: ${target}`])).split(
      '\n',
    );
    const [, about = '', fact = ''] = /^- \*\*(.*)\*\*: (.*)$/.exec(item) ?? [];
    expect(about).toMatch(/^KPI N{95}…$/);
    expect(fact).toMatch(/^renamed, was Reply time/);
    const [, cut = ''] = list(edit(['Target: 2 hours', `Target: ${target}`])).split(': ');
    expect(cut.trimEnd()).toHaveLength(400);
    expect(cut).toMatch(/^target 2 hours → T+…\n$/);
  });

  test('changed words of a long text are struck and bold, with one blank between', () => {
    const long = 'Target: two hours on each working day of the first year';
    const before = whole.replace('Target: 2 hours', long);
    const markdown = (text: string) => changesAsMarkdown(semanticChanges(modelOf(before), modelOf(text)));
    expect(markdown(before.replace('first year', 'second year'))).toBe(
      '- **KPI Reply time**: target two hours on each working day of the ~~first~~ **second** year\n',
    );
    expect(markdown(before.replace('of the first year', ''))).toBe(
      '- **KPI Reply time**: target two hours on each working day ~~of the first year~~\n',
    );
    expect(markdown(before.replace('Target: two', 'Target: some two'))).toBe(
      '- **KPI Reply time**: target **some** two hours on each working day of the first year\n',
    );
    expect(told(before, before.replace('first year', 'second year'))).toEqual([
      'KPI Reply time: target two hours on each working day of the [-first-] {+second+} year',
    ]);
  });
});
