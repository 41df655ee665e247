/** The one loader: reads the repository once, checks it with the checker's own engine, makes the pages of it. */

import { readFile } from 'node:fs/promises';
import { settings } from 'virtual:mops/settings';
import type { Report } from '../../src/check/finding.ts';
import { plural } from '../../src/language/plural.ts';
import { readSaved } from '../../src/replay/saved.ts';
import { rules } from '../../src/rules/index.ts';
import { allPages } from '../view/all-pages.ts';
import { clockCalendar } from '../view/lifecycle/calendar-words.ts';
import type { Page } from '../view/page.ts';
import { makeSite, type Site } from '../view/site.ts';
import { drawAll, type StartedDrawing } from './diagrams.ts';
import { type CommitChange, readHistory } from './history.ts';
import { pageInputs } from './page-inputs.ts';
import { routeParam } from './paths.ts';
import { readReport } from './report.ts';

export interface LoadedLifecycle {
  readonly report: Report;
  readonly site: Site;
  readonly pages: readonly Page[];
  readonly changes: readonly CommitChange[] | null;
  readonly drawings: ReadonlyMap<string, StartedDrawing>;
  /** JSON of the calendars of the clocks, for the script of a page. */
  readonly calendar: string;
}

declare global {
  /** Counted up by the development server when an entry changes. */
  var mopsSiteRevision: number | undefined;
  /** All that a page of blocks is made of, by its `[...path]`, for kept-renderer.mjs; null for any other. */
  var mopsPageInputs: ((route: string) => Promise<string | null>) | undefined;
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
  const drawings = drawAll(site.diagrams, {
    cache: settings.diagramCache,
    log: (line) => console.log(line),
  });
  const calendar = JSON.stringify(clockCalendar(report.model)).replaceAll('<', '\\u003c');
  const byRoute = new Map(pages.map((page) => [routeParam(page.path) ?? '', page]));
  globalThis.mopsPageInputs = async (route) => {
    const page = byRoute.get(route);
    return page === undefined ? null : pageInputs(page, site, drawings, calendar);
  };
  return { report, site, pages, changes, drawings, calendar };
}

function counted({ length }: readonly unknown[], word: string): string {
  return plural(length, word);
}
