/**
 * What is written where something should stand, one row a text, in small letters and without dots and brackets (`k. A.`
 * is `k a`). Extend the rows: one counts in every field at once.
 */

/** Not decided yet: somebody still has to write it. */
export const undecided: readonly string[] = [
  'tbdd',
  'n d',
  'todo',
  'to do',
  'fixme',
  'pending',
  'unknown',
  'undecided',
  'undefined',
  'unclear',
  'unsure',
  'unspecified',
  'undetermined',
  'unnamed',
  'vacant',
  'wip',
  'work in progress',
  'in progress',
  'open',
  'open point',
  'open question',
  'under discussion',
  'in discussion',
  'being discussed',
  'being defined',
  'being decided',
  'being clarified',
  'being worked on',
  'under construction',
  'coming soon',
  'soon',
  'later',
  'to come',
  'to follow',
  'follows',
  'will follow',
  'decide later',
  'no decision',
  'not sure',
  'no idea',
  "don't know",
  'dunno',
  'idk',
  'missing',
  'placeholder',
  'lorem ipsum',
  'fill in',
  'fill me in',
  'fill this in',
  'please fill',
  'please fill in',
  'leave blank',
  'left blank',
  'intentionally left blank',
  'insert here',
  'your text here',
  'x',
  'xx',
  'xxx',
  'xxxx',
];

/** Said to be nothing: an answer in a few fields (an SLA of "n/a"), a hole in all others. */
export const none: readonly string[] = [
  'none',
  'nothing',
  'nil',
  'null',
  'na',
  'n a',
  'not applicable',
  'empty',
  'blank',
  'nobody',
  'no one',
];

/** Short for "to be …", also spelt out (`t.b.d.`): it keeps its meaning whatever reason stands behind it, as in "TBD by finance". */
export const abbreviations: readonly string[] = ['tbd', 'tbc', 'tba'];

/** What is still to be done with it, behind "to be", "not yet", "to" and the like; a part of a longer text is left open by it. */
export const settled: readonly string[] = [
  'confirmed',
  'decided',
  'defined',
  'determined',
  'agreed',
  'agreed upon',
  'announced',
  'named',
  'set',
  'specified',
  'discussed',
  'clarified',
  'assigned',
  'written',
  'added',
  'filled',
  'filled in',
  'finalised',
  'finalized',
  'advised',
];

/** The same where it is all that is said: "To be completed". Behind other words it may be a fact: "form not yet completed". */
export const settledAlone: readonly string[] = [
  'done',
  'known',
  'clear',
  'available',
  'completed',
  'documented',
  'provided',
  'supplied',
  'described',
  'worked out',
  'identified',
];

/** What somebody still has to do, behind "to", "still to" and "yet to": "To define". */
export const stillTo: readonly string[] = [
  'confirm',
  'decide',
  'define',
  'determine',
  'agree',
  'specify',
  'discuss',
  'clarify',
  'complete',
  'document',
  'fill in',
];

/** What a text waits for that "needs", "awaits" or has it "pending", and says nothing else. */
export const awaited: readonly string[] = [
  'definition',
  'decision',
  'confirmation',
  'input',
  'clarification',
  'discussion',
  'research',
  'more research',
  'owner',
  'an owner',
];

/** Words beside them that add nothing: "still open", "unknown for now". */
export const meanwhile: readonly string[] = [
  'still',
  'yet',
  'currently',
  'for now',
  'as of now',
  'at the moment',
  'so far',
];

/** Questions that are all that stands there, with their mark: "who?", "which one?". */
export const asks: readonly string[] = [
  'who',
  'who exactly',
  'who is it',
  'who owns this',
  'who does this',
  'whose',
  'what',
  'what exactly',
  'what here',
  'when',
  'when exactly',
  'by when',
  'where',
  'where to',
  'which',
  'which one',
  'how',
  'how long',
  'how much',
  'how many',
  'how often',
  'why',
  'yes or no',
  'any ideas',
  'ideas',
];
