import { InvalidArgumentError } from 'commander';
import { closest } from '../language/closest.ts';

/** Formats of `mops export`. */
export const exportFormats = ['json', 'csv', 'mermaid', 'tests'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats of `mops diff`. */
export const diffFormats = ['text', 'json', 'markdown'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** Formats of answers: for people and for programs. */
export const twoFormats = ['text', 'json'] as const;
export type TwoFormats = (typeof twoFormats)[number];

/** Shells of `mops completion`. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Values of `--fail-on` and `--scope`. */
export const failOns = ['error', 'warning', 'notice', 'never'] as const;
export const scopes = ['new', 'all'] as const;

/** Reads an option's value as one of a few words; a wrong one is refused with the closest and all choices. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): (value: string) => Choice {
  return (value) => {
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    const meant = closest(value, choices);
    const hint = meant === null ? '' : ` Did you mean ${meant}?`;
    throw new InvalidArgumentError(`Choose one of: ${choices.join(', ')}.${hint}`);
  };
}
