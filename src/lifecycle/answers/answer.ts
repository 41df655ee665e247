import type { Entry, Text } from '../../sot/entry.ts';
import type { FieldName } from '../model.ts';

/** What one entry answers to a question. */
export interface Answer {
  readonly entry: Entry;
  readonly field: FieldName;
  /** Where it stands. */
  readonly text: Text;
  /** The answer in a few words: `Nurture`, `BDR`, `a score of 50`. */
  readonly says: string;
}

/** One question that two entries answer differently. */
export interface Disagreement {
  /** A whole question: `Where does "no budget" lead?` */
  readonly question: string;
  /** The answer that is reported; the one nearer to where a person acts. */
  readonly here: Answer;
  readonly there: Answer;
  /** Further places of the entry reported where the same cause shows. */
  readonly also?: readonly Text[];
  /** What tells it apart from others of the same entry: never a line number. */
  readonly key: string;
  /** What makes both right, besides giving one answer. */
  readonly way: string;
}
