/** The lifecycle at a glance: what it looks like, who does what, whether it holds. */

import { pagePath } from '../../lib/paths.ts';
import { diagramBlock } from '../diagrams.ts';
import { type Block, badge, code, heading, link, type Page, text } from '../page.ts';
import { cardPath } from '../people/day-one.ts';
import { firstRole } from '../people/onboarding.ts';
import { leadRoles, type RoleWork, workOf } from '../people/role-work.ts';
import { roleCard } from '../people/roles.ts';
import { gateTable } from '../proof/gates.ts';
import type { Site } from '../site.ts';
import { emptyLifecycle, stageTable } from './stage-list.ts';

export function homePage(site: Site): Page {
  const { model, report } = site;
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  return {
    path: pagePath(),
    title: site.title,
    kicker: shapeWords(site),
    description: 'The lead lifecycle at a glance: stages, owners, limits, handoffs.',
    ids: [],
    keywords: ['home', 'overview', 'lifecycle', 'funnel'],
    group: 'Reference',
    source: null,
    blocks: [
      ...(model.livingStages.length === 0
        ? [emptyLifecycle]
        : [
            heading('I am a …', 'roles'),
            roleCards(site),
            heading('The stages', 'stages'),
            stageTable(site, model.livingStages),
          ]),
      ...diagramBlock(site, 'lifecycle', 'The lifecycle', 'picture'),
      heading('Does it hold?', 'gates'),
      text(
        errors === 0
          ? badge('All gates hold', 'good')
          : badge(errors === 1 ? '1 error' : `${errors} errors`, 'error'),
        ' Checked in ',
        code(model.mode),
        ' mode. ',
        link('All findings', pagePath('gates')),
        openPlaceholders(site) > 0 ? ' · ' : '',
        ...(openPlaceholders(site) > 0
          ? [link(`${openPlaceholders(site)} open v0.9 placeholders`, pagePath('placeholders'))]
          : []),
      ),
      gateTable(site),
    ],
  };
}

function openPlaceholders(site: Site): number {
  return site.model.placeholders.length;
}

function shapeWords(site: Site): string {
  const { motion, shape } = site.model;
  const names: Readonly<Record<string, string>> = {
    'self-serve': 'Self-serve',
    'sales-assisted': 'Sales-assisted',
    hybrid: 'Hybrid: self-serve and sales',
  };
  return names[motion.value ?? ''] ?? (shape ? 'Lifecycle' : 'Shape not decided yet');
}

function roleCards(site: Site): Block {
  const works: readonly RoleWork[] = site.roles
    .map((role) => workOf(site, role))
    .filter(({ owns, receives, gives }) => owns.length + receives.length + gives.length > 0);
  const first = firstRole(leadRoles(site));
  return {
    kind: 'cards',
    cards: [
      ...works.map(roleCard),
      ...(first
        ? [
            {
              title: `New here?`,
              to: pagePath('onboarding'),
              words: ['Start with ', link('the day-one card', cardPath(first.role)), '.'],
            },
          ]
        : []),
    ],
  };
}
