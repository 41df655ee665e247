import { describe, expect, it } from 'vitest';
import { type Node, type ReadFile, readFile } from '../../src/sot/index.ts';
import { dialects } from './dialects.ts';

type Plain = readonly [label: string | null, value: string | null, children: readonly Plain[]];

/** A value is the same thing as a list with that one item: a table cell cannot say which. */
function plain(node: Node): Plain {
  const [only] = node.children;
  if (node.value === null && node.children.length === 1 && only && only.children.length === 0 && only.label) {
    return [node.label?.text ?? null, only.text.text, []];
  }
  return [node.label?.text ?? null, node.value?.text ?? null, node.children.map(plain)];
}

const trees = (file: ReadFile) =>
  file.entries.map((entry) => ({ id: entry.id, title: entry.title.text, fields: entry.nodes.map(plain) }));
const read = (text: string) => readFile({ path: 'SoT/SoT.BUSINESS_RULES.md', text });

const bare = read(dialects[0]?.text ?? '');

describe('one lifecycle in many dialects', () => {
  it('reads the bare template as fields, values and lists', () => {
    expect(trees(bare)).toMatchInlineSnapshot(`
      [
        {
          "fields": [
            [
              "Type",
              "Lifecycle-Stage",
              [],
            ],
            [
              "Order",
              "2",
              [],
            ],
            [
              "Status",
              "Active",
              [],
            ],
            [
              "Stage",
              "MQL",
              [],
            ],
            [
              "Entry criteria",
              null,
              [
                [
                  null,
                  "Demo request form sent",
                  [],
                ],
                [
                  null,
                  "Fit score of 50 or more (PER-001)",
                  [],
                ],
              ],
            ],
            [
              "Exit criteria (progression)",
              "To SQL: BDR confirms fit and intent",
              [],
            ],
            [
              "Exit criteria (disqualification)",
              null,
              [
                [
                  null,
                  "Student e-mail address → Disqualified",
                  [],
                ],
                [
                  null,
                  "No budget this year → Nurture",
                  [],
                ],
              ],
            ],
            [
              "Owner",
              "BDR",
              [],
            ],
            [
              "SLA",
              null,
              [
                [
                  "Response time after entering this stage",
                  "1 business hour",
                  [],
                ],
                [
                  "Escalation",
                  "at 1 business hour notify the SDR manager",
                  [],
                ],
              ],
            ],
            [
              "Linked IDs",
              "PER-001 (fit signals), KPI-101/102",
              [],
            ],
          ],
          "id": "BR-MOPS-002",
          "title": "Lifecycle Stage — MQL",
        },
        {
          "fields": [
            [
              "Type",
              "Handoff",
              [],
            ],
            [
              "Status",
              "Active",
              [],
            ],
            [
              "From",
              "MQL (owner: BDR)",
              [],
            ],
            [
              "To",
              "SQL (owner: AE)",
              [],
            ],
            [
              "Trigger",
              "BDR sets the lead status to Qualified",
              [],
            ],
            [
              "Payload (what context transfers)",
              null,
              [
                [
                  "Source",
                  "GTM-002 (Product Hunt)",
                  [],
                ],
                [
                  "Touchpoint history",
                  "pages, e-mails and calls so far",
                  [],
                ],
                [
                  "Best-fit signals",
                  "size, role and PER-001",
                  [],
                ],
                [
                  "Disqualifiers",
                  "anything that spoke against it",
                  [],
                ],
                [
                  "Open questions",
                  "budget owner and timeline",
                  [],
                ],
              ],
            ],
            [
              "Rejection rule",
              null,
              [
                [
                  "Condition",
                  "company has fewer than 20 people",
                  [],
                ],
                [
                  "Routing",
                  "back to MQL with the reason "small team"",
                  [],
                ],
                [
                  "Re-engagement",
                  "after 90 days when headcount has grown",
                  [],
                ],
              ],
            ],
            [
              "SLA",
              "30 business minutes",
              [],
            ],
            [
              "Linked IDs",
              "BR-MOPS-002, BR-MOPS-003",
              [],
            ],
          ],
          "id": "GTM-MOPS-002",
          "title": "Handoff — MQL → SQL",
        },
      ]
    `);
  });

  it.each(dialects.slice(1))('reads $name to the same trees', ({ text }) => {
    expect(trees(read(text))).toEqual(trees(bare));
  });

  const variants: Record<string, (text: string) => string> = {
    'CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
    'lone CR line ends': (text) => text.replaceAll('\n', '\r'),
    'a byte order mark': (text) => `\uFEFF${text}`,
    'no-break spaces behind the labels': (text) => text.replaceAll(': ', ':\u00A0'),
    'trailing blanks and tabs': (text) => text.replaceAll('\n', ' \t\n'),
    'no line end at the end': (text) => text.trimEnd(),
    'a comment above every entry': (text) =>
      text.replaceAll(/^(?=.*(?:BR|GTM)-MOPS-002.*[—|])/gm, '<!-- checked -->\n'),
    'right-to-left marks at line starts': (text) => text.replaceAll(/^(?=[*\-A-Z])/gm, '\u200F'),
  };
  for (const [variant, change] of Object.entries(variants)) {
    it.each(dialects)(`reads $name the same with ${variant}`, ({ name, text }) => {
      if (variant.startsWith('a comment') && name.includes('fence')) return;
      expect(trees(read(change(text)))).toEqual(trees(bare));
    });
  }

  it.each(dialects)('knows the place of everything in $name', ({ text }) => {
    const file = read(text);
    const check = (node: Node) => {
      for (const part of [node.label, node.value]) {
        if (!part) continue;
        const raw = text.slice(part.span.start, part.span.end);
        expect(raw.replaceAll(/[*>]|\n\s*/g, '')).toBe(part.text);
        const before = text.slice(0, part.span.start).split('\n');
        expect([part.span.line, part.span.column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
      }
      node.children.forEach(check);
    };
    for (const entry of file.entries) {
      entry.nodes.forEach(check);
      expect(text.slice(entry.idSpan.start, entry.idSpan.end)).toBe(entry.id);
      expect(text.slice(entry.title.span.start, entry.title.span.end)).toBe(entry.title.text);
    }
    expect(file.issues).toEqual([]);
  });
});
