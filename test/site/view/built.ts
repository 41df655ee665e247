/** Sites of small lifecycles with their pages, without a build. */
import { allPages } from '../../../site/view/all-pages.ts';
import { pageMarkdown } from '../../../site/view/markdown.ts';
import type { Page } from '../../../site/view/page.ts';
import { makeSite, type Site } from '../../../site/view/site.ts';
import { caseConfig, configOf, reportOf } from '../../rules/bench.ts';
import { baseFiles } from '../../rules/case-file.ts';

export interface Built {
  readonly site: Site;
  readonly pages: readonly Page[];
  /** A page's text, without marks and links. */
  readonly said: (path: string) => string;
}

/** A site with all its pages. */
export function built(site: Site): Built {
  const pages = allPages(site, [], null);
  const said = (path: string): string => {
    const page = pages.find((each) => each.path === path);
    if (page === undefined) throw new Error(`There is no page ${path}`);
    return plain(page);
  };
  return { site, pages, said };
}

/** A page's text, without marks and links. */
export const plain = (page: Page) =>
  pageMarkdown(page, '/', new Map())
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[*`\\[\]]/g, '');

/** The standard lifecycle of the cases with words replaced, in any file. */
export function changed(...changes: readonly (readonly [was: string, is: string])[]): Built {
  const files = baseFiles('standard').map((file) => ({
    ...file,
    text: changes.reduce((text, [was, is]) => text.replaceAll(was, is), file.text),
  }));
  return built(makeSite(reportOf(files, caseConfig({ base: 'standard' })), 'Handbook'));
}

/** A stage entry and, to the next owner, a handoff. */
export const stage = (at: number, name: string, owner: string, sla: string, next = '') => `
## BR-MOPS-00${at}: Lifecycle Stage — ${name}
Type: Lifecycle-Stage
Order: ${at}
Status: Active
Stage: ${name}
Entry criteria:
  - Form ${at} is sent
Exit criteria (progression):
  - ${next === '' ? 'none, this is the last stage' : `To ${next}: form ${at + 1} is sent`}
Exit criteria (disqualification):
  - Competitor ${at} → Disqualified
Owner: ${owner}
SLA:
  Response time after entering this stage: ${sla}
  Escalation: after the limit the Head of Sales takes the lead
`;

/** A handoff entry. */
export const handoff = (at: number, from: string, to: string, routing: string) => `
## GTM-MOPS-00${at}: Handoff — ${from} → ${to}
Type: Handoff
Status: Active
From: ${from}
To: ${to}
Trigger: form ${at} is sent
Rejection rule:
  Condition: too small
  Routing: ${routing}
SLA: 1 hour, 24/7
`;

/** The site of these entries and no others. */
export const written = (...entries: readonly string[]) =>
  built(makeSite(reportOf([{ path: 'SoT/all.md', text: entries.join('\n') }], configOf({})), 'Handbook'));
