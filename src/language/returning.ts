/** Why a lead was turned down, and whether and when it comes back. */

import { alternatives } from './alternatives.ts';
import { foldWords, wordsOf } from './fold.ts';
import { saysNothing } from './nothing.ts';
import { numberWords } from './numbers.ts';
import { beside, lastingReasons } from './tables/lasting-reasons.ts';
import { humans } from './tables/role-words.ts';

const people = alternatives([...humans]);

const lasting: ReadonlySet<string> = new Set(lastingReasons.map(foldWords));
const trimmings: ReadonlySet<string> = new Set(beside.split(' ').map(foldWords));
const mostWords = Math.max(...lastingReasons.map((reason) => reason.split(' ').length));

/** What the lead does of its own accord says nothing of what must have changed. */
const changesNothing =
  /^(?:(?:only )?(?:if|when) (?:they|the lead|it) (?:comes?|gets?) back(?: to us)?)\.?$/i;

/** Words that only repeat that somebody said no. */
const emptyWords = new Set([
  ...humans,
  ...'a an the marketing sales owner new lead leads handoff rejects reject rejected it does not doesn t accept accepts accepted declines declined says no is isn aren are for and or other others another various misc miscellaneous different several any anything some something whatever reason reasons convinced persuaded happy satisfied sure feel feels feeling gut like likes love want wants agree agrees interested excited qualified unqualified good bad enough poor decision discretion judgement judgment opinion was were gets when if they all every each who that which turned down turns refused refuses denied denies disqualified disqualifies otherwise else'.split(
    ' ',
  ),
]);

/** Words of a time, and of coming back at it: "revisit next quarter", "wait 60 days, then re-submit". */
const times: ReadonlySet<string> = new Set(
  'minute hour day week month quarter year decade half weekly monthly quarterly yearly annually annual daily q1 q2 q3 q4 h1 h2 fy january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter christmas while later soon eventually someday whenever anytime time period cooling'.split(
    ' ',
  ),
);
/** Occasions that come by themselves, as a year does, and words for asking again. */
const occasions =
  /\b(?:budget|planning|year)(?:ing)?(?:['’]s)? (?:cycle|planning|round|season|period|year)\b|\bre-?contact\b|\bcontact (?:them |the lead )?(?:again|back)\b|\b(?:in|until|from|after|by|since) may\b/g;
const ofReturning: ReadonlySet<string> = new Set([
  ...humans,
  ...numberWords.keys(),
  ...'a an the in on at after for from by to of or and then not before until once per about around only earliest every each any next new end beginning start middle early late last few couple some off again back when it they we its this that ends begins starts passes comes business working calendar fiscal financial revisit review recheck check retry try return resubmit submit ask activate reactivate hand handed over re engage engaged reengage reengagement evaluate reevaluate reconsider consider wait waiting nurture nurtured automatic automatically auto lead leads may can send sends sent hands could be is are sales s'.split(
    ' ',
  ),
]);

/** The grounds that a text lists: "no budget, student or competitor" has three. */
export function groundsIn(text: string): readonly string[] {
  return text.split(/[,;/]|\band\b|\bor\b/i).filter((part) => part.trim() !== '');
}

/**
 * The reason that a whole ground is when time does not heal it ("Student e-mail address", "AE picks: competitor"),
 * undefined for none. "Competitor's contract still runs" and "Lost to a competitor" are other grounds.
 */
export function lastingReason(text: string): string | undefined {
  const words = text.replace(/^[^:→]{0,60}:/, '').match(/[\p{L}\p{N}]+(?:['’-]+[\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length > 6) return undefined;
  for (let at = 0; at < words.length; at++) {
    for (let count = mostWords; count > 0; count--) {
      const name = words.slice(at, at + count).join(' ');
      if (!isLasting(name)) continue;
      const others = [...words.slice(0, at), ...words.slice(at + count)].map(foldWords);
      return others.every((word) => trimmings.has(word) || isLasting(word)) ? name : undefined;
    }
  }
  return undefined;
}

function isLasting(name: string): boolean {
  const folded = foldWords(name);
  return lasting.has(folded) || lasting.has(folded.replace(/s$/, ''));
}

/** Whether a lead comes back because it comes back, or in the next quarter. */
export function comesBackByItself(text: string): boolean {
  return changesNothing.test(text);
}

/** Whether it is the lead that comes back. */
export function ofItsOwnAccord(text: string): boolean {
  return /^(?:only )?(?:if|when) /i.test(text);
}

/** Whether nothing but a time brings a lead back. */
export function comesBackByDate(text: string): boolean {
  // "A new contact" is a change, a new year is none.
  if (/\bnew (?!(?:budget )?(?:year|quarter|month|week|half|fiscal|financial|cycle|round))/i.test(text))
    return false;
  const words = wordsOf(text.toLowerCase().replace(occasions, ' year '));
  const isTime = (word: string) =>
    times.has(word) || times.has(word.replace(/s$/, '')) || /^20\d\d$/.test(word);
  return (
    words.length <= 12 &&
    words.some(isTime) &&
    words.every(
      (word) =>
        isTime(word) ||
        ofReturning.has(word) ||
        ofReturning.has(word.replace(/s$/, '')) ||
        /^\d{1,3}$/.test(word),
    )
  );
}

const atOnce: ReadonlySet<string> = new Set([
  ...humans,
  ...'immediately instantly directly straight right away now at once asap as soon possible and or the a it lead leads they sales may can could is are be to back again over hand hands handed send sends sent resend resends submit submits resubmit resubmits resubmitted re same day'.split(
    ' ',
  ),
]);

/** Whether a lead may be sent again as it is: "Immediately", "BDR may resubmit". */
export function comesBackAtOnce(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && words.every((word) => atOnce.has(word));
}

/** Words of a return that is left to whoever feels like it, and those that such a text is otherwise made of. */
const open =
  /\b(?:ready|appropriate|suitable|need(?:ed|s)?|necessary|possible|sensible|(?:makes?|making) sense|right|case|cases|discretion|judge?ment|decides?|decided|ask|depends|depending|ad[- ]hoc|individual(?:ly)?|interest(?:ed)?|automatic(?:ally)?|manual(?:ly)?|feels?|wants?|convenient|flexible|request|situation|circumstances|changes?|better|opportune|chance|opportunity|moment)\b/i;
const ofTaste: ReadonlySet<string> = new Set([
  ...humans,
  ...'a an the at in on of to for from by per as or and if when whenever once until it its they them their we our he she is are be been was has have this that there so may can could will would should back again once more new time moment day point basis lead leads prospect prospects contact contacts company customer account team manager sales marketing revops owner ready appropriate suitable need needed needs necessary possible sensible make makes making sense right good better best case cases discretion judgement judgment decide decides decided ask asks depends depending upon ad hoc individual individually interest interested automatic automatically auto manual manually feel feels want wants convenient flexible request situation circumstances change changes changed opportune chance opportunity appears arises comes up shows something anything things some more talk buy move forward ready only then'.split(
    ' ',
  ),
]);

/** Whether a return is left to taste: "When ready", "Case by case", "Ask the BDR", "If something changes". */
export function comesBackByTaste(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length <= 12 &&
    open.test(text) &&
    words.every((word) => ofTaste.has(word) || humans.has(word.replace(/s$/, '')))
  );
}

/** Whether a requeue is to somebody else of the same role: "the next AE on rotation". */
export function goesToAnother(text: string): boolean {
  return /\b(?:another|next|different|other|second|rotation|round[- ]robin|pool)\b/i.test(text);
}

/** "back after a new reply", "returns next quarter": an event or a date straight behind the return; "back with a note" is none. */
const backUpon = new RegExp(
  String.raw`\b(?:back|returns?|again|re-?(?:activated?|submit(?:ted)?|appl(?:y|ies)))(?: only)? (?:as soon as\b|next (?:week|month|quarter|year)\b|(?:after|with|on|upon|at|by)(?: [\w'-]+){0,3}? (?:new\b|next (?!(?:${people}|owner|agent|person|in)\b)|(?:repl(?:y|ies)|answers?|requests?|respon\w+|forms?|events?|visits?|sign-?ups?|changes?|budgets?)\b)|(?:upon|after|on) (?:repl|request|respon|answer))`,
  'i',
);

/** Whether a route says when a lead may be handed over again. */
export function saysWhenBack(text: string): boolean {
  return (
    /\bre-?(?:engage|enter|open|visit|contact)|\b(?:after|in|for) \d|\b(?:if|when|once|until|unless)\b/i.test(
      text,
    ) || backUpon.test(text)
  );
}

const returns =
  /^(?:(?:it |they |lead )?(?:comes? |may come )?back|(?:may )?returns?|re-?(?:engage|enter|open|visit|cycle)|when|once|if|after|in \d|never|not (?:back|again)|no (?:return|re-?e))/i;

/** Whether a clause begins by saying when a lead comes back, or that it never does: "back after 90 days", "never". */
export function opensReturn(text: string): boolean {
  return returns.test(text);
}

/** Whether a text has a reason, a code, a tag or something in quotes or brackets. */
export function namesReason(text: string): boolean {
  return /\b(?:(?<!\b(?:other|any|some|various|another|whatever|different) )reasons?|codes?|tag(?:ged)?|because)\b|["“(]/i.test(
    text,
  );
}

/** Whether a text only repeats that somebody said no. */
export function onlySaysNo(text: string): boolean {
  return wordsOf(text).every((word) => emptyWords.has(word));
}

/** Whether a text lets a lead come back: it says something ("TBC" and a dash do not), and not that nothing does. */
export function saysReturn(text: string): boolean {
  return !saysNothing(text) && !saysNever(text);
}

/** Whether nothing brings a lead back: "None; the record is merged". "Not before May" and "none until then" do. */
export function saysNever(text: string): boolean {
  return (
    /^(?:none|never|n\/a|no(?=\W*$|\s?[;,(—–:.])|not? (?:re-?\w+|returns?|way back|coming back|again))(?![\p{L}\p{N}])/iu.test(
      text.trim(),
    ) &&
    !/\b(?:until|unless|before|earlier|sooner|except|but|when|after|(?:within|for) (?:the )?(?:next )?\d+)\b/i.test(
      text,
    )
  );
}
