/** Which diagrams the site has, under which names, and the table of facts below each. */

import {
  channelsDiagram,
  type Diagram,
  diagramRows,
  handoffDiagram,
  lifecycleDiagram,
  type PageKey,
  roleDiagram,
  routingDiagram,
} from '../../src/diagram/index.ts';
import { ownerLooks } from '../../src/diagram/owner.ts';
import type { Routing } from '../../src/lifecycle/model.ts';
import { lastPart, pagePath, type SitePath, slugs } from '../lib/paths.ts';
import { pageOf } from './diagram-links.ts';
import {
  type Block,
  badge,
  cell,
  heading,
  type Inline,
  link,
  type Row,
  type Table,
  type Words,
} from './page.ts';
import type { Site } from './site.ts';

/** Every diagram of the site by the name of its file. Nothing is drawn where there would be nothing to see. */
export function diagramsOf(site: Site): ReadonlyMap<string, Diagram> {
  const { model } = site;
  const found = new Map<string, Diagram>();
  const add = (name: string, diagram: Diagram) => {
    const size = diagram.type === 'flow' ? diagram.nodes.length : diagram.steps.length;
    if (size > 0) found.set(name, diagram);
  };
  add('lifecycle', lifecycleDiagram(model));
  if (model.channels.length > 0) add('channels', channelsDiagram(model));
  const looks = ownerLooks(model);
  for (const handoff of model.living.handoffs)
    add(handoffDrawing(site, handoff), handoffDiagram(handoff, looks));
  for (const [routing, name] of routingDrawings(site)) add(name, routingDiagram(routing));
  for (const role of site.roles) {
    const diagram = roleDiagram(model, role);
    if (diagram.edges.length > 0) add(roleDrawing(site, role), diagram);
  }
  return found;
}

/** Name of a handoff's drawing: the last part of its page's address. */
export function handoffDrawing(site: Site, handoff: Parameters<Site['handoffPath']>[0]): string {
  return `handoff-${lastPart(site.handoffPath(handoff))}`;
}

/** Name of a role's drawing; every role has a page. */
export function roleDrawing(site: Site, role: string): string {
  return `role-${lastPart(site.rolePath(role) ?? pagePath('roles', 'role'))}`;
}

/** Names of the routings' drawings, one each even where two entries share an ID. */
export function routingDrawings({ model }: Pick<Site, 'model'>): ReadonlyMap<Routing, string> {
  return slugs(model.living.routings, ({ id }) => `routing ${id}`);
}

/** Rows of facts below a picture; more make the page of a long lifecycle too heavy for a phone. */
const mostRows = 40;

/** The page of a picture's table that is too long to stand below it; null for any other. */
export function tablePage(name: string, { rows }: Table): SitePath | null {
  return rows.length > mostRows ? pagePath('diagrams', name) : null;
}

/** Heading, picture and table; nothing when there is nothing to draw. */
export function diagramBlock(site: Site, name: string, title: string, id: string): readonly Block[] {
  const diagram = site.diagrams.get(name);
  if (diagram === undefined) return [];
  const table = factsOf(site, diagram);
  const tableAt = tablePage(name, table);
  return [heading(title, id), { kind: 'diagram', name, table, ...(tableAt === null ? {} : { tableAt }) }];
}

/** The words on an arrow with the whole condition; those that only begin it are left out. */
function inWords(site: Site, label: Inline, whole: string): Words {
  const said = typeof label === 'string' ? label : label.text;
  if (whole === '' || whole === said) return [label];
  const begins = typeof label === 'string' && whole.startsWith(said.replace(/^no: /, '').replace(/…$/, ''));
  return [...(said === '' || begins ? [] : [label, ': ']), ...site.words(whole)];
}

/** What a picture shows, row by row. */
export function factsOf(site: Site, diagram: Diagram): Table {
  const linked = (text: string, key: PageKey | null): Inline => {
    const path = key === null || text === '' ? null : pageOf(site, key);
    return path === null ? text : link(text, path);
  };
  return {
    kind: 'table',
    caption: diagram.title,
    columns: [
      { label: 'From' },
      { label: 'What happens' },
      { label: 'To' },
      { label: 'In words', wide: true },
    ],
    rows: diagramRows(diagram).map(
      (row): Row => ({
        cells: [
          cell(linked(row.from, row.fromKey)),
          cell(
            badge(
              row.kind,
              row.kind === 'advances' || row.kind === 'hands over' || row.kind === 'accepts'
                ? 'good'
                : 'info',
            ),
          ),
          cell(linked(row.to, row.toKey)),
          row.details.length > 1
            ? { words: [], lines: row.details.map((line) => site.words(line)) }
            : cell(...inWords(site, linked(row.label, row.labelKey), row.details[0] ?? '')),
        ],
      }),
    ),
    empty: ['Nothing to show yet.'],
  };
}
