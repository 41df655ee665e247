/** Which clock of a stage the words of a limit tell ("14 days at most in the stage"), where no label does. */

/** Words, folded to lower case, with the label of the clock that they tell; the first that fits counts. */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /\bin (?:the|this|that) stage\b|\bin stage\b|\bstays?\b|\bstaying\b|\blongest\b|\bmax(?:imum)? age\b|\bstale\b|\brecycled?\b/i,
    'Maximum time in stage',
  ],
  [/\baccept(?:s|ed|ance|ing)?\b|\bclaim(?:s|ed)?\b|\btaken\b|\bpicked up\b/i, 'Acceptance'],
  [/\b(?:attempts?|touch(?:es|points?)?|tries|calls and|e-?mails and|dials)\b/i, 'Cadence'],
];

/** The label to write before it; null where the words tell none. */
export function clockOfWords(text: string): string | null {
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
