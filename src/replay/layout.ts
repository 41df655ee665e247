/** The layouts an export may come in, told from its columns (SPEC §14). */

export const layouts = [
  'salesforce-history',
  'hubspot-history',
  'hubspot-export',
  'pipedrive-changes',
  'events',
] as const;
export type LayoutName = (typeof layouts)[number];

/** `replay.columns` of the config: which column holds what. */
export interface Columns {
  readonly lead?: string | undefined;
  readonly stage?: string | undefined;
  readonly at?: string | undefined;
  readonly touch?: string | undefined;
  readonly segment?: string | undefined;
  readonly reason?: string | undefined;
  readonly source?: string | undefined;
}

/** Where each thing stands in a row: the number of the column, -1 for none. */
export interface Layout {
  readonly name: LayoutName;
  readonly lead: number;
  readonly at: number;
  /** Name of the field that a row of a history changes. */
  readonly field: number;
  readonly from: number;
  readonly to: number;
  readonly touch: number;
  readonly segment: number;
  readonly reason: number;
  readonly source: number;
  readonly bulk: number;
  /** One row a record: the columns that hold the date of a stage, with the stage they name. */
  readonly dates: readonly { readonly column: number; readonly value: string }[];
}

export type ToldLayout =
  | { readonly ok: true; readonly layout: Layout }
  | { readonly ok: false; readonly message: string };

/** Fields of a history that hold the stage, folded; the first that a file knows most stages of is taken. */
export const stageFields: Readonly<
  Record<'salesforce-history' | 'hubspot-history' | 'pipedrive-changes', readonly string[]>
> = {
  'salesforce-history': ['lifecyclestage', 'lifecyclestagec', 'stagename', 'stage', 'status', 'leadstatus'],
  'hubspot-history': ['lifecyclestage', 'dealstage', 'hspipelinestage', 'hsleadstatus', 'leadstatus'],
  'pipedrive-changes': ['stageid', 'stage', 'status'],
};

/** Pipedrive says in a field of its own whether a deal is still open: its values are places beside the stages. */
export const statusField = 'status';

/** Sources of changes that are no move of a lead: HubSpot's and Pipedrive's own names for bulk edits, imports and merges. */
export const bulkSources: readonly string[] = [
  ...['IMPORT', 'BATCH_UPDATE', 'CRM_UI_BULK_ACTION', 'BULK_ACTION', 'MIGRATION', 'MERGE', 'MERGE_CONTACTS'],
  ...['MERGE_COMPANIES', 'MERGE_DEALS', 'MERGE_OBJECTS', 'BULK_UPDATE', 'BULK_EDIT', 'bulk_edit'],
];

/** Lower case, letters and digits alone: `Field / Event` and `field_event` are one. */
export function foldColumn(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const leadNames = ['leadid', 'opportunityid', 'contactid', 'accountid', 'parentid'];
const objectNames = [
  ...[
    'objectid',
    'hsobjectid',
    'recordid',
    'vid',
    'contactid',
    'dealid',
    'companyid',
    'leadid',
    'recordidcontact',
  ],
];

/** Tells the layout of a file from its columns; `asked` is `--layout`, `columns` the config's. */
export function tellLayout(
  header: readonly string[],
  columns: Columns,
  asked: LayoutName | null,
): ToldLayout {
  const folded = header.map(foldColumn);
  const find = (...names: readonly string[]): number => {
    for (const name of names) {
      const at = folded.indexOf(name);
      if (at >= 0) return at;
    }
    return -1;
  };
  const mapped = (name: string | undefined): number => (name === undefined ? -1 : find(foldColumn(name)));
  const extras = {
    touch: mapped(columns.touch),
    segment: mapped(columns.segment),
    reason: mapped(columns.reason),
    source: mapped(columns.source),
  };
  const none = { field: -1, from: -1, bulk: -1, dates: [] };
  const known: Record<LayoutName, () => Layout | null> = {
    'salesforce-history': () => {
      const [lead, at, field] = [
        find(...leadNames),
        find('createddate', 'editdate', 'date'),
        find('field', 'fieldevent'),
      ];
      const [from, to] = [find('oldvalue'), find('newvalue')];
      if (lead < 0 || at < 0 || field < 0 || to < 0) return null;
      return { ...none, ...extras, name: 'salesforce-history', lead, at, field, from, to };
    },
    'hubspot-history': () => {
      const [lead, field] = [find(...objectNames), find('property', 'propertyname', 'name')];
      const [at, to] = [find('timestamp', 'updatedat', 'changedat'), find('value', 'propertyvalue')];
      if (lead < 0 || field < 0 || at < 0 || to < 0) return null;
      const source = find('source', 'sourcetype', 'changesource');
      return { ...none, ...extras, name: 'hubspot-history', lead, at, field, to, source };
    },
    'hubspot-export': () => {
      const dates = onePerStage(
        header.flatMap((name, column) => {
          const value = dateColumn(name);
          return value === null ? [] : [{ column, value, entered: /^hs_v2_|^v2 /i.test(name.trim()) }];
        }),
      );
      if (dates.length === 0) return null;
      return {
        ...none,
        ...extras,
        name: 'hubspot-export',
        lead: find(...objectNames),
        at: -1,
        to: -1,
        dates,
      };
    },
    'pipedrive-changes': () => {
      const [lead, field] = [find('dealid', 'leadid', 'itemid'), find('fieldkey')];
      const [at, from, to] = [find('time', 'logtime', 'timestamp'), find('oldvalue'), find('newvalue')];
      if (lead < 0 || field < 0 || at < 0 || to < 0) return null;
      const [source, bulk] = [find('changesource'), find('isbulkupdateflag')];
      return { ...none, ...extras, name: 'pipedrive-changes', lead, at, field, from, to, source, bulk };
    },
    events: () => {
      const [lead, at] = [mapped(columns.lead ?? 'lead'), mapped(columns.at ?? 'at')];
      const to = mapped(columns.stage ?? 'stage');
      if (lead < 0 || at < 0 || to < 0) return null;
      const or = (name: string | undefined, usual: string): number => mapped(name ?? usual);
      return {
        ...none,
        name: 'events',
        lead,
        at,
        to,
        touch: or(columns.touch, 'touch'),
        segment: or(columns.segment, 'segment'),
        reason: or(columns.reason, 'reason'),
        source: or(columns.source, 'source'),
      };
    },
  };
  // Columns the config names are no accident.
  const order =
    columns.lead !== undefined && columns.stage !== undefined ? (['events', ...layouts] as const) : layouts;
  const tried = asked === null ? order : [asked];
  for (const name of tried) {
    const layout = known[name]();
    if (layout !== null) return missing(layout, columns, mapped);
  }
  return {
    ok: false,
    message: asked === null ? unknown : `The columns are not those of ${asked}: ${wanted[asked]}.`,
  };
}

/** A column that the config names and the file does not have is a slip, not a silence. */
function missing(layout: Layout, columns: Columns, mapped: (name: string | undefined) => number): ToldLayout {
  const used = layout.name === 'events' ? Object.entries(columns) : [];
  const lost = used.find(([, name]) => name !== undefined && mapped(name) < 0);
  if (lost === undefined) return { ok: true, layout };
  return {
    ok: false,
    message: `The file has no column "${lost[1]}", which replay.columns.${lost[0]} names.`,
  };
}

const wanted: Readonly<Record<LayoutName, string>> = {
  'salesforce-history': 'LeadId or OpportunityId, CreatedDate, Field, OldValue, NewValue',
  'hubspot-history': 'object id, property, value, timestamp, source',
  'hubspot-export': 'one row a record, with "Became a … Date" or "hs_v2_date_entered_…"',
  'pipedrive-changes': 'deal_id, field_key, old_value, new_value, time',
  events: 'lead, stage, at, or the columns that replay.columns in mops.config.yml names',
};

const unknown = `The columns are those of no known layout. Name yours in mops.config.yml, for example "replay: {columns: {lead: Lead ID, stage: Stage, at: Changed on}}".`;

/** The stage whose date a column of an export holds; null for every other column. */
function dateColumn(name: string): string | null {
  const plain = name.trim();
  const written =
    /^became an? (.{1,80}) date$/i.exec(plain) ??
    /^hs_(?:v2_)?date_entered_(.{1,80})$/i.exec(plain) ??
    /^hs_lifecyclestage_(.{1,80})_date$/i.exec(plain) ??
    /^(?:v2 )?date entered ["'\u201c]?([^"'\u201c\u201d()]{1,80})["'\u201d]?(?: \([^()]{1,80}\)["'\u201d]?)?$/i.exec(
      plain,
    );
  return written?.[1]?.trim() ?? null;
}

interface DateColumn {
  readonly column: number;
  readonly value: string;
  /** One of HubSpot's newer columns, which hold the last time a stage was entered. */
  readonly entered: boolean;
}

/** Of several columns for one stage the newer one: two dates of one stage are no return. */
function onePerStage(columns: readonly DateColumn[]): Layout['dates'] {
  const kept = new Map<string, DateColumn>();
  for (const one of columns) {
    const key = foldColumn(one.value);
    const known = kept.get(key);
    if (known === undefined || (one.entered && !known.entered)) kept.set(key, one);
  }
  return [...kept.values()].map(({ column, value }) => ({ column, value }));
}
