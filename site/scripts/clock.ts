/** The SLA clock. */
export function enhanceClock(_root: ParentNode): void {}
