/** The navigation beside every page, in the order a newcomer looks for things. Long lists are left to their index. */

import { handoffName, type Site, stageTitle } from '../view/site.ts';
import { pagePath, type SitePath } from './paths.ts';

export interface NavGroup {
  readonly title: string | null;
  readonly items: readonly { readonly text: string; readonly to: SitePath }[];
}

const mostInList = 10;

export function sidebarOf(site: Site): readonly NavGroup[] {
  const { model } = site;
  const item = (text: string, to: SitePath) => ({ text, to });
  const list = <Thing>(
    things: readonly Thing[],
    make: (thing: Thing) => NavGroup['items'][number],
    all: NavGroup['items'][number],
  ) =>
    things.length === 0 || things.length > mostInList
      ? [...things.slice(0, mostInList).map(make), all]
      : things.map(make);
  return [
    { title: null, items: [item('At a glance', pagePath())] },
    {
      title: 'New here?',
      items: [
        item('Start here', pagePath('onboarding')),
        item('Walk a lead', pagePath('onboarding', 'walk')),
        item('Can I reject this?', pagePath('onboarding', 'reject')),
        item('Check yourself', pagePath('onboarding', 'quiz')),
        item('30-60-90 days', pagePath('onboarding', 'checklist')),
        item('Words', pagePath('glossary')),
      ],
    },
    {
      title: 'Stages',
      items: list(
        model.livingStages,
        (stage) => item(stageTitle(stage), site.stagePath(stage)),
        item('All stages', pagePath('stages')),
      ),
    },
    {
      title: 'Handoffs',
      items: list(
        model.livingHandoffs,
        (handoff) => item(handoffName(handoff), site.handoffPath(handoff)),
        item('All handoffs', pagePath('handoffs')),
      ),
    },
    {
      title: 'Roles',
      items: list(
        site.roles,
        (role) => item(role, site.rolePath(role) ?? pagePath('roles')),
        item('All roles', pagePath('roles')),
      ),
    },
    {
      title: 'Limits',
      items: [item('All limits', pagePath('sla')), item('SLA clock', pagePath('sla', 'clock'))],
    },
    {
      title: 'Behind it',
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
