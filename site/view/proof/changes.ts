/** What changed in the lifecycle, commit by commit, field by field. */

import { changedWords } from '../../../src/compare/index.ts';
import type { ChangeLine, CommitChange } from '../../lib/history.ts';
import { filePath, pagePath } from '../../lib/paths.ts';
import { idLink } from '../linked.ts';
import {
  type Block,
  badge,
  type Cell,
  cell,
  heading,
  link,
  type Page,
  quiet,
  text,
  type Words,
} from '../page.ts';
import { revOpsNav } from '../revops-nav.ts';
import type { Site } from '../site.ts';
import { fieldName } from './change-words.ts';
import { changeId } from './feed.ts';

/**
 * The page of what changed, newest first.
 *
 * @param changes null where the git history could not be read, which the page says
 */
export function changesPage(site: Site, changes: readonly CommitChange[] | null): Page {
  return {
    path: pagePath('changes'),
    title: 'Changes',
    kicker: null,
    description: 'What changed in the lifecycle, from git history.',
    ids: [],
    keywords: [
      'what changed',
      'history',
      'changelog',
      'new',
      'updates',
      'news',
      'since',
      'RSS',
      'feed',
      'subscribe',
    ],
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

function nothing({ historyBegins }: Site, changes: readonly CommitChange[] | null): Block {
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

function changeBlocks(site: Site, change: CommitChange): readonly Block[] {
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
          cell(badge(fieldName(line))),
          ...sides(line),
        ],
      })),
      empty: ['No change of meaning.'],
    },
  ];
}

/** Both sides whole; of a long text the words that went and those that came are marked. */
function sides({ before, after }: ChangeLine): readonly Cell[] {
  const runs = before === null || after === null ? null : changedWords(before, after);
  if (runs === null) return [cell(before ?? ''), cell(after ?? '')];
  return [
    cell(
      ...runs.flatMap(({ kind, text: words }) =>
        marked(kind === 'kept', kind === 'gone' ? 'gone' : null, words),
      ),
    ),
    cell(
      ...runs.flatMap(({ kind, text: words }) =>
        marked(kind === 'kept', kind === 'new' ? 'strong' : null, words),
      ),
    ),
  ];
}

/** A run of words as it stands on one side; nothing where that side has it not. */
function marked(kept: boolean, kind: 'gone' | 'strong' | null, words: string): Words {
  if (kept) return [words];
  if (kind === null) return [];
  const blank = /^\s/.test(words) ? [' '] : [];
  return [...blank, { kind, text: words.trim() }];
}
