/** A stage said in other capitals, in the plural, and as a word of a sentence: what is renamed, and what is told. */
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/edit/apply.ts';
import { planRename } from '../../src/edit/rename.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { readRepository } from '../../src/sot/index.ts';
import { configOf } from '../rules/bench.ts';

/** A folder renamed: what its file says afterwards, and the lines that are told of. */
function renamed(content: string, old: string, name: string) {
  const own = buildModel(readRepository([{ path: 'SoT/a.md', text: content }]), configOf({}));
  const plan = planRename(own, null, old, name);
  if ('refused' in plan) throw new Error(plan.refused);
  const after = applyEdits(content, plan.edits).split('\n');
  return {
    lines: content.split('\n').flatMap((line, at) => (after[at] === line ? [] : [after[at]])),
    places: plan.edits.map(({ span }) => `${span.line}:${span.column}`).join(' '),
    left: plan.left.map(({ span }) => `${span.line}:${span.column}`).join(' '),
  };
}

test('in other capitals and in the plural: fields and arrows mean the stage, sentences may not', () => {
  const entries = (name: string, other: string, many: string) => `## BR-MOPS-002: Lifecycle Stage — ${name}

Type: Lifecycle-Stage
Stage: ${name}
Entry criteria:
- Every ${other} counts, up to ${other}, as the ${other}
Exit criteria (progression):
- To Won: the ${other} signs
Exit criteria (disqualification):
- Gone → ${other}, or back to the ${other}, or into "${other}", no ${other}
- Gone → ${many}

## BR-MOPS-003: Lifecycle Stage — Won

Type: Lifecycle-Stage
Stage: Won

## GTM-MOPS-001: Handoff — ${name} → Won

Type: Handoff
From: ${many} (owner: AE)
To: Won (owner: CS)
Rejection rule:
  Routing:
    - ${other}
    - ${other} again
    - ${many}

About ${many} and ${name}, see ./${name}
`;
  expect(renamed(entries('Opportunity', 'opportunity', 'Opportunities'), 'Opportunity', 'Deal')).toEqual({
    left: '29:44',
    lines: [
      '## BR-MOPS-002: Lifecycle Stage — Deal',
      'Stage: Deal',
      '- Gone → Deal, or back to the Deal, or into "Deal", no opportunity',
      '## GTM-MOPS-001: Handoff — Deal → Won',
      'From: Deal (owner: AE)',
      '    - Deal',
      '    - Deal',
      'About Opportunities and Deal, see ./Opportunity',
    ],
    places: '1:35 4:8 10:10 10:38 10:60 18:28 21:7 25:7 27:7 29:25',
  });
  expect(renamed(entries('SQO', 'sqo', 'SQOs'), 'SQO', 'Deal')).toEqual({
    left: '29:27',
    lines: [
      '## BR-MOPS-002: Lifecycle Stage — Deal',
      'Stage: Deal',
      '- Every Deal counts, up to Deal, as the Deal',
      '- To Won: the Deal signs',
      '- Gone → Deal, or back to the Deal, or into "Deal", no Deal',
      '## GTM-MOPS-001: Handoff — Deal → Won',
      'From: Deal (owner: AE)',
      '    - Deal',
      '    - Deal again',
      '    - Deal',
      'About SQOs and Deal, see ./SQO',
    ],
    places: '1:35 4:8 6:9 6:27 6:39 8:15 10:10 10:30 10:44 10:53 18:28 21:7 25:7 26:7 27:7 29:16',
  });
  expect(renamed(entries('Buy', 'buy', 'Buys'), 'Buy', 'Deal')).toEqual({
    left: '29:27',
    lines: [
      '## BR-MOPS-002: Lifecycle Stage — Deal',
      'Stage: Deal',
      '- Gone → Deal, or back to the Deal, or into "Deal", no buy',
      '## GTM-MOPS-001: Handoff — Deal → Won',
      'From: Deal (owner: AE)',
      '    - Deal',
      '    - Deal',
      'About Buys and Deal, see ./Buy',
    ],
    places: '1:35 4:8 10:10 10:30 10:44 18:28 21:7 25:7 27:7 29:16',
  });
});

test('a word of the sentence at its beginning is told by its place', () => {
  const sentences = [
    'Customer signs. Customer is new. Customer was here. Customer Signs. Customer, signs.',
    '- Customer pays; Customer pays: Customer pays | Customer pays> Customer pays',
    '"Customer pays" **Customer pays** _Customer pays_ (Customer pays) a Customer pays! Customer pays? Customer pays',
    'Customer\tpays, + Customer\npays. Customer  pays',
  ].join('\n');
  const stage = '## BR-MOPS-002: Lifecycle Stage — Customer\n\nType: Lifecycle-Stage\nStage: Customer\n\n';
  expect(renamed(`${stage}# Notes\n\n${sentences}\n`, 'Customer', 'Client')).toEqual({
    left: '8:1 9:3 9:18 9:33 9:49 9:64 10:2 10:19 10:36 10:84 10:99 11:1 12:7',
    lines: [
      '## BR-MOPS-002: Lifecycle Stage — Client',
      'Stage: Client',
      'Customer signs. Client is new. Client was here. Client Signs. Client, signs.',
      '"Customer pays" **Customer pays** _Customer pays_ (Client pays) a Client pays! Customer pays? Customer pays',
      'Customer\tpays, + Client',
    ],
    places: '1:35 4:8 8:17 8:34 8:53 8:69 10:52 10:69 11:18',
  });
});

test('teams, channels and people whose names hold that of a stage stay', () => {
  const stage = (name: string) =>
    `## BR-MOPS-002: Lifecycle Stage — ${name}\n\nType: Lifecycle-Stage\nStage: ${name}\n`;
  const kept = (name: string, ...others: readonly string[]) =>
    expect(renamed(`${stage(name)}\nAbout ${others.join(', ')}.\n`, name, 'Zulu').lines).toEqual([
      '## BR-MOPS-002: Lifecycle Stage — Zulu',
      'Stage: Zulu',
    ]);
  kept(
    'Customer',
    'Customer success',
    'Customer Success',
    'Customer feedback',
    'Customer support',
    'Customer Support',
  );
  kept('Paid', 'Paid search', 'Paid social');
  kept('Lead', 'Lead response');
  kept('Account', 'Account manager');
});
