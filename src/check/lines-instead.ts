/** Where an entry lacks a field: lines of it from which nothing is read and that may be the field in the team's own words. */
import { configLine } from '../config/line.ts';
import { hasWay } from '../language/way.ts';
import type { FieldName, Model } from '../lifecycle/model.ts';
import { recordOf } from '../lifecycle/record-of.ts';
import { unreadLines } from '../lifecycle/unread-lines.ts';
import type { Problem } from '../rules/rule.ts';
import { quoted } from '../rules/wording.ts';
import { readSla } from '../sla/index.ts';
import type { Related } from './finding.ts';

/** The name to write for a field, and whether lines under another label may be it. */
interface Missed {
  readonly name: string;
  readonly fits: (lines: readonly string[]) => boolean;
}

const haveWay = (lines: readonly string[]) => lines.some(hasWay);
const haveNone = (lines: readonly string[]) => !haveWay(lines);
const haveLimit = ([first = '']: readonly string[]) => readSla(first.replace(/;.*$/s, '')).ok;

const missed: Partial<Readonly<Record<FieldName, Missed>>> = {
  entry: { name: 'Entry criteria', fits: haveNone },
  progression: { name: 'Exit criteria (progression)', fits: haveWay },
  disqualification: { name: 'Exit criteria (disqualification)', fits: haveWay },
  sla: { name: 'SLA', fits: haveLimit },
  payload: { name: 'Payload', fits: haveNone },
};

/** These lines as related places of a problem, each with the line of the config that makes its label known. */
export function linesInstead({ entry, field }: Problem, model: Model): readonly Related[] {
  const wanted = field === undefined ? undefined : missed[field];
  if (entry === undefined || field === undefined || wanted === undefined) return [];
  const record = recordOf(model, entry);
  if (record === undefined || record.fields.has(field)) return [];
  const { name, fits } = wanted;
  return unreadLines(record, fits).map(({ text, span }) => ({
    message: `Nothing is read from ${quoted(text)}. If it is your word for ${quoted(name)}, put this line into mops.config.yml: \`${configLine(model.config, 'fields', name, [text])}\`.`,
    span,
  }));
}
