/** The navigation beside every page, in the order a newcomer looks for things. Long lists are left to their index. */

import { handoffName, type Site, stageTitle } from '../view/site.ts';
import { pagePath, type SitePath } from './paths.ts';

interface Item {
  readonly label: string;
  /** Starlight adds the base itself. */
  readonly link: string;
}
type Group = Item | { readonly label: string; readonly items: Item[] };

const mostInList = 10;

export function sidebarOf(site: Site): Group[] {
  const { model } = site;
  const item = (label: string, to: SitePath): Item => ({ label, link: to });
  const list = <Thing>(things: readonly Thing[], label: (thing: Thing) => string, path: (thing: Thing) => SitePath, all: Item) => [
    ...things.slice(0, mostInList).map((thing) => item(label(thing), path(thing))),
    ...(things.length === 0 || things.length > mostInList ? [all] : []),
  ];
  return [
    item('At a glance', pagePath()),
    {
      label: 'New here?',
      items: [
        item('Start here', pagePath('onboarding')),
        item('Walk a lead', pagePath('onboarding', 'walk')),
        item('Can I reject this?', pagePath('onboarding', 'reject')),
        item('Check yourself', pagePath('onboarding', 'quiz')),
        item('30-60-90 days', pagePath('onboarding', 'checklist')),
        item('Words', pagePath('glossary')),
      ],
    },
    { label: 'Stages', items: list(model.livingStages, stageTitle, site.stagePath, item('All stages', pagePath('stages'))) },
    { label: 'Handoffs', items: list(model.livingHandoffs, handoffName, site.handoffPath, item('All handoffs', pagePath('handoffs'))) },
    { label: 'Roles', items: list(site.roles, (role) => role, (role) => site.rolePath(role) ?? pagePath('roles'), item('All roles', pagePath('roles'))) },
    {
      label: 'Limits',
      items: [item('All limits', pagePath('sla')), item('SLA clock', pagePath('sla', 'clock'))],
    },
    {
      label: 'Behind it',
      items: [
        item('Channels and outreach', pagePath('channels')),
        item('Gates and findings', pagePath('gates')),
        item('Traceability', pagePath('traceability')),
        item('Changes', pagePath('changes')),
        item('Open placeholders', pagePath('placeholders')),
        item('Rules', pagePath('rules')),
      ],
    },
  ];
}
