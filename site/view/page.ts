/**
 * What a page says, before anything looks like something. View models make pages out of blocks; components
 * draw them, `markdown.ts` writes them as Markdown, the search index and the link checks read them.
 */

import type { OwnerLook } from '../../src/diagram/owner.ts';
import type { EscalationStep, SlaMeaning } from '../../src/sla/meaning.ts';
import type { Address, ExternalUrl, SitePath } from '../lib/paths.ts';

/** Colour with a meaning: an error, a warning, a remark, something to know, something in order. */
export type Tone = 'error' | 'warning' | 'notice' | 'info' | 'good';

export type Inline =
  | string
  | { readonly kind: 'link'; readonly text: string; readonly to: Address; readonly label?: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quiet'; readonly text: string }
  | { readonly kind: 'badge'; readonly text: string; readonly tone?: Tone }
  /** A role: colour, mark and word. */
  | { readonly kind: 'owner'; readonly text: string; readonly look: OwnerLook; readonly to: SitePath | null }
  /** A place a lead can be: a stage in its owner's colour, or (look null) a place where it rests. */
  | {
      readonly kind: 'place';
      readonly text: string;
      readonly to: SitePath | null;
      readonly look: OwnerLook | null;
    }
  /** What was and is no longer. */
  | { readonly kind: 'gone'; readonly text: string };

export type Words = readonly Inline[];

/** Where something is written. `edit` is null when the config names no repository. */
export interface Place {
  readonly text: string;
  readonly edit: ExternalUrl | null;
}

export interface Fact {
  readonly label: string;
  readonly id?: string;
  /** One line, or a list of them. */
  readonly lines: readonly Words[];
  readonly ordered?: boolean;
  /** Said when there are no lines: what is missing and what to write. */
  readonly missing?: Words;
  readonly at?: Place;
}

export interface Column {
  readonly label: string;
  /** Sortable tables: by the words, or by the cell's `order`. */
  readonly sort?: 'text' | 'number';
  readonly wide?: boolean;
}

export interface Cell {
  readonly words: Words;
  readonly lines?: readonly Words[];
  /** Sort key of a number column. */
  readonly order?: number;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Values a filter can pick, for tables with `filter`. */
  readonly tags?: readonly string[];
  readonly tone?: Tone;
  readonly id?: string;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly empty: Words;
  readonly sortable?: boolean;
  /** Cells of a few words: on a phone they stand beside one another below the first. */
  readonly short?: boolean;
  /** Rows of a limit each: on a phone the limit stands large beside its name, the rest below. */
  readonly limits?: boolean;
  readonly filter?: { readonly label: string; readonly options: readonly string[] };
}

/** A drawing by its name in the site's list of diagrams; the facts it shows follow as a table. */
export interface DiagramBlock {
  readonly kind: 'diagram';
  readonly name: string;
  readonly table: Table;
  /** The page that has the table, where it is too long to stand below the picture. */
  readonly tableAt?: SitePath;
}

/** One step of what happens when a limit passes, for a clock to date. */
export interface ClockStep {
  readonly step: Pick<EscalationStep, 'at' | 'factor' | 'onBreach' | 'early'>;
  readonly what: string;
}

/** What a clock needs to say when an answer is due. */
export interface ClockLimit {
  readonly label: string;
  /** Named in the address that opens the clock with it: an entry's ID, and the kind of clock. */
  readonly key: string;
  readonly meaning: SlaMeaning;
  /** Of a limit that differs by segment, the segment this choice is for. */
  readonly segment: string | null;
  readonly steps: readonly ClockStep[];
}

/** A step as a page shows it before any clock runs. */
export interface Step {
  readonly state: 'ok' | 'warn' | 'late';
  readonly when: string;
  readonly what: Words;
}

/** A stage on the rail of the home page. */
export interface Station {
  readonly text: string;
  readonly to: SitePath;
  readonly owner: string;
  readonly look: OwnerLook | null;
  readonly roles: readonly string[];
  /** The tightest limit, large, and what time it counts; null where no clock runs. */
  readonly limit: { readonly big: string; readonly small: string } | null;
  /** Said where there is no limit: "no clock", "no limit yet". */
  readonly without: string;
  /** Where a no leads: "back to MQL, Nurture". */
  readonly no: string | null;
}

/** One ground for a no, and where it leads. */
export interface ReasonRow {
  readonly words: Words;
  readonly code: string | null;
  readonly to: Words;
}

/** A card in a row of cards: "It fits: hand to the AE". */
export interface Panel {
  readonly title: string;
  readonly id: string;
  readonly mark: '?' | '→' | '↩' | null;
  readonly blocks: readonly Block[];
  /** Text to take along, with what its button says. */
  readonly copy?: { readonly label: string; readonly text: string; readonly main: boolean };
  readonly foot?: Words;
  readonly wide?: boolean;
}

export interface NewsItem {
  /** ISO date. */
  readonly date: string;
  readonly words: Words;
  readonly owner: Inline | null;
}

export interface Question {
  readonly ask: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly right: number;
  readonly because: Words;
}

export interface WalkStep {
  readonly title: string;
  readonly id: string;
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly id: string; readonly level?: 2 | 3 }
  /** `screen`: only leads on, so that paper goes without. */
  | { readonly kind: 'text'; readonly words: Words; readonly screen?: boolean }
  /** The page's answer, said first and large: "You have 1 business hour". */
  | { readonly kind: 'answer'; readonly big: string; readonly lead: Words; readonly tone?: Tone }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'list';
      readonly items: readonly Words[];
      readonly ordered?: boolean;
      /** `tick` boxes to tick, `lines` a hairline between, `or` alternatives, `blank` lines to write on. */
      readonly look?: 'tick' | 'lines' | 'or' | 'blank';
    }
  /** The large search of the home page, with words to try. */
  | { readonly kind: 'ask'; readonly tries: readonly string[] }
  | {
      readonly kind: 'stations';
      readonly title: string;
      readonly stations: readonly Station[];
      readonly roles: readonly { readonly role: string; readonly look: OwnerLook | null }[];
    }
  /** Parts for one role each; the role chips choose which is seen. */
  | {
      readonly kind: 'mine';
      readonly parts: readonly {
        readonly role: string;
        readonly title: string;
        readonly blocks: readonly Block[];
      }[];
    }
  /** The page's answer: a limit, large, with its steps and the time from now. */
  | {
      readonly kind: 'hero';
      readonly label: string;
      readonly look: 'clock' | 'rest' | 'none' | 'error';
      readonly big: string;
      readonly small: Words;
      readonly steps: readonly Step[];
      readonly lines: readonly Words[];
      readonly clock: { readonly limit: ClockLimit; readonly asks: string; readonly to: SitePath } | null;
    }
  | { readonly kind: 'panels'; readonly panels: readonly Panel[] }
  /** `from` where the place of each row is where a lead comes from, not where it goes. */
  | {
      readonly kind: 'reasons';
      readonly rows: readonly ReasonRow[];
      readonly empty: Words;
      readonly from?: true;
    }
  | { readonly kind: 'news'; readonly items: readonly NewsItem[] }
  /** The last line of a page: where it comes from, what else there is. */
  | { readonly kind: 'base'; readonly items: readonly Words[] }
  | Table
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  /** `all` is how many there are, of which a long way shows those nearby. */
  | { readonly kind: 'rail'; readonly label: string; readonly stops: readonly Stop[]; readonly all: number }
  | {
      readonly kind: 'note';
      readonly tone: Tone;
      readonly title: string;
      readonly lines: readonly Words[];
      readonly id?: string;
    }
  | { readonly kind: 'code'; readonly label: string; readonly text: string; readonly file?: string }
  | {
      readonly kind: 'checklist';
      readonly label: string;
      readonly items: readonly Fact[];
      readonly copy: string;
    }
  | {
      readonly kind: 'fold';
      readonly summary: Words;
      readonly blocks: readonly Block[];
      readonly open?: boolean;
      readonly id?: string;
      /** Stands open on paper: what the page is made of. */
      readonly paper?: boolean;
    }
  | { readonly kind: 'empty'; readonly title: string; readonly words: Words; readonly write?: string }
  | DiagramBlock
  /** `small` is the clock of the home page: no strip of days. */
  | { readonly kind: 'clock'; readonly limits: readonly ClockLimit[]; readonly small?: boolean }
  | { readonly kind: 'quiz'; readonly questions: readonly Question[] }
  | { readonly kind: 'walk'; readonly steps: readonly WalkStep[] }
  /** A card on one printed page, in the colour of whose it is. */
  | {
      readonly kind: 'sheet';
      readonly title: string;
      readonly look: OwnerLook | null;
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'neighbours'; readonly previous: Neighbour | null; readonly next: Neighbour | null }
  /** Parts that happened on a day, newest first; the reader may hide those before a date. */
  | { readonly kind: 'dated'; readonly parts: readonly DatedPart[] }
  | { readonly kind: 'search' };

export interface DatedPart {
  /** ISO date. */
  readonly date: string;
  readonly blocks: readonly Block[];
}

export interface Card {
  readonly title: string;
  readonly to: Address;
  readonly words: Words;
  /** Of a role: its colour and mark. */
  readonly look?: OwnerLook | null;
  /** What counts most, on a line of its own: "30 business minutes". */
  readonly big?: string;
}

export interface Stop {
  readonly text: string;
  readonly to: SitePath;
  readonly current: boolean;
  readonly sub?: string;
  readonly look?: OwnerLook | null;
}

export interface Neighbour {
  readonly text: string;
  readonly to: SitePath;
}

/** The entries of the main navigation, and the home page, which is none of them. */
export type NavName = 'home' | 'lifecycle' | 'role' | 'handoffs' | 'clock' | 'no' | 'learn' | 'revops';

export interface Page {
  readonly path: SitePath;
  readonly title: string;
  /** Small line above the title: "Stage 2 of 5 · BR-MOPS-002". */
  readonly kicker: string | null;
  /** Beside the title: "owned by BDR". */
  readonly lead?: Words;
  /** Main navigation it belongs to; by its group where it does not say. */
  readonly nav?: NavName;
  /** One sentence for search results, the feed and llms.txt. */
  readonly description: string;
  readonly blocks: readonly Block[];
  /** IDs that the page is the home of, for the ID jump. */
  readonly ids: readonly string[];
  /** Further words people search for it by. */
  readonly keywords: readonly string[];
  /** Group in search results and llms.txt. */
  readonly group: 'Stages' | 'Handoffs' | 'Roles' | 'Onboarding' | 'Reference' | 'Rules' | 'Entries';
  /** Where the entry stands, for "edit this entry". */
  readonly source: Place | null;
  /** False keeps it out of full-text search. */
  readonly indexed?: boolean;
}

export const link = (text: string, to: Address, label?: string): Inline =>
  label === undefined ? { kind: 'link', text, to } : { kind: 'link', text, to, label };
export const code = (text: string): Inline => ({ kind: 'code', text });
export const quiet = (text: string): Inline => ({ kind: 'quiet', text });
export const badge = (text: string, tone?: Tone): Inline =>
  tone === undefined ? { kind: 'badge', text } : { kind: 'badge', text, tone };
export const heading = (text: string, id: string, level: 2 | 3 = 2): Block => ({
  kind: 'heading',
  text,
  id,
  level,
});
export const text = (...words: Words): Block => ({ kind: 'text', words });
export const cell = (...words: Words): Cell => ({ words });
export const numberCell = (order: number, ...words: Words): Cell => ({ words, order });
