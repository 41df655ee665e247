/** Labels behind which people write about an entry: notes, whatever list they stand in. Extend the row; labels are folded. */

import { foldLabel } from '../fold.ts';

const labels: ReadonlySet<string> = new Set(
  [
    'Note',
    'Notes',
    'Remark',
    'Remarks',
    'Comment',
    'Comments',
    'Rationale',
    'Background',
    'Context',
    'Why',
    'Example',
    'Examples',
    'History',
    'Change history',
    'Change log',
    'Changelog',
    'Changes',
    'Decisions',
    'Decision log',
    'Discussion',
    'Feedback',
    'FAQ',
    'References',
    'Sources',
    'See also',
    'Further reading',
    'Related',
    'Links',
    'To do',
    'To-do',
    'Todo',
    'Todos',
    'Open points',
    'Good to know',
    'Mind',
    'Tip',
    'Tips',
    'Hint',
    'Hints',
    'Caution',
  ].map(foldLabel),
);

/** Whether a label begins a note, and not one of a list's lines. */
export function beginsNote(label: string): boolean {
  return labels.has(foldLabel(label));
}

const opensRemark =
  /^[*_(]{0,3}(?:notes?|nb|n\.b\.|see|remarks?|hints?|tips?|caution|examples?|e\.g\.|history)(?![\p{L}\p{N}])/iu;
const goesOnAbout =
  /^[*_(]{0,3}(?:this|these|that|those|it|we|our|i|as|for|last|updated|agreed|changed|please|also|all|both|until|since|here|there)\b|[.!?] \p{Lu}/iu;

/** Whether a paragraph is a remark; one behind other lines of a list also where it speaks of them, or at length. */
export function isRemark(text: string, behind: boolean): boolean {
  return opensRemark.test(text) || (behind && goesOnAbout.test(text));
}

/** Words of a heading below which other times, teams or wishes are told of, not what holds here and now. Extend the row. */
const others =
  /\b(?:old|former(?:ly)?|previous(?:ly)?|legacy|past|history|before|until|used to|no longer|obsolete|outdated|proposals?|proposed|planned|future|ideas?|options?|drafts?|to be|backlog|benchmarks?|industry|competitors?|examples?|comparisons?|alternatives?|rejected|minutes|meetings?|früher|bisher|alt|vorher|entwurf|vorschlag|ancien(?:ne)?|avant|antes|anterior)\b/i;

/** Whether a heading says that what stands below it is not how things are. */
export function tellsOfOthers(heading: string): boolean {
  return others.test(heading.slice(0, 200));
}
