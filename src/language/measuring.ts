/** How monitors and KPIs speak of what they measure: a promised time, a stage, whose answer, a number. */

import { joint } from './joint.ts';
import { numberPattern } from './numbers.ts';
import { isQualifier } from './roles.ts';
import { namesSoftware } from './software.ts';

const amount = String.raw`\d{1,4}(?:\.\d{1,2})?|half an?|${numberPattern}|an?`;
const unit = 'minutes?|mins?|hours?|hrs?|days?|weeks?|[mhd]';
/** A stretch of time as it stands in running text: `60 minutes`, `1-hour`, `4 business hours`, `30m`. */
const stretch = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/–-])(?:${amount})${joint}[ -]?(?:(?:business|working|work|calendar|office)[ -])?${joint}(?:${unit})${joint}(?![\p{L}\p{N}])`,
  'giu',
);

/** What stands before a time that is promised: "within", "SLA of", "limit is", "≤". */
const promisedBefore =
  /(?:\b(?:within|in under|under|in less than|less than|in no more than|no more than|no later than|at most|inside|faster than|SLAs?|limits?|promised?|clock)(?: is| of| at)?(?: the| our| its| an?)?|[≤<])\s*[:=(]?\s*$/i;
/** What stands behind a time that is promised: "1-hour SLA", "4 business hours limit". */
const promisedBehind =
  /^[\s-]*(?:\(?(?:business|24\/7)\)?[\s-]*)?(?:response[\s-]+|first[\s-]touch[\s-]+)?(?:SLAs?|limits?|promise|clock|response)\b/i;
/** A time set off in a title or subject is a limit where the text speaks of answers: "MQL response time (1 hour)". */
const setOff = /(?:[(:=]|\s[–—-])\s*$|\bin\s*$/;

/** The lead is answered by somebody; not that it moves, buys or uses. */
const answering =
  /\b(?:answer\w*|respon\w+|re-?acts?|reaction|touch(?:e[ds])?|contact(?:ed)?|repl(?:y|ies|ied)|call(?:ed)? back|first calls?|called|accept(?:s|ed|ance)?|picked up|SLAs?|limits?|speed to lead|greeted|welcomed)\b/i;

/** The lead's own answer: "leads that reply", "prospects answer within 30 days". It is nobody's promise. `(?=)` is a joint (`joint.ts`). */
const leadAnswers =
  /\b(?:leads?|prospects?|people|users?|buyers?|visitors?|accounts?|companies|customers?|contacts|(?!(?:[BSALM]DR|CSM|ISR)s? )[A-Z]{3}s?) (?=)(?:(?:that|who|which) (?=)(?:have |has |do )?(?=)(?:answer(?:s|ed)?|repl(?:y|ies|ied)|respond(?:s|ed)?|react(?:s|ed)?|accept(?:s|ed)?|call(?:s|ed)? back|contact(?:s|ed)? (?:us|the))|(?:answer|reply|respond|react|call back|contact us))(?=)\b/;
/** Words for a promise that stand beside whatever a lead does. */
const promised = /\b(?:SLAs?|limits?|speed to lead)\b/i;

/** Whether a text speaks of somebody's answer to a lead. */
export function speaksOfAnswers(text: string): boolean {
  return leadAnswers.test(text) ? promised.test(text) : answering.test(text);
}

/** Places in a text of the times it promises. `headline`: a title or subject, where a time in brackets is one, too. */
export function promisesIn(
  text: string,
  headline: boolean,
): readonly { readonly from: number; readonly to: number }[] {
  return [...text.slice(0, 600).matchAll(stretch)].flatMap((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(0, from - 40), from);
    const promised =
      promisedBefore.test(before) ||
      promisedBehind.test(text.slice(to, to + 40)) ||
      (headline && setOff.test(before));
    return promised ? [{ from, to }] : [];
  });
}

/** Whether a conversion is meant over several steps at once, so that its stages need not be neighbours. */
export function spansSteps(text: string): boolean {
  return /\b(?:overall|end[- ]to[- ]end|total|whole|full|entire|blended|funnel|win rate|across|cumulative)\b/i.test(
    text,
  );
}

const shares = new RegExp(
  `\\b(?:half|third|quarter|fifth|tenth|double|triple|dozen|hundred|all|every|twice|${numberPattern})\\b`,
  'i',
);
/** Dates, quarters and IDs have digits and are no measurement. */
const noMeasure =
  /\b\d{4}-\d{2}(?:-\d{2})?\b|\b[QH][1-4](?:[\s/-]*(?:20)?\d{2})?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2},?\s+20\d{2}\b|\b20\d{2}\b|\b[A-Z]{2,}(?:-[A-Z]+)*-\d{3}\b/gi;

/** Whether a text has a number that was measured or is aimed at, in digits or words. */
export function hasNumber(text: string): boolean {
  return /\d/.test(text.replace(noMeasure, ' ')) || shares.test(text);
}

const name = String.raw`\p{L}[\p{L}\p{N}/-]*(?: \p{L}[\p{L}\p{N}/-]*)?`;
const deed = '(?:first |next )?(?:response|responds|answers?|touch|touches|repl(?:y|ies)|call|contact)';
const whose = new RegExp(
  String.raw`\b(?:answered|touched|contacted|called|accepted|welcomed|reached)${joint}(?: in time| first)?${joint} by (?:the |an? )${joint}(${name})|(?<![\p{L}\p{N}/-])(\p{Lu}${name.slice(5)})(?=['’]s? ${deed}\b)|(?<![\p{L}\p{N}/-])(\p{Lu}{2,4})(?= ${deed}\b)`,
  'gu',
);

/** What every such place holds: a cheap look before letters of every script, which take long when they first run. */
const deeds = /respon|answer|touch|repl|call|contact|accepted|welcomed|reached/;

/** Places of the words for whoever answers: "the AE's first touch", "BDR response time", "answered by the founder". */
export function whoseAnswer(text: string): readonly { readonly from: number; readonly to: number }[] {
  if (!deeds.test(text)) return [];
  return [...text.slice(0, 600).matchAll(whose)].flatMap((match) => {
    const role = match[1] ?? match[2] ?? match[3];
    if (role === undefined) return [];
    const from = match.index + match[0].indexOf(role);
    return [{ from, to: from + role.length }];
  });
}

/** Words that divide leads and are no stage: "Enterprise leads", "EMEA", "Inbound", "HubSpot". */
export function bareSegment(name: string): boolean {
  return (
    /\b(?:leads?|accounts?|requests?|forms?|deals?|customers?|signups?|inquir\w+|demos?|messages?|calls?|trials?|visitors?|buyers?|prospects?|segments?|regions?|tiers?|channels?|mails?|e-?mails?|chats?|teams?|business|working|weekdays?|weekends?|monday|friday|Q[1-4]|H[12])\b/i.test(
      name,
    ) ||
    isQualifier(name) ||
    namesSoftware(name)
  );
}
