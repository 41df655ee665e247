/** Values of the right shape that cannot be meant: addresses, columns, values and placeholders. */

import type { Document } from 'yaml';
import { shortPattern } from '../language/nothing.ts';
import type { At, ConfigError } from './explain.ts';
import { keyOffset, valueOffset } from './place.ts';
import type { Config } from './schema.ts';

/** Values that the schema lets pass and nobody can mean: a placeholder that is none, one value for two stages. */
export function unlikelyValues(config: Config, document: Document, at: At): ConfigError[] {
  return [
    ...siteFaults(config, document, at),
    ...replayFaults(config, document, at),
    ...placeholderFaults(config, document, at),
  ];
}

function siteFaults({ site }: Config, document: Document, at: At): ConfigError[] {
  const faults: ConfigError[] = [];
  const tell = (key: 'repo' | 'editUrl' | 'base', message: string): number =>
    faults.push(at(valueOffset(document, ['site', key]), `site.${key} is "${site[key]}", ${message}`));
  const { repo, editUrl, base } = site;
  if (repo !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(repo)) {
    const [, named] = /^(?:https?:\/\/|git@)[^/:]+[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repo) ?? [];
    tell(
      'repo',
      `expected owner/name.${named === undefined ? ' Write for example acme/handbook.' : ` Write ${named}.`}`,
    );
  }
  if (editUrl !== undefined && (!/^https?:\/\//i.test(editUrl) || !editUrl.includes('{path}')))
    tell(
      'editUrl',
      'expected an address with {path} in it. Write for example "https://git.example/edit/main/{path}#L{line}".',
    );
  const [, path] = /^[a-z][a-z+.-]*:\/\/[^/]*(\/.*)?$/i.exec(base ?? '') ?? [];
  if (/^[a-z][a-z+.-]*:/i.test(base ?? '')) tell('base', `expected a path. Write ${path ?? '/handbook/'}.`);
  return faults;
}

function replayFaults({ replay }: Config, document: Document, at: At): ConfigError[] {
  const faults: ConfigError[] = [];
  const columns = new Map<string, string>();
  for (const [key, column] of Object.entries(replay?.columns ?? {})) {
    if (column === undefined) continue;
    const other = columns.get(column.toLowerCase());
    if (other !== undefined)
      faults.push(
        at(
          valueOffset(document, ['replay', 'columns', key]),
          `replay.columns.${key} is "${column}", the column of ${other} too. Give each the column that holds it.`,
        ),
      );
    else columns.set(column.toLowerCase(), key);
  }
  const values = new Map<string, string>();
  for (const [stage, words] of Object.entries(replay?.values ?? {}))
    words.forEach((word, index) => {
      const other = values.get(word.toLowerCase());
      if (other !== undefined && other !== stage)
        faults.push(
          at(
            valueOffset(document, ['replay', 'values', stage, index]),
            `"${word}" is given to ${other} and to ${stage} in replay.values, and a value of the CRM means one stage. Leave it in one of them.`,
          ),
        );
      else values.set(word.toLowerCase(), stage);
    });
  return faults;
}

const placeholder = new RegExp(`^\\[?[A-Z]{2,}(?:-[A-Z]+)*-|\\b(?:${shortPattern})\\b|^\\?`);

/** Keys of `reconcile` that stand for no entry: they would never be found in a file. */
function placeholderFaults({ reconcile }: Config, document: Document, at: At): ConfigError[] {
  return Object.entries(reconcile).flatMap(([key, id]) =>
    placeholder.test(key)
      ? []
      : [
          at(
            keyOffset(document, ['reconcile', key]),
            `"${key}" in reconcile is no placeholder. The key is the placeholder as the entries have it, for example \`reconcile: {GTM-YYY: ${id}}\`.`,
          ),
        ],
  );
}
