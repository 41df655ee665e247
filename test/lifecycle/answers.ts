import { expect } from 'vitest';

/** Asks all lines of a table at once. */
export function answers<T>(ask: (line: string) => T, table: Readonly<Record<string, T>>): void {
  expect(Object.fromEntries(Object.keys(table).map((line) => [line, ask(line)]))).toEqual(table);
}
