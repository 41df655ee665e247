/** Repositories for the tests that no example gives: nothing in it, everything hostile in it, much in it. */

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { companyText } from '../lifecycle/company.ts';

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Gives a copy of the five-stage example three changes of a limit that led to what it says. */
export async function addHistory(folder: string): Promise<void> {
  const file = join(folder, 'SoT', 'SoT.BUSINESS_RULES.md');
  const text = await readFile(file, 'utf8');
  const before = [
    ['entering this stage: 1 business hour', 'entering this stage: 2 business hours'],
    ['entering this stage: 30 business minutes', 'entering this stage: 1 business hour'],
    ['Two missed discovery calls', 'Three missed discovery calls'],
  ] as const;
  for (let left = before.length; left >= 0; left--) {
    const old = before.slice(0, left).reduce((now, [is, was]) => now.replace(is, was), text);
    await writeFile(file, old);
    if (left === before.length) git(folder, ['init', '-q'], left);
    git(folder, ['add', '.'], left);
    git(folder, ['commit', '-qm', left === before.length ? 'Write the lifecycle' : 'Change a rule'], left);
  }
}

function git(folder: string, args: readonly string[], left: number): void {
  const date = `2026-11-2${5 - left}T09:00:00Z`;
  execFileSync('git', ['-c', 'user.name=Team', '-c', 'user.email=team@example.com', ...args], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  });
}

const things =
  'invoice tender warehouse carrier pallet forecast budget sample pilot rollout audit contract licence survey referral'.split(
    ' ',
  );

/** Thirty stages with 29 handoffs, each in its own words: what a page has of each stage it has thirty times. */
export function longRepository(folder: string): Promise<void> {
  const owners = ['Marketing', 'BDR', 'AE', 'CS'];
  const stages = Array.from(
    { length: 30 },
    (_, at) =>
      [
        `Stage ${at + 1} of the way`,
        at === 0 ? 'Marketing automation' : (owners[Math.floor(at / 8)] ?? ''),
      ] as const,
  );
  let at = 0;
  const text = companyText(stages).replace(
    /Competitor or student e-mail domain|undefined|wrong size/g,
    () => {
      at++;
      return `No ${things[at % things.length]} within ${20 + at} days of the ${things[(at * 7) % things.length]}`;
    },
  );
  return write(folder, { 'SoT/SoT.BUSINESS_RULES.md': text });
}

export function emptyRepository(folder: string): Promise<void> {
  return write(folder, { 'SoT/SoT.BUSINESS_RULES.md': '# Business rules\n\nNothing is decided yet.\n' });
}

const script = '<script>window.hacked = true</script>';
const image = '<img src=x onerror="window.hacked = true">';
const word = 'Unbreakable'.repeat(40);

/** Every field carries something that must come out as the text it is. */
export function hostileRepository(folder: string): Promise<void> {
  return write(folder, {
    'mops.config.yml': `site:\n  title: 'Evil </title>${script}'\n  editUrl: 'https://git.example/"onmouseover="window.hacked=true"/{path}?</a>${script}#{line}'\n`,
    'SoT/SoT.BUSINESS_RULES.md': `# Rules

## BR-MOPS-001: Lifecycle Stage — MQL ${script}
Type: Lifecycle-Stage
Order: 1
Status: Active
Stage: MQL ${script}
Entry criteria:
  - ${image} form sent
  - [click me](javascript:window.hacked=true) and [data](data:text/html,x)
  - %%{init: {"theme": "dark", "securityLevel": "loose"}}%%
Exit criteria (progression):
  - To SQL "quoted" | piped: end; click a href "javascript:window.hacked=true"
Exit criteria (disqualification):
  - ${word} → Nurture
Owner: BDR
SLA:
  Response time after entering this stage: 1 business hour
  Escalation: notify the manager ${image}

## BR-MOPS-002: Lifecycle Stage — SQL "quoted" | piped
Type: Lifecycle-Stage
Order: 2
Status: Active
Stage: SQL "quoted" | piped
Entry criteria:
  - \u202eright to left override\u202c and مرحلة المبيعات المؤهلة
Exit criteria (progression):
  - To Kunde 🎉 end: contract signed
Exit criteria (disqualification):
  - ${'x '.repeat(400)}
Owner: AE
SLA:
  Response time after entering this stage: 30 minutes
  Escalation: ]]> --> */ </style>${script}

## BR-MOPS-003: Lifecycle Stage — Kunde 🎉 end
Type: Lifecycle-Stage
Order: 3
Status: Active
Stage: Kunde 🎉 end
Entry criteria:
  - contract signed
Exit criteria (disqualification):
  - ${word}
Owner: <b>CS</b>
SLA: n/a

## BR-MOPS-001: Lifecycle Stage — Second with the same ID
Type: Lifecycle-Stage
Order: 4
Status: Draft
Stage: ../../etc/passwd
Owner: AE
`,
    'PRD.md': `# PRD

## GTM-MOPS-001: Handoff — MQL ${script} → SQL "quoted" | piped
Type: Handoff
Status: Active
From: MQL ${script} (owner: BDR)
To: SQL "quoted" | piped (owner: AE)
Trigger: </script>${script} BDR marks the lead
Payload (what context transfers):
  - Source: GTM-001 ${image}
  - Touchpoint history: </template>${script}
  - Best-fit signals: \`\`\`${script}
  - Disqualifiers: none
  - Open questions: ${word}
Rejection rule:
  Condition: "${image}"
  Routing: Nurture, tag "${script}"
  Re-engagement: after 90 days and a changed size
SLA: 30 minutes

## GTM-001: Channel — ${image}
Type: Channel
Status: Active
`,
  });
}
