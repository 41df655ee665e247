/** Words for people that are names of stages, too. */

const people: ReadonlySet<string> = new Set(
  'lead customer visitor subscriber prospect contact user buyer member client account'.split(' '),
);

/** What goes on about a stage of that name: "Lead to Customer", "Lead queue", "Customer when paid". */
const ofStages: ReadonlySet<string> = new Set(
  'to or and queue stage with after when if then until again'.split(' '),
);

/** Whether a name is told of as somebody, by the word behind it: "Lead returns to the queue", "Customer signs the contract". */
export function speaksOfSomebody(name: string, after: string): boolean {
  return people.has(name.toLowerCase()) && /^\p{Ll}/u.test(after) && !ofStages.has(after);
}
