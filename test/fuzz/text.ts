/** Texts as people and strangers write them: pieces of real entries, cut, doubled, turned and mixed with what breaks readers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

const examples = join(import.meta.dirname, '..', '..', 'examples');

/** The lines of all example lifecycles. */
const lines = readdirSync(examples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'));

const odd = fc.constantFrom(
  ...[
    '```',
    '---',
    '> ',
    '| a | b |',
    '<!--',
    '-->',
    '  - ',
    '***',
    '\t',
    '\r',
    '\u202e',
    '\u{e0041}',
    '\ufeff',
  ],
  ...[
    '(((',
    '[[',
    '**',
    '](',
    '{a,b}',
    '<details>',
    '=======',
    'BR-MOPS-XXX',
    'GTM-YYY (x)',
    'KPI-101/102',
    '001→004',
  ],
  ...[
    'SLA:',
    'Owner:',
    'Rejection rule:',
    'To: (owner',
    'Status: Active',
    'Type: Handoff',
    '1 business hour',
    '',
  ],
  // What a stranger writes for the surface the text ends on.
  ...[
    '::error::x',
    '@acme/team',
    '<script>alert(1)</script>',
    '=HYPERLINK("x")',
    '\u001b[31m',
    '%%{init: {}}%%',
    '[x](javascript:alert(1))',
    '//evil.example',
    '`',
    '\\',
    '&lt;',
    '__proto__',
    'constructor',
  ],
);
const line = fc.oneof(
  { weight: 12, arbitrary: fc.nat(lines.length - 1).map((at) => lines[at] ?? '') },
  { weight: 2, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(lines.length - 1), fc.nat(80), odd)
      .map(([at, cut, more]) => (lines[at] ?? '').slice(0, cut) + more + (lines[at] ?? '').slice(cut)),
  },
);
/** A run of neighbouring lines: most of an entry. */
const block = fc
  .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 40 }))
  .map(([at, count]) => lines.slice(at, at + count).join('\n'));

export const document = fc
  .tuple(fc.array(fc.oneof(block, line), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([parts, end]) => parts.join('\n').replaceAll('\n', end));

/** A few lines to stand many times over. */
export const pieces = fc
  .array(fc.oneof(block, line), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('\n'))
  .filter((text) => text.length > 3);

export const phrase = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '1',
        '30',
        'business',
        'hours',
        'min',
        'days',
        'same',
        'next',
        '(EMEA)',
        ';',
        ':',
        '%',
        '24/7',
        'Mon–Fri',
        '9-17',
      ),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '));

export const configText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'mode: deep',
        'v09: final',
        'sot: ["**/*.md"]',
        'rules: {stage-sla: off}',
        'calendar:',
        '  zone: UTC',
        '  hours: {mon: "9-17"}',
        'roles: {BDR: [SDR]}',
        '&a [*a]',
        '__proto__: 1',
        'stages: {constructor: [toString], Buyer: [Customer]}',
        'sinks: {__proto__: [Junk]}',
        'fields: {Owner: [valueOf, Verantwortlich]}',
        'calendars: {hasOwnProperty: {zone: UTC}}',
        'reconcile: {constructor: GTM-001}',
        'site: {repo: a/b, base: //x}',
        'motion: hybrid',
        '<<: *a',
        '- ',
        '{',
        '!!js/function x',
      ),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 8 },
  )
  .map((rows) => rows.join('\n'));
