/** What a criterion asks of a lead: that somebody looked around, wanted something, or fits. */

/** What anybody does who only looks around. */
const engagement =
  /\b(?:forms?|fill(?:s|ed)?|download\w*|content|e-?books?|white ?papers?|webinars?|newsletters?|subscri\w+|visit\w*|view\w*|open(?:s|ed)?|click\w*|attend\w*|regist\w+|blog|page|e-?mails?|event|survey)\b/i;

/** What asks for a person, costs effort or is counted: an intent, a use, a score. */
const intent =
  /\b(?:demos?|pricing|prices?|quote|sales|contact(?: us| form| sales)|call|meeting|consultation|trial|high[- ]intent|bottom[- ]of[- ]funnel|usage|threshold|scor\w+|points?|talk to|request(?:s|ed)? (?:a|an|for)|budget|buying|proposal|rfp)\b/i;

/** Words of a test of fit: who the company or the person is. */
const fit =
  /\b(?:PER-\d{3}|ICP|persona|fit|firmographic\w*|employees?|headcount|compan(?:y|ies)|people|industr(?:y|ies)|sector|revenue|job titles?|titles?|role|decision[- ]makers?|region|country|segment|business e-?mail|work e-?mail|corporate e-?mail|seats?)\b/i;

/** Whether a text names what anybody does who only looks around. */
export function showsInterest(text: string): boolean {
  return engagement.test(text);
}

/** Whether a text names an intent, a use or a score. */
export function showsIntent(text: string): boolean {
  return intent.test(text);
}

/** Whether a text says who the company or the person must be. */
export function namesFit(text: string): boolean {
  return fit.test(text);
}
