/** What the plan advises works when it is done to the letter (SPEC §6). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/read.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import { planReconcile } from '../../src/reconcile/index.ts';
import type { PlanItem } from '../../src/reconcile/item.ts';
import { reconcileText } from '../../src/reconcile/print.ts';
import { readRepository } from '../../src/sot/index.ts';

interface Case {
  readonly files: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, 'cases');

function plan(files: Readonly<Record<string, string>>, config = files['mops.config.yml'] ?? '') {
  const reading = readConfig(config, 'mops.config.yml', []);
  if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
  const sources = Object.entries(files)
    .filter(([path]) => path.endsWith('.md'))
    .map(([path, text]) => ({ path, text }));
  return planReconcile(buildModel(readRepository(sources), reading.config));
}

const written = ({ token, label, entry, replacement }: PlanItem) =>
  `${token} (${label}) in ${entry.id}: ${replacement}`;

const open = readdirSync(folder).flatMap((name) => {
  const { files } = parse(readFileSync(join(folder, name), 'utf8')) as Case;
  return plan(files)
    .items.filter(
      ({ kind, verdict, candidates }) =>
        kind === 'placeholder' && verdict === 'unsure' && candidates.length > 0,
    )
    .map((item) => ({ name, files, item }));
});

test.each(open)('$name: the line or the config entry that is advised settles it', ({ files, item }) => {
  const printed = reconcileText({ ...plan(files), items: [item] }, '', 'planned');
  const line = /add a line "(Replaces: [^"]+)"/.exec(printed)?.[1];
  const key = /reconcile: \{(.*): …\}/.exec(printed)?.[1];
  expect(key).toBeDefined();
  for (const { id } of item.candidates) {
    const approved = (text: string) =>
      text.replace(new RegExp(`(^## ${id}\\b[\\s\\S]*?Status: )Draft`, 'm'), '$1Live');
    const config = `${files['mops.config.yml'] ?? ''}\nreconcile: {${key}: ${id}}\n`;
    const byConfig = plan(files, config).items.find(({ span }) => span.start === item.span.start);
    expect([id, byConfig?.verdict, byConfig?.replacement]).toEqual([id, 'sure', id]);
    if (line === undefined) continue;
    const added = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        approved(text).replace(new RegExp(`^## ${id}\\b.*$`, 'm'), `$&\n\n${line}`),
      ]),
    );
    const after = plan(added).items.find(
      ({ token, label, entry }) => token === item.token && label === item.label && entry.id === item.entry.id,
    );
    const { items } = plan(files);
    const settled = items.filter(({ verdict }) => verdict === 'sure').map(written);
    // Nothing that was sure becomes something else.
    for (const all of [plan(files, config).items, plan(added).items])
      expect(all.map(written)).toEqual(expect.arrayContaining(settled));
    // Two entries that both say so are the one case in which a line has to go before another helps.
    if (/entries say that they replace|point to different entries/.test(item.reason)) continue;
    expect([id, after?.verdict, after?.replacement]).toEqual([id, 'sure', id]);
  }
});
