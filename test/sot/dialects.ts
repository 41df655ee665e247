/** One lifecycle stage and one handoff, written in every shape that people use. */
export interface Dialect {
  readonly name: string;
  readonly text: string;
}

const stageFields: readonly (readonly [string, string | readonly string[]])[] = [
  ['Type', 'Lifecycle-Stage'],
  ['Order', '2'],
  ['Status', 'Active'],
  ['Stage', 'MQL'],
  ['Entry criteria', ['Demo request form sent', 'Fit score of 50 or more (PER-001)']],
  ['Exit criteria (progression)', ['To SQL: BDR confirms fit and intent']],
  [
    'Exit criteria (disqualification)',
    ['Student e-mail address → Disqualified', 'No budget this year → Nurture'],
  ],
  ['Owner', 'BDR'],
  [
    'SLA',
    [
      'Response time after entering this stage: 1 business hour',
      'Escalation: at 1 business hour notify the SDR manager',
    ],
  ],
  ['Linked IDs', 'PER-001 (fit signals), KPI-101/102'],
];

const handoffFields: readonly (readonly [string, string | readonly string[]])[] = [
  ['Type', 'Handoff'],
  ['Status', 'Active'],
  ['From', 'MQL (owner: BDR)'],
  ['To', 'SQL (owner: AE)'],
  ['Trigger', 'BDR sets the lead status to Qualified'],
  [
    'Payload (what context transfers)',
    [
      'Source: GTM-002 (Product Hunt)',
      'Touchpoint history: pages, e-mails and calls so far',
      'Best-fit signals: size, role and PER-001',
      'Disqualifiers: anything that spoke against it',
      'Open questions: budget owner and timeline',
    ],
  ],
  [
    'Rejection rule',
    [
      'Condition: company has fewer than 20 people',
      'Routing: back to MQL with the reason "small team"',
      'Re-engagement: after 90 days when headcount has grown',
    ],
  ],
  ['SLA', '30 business minutes'],
  ['Linked IDs', 'BR-MOPS-002, BR-MOPS-003'],
];

const stage: Source = { id: 'BR-MOPS-002', title: 'Lifecycle Stage — MQL', fields: stageFields };
const handoff: Source = { id: 'GTM-MOPS-002', title: 'Handoff — MQL → SQL', fields: handoffFields };
/** An entry to write: fields with a value or with a list. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly (readonly [string, string | readonly string[]])[];
}

export interface Style {
  readonly head: (id: string, title: string) => string;
  readonly field: (label: string, value: string) => string;
  readonly list: (label: string, items: readonly string[]) => string;
  /** Stands before the first field, and behind the last. */
  readonly before?: string;
  readonly after?: string;
}

const heading = (marks: string, sign: string) => (id: string, title: string) =>
  `${marks} ${id}${sign}${title}\n`;
const bulleted = (mark: string) => (label: string, items: readonly string[]) =>
  `${label}\n${items.map((item) => `${mark}${item}`).join('\n')}`;

/** The shapes; a table cell cannot hold a pipe, and a list of fields needs `Label: value` items throughout. */
export const styles: Record<string, Style> = {
  'bare lines': {
    head: (id, title) => `${id}: ${title}`,
    field: (label, value) => `${label}: ${value}`,
    list: (label, items) => bulleted('  - ')(`${label}:`, items),
  },
  'bare lines with blank lines between': {
    head: (id, title) => `${id}: ${title}`,
    field: (label, value) => `${label}: ${value}\n`,
    list: (label, items) => `${bulleted('  - ')(`${label}:`, items)}\n`,
  },
  'indented by nothing but blanks': {
    head: (id, title) => `${id} — ${title}`,
    field: (label, value) => `${label}: ${value}`,
    list: (label, items) =>
      items.every((item) => item.includes(': '))
        ? `${label}:\n${items.map((item) => `    ${item}`).join('\n')}`
        : bulleted('    * ')(`${label}:`, items),
  },
  'heading with bold labels': {
    head: heading('##', ': '),
    field: (label, value) => `**${label}**: ${value}`,
    list: (label, items) => `\n${bulleted('- ')(`**${label}**:`, items)}\n`,
  },
  'colon inside the bold': {
    head: heading('##', ' — '),
    field: (label, value) => `**${label}:** ${value}  `,
    list: (label, items) => `\n${bulleted('* ')(`**${label}:**`, items)}\n`,
  },
  'bullets with plain labels': {
    head: heading('###', ' | '),
    field: (label, value) => `- ${label}: ${value}`,
    list: (label, items) => bulleted('  - ')(`- ${label}:`, items),
  },
  'bullets with bold labels': {
    head: (id, title) => `## [${id}] ${title}\n`,
    field: (label, value) => `- **${label}:** ${value}`,
    list: (label, items) => bulleted('    - ')(`- **${label}:**`, items),
  },
  'stars with bold labels': {
    head: heading('####', ': '),
    field: (label, value) => `* **${label}**: ${value}`,
    list: (label, items) => bulleted('\t* ')(`* **${label}**:`, items),
  },
  'a quotation': {
    head: heading('##', ' – '),
    field: (label, value) => `> **${label}**: ${value}`,
    list: (label, items) => `>\n${bulleted('> - ')(`> **${label}**:`, items)}\n>`,
  },
  'a field table': {
    head: heading('##', ': '),
    before: '| Field | Value |\n|---|---|',
    field: (label, value) => `| **${label}** | ${value} |`,
    list: (label, items) => `| **${label}** | ${items.join('<br>')} |`,
  },
  'sub-headings': {
    head: heading('##', ' '),
    field: (label, value) => `### ${label}\n\n${value}\n`,
    list: (label, items) => `### ${label}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`,
  },
  'labels alone with the value below': {
    head: heading('#', ': '),
    field: (label, value) => `**${label}**\n\n${value}\n`,
    list: (label, items) => `**${label}**\n\n${items.map((item) => `- ${item}`).join('\n')}\n`,
  },
  'a fence': {
    head: (id, title) => `\`\`\`\n${id}: ${title}`,
    field: (label, value) => `${label}: ${value}`,
    list: (label, items) => bulleted('  - ')(`${label}:`, items),
    after: '```',
  },
  'a YAML fence': {
    head: (id, title) => `\`\`\`yaml\n${id}: ${title}`,
    field: (label, value) => `${label}: ${value}`,
    list: (label, items) => bulleted('  - ')(`${label}:`, items),
    after: '```',
  },
  'a heading with its fields in a fence': {
    head: (id, title) => `## ${id}: ${title}\n\n\`\`\`markdown\n${id}: ${title}`,
    field: (label, value) => `${label}: ${value}`,
    list: (label, items) => bulleted('- ')(`${label}:`, items),
    after: '```',
  },
  'a YAML fence with quotes': {
    head: (id, title) => `\`\`\`yaml\n${id}: ${title}`,
    field: (label, value) => `${label}: "${value}"`,
    list: (label, items) =>
      items.every((item) => item.includes(': ')) && !label.startsWith('Exit')
        ? bulleted('  - ')(`${label}:`, items)
        : `${label}:\n${items.map((item) => `  - "${item.replaceAll('"', '\\"')}"`).join('\n')}`,
    after: '```',
  },
  'HTML lists': {
    head: heading('##', ': '),
    field: (label, value) => `<strong>${label}:</strong> ${value}\n`,
    list: (label, items) =>
      `<strong>${label}:</strong>\n<ul>\n${items.map((item) => `  <li>${item}</li>`).join('\n')}\n</ul>\n`,
  },
  'a field table with HTML lists': {
    head: heading('##', ': '),
    before: '| Field | Value |\n|---|---|',
    field: (label, value) => `| ${label} | ${value} |`,
    list: (label, items) => `| ${label} | <ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul> |`,
  },
  'emoji before the labels': {
    head: heading('##', ': '),
    field: (label, value) => `🔹 **${label}:** ${value}\n`,
    list: (label, items) => `🔹 **${label}:**\n${items.map((item) => `- ${item}`).join('\n')}\n`,
  },
  'a list': {
    head: (id, title) => `- **${id}: ${title}**`,
    field: (label, value) => `  - ${label}: ${value}`,
    list: (label, items) => bulleted('    - ')(`  - ${label}:`, items),
  },
};

const signed = (sign: string): Style => ({
  head: heading('##', ': '),
  field: (label, value) => `${label}${sign}${value}\n`,
  list: (label, items) => `${bulleted('- ')(`${label}:`, items)}\n`,
});

/** Shapes that give the same model by another tree: a lone item for a value, a line that is a field by its name alone. */
const loose: Record<string, Style> = {
  'broken lines': {
    head: heading('##', ': '),
    field: (label, value) => `**${label}**<br>${value}\n`,
    list: (label, items) => `**${label}**<br/>${items.join('<br />')}\n`,
  },
  'no blank behind the colon': {
    head: (id, title) => `##${id}: ${title}\n`,
    field: (label, value) => `${label}:${value}`,
    list: (label, items) => bulleted('- ')(`${label}:`, items),
  },
  'a definition list': {
    head: heading('##', ': '),
    field: (label, value) => `${label}\n: ${value}\n`,
    list: (label, items) => `**${label}**\n${items.map((item) => `:   ${item}`).join('\n')}\n`,
  },
  'dashes for colons': signed(' – '),
  'hyphens for colons': signed(' - '),
  'equals signs': signed(' = '),
  arrows: signed(' → '),
};

export function write(style: Style, source: Source): string {
  const fields = source.fields.map(([label, value]) =>
    typeof value === 'string' ? style.field(label, value) : style.list(label, value),
  );
  return [style.head(source.id, source.title), style.before, ...fields, style.after]
    .filter((part) => part !== undefined)
    .join('\n');
}

function inEach(shapes: Readonly<Record<string, Style>>): readonly Dialect[] {
  return Object.entries(shapes).map(([name, style]) => ({
    name,
    text: `# Business rules\n\nSome words first.\n\n${write(style, stage)}\n\n${write(style, handoff)}\n`,
  }));
}

export const dialects = inEach(styles);
export const looseDialects = inEach(loose);
