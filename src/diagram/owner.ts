/** Which colour and mark a role has, on pages and in pictures: the same role looks the same wherever it stands. */

import { own } from '../language/own.ts';
import { automationRole } from '../language/tables/role-words.ts';
import type { Model } from '../lifecycle/model.ts';

export const ownerHues = ['sw', 'mk', 'bdr', 'ae', 'cs', 'fo'] as const;

/** `sw` software, `mk` marketing, `bdr`, `ae`, `cs`, `fo` founder: names of the classes in the style sheets. */
export type OwnerHue = (typeof ownerHues)[number];

/** The colours of the handbook's light theme, for pictures that stand alone. */
export const ownerColours: Readonly<
  Record<OwnerHue, { readonly ground: string; readonly edge: string; readonly ink: string }>
> = {
  sw: { ground: '#eef1f3', edge: '#73818b', ink: '#4a5863' },
  mk: { ground: '#f2edfb', edge: '#8a63cf', ink: '#6640ad' },
  bdr: { ground: '#e9f1fb', edge: '#2f74cc', ink: '#1553a1' },
  ae: { ground: '#fdf1e4', edge: '#c9691a', ink: '#934600' },
  cs: { ground: '#e8f4ea', edge: '#37904f', ink: '#1b6831' },
  fo: { ground: '#fceaf1', edge: '#cc4a80', ink: '#a1235c' },
};

export interface OwnerLook {
  readonly hue: OwnerHue;
  /** A second role of the same hue has another mark. */
  readonly second: boolean;
}

const usual: Readonly<Record<string, OwnerHue>> = {
  [automationRole]: 'sw',
  Marketing: 'mk',
  BDR: 'bdr',
  AE: 'ae',
  CS: 'cs',
  Founder: 'fo',
};

/** Hues for roles that have none of their own, the least usual owner first. */
const spare: readonly OwnerHue[] = ['fo', 'mk', 'cs', 'bdr', 'ae'];

/** A look for every role that owns, receives or gives something, in order of the lifecycle. */
export function ownerLooks(model: Model): ReadonlyMap<string, OwnerLook> {
  const software = new Set<string>();
  const roles = new Set<string>();
  const owners = [
    ...model.living.stages.map(({ owner }) => owner),
    ...model.living.handoffs.flatMap(({ fromOwner, toOwner }) => [fromOwner, toOwner]),
    ...model.routings.flatMap(({ routes }) => routes.map(({ owner }) => owner)),
    ...model.monitors.map(({ owner }) => owner),
  ];
  for (const owner of owners) {
    for (const role of owner?.roles ?? []) {
      roles.add(role);
      if (owner?.automated) software.add(role);
    }
  }
  const looks = new Map<string, OwnerLook>();
  const taken = new Set<OwnerHue>();
  const give = (role: string, hue: OwnerHue) => {
    looks.set(role, { hue, second: taken.has(hue) });
    taken.add(hue);
  };
  for (const role of roles) {
    const hue = own(usual, role);
    if (hue !== undefined) give(role, hue);
  }
  let next = 0;
  for (const role of roles) {
    if (looks.has(role)) continue;
    if (software.has(role)) give(role, 'sw');
    else give(role, qualified(role) ?? spare.find((hue) => !taken.has(hue)) ?? spareAt(next++));
  }
  return looks;
}

/** `Enterprise AE` is coloured like an AE. */
function qualified(role: string): OwnerHue | null {
  for (const word of role.split(/[^\p{L}]+/u)) {
    const hue = word === 'SDR' ? 'bdr' : own(usual, word);
    if (hue !== undefined) return hue;
  }
  return null;
}

function spareAt(at: number): OwnerHue {
  return spare[at % spare.length] ?? 'fo';
}
