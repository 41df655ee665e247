import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';

const rules = ['stage-sla', 'sla-escalation', 'id-duplicate'];

function read(text: string | null) {
  return readConfig(text, 'mops.config.yml', rules);
}

/** `line:column message` of each error. */
function errors(text: string): string[] {
  const reading = read(text);
  if (!('errors' in reading)) throw new Error('the config was accepted');
  return reading.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a config that works', () => {
  test.each([null, '', '# nothing yet\n', '\ufeff', '---\n'])('%j is the default config', (text) => {
    expect(read(text)).toMatchObject({
      config: { v09: 'auto', sot: ['SoT/**/*.md', 'PRD.md', 'README.md'], rules: {}, site: {} },
    });
  });

  test('every key of the specification is read', () => {
    const reading = read(
      [
        'mode: deep',
        'motion: hybrid',
        'v09: final',
        'sot: [docs/**/*.md]',
        'roles: {Solutions engineer: [SE]}',
        'stages: {MQL: [Marketing accepted]}',
        'calendar:',
        '  zone: America/New_York',
        '  default: business',
        '  hours: {mon: "09:00-17:00", fri: "22:00-06:00"}',
        '  holidays: [2026-05-25]',
        'rules: {stage-sla: warning, sla-escalation: off, id-duplicate: "off"}',
        'reconcile: {GTM-YYY: GTM-002}',
        'site: {title: Leads, base: /leads/, repo: acme/gtm, editUrl: "https://x.example/{path}#L{line}"}',
      ].join('\n'),
    );
    expect(reading).toMatchObject({
      config: {
        mode: 'deep',
        calendar: { holidays: ['2026-05-25'] },
        rules: { 'sla-escalation': 'off', 'id-duplicate': 'off' },
      },
    });
  });

  test('an alias may repeat a day', () => {
    expect(read('calendar: {zone: UTC, hours: {mon: &day "09:00-17:00", tue: *day}}')).toMatchObject({
      config: { calendar: { hours: { tue: '09:00-17:00' } } },
    });
  });
});

describe('a config with a mistake', () => {
  test('an unknown key is named with its place and the closest key', () => {
    expect(errors('mode: quick\nmotoin: hybrid\n')).toEqual([
      '2:1 Unknown key "motoin". Did you mean "motion"?',
    ]);
    expect(errors('calendar:\n  zone: UTC\n  holliday: []\n')).toEqual([
      '3:3 Unknown key "holliday" in calendar. Did you mean "holidays"?',
    ]);
  });

  test('two letters that changed places are one slip', () => {
    expect(errors('moed: quick')).toEqual(['1:1 Unknown key "moed". Did you mean "mode"?']);
  });

  test('a key like no other is answered with all keys', () => {
    expect(errors('xyzzy: 1')[0]).toContain('Known keys: mode, motion, v09, sot');
  });

  test('a wrong value names the choices', () => {
    expect(errors('mode: fast')).toEqual(['1:7 mode is "fast". Choose one of: quick, standard, deep.']);
    expect(errors('motion: salesassisted')).toEqual([
      '1:9 motion is "salesassisted". Did you mean "sales-assisted"? Choose one of: self-serve, sales-assisted, hybrid.',
    ]);
    expect(errors('rules: {stage-sla: warn}')[0]).toBe(
      '1:20 rules.stage-sla is "warn". Did you mean "warning"? Choose one of: off, notice, warning, error.',
    );
  });

  test('an unknown weekday names the weekdays, one in full its short name', () => {
    expect(errors('calendar:\n  hours:\n    werktags: "09:00-17:00"\n')).toEqual([
      '3:5 Unknown key "werktags" in calendar.hours. Known keys: mon, tue, wed, thu, fri, sat, sun.',
    ]);
    expect(errors('calendar:\n  hours:\n    monday: "09:00-17:00"\n')).toEqual([
      '3:5 Unknown key "monday" in calendar.hours. Did you mean "mon"?',
    ]);
  });

  test('a wrong kind of value says what is expected', () => {
    expect(errors('sot: SoT/**/*.md')).toEqual([
      '1:6 sot is "SoT/**/*.md", expected a list. Write ["SoT/**/*.md"].',
    ]);
    expect(errors('roles: {SE: 4}')).toEqual(['1:13 roles.SE is "4", expected a list. Write ["4"].']);
    expect(errors('- mode')).toEqual(['1:1 The config is a list, expected a map of keys.']);
    expect(errors('site:\nmode: deep\n')[0]).toBe(
      '1:1 site is empty, expected a map of keys. Write `site: {title: Lead lifecycle}`, or leave it out.',
    );
    expect(errors('sot: []')[0]).toBe('1:6 sot is empty. Leave it out, or give it a value.');
  });

  test('an unknown rule is named with the closest', () => {
    expect(errors('rules:\n  stage-slo: off\n')).toEqual([
      '2:3 Unknown rule "stage-slo". Did you mean "stage-sla"?',
    ]);
  });

  test('a calendar that cannot be is reported at its line', () => {
    expect(
      errors('calendar:\n  zone: EST\n  hours:\n    mon: "17:00-09:00x"\n  holidays: [2026-02-30]\n'),
    ).toEqual([
      expect.stringMatching(/^2:9 /),
      expect.stringMatching(/^4:10 /),
      expect.stringMatching(/^5:14 /),
    ]);
  });

  test('a key that stands twice is an error, not a silent winner', () => {
    expect(errors('mode: quick\nmode: deep\n')).toEqual(['2:1 This key stands twice. Keep one.']);
  });

  test('a glob that leaves the folder is refused', () => {
    for (const glob of ['../other/*.md', '/etc/*.md', 'SoT/../../x.md', 'C:/x.md', '~/x.md']) {
      expect(errors(`sot:\n  - "${glob}"\n`)).toEqual([
        `2:5 sot.0 "${glob}" points out of the checked folder. Write a path inside it.`,
      ]);
    }
  });

  test('a placeholder must be given an ID', () => {
    expect(errors('reconcile: {GTM-YYY: Product Hunt}')).toEqual([
      '1:22 reconcile.GTM-YYY is "Product Hunt", expected an ID such as GTM-002.',
    ]);
  });

  test('broken YAML is reported where it breaks', () => {
    expect(errors('mode: "quick\nmotion: hybrid\n')[0]).toMatch(/^\d+:\d+ Not readable as YAML/);
    expect(errors('calendar:\n\tzone: UTC\n')[0]).toMatch(/^2:1 A tab/);
    expect(errors('mode: quick\n---\nmode: deep\n')[0]).toMatch(/second document/);
  });

  test('several mistakes are reported in the order of the file', () => {
    expect(errors('rules: {stage-slo: off}\nsot: [../x]\n').map((line) => line.slice(0, 2))).toEqual([
      '1:',
      '2:',
    ]);
  });
});

describe('words that cannot be meant so', () => {
  test('a word for two roles is told once, with a line for each', () => {
    expect(errors('roles:\n  AE: [Closer, Rep]\n  SDR: [Dev, Rep]\n')).toEqual([
      '3:14 "Rep" is given to the role AE (line 2) and to the role SDR (line 3), and a word means one of them: for AE write `roles: {AE: [Closer, Rep], SDR: [Dev]}`, for SDR write `roles: {AE: [Closer], SDR: [Dev, Rep]}`.',
    ]);
  });

  test('a word for three stages is one error', () => {
    expect(errors('stages:\n  MQL: [Hot]\n  SAL: [hot]\n  SQL: ["Hot "]\n')).toEqual([
      expect.stringMatching(
        /^3:9 "Hot" is given to the stage MQL \(line 2\) and to the stage SAL \(line 3\) and/,
      ),
    ]);
  });

  test('a word for a stage and a place names the line that has to change for each', () => {
    expect(errors('stages: {MQL: [Junk]}\nsinks: {Disqualified: [Junk, Bin]}\n')).toEqual([
      '2:24 "Junk" is given to the stage MQL (line 1) and to the place Disqualified (line 2), and a word means one of them: for MQL write `sinks: {Disqualified: [Bin]}`, for Disqualified write `stages: {MQL: []}`.',
    ]);
  });

  test.each([
    ['places', 'sinks: {Nurture: [Cold pool], Churn: [cold-pool]}', 1],
    ['fields', 'fields: {Owner: [Wer], Status: [WER]}', 1],
    ['a place under both sections', 'stages: {Disqualified: [Bin]}\nsinks: {Disqualified: [Junk]}', 2],
  ])('a word for two %s', (_what, text, line) => {
    expect(errors(text).map((error) => error.split(':')[0])).toEqual([String(line)]);
  });

  test('a word that has a line of its own', () => {
    expect(errors('roles:\n  SDR: [Inbound SDR, BDR]\n  BDR: [Outbound BDR]\n')).toEqual([
      '2:22 "BDR" is given to SDR as another name, and is a role with a line of its own (line 3). If the two are one, write `roles: {SDR: [Inbound SDR, BDR, Outbound BDR]}`; else leave it out: `roles: {SDR: [Inbound SDR], BDR: [Outbound BDR]}`.',
    ]);
  });

  test('a place as another name of a place, a field of the template as a word for another', () => {
    expect(errors('sinks: {Disqualified: [Nurture, Bin]}')).toEqual([
      '1:24 "Nurture" is a place of its own, not another name of Disqualified. Leave it out: `sinks: {Disqualified: [Bin]}`.',
    ]);
    expect(errors('fields: {Owner: [Status, Wer]}')).toEqual([
      `1:18 "Status" is the template's own word for another field, Status. It cannot mean Owner too. Leave it out: \`fields: {Owner: [Wer]}\`.`,
    ]);
  });

  test('an unknown place is answered with the nearest, or with all of them', () => {
    expect(errors('sinks: {Disqualifed: [Dead pool]}')).toEqual([
      '1:9 Unknown place "Disqualifed" in sinks. Did you mean "Disqualified"? Write `sinks: {Disqualified: [Dead pool]}`.',
    ]);
    expect(errors('sinks: {Junk folder: [Disqualified]}')).toEqual([
      '1:9 Unknown place "Junk folder" in sinks. Did you mean "Disqualified"? Write `sinks: {Disqualified: [Junk folder]}`.',
    ]);
    expect(errors('sinks: {Graveyard: [Dead pool]}')[0]).toContain(
      'The places are Nurture, Disqualified, Requeue, Closed-lost, Churn; a name of your own stands beside the one that it is, for example `sinks: {Nurture: [Graveyard, Dead pool]}`.',
    );
  });

  test('an unknown field is answered with the nearest, also when the two sides are the wrong way round', () => {
    expect(errors('fields: {Ownr: [Wer]}')[0]).toContain('Did you mean "Owner"?');
    expect(errors('fields: {Verantwortlich: [Owner]}')[0]).toContain('`fields: {Owner: [Verantwortlich]}`');
    expect(errors('fields: {Blah: [Bluh]}')).toEqual([
      '1:10 Unknown field "Blah" in fields. The key is the field of the template, the list holds your words for it: `fields: {Owner: [Accountable]}`.',
    ]);
  });

  test('a slip in a role, and the way to mean it', () => {
    expect(errors('roles: {Acount executive: [Hunter]}')).toEqual([
      '1:9 Unknown role "Acount executive". Did you mean "AE"? Then write `roles: {AE: [Hunter]}`. If it is a role of its own, write `roles: {Acount executive: [Hunter, Acount executive]}`.',
    ]);
  });

  test('a calendar that stands twice', () => {
    expect(errors('calendars:\n  emea: {zone: Europe/London}\n  EMEA: {zone: Europe/Paris}\n')).toEqual([
      '3:3 calendars has "emea" and "EMEA", one name for a limit. Keep one of them, or give one another name.',
    ]);
  });

  test.each([
    'sinks: {Disqualified: [Do not contact, Junk]}',
    'stages: {Disqualified: [Do not contact]}',
    'stages: {Deal: [Opportunity]}',
    'fields: {Owner: [Verantwortlich, Primary owner]}',
    'roles: {Sales development: [SDR, BDR]}',
    'roles: {BDR: [SDR]}',
    'roles: {AE: [AE, ae]}',
    'roles: {Marketeer: []}',
    'roles: {Marketeer: [Marketeer, Mkt]}',
    'roles: {Hunter: [Field AE], Farmer: [Account manager]}',
  ])('%s is right', (text) => {
    expect(read(text)).toHaveProperty('config');
  });

  test('thousands of conflicts are answered at once', () => {
    const keys = Array.from({ length: 9000 }, (_, at) => `  Role ${at}: [same, x${at}]`);
    expect(errors(`roles:\n${keys.join('\n')}`)).toEqual([
      expect.stringContaining(
        '"same" is given to 9000 names, Role 0 (line 2) and Role 1 (line 3) among them',
      ),
    ]);
  });
});

describe('a config meant to harm', () => {
  test('a tag runs nothing', () => {
    expect(errors('mode: !!js/function "function(){}"')[0]).toMatch(/^1:7 Tags/);
  });

  test('an alias bomb is refused at once', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 30; level += 1)
      bomb.push(`a${level}: &a${level} [${Array(9).fill(`*a${level - 1}`)}]`);
    expect(errors(bomb.join('\n'))[0]).toContain('aliases');
  });

  test.each([
    ['a: &a {mode: deep}\n<<: *a\n', '2:1 Keys are not merged by <<.'],
    ['calendars:\n  EU: &eu {zone: UTC}\n  UK: {<<: *eu}\n', '3:8 Keys are not merged by <<.'],
    [
      'motion: hybrid\nmode: *nowhere\n',
      '2:7 The alias *nowhere stands for nothing: no value above is marked &nowhere.',
    ],
    ['%YAML 1.1\n---\nmode: deep\n', '1:1 Lines with % change how YAML is read.'],
    ['%TAG ! tag:evil.example,2026:\n---\nmode: deep\n', '1:1 Lines with % change how YAML is read.'],
  ])('what would change the meaning of other lines is refused: %j', (text, says) => {
    expect(errors(text).join('\n')).toContain(says);
  });

  test('an alias that holds itself ends', () => {
    expect(errors('sot: &all [*all]\n')[0]).toContain('sot.0 is a list');
    expect(errors('calendar: &c\n  zone: UTC\n  hours: *c\n').length).toBeGreaterThan(0);
  });

  test('twenty levels are read, the next one is refused', () => {
    const nested = (levels: number) => `roles: ${'['.repeat(levels)}x${']'.repeat(levels)}`;
    expect(errors(nested(21))[0]).toContain('nested deeper than 20 levels');
    expect(errors(nested(20))[0]).not.toContain('nested deeper');
    const indented = (levels: number) =>
      Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(errors(indented(21))[0]).toContain('nested deeper than 20 levels');
    expect(errors(indented(20))[0]).not.toContain('nested deeper');
  });

  test('deep nesting and sheer size are refused at once', () => {
    expect(errors('['.repeat(100_000))[0]).toContain('nested deeper');
    expect(errors('- '.repeat(50_000))[0]).toContain('nested deeper');
    expect(errors('#'.repeat(300_000))[0]).toContain('larger');
  });

  test('__proto__ is an unknown key like any other', () => {
    for (const section of ['rules', 'stages', 'roles', 'sinks', 'fields', 'calendars'])
      expect(errors(`${section}: {__proto__: off}`)[0]).toContain('Unknown key "__proto__"');
    expect(errors('__proto__: {mode: deep}')[0]).toContain('Unknown key "__proto__"');
    expect(({} as { mode?: string }).mode).toBeUndefined();
  });

  test('no text makes the reader throw', () => {
    const token = fc.constantFrom(
      'mode',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '>',
      '? ',
      '<<',
      '!!x ',
      'rules',
      '\t',
      '#',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(token, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
        const reading = read(parts.join(''));
        if ('errors' in reading) for (const error of reading.errors) expect(error.line).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });
});
