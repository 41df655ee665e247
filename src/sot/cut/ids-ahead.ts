/** Knows where the next ID of the lifecycle stands; most lines hold none. Asked from the first line to the last. */
export class IdsAhead {
  private readonly text: string;
  private readonly pattern = /(?:BR|GTM)\\?[-_ \u00a0\u2010-\u2014\u2212]?MOPS/gi;
  private next: number;

  /** @param mops whether the text speaks of MOPS at all: where it does not, nothing is looked for */
  constructor(text: string, mops: boolean) {
    this.text = text;
    this.next = mops ? this.find(0) : Number.POSITIVE_INFINITY;
  }

  /** Whether an ID begins between two offsets. */
  within(start: number, end: number): boolean {
    while (this.next < start) this.next = this.find(start);
    return this.next < end;
  }

  private find(from: number): number {
    this.pattern.lastIndex = from;
    return this.pattern.exec(this.text)?.index ?? Number.POSITIVE_INFINITY;
  }
}
