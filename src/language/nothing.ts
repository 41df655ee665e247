/**
 * Text that stands where something should stand and says nothing. One list for every field: what is nobody's owner
 * is no trigger either. Its words are rows of `tables/unsaid.ts`.
 */

import { alternatives } from './alternatives.ts';
import { notApplicable } from './tables/not-applicable.ts';
import {
  abbreviations,
  asks,
  awaited,
  meanwhile,
  none,
  settled,
  settledAlone,
  stillTo,
  undecided,
} from './tables/unsaid.ts';
import { asksAbroad, meanwhileAbroad, noneAbroad, undecidedAbroad } from './tables/unsaid-abroad.ts';

/** `t b d`: what is left of "T.B.D." without its dots. */
const spelt = abbreviations.map((short) => short.split('').join(' '));
const allUndecided = [...abbreviations, ...spelt, ...undecided, ...undecidedAbroad];
const words: ReadonlySet<string> = new Set([...allUndecided, ...none, ...noneAbroad].map(bare));
const undecidedWords: ReadonlySet<string> = new Set(allUndecided.map(bare));
const questions: ReadonlySet<string> = new Set([...asks, ...asksAbroad].map(bare));

const settledParts = alternatives(settled);
const settledWords = alternatives([...settled, ...settledAlone]);
const short = alternatives(abbreviations);
/** `TBD|TBC|TBA` as they stand in running text, for a pattern without `i`. */
export const shortPattern = short.toUpperCase();
const shortFirst = new RegExp(`^(?:${shortPattern})\\b`);
const phrase = new RegExp(
  `^(?:(?:to|will) be (?:${settledWords})|to (?:${alternatives(stillTo)})|(?:not|nothing)(?: yet)?(?: (?:${settledWords}))(?: yet)?|not yet|(?:none|nothing|n a|nobody|no one) yet|(?:needs?|awaiting|pending) (?:${alternatives(awaited)}))$`,
);
/** Abbreviations that keep their meaning whatever reason stands behind them: "TBD by finance", "TBC (Jane)". */
const opener = new RegExp(`^(?:${short}|to be (?:confirmed|decided|defined|determined|agreed|announced))\\b`);
const around = alternatives([...meanwhile, ...meanwhileAbroad]);
const idleBefore = new RegExp(`^(?:${around}) `);
const idleBehind = new RegExp(` (?:${around})$`);

/** Lower case, marks and brackets around it gone, one blank between words: `**TBD.**` and `(tbd)` are `tbd`. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** No letter and no digit: dashes, question marks, dots, a lone emoji or tick box. Nobody's answer. */
function isSigns(text: string): boolean {
  return !/[\p{L}\p{N}✓✔✗✘☑☒]/u.test(text);
}

/** `TBD (channel)` keeps a place for an ID (SPEC §6): it says which entry is to come. */
const keepsAPlace = new RegExp(
  `^(?:${short})\\s*\\([^()]*(?:channel|source|offer|pric|tier|threshold|persona|kpi|conversion)`,
  'i',
);

/** Whether a placeholder is such a phrase, and no ID whose number is open (`GTM-XXX`). */
export function isOpenPhrase(token: string): boolean {
  return shortFirst.test(token);
}

/** Longer texts are never "nothing"; the bound keeps the check cheap on a paragraph. */
const longest = 80;

/**
 * Whether a whole value says nothing: empty, `TBD`, `to be confirmed`, `pending`, `unknown`, `n/a`, `none`, a dash,
 * question marks, dots, in any case, dressing and mixture ("TBD / TBC", "???", "(tbd)").
 */
export function saysNothing(text: string): boolean {
  return isEmpty(text, words);
}

/** Whether a value says that the question does not arise, with or without a reason: "n/a, same person", "Not needed (automated)". */
export function saysNotApplicable(text: string): boolean {
  return opensNotApplicable.test(text.replaceAll('’', "'")) && text.trim().length <= longest;
}

const opensNotApplicable = new RegExp(
  `^\\W*(?:${[...notApplicable, 'no rejections?'].map((row) => row.replace(' . ', ' \\. ').replaceAll(' ', '\\s?')).join('|')})(?![\\p{L}\\p{N}])(?!\\s*(?:→|-+>|:\\s*\\S))`,
  'iu',
);

const spaced = alternatives(abbreviations).replace(/(?<=\w)(?=\w)/g, ' ?');
const opensOpen = new RegExp(`^(?:${spaced}|to be \\p{L}+)(?![\\p{L}\\p{N}])`, 'u');

/** Whether a text begins by saying so, whatever follows: "TBD after the hiring", "T.B.D. (Jane)", "to be hired". */
export function opensUndecided(text: string): boolean {
  return opensOpen.test(bare(text.slice(0, longest)));
}

/** Whether a value says that it is still open. `n/a`, `none` and a dash are not: they may be an answer. */
export function isUndecided(text: string): boolean {
  if (text.trim() === '') return false;
  if (isSigns(text)) return /[?…]|\.{2}/.test(text);
  return isEmpty(text, undecidedWords);
}

function isEmpty(text: string, known: ReadonlySet<string>): boolean {
  const trimmed = text.trim();
  if (trimmed.length > longest) return false;
  if (isSigns(trimmed)) return true;
  if (keepsAPlace.test(trimmed)) return false;
  const whole = bare(trimmed);
  const behind = whole.replace(idleBefore, '');
  const forms = [whole, behind, whole.replace(idleBehind, ''), behind.replace(idleBehind, '')];
  if (forms.some((form) => known.has(form) || phrase.test(form))) return true;
  if (/[?？]$/.test(trimmed) && questions.has(whole)) return true;
  if (opener.test(whole) && known.has(whole.split(' ')[0] ?? '')) return true;
  if (opener.test(whole) && whole.startsWith('to be'))
    return /^[^\p{L}]*to be \w+\W*[-–—:(,;]/iu.test(trimmed);
  return trimmed.split(/[/,;|]| or /).every((part) => known.has(bare(part)) || isSigns(part));
}

const open = new RegExp(
  `\\b(?:${short}|to be (?:${settledParts})|needs? (?:more )?research|not (?:yet )?(?:${settledParts})(?: yet)?(?=\\W*$|[)\\];,.])|undefined|unclear)\\b|\\(\\?+\\)|\\?\\?+`,
  'i',
);

/** Whether a text that says something leaves a part of it open: "Fit score above TBD", "budget (to be agreed)". */
export function leavesOpen(text: string): boolean {
  return open.test(text);
}

/** Whether a text is a tick, a yes or a pointer to the CRM where words are asked for. */
export function onlyTicks(text: string): boolean {
  return /^(?:yes|no|y|n|x|✓|✔|see (?:crm|above|below)|crm)\.?$/i.test(text);
}

/** Whether a text rules something out. */
export function excludes(text: string): boolean {
  return /\b(?:not|no|exclude\w*|except|unlike|rule[sd]? out)\b/i.test(text);
}
