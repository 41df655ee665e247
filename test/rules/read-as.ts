/** What a case's lifecycle says otherwise than its base, a line for each value, as `mops export json` gives it. */
import { exportLifecycle } from '../../src/export/lifecycle.ts';
import type { Model } from '../../src/lifecycle/model.ts';

/** `BR-MOPS-003 owner` → `AE`. Places are left out; a clock is one value, and the response clock is the SLA. */
export function saidBy(model: Model): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  const { lifecycle: _, ...exported } = JSON.parse(JSON.stringify(exportLifecycle(model))) as {
    [key: string]: unknown;
  };
  add(said, '', exported);
  return said;
}

/** The lines in which a lifecycle differs: `BR-MOPS-003 owner: AE`, and `without …` for what only the base says. */
export function otherwise(
  base: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    ...[...own]
      .filter(([name, value]) => base.get(name) !== value)
      .map(([name, value]) => `${name}: ${value}`),
    ...[...base.keys()]
      .filter((name) => !own.has(name) && (name.endsWith(' id') || own.has(`${name.split(' ')[0]} id`)))
      .map((name) => `without ${name.replace(/ id$/, '')}`),
  ];
}

const left = new Set(['file', 'line', 'sla']);

function add(said: Map<string, string>, name: string, value: unknown): void {
  const below = (key: string, one: unknown) => add(said, name === '' ? key : `${name} ${key}`, one);
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== 'object')) said.set(name, value.join(' | ') || '—');
    else
      for (const [at, one] of value.entries())
        if (typeof one?.id === 'string')
          add(said, said.has(`${one.id} id`) ? `${one.id} again` : one.id, one);
        else below(String(at + 1), 'raw' in one ? inWords(one) : one);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) if (!left.has(key)) below(key, one);
  } else said.set(name, String(value));
}

/** `acceptance 4 hour business once <- "4 business hours"`, `acceptance not read (no-number) <- "promptly"`. */
function inWords({ raw, escalation: _, ...fields }: { [key: string]: unknown }): string {
  const { ok, code, kind } = fields;
  if (ok === false) return `${kind} not read (${code}) <- "${raw}"`;
  const words = Object.values(fields).filter((one) => one !== null && one !== true && String(one) !== '');
  return `${words.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(' ')} <- "${raw}"`;
}
