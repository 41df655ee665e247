/** What a limit comes to for one arrival: the due time and the days on which its clock ran, or why there is none. */

export interface CountedDay {
  readonly name: string;
  /** Minutes the clock ran; null on a day that is closed. */
  readonly minutes: number | null;
  readonly words: string;
  /** Where it ran within the open hours, in percent. */
  readonly from: number;
  readonly width: number;
}

export type Counted =
  | {
      readonly ok: true;
      readonly iso: string;
      /** `Mon 09:40`, with the date where it is more than six days off. */
      readonly due: string;
      readonly long: string;
      readonly how: string;
      readonly days: readonly CountedDay[];
      readonly steps: readonly { readonly iso: string; readonly due: string; readonly what: string }[];
    }
  | { readonly ok: false; readonly message: string };
