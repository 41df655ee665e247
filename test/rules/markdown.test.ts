import { expect, test } from 'vitest';
import { markdown } from '../../src/rules/markdown.ts';

test('an example loses the indent of its place in the source and keeps its own', () => {
  expect(markdown`
    ## BR-MOPS-002: Lifecycle Stage — MQL

    SLA:
      Response: 1 business hour
  `).toBe('## BR-MOPS-002: Lifecycle Stage — MQL\n\nSLA:\n  Response: 1 business hour\n');
});

test('a fence and a blank-only line stay as they are written', () => {
  expect(markdown`
    \`\`\`
    GTM-MOPS-001: Handoff

    \`\`\`
  `).toBe('```\nGTM-MOPS-001: Handoff\n\n```\n');
});
