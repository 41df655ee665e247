/** What changed in the lifecycle, commit by commit, field by field. */

import type { Change } from '../../lib/history.ts';
import { filePath, pagePath } from '../../lib/paths.ts';
import { idLink } from '../linked.ts';
import { type Block, badge, cell, heading, link, type Page, quiet, text } from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';
import { changeId } from './feed.ts';

export function changesPage(site: Site, changes: readonly Change[] | null): Page {
  return {
    path: pagePath('changes'),
    title: 'Changes',
    kicker: null,
    description: 'What changed in the lifecycle, from git history.',
    ids: [],
    keywords: ['what changed', 'history', 'changelog', 'new', 'updates', 'since'],
    group: 'Reference',
    source: null,
    blocks: [
      revOpsNav(site, pagePath('changes')),
      text(link('Subscribe to the feed', filePath('changes', 'rss.xml')), ' to hear of the next change.'),
      ...(changes === null || changes.length === 0
        ? [nothing(site, changes)]
        : [
            {
              kind: 'dated' as const,
              parts: changes.map((change) => ({ date: change.date, blocks: changeBlocks(site, change) })),
            },
            ...(site.historyBegins === null
              ? []
              : [
                  text(
                    quiet(
                      `The history here begins at ${site.historyBegins}; what changed before is not shown.`,
                    ),
                  ),
                ]),
          ]),
    ],
  };
}

function nothing({ historyBegins }: Site, changes: readonly Change[] | null): Block {
  return {
    kind: 'empty',
    title: changes === null ? 'No history here' : 'No change in the history here',
    words: [
      changes === null
        ? 'This folder is not in a git repository, or its history was not fetched. In a workflow, check out with fetch-depth: 0.'
        : `${historyBegins === null ? '' : `It begins at ${historyBegins}; what changed before is not known. `}As soon as a commit changes a stage, an owner, a limit or a route, it is listed here.`,
    ],
  };
}

function changeBlocks(site: Site, change: Change): readonly Block[] {
  return [
    heading(`${change.date}: ${change.subject}`, changeId(change)),
    text(quiet(`${change.sha.slice(0, 7)} by ${change.author}`)),
    {
      kind: 'table',
      caption: `Changes of ${change.date}`,
      columns: [
        { label: 'Entry' },
        { label: 'What' },
        { label: 'Before', wide: true },
        { label: 'After', wide: true },
      ],
      rows: change.lines.map((line) => ({
        cells: [
          cell(
            line.id === null ? line.name : idLink(site, line.id),
            ...(line.id === null || line.name === line.id ? [] : [` ${line.name}`]),
          ),
          cell(badge(line.what.replaceAll('-', ' '))),
          cell(line.before ?? ''),
          cell(line.after ?? ''),
        ],
      })),
      empty: ['No change of meaning.'],
    },
  ];
}
