/** Why a lead was turned down, and whether and when it comes back. */

/** Reasons that time does not heal. Only where they open the line: "uses a competitor's tool" is another matter. */
const permanent =
  /^(?:(?:lead|it|company|person) )?(?:is |are |an? )*(competitors?|students?|job[- ]?seekers?|applicants?|spam|bots?|fake (?:data|details|name)|duplicates?|academics?|existing customers?)\b/i;

/** What the lead does of its own accord, or no more than a date: neither says what must have changed. */
const changesNothing =
  /^(?:(?:only )?(?:if|when) (?:they|the lead|it) (?:comes?|gets?) back(?: to us)?|(?:in (?:the )?)?next (?:fiscal |financial |calendar )?(?:week|month|quarter|half[- ]year|year))\.?$/i;

/** Words that only repeat that somebody said no. */
const emptyWords = new Set(
  'a an the ae bdr sdr cs csm founder marketing sales owner new lead leads handoff rejects reject rejected rejects it does not doesn t accept accepts accepted declines declined says no is when if they'.split(
    ' ',
  ),
);

/** "Revisit quarterly", "check again in Q3", "every fiscal year": a look at the calendar, and none at the lead. */
const byCalendar =
  /^(?:(?:revisit|review|re-?check|check (?:back|again)|re-?evaluate|reconsider|retry|try again|again|return)s?\s+)?(?:weekly|monthly|quarterly|yearly|annually|(?:in |every |each |once (?:a|per) |in the |next |the next )*(?:fiscal |financial |calendar )?(?:week|month|quarter|half[- ]year|year)|(?:in )?(?:Q[1-4]|H[12])(?: (?:of )?\d{4})?)\.?$/i;

const byDate =
  /^(?:(?:only|again|retry|re-?engage|return|bdr can re-?engage|lead (?:can|may) return)\s+)*(?:in|after|every|at|from|not before|earliest)?\s*(?:about |~)?(?:\d{1,3}|one|two|three|six|twelve)\s*[- ]?(?:business |calendar )?(?:days?|weeks?|months?|quarters?|years?)(?:\s+later)?\.?$/i;

/** The reason at the head of a line that time does not heal, undefined for none. */
export function lastingReason(text: string): string | undefined {
  return permanent.exec(text)?.[1];
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
  return byDate.test(text) || byCalendar.test(text);
}

/** Whether a route says when a lead may be handed over again. */
export function saysWhenBack(text: string): boolean {
  return /\bre-?(?:engage|enter|open|visit|contact)|\b(?:after|in|for) \d|\b(?:if|when|once|until|unless)\b/i.test(
    text,
  );
}

/** Whether a text has a reason, a code, a tag or something in quotes or brackets. */
export function namesReason(text: string): boolean {
  return /\b(?:reasons?|codes?|tag(?:ged)?|because)\b|["“(]/i.test(text);
}

/** Whether a text only repeats that somebody said no. */
export function onlySaysNo(text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => emptyWords.has(word));
}

/** Whether nothing brings a lead back: "None; the record is merged". "Not before May" and "none until then" do. */
export function saysNever(text: string): boolean {
  return (
    /^(?:none|never|n\/a|not? (?:re-?\w+|returns?|way back|coming back|again))(?![\p{L}\p{N}])/iu.test(
      text.trim(),
    ) &&
    !/\b(?:until|unless|before|earlier|sooner|except|but|when|after|(?:within|for) (?:the )?(?:next )?\d+)\b/i.test(
      text,
    )
  );
}
