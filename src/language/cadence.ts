/** What a follow-up cadence says: so many attempts in so much time, or the days on which they fall. */

import { saysNothing } from './nothing.ts';
import { numberPattern, oftenPattern } from './numbers.ts';

const numbers = new RegExp(`\\d|\\b(?:${oftenPattern}|${numberPattern}|every|each|daily|weekly)\\b`, 'i');
const times =
  /\b(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|months?|daily|weekly|monthly|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|sequence day)\b|\b[dw]\d/i;

/** Whether a cadence says how often and in what time; "often" and "TBD" do not. */
export function isCadence(text: string): boolean {
  return !saysNothing(text) && numbers.test(text) && times.test(text);
}
