/** Entries that the lifecycle links to: channels, offers, prices, personas, KPIs, feedback, monitors. */

import { arrowPattern } from '../../language/arrow.ts';
import { alertLevel, levelParts } from '../../language/tables/alert-levels.ts';
import type { Entry, Node, Text } from '../../sot/entry.ts';
import type { EntryFields } from '../fields.ts';
import type { GtmEntry, LinkedEntry, Monitor, Stage } from '../model.ts';
import { transitionSides } from '../sides.ts';
import { slice } from '../span.ts';
import { isLiving } from '../standing.ts';
import { stagesAt } from '../target-stages.ts';
import { filled, itemsOf, type Knowledge, readRecord } from './record.ts';

/** v0.9 entries in one of these states count as decided (SPEC §6). */
const approvedStates = /^(?:ready|approved|active|live|launched)\b/i;

/** A name without its kind: "Channel — Product Hunt" gives "Product Hunt". */
function nameOf(entry: Entry): string {
  return entry.title.text
    .replace(
      /^(?:channel|offer|outreach|baseline|persona|pricing|price|kpi|sequence|tier \d)\s*[:—–-]\s*/i,
      '',
    )
    .trim();
}

/** Reads a GTM entry of any Type. */
export function readGtm(entry: Entry, read: EntryFields, know: Knowledge): GtmEntry {
  const record = readRecord(entry, read, know);
  const typed =
    record.type?.text ??
    /^(channel|offer|outreach|sequence|positioning|guarantee)\b/i.exec(entry.title.text)?.[1] ??
    '';
  return {
    ...record,
    gtmType: typed.trim().toLowerCase(),
    name: nameOf(entry),
    approved:
      isLiving(record) && record.statusText !== null && approvedStates.test(record.statusText.text.trim()),
  };
}

/** Reads a price rule, persona, KPI, feedback, alert or runbook. */
export function readLinked(entry: Entry, read: EntryFields, know: Knowledge): LinkedEntry {
  const record = readRecord(entry, read, know);
  const name = nameOf(entry);
  return {
    ...record,
    name,
    conversion: entry.kind === 'KPI' ? conversionOf(entry, read, know) : null,
    targetShare: entry.kind === 'KPI' ? shareOf(entry, read) : null,
    personaType:
      entry.kind === 'PER'
        ? (/\b(primary|secondary|negative|aspirational)\b/i
            .exec(`${record.type?.text ?? ''} ${name}`)?.[1]
            ?.toLowerCase() ?? null)
        : null,
  };
}

/** What joins the two stages of a conversion. */
const transition = new RegExp(`(\\s*${arrowPattern}\\s*|[-\\s]+to[-\\s]+)`, 'i');

/** The transition a KPI measures: from its Conversion field, its title, else its definition. */
function conversionOf(entry: Entry, read: EntryFields, know: Knowledge): LinkedEntry['conversion'] {
  const texts = [
    filled(read.fields, 'conversion'),
    entry.title,
    filled(read.fields, 'definition'),
    ...leaves(entry.nodes),
  ];
  for (const text of texts) {
    if (text === null) continue;
    const found = transitionIn(text, know);
    if (found !== null) return found;
  }
  return null;
}

function transitionIn(text: Text, know: Knowledge): LinkedEntry['conversion'] {
  const words = text.text.split(transition);
  for (let at = 1; at < words.length; at += 2) {
    const before = lastName(words[at - 1] ?? '', know);
    const after = firstName(words[at + 1] ?? '', know);
    if (before !== null && after !== null && before !== after) return { from: before, to: after };
  }
  const sides = transitionSides(text);
  if (sides === null) return null;
  const from = know.targets.names.exact(sides.from.text);
  const to = know.targets.names.exact(sides.to.text);
  if (from?.kind !== 'stage' || to?.kind !== 'stage' || from.canonical === to.canonical) return null;
  return { from: from.canonical, to: to.canonical };
}

function lastName(text: string, know: Knowledge): string | null {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const hit = know.targets.names.exact(words.slice(-count).join(' '));
    if (hit?.kind === 'stage') return hit.canonical;
  }
  return null;
}

function firstName(text: string, know: Knowledge): string | null {
  const words = text.trim().split(/[\s,.;:()]+/);
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const hit = know.targets.names.exact(words.slice(0, count).join(' '));
    if (hit?.kind === 'stage') return hit.canonical;
  }
  return null;
}

/** The last percentage of the target (a Day 90 target is the one to reach), as a share. */
function shareOf(entry: Entry, read: EntryFields): number | null {
  const targets = itemsOf(read.fields, 'target');
  const texts = targets.length > 0 ? targets : leaves(entry.nodes);
  for (const text of [...texts].reverse()) {
    const last = [...text.text.matchAll(/(\d{1,3}(?:\.\d+)?)\s*%/g)].at(-1)?.[1];
    if (last !== undefined) return Number(last) / 100;
  }
  return null;
}

function leaves(nodes: readonly Node[]): Text[] {
  return nodes.flatMap((node) => [node.text, ...leaves(node.children)]);
}

/** Reads a drift monitor with the stages it names; links alone do not say which stage is meant when it names one. */
export function readMonitor(entry: Entry, read: EntryFields, know: Knowledge): Monitor {
  const { fields } = read;
  const record = readRecord(entry, read, know);
  const subject = filled(fields, 'subject');
  const baseline = fields.get('baseline') ?? null;
  const dated = `${baseline?.label.text ?? ''} ${baseline?.items.map((item) => item.text).join(' ') ?? ''}`;
  const owner = filled(fields, 'owner');
  const watches = record.links.filter((link) => /^(?:BR|GTM)-MOPS-/.test(link.id)).map((link) => link.id);
  const named = know.targets.within(`${entry.title.text} ${subject?.text ?? ''} ${watches.join(' ')}`);
  const watchedStages = named.flatMap((target): readonly Stage[] => stagesAt(target));
  return {
    ...record,
    subject,
    baseline,
    baselineDate: /\b\d{4}-\d{2}-\d{2}\b/.exec(dated)?.[0] ?? null,
    thresholds: itemsOf(fields, 'thresholds')
      .flatMap((item) => levelParts(item.text).map(([from, to]) => slice(item, from, to)))
      .map((raw) => ({ level: alertLevel(raw.text) ?? 'other', raw })),
    cadence: filled(fields, 'cadence'),
    owner: owner === null ? null : know.roles.owner(owner),
    watches: [...new Set(watches)],
    watchedStages: [...new Set(watchedStages)],
  };
}
