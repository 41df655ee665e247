import { type Document, LineCounter, parseDocument } from 'yaml';
import { closest } from '../language/closest.ts';
import { readCalendar, zoneProblem } from '../sla/index.ts';
import type { Span } from '../sot/entry.ts';
import { longHours, mostErrors, patternFault, wrongKeys } from './bounds.ts';
import { type At, type ConfigError, explainIssue, type Issue } from './explain.ts';
import { unlikelyValues } from './meaning.ts';
import { keepPlaces } from './named.ts';
import { keyOffset, nesting, valueOffset } from './place.ts';
import { type Config, configSchema } from './schema.ts';
import { wordFaults } from './words.ts';

export type ConfigReading = { readonly config: Config } | { readonly errors: readonly ConfigError[] };

/** A config larger than this is not a config. */
const mostCharacters = 262_144;
/** Aliases may repeat a value (`tue: *day`), not multiply one into a bomb. */
const mostAliases = 50;
const deepest = 20;

/**
 * Reads `mops.config.yml` (SPEC §10). YAML only, never code; no file (`null`) and an empty file are the default
 * config. `place` is its path as findings name it, where that is another than the errors'. Every problem of the file is reported, each at its key or value.
 */
export function readConfig(
  text: string | null,
  file: string,
  ruleIds: readonly string[],
  place: string = file,
): ConfigReading {
  if (text === null) return { config: configSchema.parse({}) };
  const lines = new LineCounter();
  const at = (offset: number, message: string): ConfigError => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  if (text.length > mostCharacters) return { errors: [at(0, 'The config is larger than 256 kB.')] };
  if (nesting(text) > deepest)
    return { errors: [at(0, `The config is nested deeper than ${deepest} levels.`)] };

  const document = parseDocument(text.replace(/^\ufeff/, ' '), {
    lineCounter: lines,
    prettyErrors: false,
    // Looked for below: the package compares each key with all before it.
    uniqueKeys: false,
    logLevel: 'error',
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const told = faults.slice(0, mostErrors);
    return { errors: told.map((fault) => at(fault.pos[0], yamlMessage(fault.code, fault.message))) };
  }
  if (/^%/m.test(text.slice(0, document.contents?.range?.[0] ?? 0)))
    return { errors: [at(0, 'Lines with % change how YAML is read. Take them out.')] };
  const taken = wrongKeys(document, at);
  if (taken.length > 0) return { errors: taken };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases }) ?? {};
  } catch (error) {
    const unknown = /must be set before the alias\): (.+)$/.exec((error as Error).message)?.[1];
    return {
      errors: [
        unknown === undefined
          ? at(0, `The aliases (*name) repeat more than ${mostAliases} values. Write the values out.`)
          : at(
              text.indexOf(`*${unknown}`),
              `The alias *${unknown} stands for nothing: no value above is marked &${unknown}.`,
            ),
      ],
    };
  }

  const parsed = configSchema.safeParse(value);
  const errors: ConfigError[] = [];
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      errors.push(...explainIssue(issue as Issue, document, value, at));
      if (errors.length > mostErrors) break;
    }
  } else {
    errors.push(...meaningErrors(parsed.data, document, ruleIds, at));
    errors.push(
      ...wordFaults(parsed.data, document, at, (offset) => Math.max(lines.linePos(offset).line, 1)),
    );
  }
  if (errors.length > 0 || !parsed.success) return { errors: sorted(errors).slice(0, mostErrors) };
  const spanOf = (start: number, length: number): Span => {
    const { line, col } = lines.linePos(start);
    const [end, endColumn] = [start + length, col + length];
    return { file: place, start, end, line, column: col, endLine: line, endColumn };
  };
  const key = (['motion', 'mode', 'stages'] as const).find((name) => Object.hasOwn(value as object, name));
  keepPlaces(parsed.data, {
    patterns: Object.hasOwn(value as object, 'sot')
      ? parsed.data.sot.map((glob, index) => {
          const { line, col } = lines.linePos(valueOffset(document, ['sot', index]));
          return { glob, file, line, column: col };
        })
      : [],
    named: key === undefined ? null : { key, span: spanOf(keyOffset(document, [key]), key.length) },
    word: (section, name, index) =>
      index === null
        ? spanOf(keyOffset(document, [section, name]), name.length)
        : spanOf(
            valueOffset(document, [section, name, index]),
            parsed.data[section][name]?.[index]?.length ?? 1,
          ),
  });
  return { config: parsed.data };
}

/** Checks that need more than a shape: rule names, globs that leave the folder, IDs. */
function meaningErrors(
  config: Config,
  document: Document,
  ruleIds: readonly string[],
  at: At,
): ConfigError[] {
  const errors: ConfigError[] = [];
  for (const rule of Object.keys(config.rules)) {
    if (errors.length > mostErrors) return errors;
    if (ruleIds.includes(rule)) continue;
    const meant = closest(rule, ruleIds);
    const hint = meant ? `Did you mean "${meant}"?` : 'mops explain lists the rules.';
    errors.push(at(keyOffset(document, ['rules', rule]), `Unknown rule "${rule}". ${hint}`));
  }
  config.sot.slice(0, mostErrors).forEach((glob, index) => {
    const wrong = patternFault(glob);
    if (wrong !== null) errors.push(at(valueOffset(document, ['sot', index]), `sot.${index} ${wrong}`));
    if (!/^(?:[\\/]|[a-z]:|~)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(glob)) return;
    const message = `sot.${index} "${glob}" points out of the checked folder. Write a path inside it.`;
    errors.push(at(valueOffset(document, ['sot', index]), message));
  });
  if (config.sot.length > mostErrors) {
    errors.push(
      at(
        valueOffset(document, ['sot']),
        `sot has more than ${mostErrors} patterns. Write fewer, wider ones.`,
      ),
    );
  }
  errors.push(...longHours(config, document, at));
  if (errors.length > 0) return errors;
  const calendar = readCalendar(config.calendar ?? {});
  for (const issue of calendar.ok ? [] : calendar.issues) {
    errors.push(at(valueOffset(document, issue.path), issue.message));
  }
  const zone = config.replay?.zone === undefined ? null : zoneProblem(config.replay.zone);
  if (zone !== null) errors.push(at(valueOffset(document, ['replay', 'zone']), zone));
  errors.push(...unlikelyValues(config, document, at));
  const calendars = new Map<string, string>();
  for (const [name, source] of Object.entries(config.calendars)) {
    const same = calendars.get(name.toLowerCase());
    if (same !== undefined) {
      const message = `calendars has "${same}" and "${name}", one name for a limit. Keep one of them, or give one another name.`;
      errors.push(at(keyOffset(document, ['calendars', name]), message));
    }
    calendars.set(name.toLowerCase(), name);
    const named = readCalendar(source);
    for (const issue of named.ok ? [] : named.issues) {
      const path = ['calendars', name, ...issue.path.slice(1)];
      errors.push(
        at(valueOffset(document, path), issue.message.replaceAll('calendar.', `calendars.${name}.`)),
      );
    }
  }
  for (const [placeholder, id] of Object.entries(config.reconcile)) {
    if (/^[A-Z]+(?:-[A-Z][A-Z0-9]*)?-\d{3}$/.test(id)) continue;
    const message = `reconcile.${placeholder} is "${id}", expected an ID such as GTM-002.`;
    errors.push(at(valueOffset(document, ['reconcile', placeholder]), message));
  }
  return errors;
}

/** A YAML fault in words; the parser's own text where it is clear enough. */
function yamlMessage(code: string, message: string): string {
  if (code === 'TAB_AS_INDENT') return 'A tab indents this line. YAML wants spaces.';
  if (code === 'TAG_RESOLVE_FAILED') return 'Tags (!…) are not allowed in the config.';
  if (code === 'MULTIPLE_DOCS') return 'A second document starts here (---). The config is one document.';
  return `Not readable as YAML: ${message.split('\n')[0]}`;
}

function sorted(errors: readonly ConfigError[]): ConfigError[] {
  return [...errors].sort((a, b) => a.line - b.line || a.column - b.column);
}
