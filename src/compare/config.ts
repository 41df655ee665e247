import type { Config } from '../config/schema.ts';
import { type Change, change } from './change.ts';

const subject = { kind: 'config', id: 'mops.config.yml', name: 'mops.config.yml' } as const;

/** Every setting that differs, by its path in the config: `rules.stage-sla`, `calendar.zone`. */
export function compareConfigs(base: Config, head: Config): Change[] {
  const [before, after] = [settings(base), settings(head)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path) ?? null, after.get(path) ?? null];
    if (old === now) return [];
    const fact =
      old === null
        ? `${path} set to ${now}`
        : now === null
          ? `${path} no longer set, was ${old}`
          : `${path} ${old} → ${now}`;
    return [change(subject, 'setting', { before: old, after: now, span: null }, fact)];
  });
}

/** All values by path; a list is one value, an empty one is none. */
function settings(value: unknown, path = ''): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  if (Array.isArray(value)) return value.length === 0 ? new Map() : new Map([[path, value.join(', ')]]);
  if (typeof value !== 'object') return new Map([[path, String(value)]]);
  const inner = Object.entries(value).flatMap(([key, part]) => [
    ...settings(part, path === '' ? key : `${path}.${key}`),
  ]);
  return new Map(inner);
}
