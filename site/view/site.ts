/**
 * What every view model needs to know: the report, where each entry's page is, where each line is edited, which
 * words are IDs. Made once a build from the same report that the checker prints.
 */

import type { Finding, Report } from '../../src/check/finding.ts';
import { apart, together } from '../../src/check/together.ts';
import type { Diagram } from '../../src/diagram/index.ts';
import { type OwnerLook, ownerLooks } from '../../src/diagram/owner.ts';
import type { Handoff, LifecycleRecord, Model, Owner, SinkName, Stage } from '../../src/lifecycle/model.ts';
import { overlap } from '../../src/lifecycle/span.ts';
import { stageAt } from '../../src/lifecycle/target-stages.ts';
import type { ReplayReport } from '../../src/replay/report.ts';
import type { Span, Text } from '../../src/sot/entry.ts';
import { external, pagePath, type SitePath, slug, slugs } from '../lib/paths.ts';
import { diagramsOf } from './diagrams.ts';
import type { Inline, Place, Words } from './page.ts';

export interface Site {
  readonly report: Report;
  readonly model: Model;
  readonly title: string;
  /** A saved report of `mops replay`; null where none was handed in. */
  readonly replay: ReplayReport | null;
  /** Date at which the history that was read begins; null where none was. */
  readonly historyBegins: string | null;
  /** Every diagram of the site by the name of its file. */
  readonly diagrams: ReadonlyMap<string, Diagram>;
  /** Roles that own or receive something, as the model names them, in order of the lifecycle. */
  readonly roles: readonly string[];
  /** Colour and mark of a role; null for words that name none. */
  lookOf(owner: Owner | null): OwnerLook | null;
  lookOfRole(role: string): OwnerLook | null;
  sinkPath(sink: SinkName): SitePath;
  stagePath(stage: Stage): SitePath;
  handoffPath(handoff: Handoff): SitePath;
  rolePath(role: string): SitePath | null;
  /** A role as the team calls it: `SDR` where nobody writes `BDR`. */
  roleName(role: string): string;
  /** The permanent address of an ID that is defined or cited; null for any other. */
  idPath(id: string): SitePath | null;
  /** Where an entry is best read: its stage or handoff page, else its permanent address. */
  homePath(id: string): SitePath | null;
  place(span: Span): Place;
  findingsOf(id: string): readonly Finding[];
  /** Text from an entry with the IDs in it as links. */
  words(text: string | null | undefined): Words;
  /** The same for those who work leads: IDs that only stand in brackets behind the words are left out. */
  said(text: string | null | undefined): Words;
}

/** Letters, then dashes and letters, then digits: every form of ID. Bounded, so that it stays linear. */
const idPattern = /\b[A-Z]{2,12}(?:-[A-Z]{2,12}){0,3}-\d{1,6}\b/g;

/**
 * Everything a page may ask of one lifecycle: paths, words with links, findings by entry. Equal reports give equal
 * sites.
 *
 * @param replay figures of an export of the CRM, null without one
 * @param historyBegins date at which the git history that was read begins, null where none was
 */
export function makeSite(
  report: Report,
  title: string,
  replay: ReplayReport | null = null,
  historyBegins: string | null = null,
): Site {
  const { model } = report;
  const stageSlugs = slugs(model.stages, (stage) => stage.name);
  const handoffSlugs = slugs(model.handoffs, handoffSlugName);
  const roles = rolesOf(model);
  const looks = ownerLooks(model);
  const roleSlugs = slugs(
    roles.map((role) => ({ id: role, role })),
    ({ role }) => model.roles.called(role),
  );
  const rolePaths = new Map([...roleSlugs].map(([{ role }, own]) => [role, pagePath('roles', own)]));
  const known = new Set<string>([
    ...model.records.keys(),
    ...model.repository.byId.keys(),
    ...model.references.map(({ id }) => id),
  ]);
  const places = Map.groupBy(
    apart(report.findings).flatMap((finding) =>
      (finding.entry === null ? entriesAround(model, finding) : [finding.entry]).map((id) => ({
        id,
        finding,
      })),
    ),
    ({ id }) => id,
  );
  const stagePaths = new Map(
    model.stages.map((stage) => [stage, pagePath('stages', stageSlugs.get(stage) ?? slug(stage.id))]),
  );
  const handoffPaths = new Map(
    model.handoffs.map((handoff) => [
      handoff,
      pagePath('handoffs', handoffSlugs.get(handoff) ?? slug(handoff.id)),
    ]),
  );
  const homes = new Map<string, SitePath>();
  for (const [record, path] of [...stagePaths, ...handoffPaths])
    if (!homes.has(record.id)) homes.set(record.id, path);

  let diagrams: ReadonlyMap<string, Diagram> | undefined;
  const site: Site = {
    report,
    model,
    title,
    replay,
    historyBegins,
    get diagrams() {
      diagrams ??= diagramsOf(site);
      return diagrams;
    },
    roles,
    lookOf: (owner) => looks.get(owner?.roles[0] ?? '') ?? null,
    lookOfRole: (role) => looks.get(role) ?? null,
    sinkPath: (sink) => pagePath('sinks', slug(sink)),
    stagePath: (stage) => stagePaths.get(stage) ?? pagePath('stages'),
    handoffPath: (handoff) => handoffPaths.get(handoff) ?? pagePath('handoffs'),
    rolePath: (role) => rolePaths.get(role) ?? null,
    roleName: (role) => model.roles.called(role),
    idPath: (id) => (known.has(id) ? pagePath('id', id) : null),
    homePath: (id) => homes.get(id) ?? site.idPath(id),
    place: (span) => placeOf(report, span),
    findingsOf: (id) => together((places.get(id) ?? []).map(({ finding }) => finding)),
    words: (text) => linked(text ?? '', site),
    said: (text) => linked(withoutIds(text ?? ''), site),
  };
  return site;
}

/** Entries with lines that a finding about no entry speaks of, such as a conflict. */
function entriesAround({ stages, handoffs }: Model, { span }: Finding): readonly string[] {
  const around = [...stages, ...handoffs].filter(({ entry }) => overlap(entry.span, span));
  return [...new Set(around.map(({ id }) => id))];
}

/** `(PER-001, PER-002)` and `(GTM-001 or GTM-002)` taken out; brackets with other words stay. */
export function withoutIds(text: string): string {
  return text.replace(/\s?\(([^()]{0,300})\)/g, (whole, inside: string) =>
    inside
      .replace(idPattern, '')
      .replace(/\b(?:or|and|to)\b/g, '')
      .replace(/[\s,;/→–-]/g, '') === '' && inside.trim() !== ''
      ? ''
      : whole,
  );
}

function linked(text: string, site: Site): Words {
  const words: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(idPattern)) {
    const to = site.homePath(match[0]);
    if (to === null) continue;
    if (match.index > from) words.push(text.slice(from, match.index));
    words.push({ kind: 'link', text: match[0], to });
    from = match.index + match[0].length;
  }
  if (from < text.length) words.push(text.slice(from));
  return words;
}

/** `owner/name`, or any form of its address: https, ssh, `git@host:owner/name.git`. Null for anything else. */
function blobPattern(repo: string): string | null {
  const text = repo
    .trim()
    .replace(/^git\+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) return `https://github.com/${text}/blob/HEAD/{path}?plain=1#L{line}`;
  const found =
    /^(?:(?:https?|ssh|git):\/\/(?:[\w.-]+@)?|[\w.-]+@)?([\w-]+(?:\.[\w-]+)+)(?::\d+)?[:/]([\w.-]+\/[\w.-]+)(?:\/.*)?$/.exec(
      text,
    );
  return found === null ? null : `https://${found[1]}/${found[2]}/blob/HEAD/{path}?plain=1#L{line}`;
}

/** `SoT/SoT.BUSINESS_RULES.md:42`, with the address that edits it when the config names a repository. */
function placeOf(report: Report, span: Span): Place {
  const { editUrl, repo } = report.config.site;
  const pattern = editUrl ?? (repo === undefined ? null : blobPattern(repo));
  const path = span.file.split('/').map(encodeURIComponent).join('/');
  const edit =
    pattern === null
      ? null
      : external(pattern.replaceAll('{path}', path).replaceAll('{line}', String(span.line)));
  return { text: `${span.file}:${span.line}`, edit };
}

/** What a handoff's address is made of: nothing, and so its ID, where a stage has no name in ASCII. */
function handoffSlugName(handoff: Handoff): string {
  const sides = handoffName(handoff).split(' → ');
  return sides.some((side) => slug(side) === '') ? '' : sides.join(' to ');
}

/** `MQL → SQL`, with the segment when the handoff is for one; the ID when it names no stage. */
export function handoffName(handoff: Handoff): string {
  const from = stageNameOf(handoff.fromTarget, handoff.from);
  const to = stageNameOf(handoff.toTarget, handoff.to);
  if (from === '' && to === '') return handoff.id;
  const segment = handoff.segment === null ? '' : ` (${handoff.segment.text})`;
  return `${from || '?'} → ${to || '?'}${segment}`;
}

function stageNameOf(target: Handoff['fromTarget'], text: Text | null): string {
  return stageAt(target)?.name || (target?.name ?? text?.text ?? '');
}

/** What a stage is called on a page: its name, else its entry's title, else its ID. */
export function stageTitle(stage: Stage): string {
  return stage.name || stage.entry.title.text || stage.id;
}

/** Roles with work in the lifecycle: owners of stages, both sides of handoffs, segments, monitors. */
function rolesOf(model: Model): readonly string[] {
  const roles = new Set<string>();
  for (const stage of model.living.stages) for (const role of stage.owner?.roles ?? []) roles.add(role);
  for (const handoff of model.living.handoffs) {
    for (const role of [...(handoff.fromOwner?.roles ?? []), ...(handoff.toOwner?.roles ?? [])])
      roles.add(role);
  }
  for (const routing of model.routings)
    for (const route of routing.routes) for (const role of route.owner?.roles ?? []) roles.add(role);
  for (const monitor of model.monitors) for (const role of monitor.owner?.roles ?? []) roles.add(role);
  return [...roles];
}

/** The name of any record, for lists: its own, else its entry's title, else its ID. */
export function recordTitle(record: LifecycleRecord & { readonly name?: string }): string {
  return record.name || record.entry.title.text || record.id;
}
