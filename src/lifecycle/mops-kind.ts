/** Which record of the model an entry is. */

import type { Entry } from '../sot/entry.ts';
import type { EntryFields } from './fields.ts';

export type MopsKind =
  | 'stage'
  | 'handoff'
  | 'routing'
  | 'scoring'
  | 'mistyped'
  | 'monitor'
  | 'gtm'
  | 'linked'
  | 'other';

const typeWords: readonly [RegExp, MopsKind][] = [
  [/^lifecycle[\s-]*stage\b/i, 'stage'],
  [/^segment[\s-]*routing\b/i, 'routing'],
  [/^scoring[\s-]*model\b/i, 'scoring'],
  [/^hand[\s-]?off\b/i, 'handoff'],
];

/** What an entry is: by its ID, then its Type, then (no Type) its title and fields. */
export function mopsKind(entry: Entry, { fields }: EntryFields): MopsKind {
  if (entry.kind === 'GTM') return 'gtm';
  if (entry.kind === 'MON-DRIFT') return 'monitor';
  if (entry.kind === 'other') return 'other';
  if (entry.kind !== 'BR-MOPS' && entry.kind !== 'GTM-MOPS') return 'linked';
  const type = fields.get('type');
  const typed = type === undefined || type.leftover ? null : (type.value?.text.trim() ?? null);
  const said = typed === null ? undefined : typeWords.find(([words]) => words.test(typed))?.[1];
  if (entry.kind === 'GTM-MOPS') return typed === null || said === 'handoff' ? 'handoff' : 'mistyped';
  if (typed !== null) return said === undefined || said === 'handoff' ? 'mistyped' : said;
  if (fields.has('routes') || /^segment[\s-]*routing/i.test(entry.title.text)) return 'routing';
  if (fields.has('signals') || /^scoring[\s-]*model/i.test(entry.title.text)) return 'scoring';
  return 'stage';
}
