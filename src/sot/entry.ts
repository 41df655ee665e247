/**
 * What the reader makes of a source-of-truth file: entries, each a tree of lines that know where they stand.
 * The reader knows Markdown and IDs; what a field means is the business of `src/lifecycle`.
 */

/**
 * A place in a file. `start` and `end` are offsets in UTF-16 code units from the first character of the file's
 * text (a byte order mark counts as one). Lines and columns are 1-based, columns in UTF-16 code units; a byte
 * order mark takes no column. `endLine`/`endColumn` point just past the last character.
 */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Text as somebody wrote it, with its place. `text` has Markdown marks (emphasis, code ticks, links, escapes)
 * taken off, blanks folded and lines joined; the slice of the file at `span` is the raw form. Always untrusted.
 */
export interface Text {
  readonly text: string;
  readonly span: Span;
}

/**
 * One line of an entry with what hangs below it: a field, a list item, a sub-heading, a table row or plain text.
 * `Owner: BDR` has label `Owner` and value `BDR`; `- Demo form sent` has no label and that value;
 * `To SQL: BDR confirms` has label `To SQL`; a label alone has value null and its list in `children`.
 *
 * What decides is the label, the list mark and the indentation, so that every dialect gives the same tree. A
 * sub-heading (`### Owner`) is a label: its first paragraph is the value, all else up to the next heading of its
 * level or above its children, field lines at the margin included. A table row is a label and a value; in a
 * table of several columns all cells behind the first are children labelled with their column's header (whose place is
 * the header's); `<br>` in a cell
 * makes a list. An ID is never a label.
 */
export interface Node {
  /** How the line is written: `item` has a list mark, `field` a label without one, `text` neither. */
  readonly form: 'field' | 'item' | 'heading' | 'row' | 'text';
  /** The whole line without bullet, heading marks or trailing colon-only label marks: label and value together. */
  readonly text: Text;
  readonly label: Text | null;
  readonly value: Text | null;
  readonly children: readonly Node[];
  /** The header of the first column, for a row of a table of several columns; else null. */
  readonly column: Text | null;
  /** From the first character of the line's own text to the last of its children. */
  readonly span: Span;
}

/** An ID split into its parts: `BR-MOPS-002` is base `BR`, subtype `MOPS`, number `002`. */
export interface ParsedId {
  readonly id: string;
  readonly base: string;
  readonly subtype: string | null;
  readonly number: string;
}

/** What an entry is, told from its ID alone. `other` are entries of the framework that the lifecycle does not use. */
export type EntryKind =
  | 'BR-MOPS'
  | 'GTM-MOPS'
  | 'GTM'
  | 'PRICING'
  | 'PER'
  | 'KPI'
  | 'CFD'
  | 'MON-DRIFT'
  | 'MON'
  | 'RUN'
  | 'other';

/** An entry as read. `form` says how it was written; a `row` or `line` has few fields or none. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly parsed: ParsedId;
  /** The ID as it stands in the file when it is malformed and `id` is the one that was meant, else null. */
  readonly writtenAs: string | null;
  readonly idSpan: Span;
  /** The text after the ID on its line, delimiters taken off; empty text with a zero-width span when there is none. */
  readonly title: Text;
  readonly form: 'heading' | 'bare' | 'row' | 'line';
  readonly nodes: readonly Node[];
  /** The whole entry, from its ID line to its last non-blank line. */
  readonly span: Span;
  /** `deprecated` inside a section headed so; `template` or `example` where the section or fence holds a template's ID. */
  readonly section: 'deprecated' | 'template' | 'example' | null;
  /** Parts that are not read: tables in HTML, fields in blocks of data (csv, json). */
  readonly unread: readonly Span[];
  /** It stands in a list or a quotation, and is a mention where another place has the entry as its own. */
  readonly cited?: true;
  /** Whether the entry stands inside a fence (the seed's bare template). */
  readonly fenced: boolean;
}

/** An HTML comment in a file, code in other languages apart; `mops-ignore` comments are found here. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** Something that looks like an entry, or a whole file, that could not be read. Becomes a finding, never dropped. */
export interface ReadIssue {
  readonly code: 'id-format' | 'file-unreadable' | 'merge-conflict';
  readonly message: string;
  readonly expected: string | null;
  readonly span: Span;
  readonly fix: string;
}

/** Lines (from 0, both ends included) that the reader sets aside knowingly, and why. */
export interface LeftOut {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/**
 * A line that begins with an ID of the lifecycle, or says that it is a stage or a handoff, and opens no entry.
 * `link`: in a link or an index. `words`: the ID begins a sentence. `entry`: it looks like the head of an entry.
 * `html`: it stands in a table in HTML.
 */
export interface Unclaimed {
  /** The ID that is meant; null where there is none. */
  readonly id: string | null;
  readonly looks: 'link' | 'words' | 'entry' | 'html';
  readonly span: Span;
}

/** One row of a table of stages. */
export interface StageTableRow {
  readonly stage: Text;
  readonly cells: readonly { readonly head: string; readonly text: Text }[];
}

/** A table outside every entry whose header says that its rows are stages: a lifecycle that no entry describes, or one told again. */
export interface StageTable {
  readonly span: Span;
  /** The cells of its stage column, header left out. */
  readonly stages: readonly Text[];
  /** How many of its headers name fields, its stage column among them. */
  readonly fields: number;
  /** Each row's stage with what stands beside it, by the words of its column's header. */
  readonly rows: readonly StageTableRow[];
  /** A heading above says that it is out of use, an example or somebody else's. */
  readonly aside: boolean;
  /** It is written in HTML, which is not read. */
  readonly html?: boolean;
  /** It stands in a block of csv, or its cells are parted by tabs. */
  readonly sheet?: boolean;
}

/** A file handed to the reader. `path` is relative to the checked folder, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** One look has found nothing to read in it (`isPlainPage`); its text is made only for those who ask. */
  readonly plain?: boolean;
}

/** One file as read. `entries` stand in the order of the file. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly comments: readonly Comment[];
  readonly issues: readonly ReadIssue[];
  readonly leftOut: readonly LeftOut[];
  readonly unclaimed: readonly Unclaimed[];
  readonly stageTables: readonly StageTable[];
}

/** All files of one tree, sorted by path, with every entry by its ID: a list, so that a duplicate can be a finding. */
export interface Repository {
  readonly files: readonly ReadFile[];
  readonly byId: ReadonlyMap<string, readonly Entry[]>;
}
