/** Nine stages, each turned down to the one before or to a place outside. */
export const nineStages = [
  'Anonymous',
  'Signup',
  'Activated',
  'Paid',
  'Qualified account',
  'SQL',
  'Opportunity',
  'Security review',
  'Expansion',
]
  .map((name, at, names) =>
    [
      `## BR-MOPS-00${at + 1}: Lifecycle Stage — ${name}`,
      '- Type: Lifecycle-Stage',
      `- Order: ${at + 1}`,
      '- Status: Active',
      `- Stage: ${name}`,
      '- Entry criteria:',
      `  - Event ${at} was seen in the product`,
      ...(at < 8
        ? ['- Exit criteria (progression):', `  - To ${names[at + 1]}: Event ${at + 1} was seen`]
        : []),
      '- Exit criteria (disqualification):',
      at % 2 === 1 && at > 1
        ? `  - Facts are missing → ${names[at - 1]}`
        : `  - Wrong persona or hobby use → ${at === 0 ? 'Disqualified' : 'Nurture'}`,
      `- Owner: ${['Marketing automation', 'BDR', 'AE', 'CS', 'Founder'][at % 5]}`,
      '- SLA: 4 business hours',
    ].join('\n'),
  )
  .join('\n\n');
