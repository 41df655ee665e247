import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesAsJson, changesAsMarkdown, changesAsText, semanticChanges } from '../../src/compare/index.ts';
import { exampleFiles, exampleNames, modelOf, modelOfFiles } from '../diagram/models.ts';
import { base, stage002 } from './rules.ts';

describe('no change of meaning', () => {
  it.each<[string, string]>([
    ['the same text', base],
    [
      'entries in another order',
      base
        .split(/(?=^## )/m)
        .reverse()
        .join('\n'),
    ],
    ['lines inserted above', `# Title\n\nSome words.\n\n${base}`],
    ['other bullets and bold labels', base.replace(/^- (\w[\w ()-]*):/gm, '* **$1**:')],
    ['CRLF', base.replaceAll('\n', '\r\n')],
    ['an SLA in other words', base.replace('SLA: 1 business hour', 'SLA: 60 business minutes')],
    ['another name of the same role', base.replace('Owner: BDR\n', 'Owner: SDR\n')],
    [
      'criteria in another order',
      base.replace(
        '  - Demo form sent\n  - 50 to 500 employees (PER-001)',
        '  - 50 to 500 employees (PER-001)\n  - Demo form sent',
      ),
    ],
    ['other quotes, dashes and a full stop', base.replace('No budget → Nurture', 'No budget -> Nurture.')],
  ])('%s', (_, head) => {
    expect(semanticChanges(modelOf(base), modelOf(head)).map(({ sentence }) => sentence)).toEqual([]);
  });

  it('an entry moved to another file', () => {
    const head = modelOfFiles([
      { path: 'SoT/a.md', text: base.replace(stage002, '') },
      { path: 'SoT/b.md', text: stage002 },
    ]);
    expect(semanticChanges(modelOf(base), head)).toEqual([]);
  });

  it.each(exampleNames)('the example %s with its files and blank lines shuffled', (name) => {
    const { files, config } = exampleFiles(name);
    const head = files.map(({ path, text }) => ({ path, text: `\n${text}\n\n` })).reverse();
    expect(semanticChanges(modelOfFiles(files, config), modelOfFiles(head, config))).toEqual([]);
  });

  it('nothing is said without a base', () => {
    expect(semanticChanges(null, modelOf(base))).toEqual([]);
  });
});

describe('a changed config', () => {
  it('is listed setting by setting', () => {
    const head = modelOf(
      base,
      'mode: deep\nrules:\n  stage-sla: warning\ncalendar:\n  zone: Europe/Berlin\n  holidays: [2026-12-25, 2026-12-26]\n',
    );
    expect(semanticChanges(modelOf(base, 'mode: standard\n'), head).map(({ sentence }) => sentence)).toEqual([
      'Config: calendar.holidays set to 2026-12-25, 2026-12-26',
      'Config: calendar.zone set to Europe/Berlin',
      'Config: mode standard → deep',
      'Config: rules.stage-sla set to warning',
    ]);
  });

  it('is listed also where both models were judged by one config', () => {
    const strict = modelOf(base, 'mode: standard\n').config;
    const lax = modelOf(base, 'mode: quick\n').config;
    const model = modelOf(base, 'mode: standard\n');
    expect(
      semanticChanges(model, model, { configs: { base: strict, head: lax } }).map(({ sentence }) => sentence),
    ).toEqual(['Config: mode standard → quick']);
  });
});

describe('printed changes', () => {
  const changes = semanticChanges(
    modelOf(base),
    modelOf(base.replace('  - Demo form sent\n', '  - Demo form sent, @acme/sales & <img> a|b\u001b[31m\n')),
  );

  it('ping nobody and carry no HTML in Markdown', () => {
    const text = changesAsMarkdown(changes);
    expect(text).toMatch(/^- \*\*MQL\*\*: entry criterion Demo form sent \*\*, @&#8203;acme/);
    expect(text).not.toMatch(/<|[^\\]\|/);
    expect(text).not.toContain('\u001b');
  });

  it('steer no terminal in text', () => {
    expect(changesAsText(changes)).not.toContain('\u001b');
    expect(changesAsText([])).toBe('The lifecycle means the same.\n');
  });

  it('keep before, after and place in JSON', () => {
    const { version, changes: list } = JSON.parse(
      changesAsJson(
        semanticChanges(
          modelOf(base),
          modelOf(base.replace('SLA: 1 business hour', 'SLA: 4 business hours')),
        ),
      ),
    );
    expect(version).toBe(1);
    expect(list).toEqual([
      {
        subject: { kind: 'stage', id: 'BR-MOPS-002', name: 'MQL' },
        what: 'sla',
        before: '1 business hour',
        after: '4 business hours',
        file: 'SoT/SoT.BUSINESS_RULES.md',
        line: base.slice(0, base.indexOf('1 business hour')).split('\n').length,
        sentence: 'MQL: SLA 1 business hour → 4 business hours',
      },
    ]);
  });

  it('count what a budget leaves out', () => {
    const many = semanticChanges(modelOf(base), modelOf('# Empty\n'));
    expect(changesAsMarkdown(many, 2).split('\n')).toHaveLength(4);
    expect(changesAsMarkdown(many, 2)).toContain(`and ${many.length - 2} more changes`);
  });
});

it('never throws and is empty for any text against itself', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...base.split('\n')), { maxLength: 60 }), (lines) => {
      const text = lines.join('\n');
      expect(semanticChanges(modelOf(text), modelOf(text))).toEqual([]);
      semanticChanges(modelOf(base), modelOf(text));
      semanticChanges(modelOf(text), modelOf(base));
    }),
    { numRuns: 100 },
  );
});
