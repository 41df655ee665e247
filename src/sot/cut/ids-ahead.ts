/** Knows where the next ID of the lifecycle stands; most lines hold none. Asked from the first line to the last. */
export class IdsAhead {
  private readonly text: string;
  private readonly pattern = /(?:BR|GTM)\\?[-_ \u00a0\u2010-\u2014\u2212]?MOPS/gi;
  private next: number;

  constructor(text: string) {
    this.text = text;
    this.next = this.find(0);
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
