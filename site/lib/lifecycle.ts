/** The one loader: reads the repository once, checks it with the checker's own engine, makes the pages of it. */

import { readFile } from 'node:fs/promises';
import { settings } from 'virtual:mops/settings';
import type { Report } from '../../src/check/finding.ts';
import { readSaved } from '../../src/replay/saved.ts';
import { rules } from '../../src/rules/index.ts';
import { allPages } from '../view/all-pages.ts';
import type { Page } from '../view/page.ts';
import { makeSite, type Site } from '../view/site.ts';
import { type Drawing, drawAll } from './diagrams.ts';
import { type CommitChange, readHistory } from './history.ts';
import { readReport } from './report.ts';

export interface LoadedLifecycle {
  readonly report: Report;
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly changes: readonly CommitChange[] | null;
  readonly drawings: ReadonlyMap<string, Drawing>;
}

declare global {
  /** Counted up by the development server when an entry changes. */
  var mopsSiteRevision: number | undefined;
}

let loaded: { readonly revision: number; readonly lifecycle: Promise<LoadedLifecycle> } | undefined;

/** Everything the pages show. The same promise for all pages of a build. */
export function lifecycle(): Promise<LoadedLifecycle> {
  const revision = globalThis.mopsSiteRevision ?? 0;
  if (loaded?.revision !== revision) loaded = { revision, lifecycle: load() };
  return loaded.lifecycle;
}

async function load(): Promise<LoadedLifecycle> {
  const report = await readReport(settings.dir, settings.config, settings.today);
  const replay = settings.replay === null ? null : readSaved(await readFile(settings.replay, 'utf8'));
  const history = await readHistory(settings.dir, report.config);
  const site = makeSite(report, settings.title, replay, history?.begins ?? null);
  const changes = history?.changes ?? null;
  const pages = allPages(site, rules, changes);
  const { stages, handoffs } = report.model.living;
  const found = [counted(stages, 'stage'), counted(handoffs, 'handoff'), counted(report.findings, 'finding')];
  console.log(`${found.join(', ')}; ${pages.length} pages and ${site.diagrams.size} diagrams to make`);
  const drawings = await drawAll(site.diagrams, {
    cache: settings.diagramCache,
    log: (line) => console.log(line),
  });
  return { report, site, pages, changes, drawings };
}

function counted({ length }: readonly unknown[], word: string): string {
  return `${length} ${word}${length === 1 ? '' : 's'}`;
}
