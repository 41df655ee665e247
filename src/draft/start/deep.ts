/** The entries that deep mode adds: leads routed by segment, and a score (SEED "Execution Mode"). */

import type { Motion } from '../../config/schema.ts';
import { bullets, entryText } from '../entry-text.ts';
import type { Seller } from './people.ts';

/** The Segment-Routing and the Scoring-Model entry of a motion. */
export function deepEntries(motion: Motion, seller: Seller): readonly string[] {
  return [routing(motion, seller), scoring(motion)];
}

function routing(motion: Motion, seller: Seller): string {
  const [dimension, to, routes] =
    motion === 'self-serve'
      ? (['Team size (seats at signup)', 'Signup → Activated', automatic] as const)
      : ([
          'Size (employees)',
          motion === 'hybrid' ? 'Paid → SQL' : 'MQL → SQL',
          seller === 'team' ? byTeam : byFounder,
        ] as const);
  return entryText('{routing}', `Segment Routing — ${dimension.replace(/ \(.*/, '')}`, [
    [
      ['Type', 'Segment-Routing'],
      ['Status', 'Active'],
    ],
    [
      ['Dimension', dimension],
      ['Applies to', to],
      ['Routes', bullets(routes)],
    ],
    [['Linked IDs', '{persona} (fit signals)']],
  ]);
}

const byTeam = [
  '1–49 → AE: 30 business minutes',
  '50–499 → AE: 30 business minutes',
  '500+ → AE: 15 business minutes',
  'otherwise → AE: 30 business minutes',
];

const byFounder = [
  '1–49 → Founder: 1 business day',
  '50–499 → Founder: 1 business day',
  '500+ → Founder: 4 business hours',
  'otherwise → Founder: 1 business day',
];

const automatic = [
  '1–9 → Marketing automation: immediate (automated)',
  '10+ → Marketing automation: immediate (automated)',
  'otherwise → Marketing automation: immediate (automated)',
];

/** Points that open a stage of a motion in deep mode, by the stage's name; the stage's entry criteria repeat them. */
export function thresholds(motion: Motion): Readonly<Record<string, number>> {
  if (motion === 'sales-assisted') return { MQL: 50, SQL: 80 };
  return motion === 'hybrid' ? { Activated: 50, SQL: 80 } : { Activated: 50, Paid: 80 };
}

/** The entry criterion that goes with a threshold. */
export function scoreCriterion(points: number): string {
  return `Score of ${points} or more ({scoring})`;
}

function scoring(motion: Motion): string {
  const used = motion !== 'sales-assisted';
  return entryText('{scoring}', 'Scoring Model — Fit and intent', [
    [
      ['Type', 'Scoring-Model'],
      ['Status', 'Active'],
    ],
    [
      [
        'Signals',
        bullets([
          'Company size and industry match {persona}: +20',
          'Job title matches {persona}: +15',
          ...(used
            ? [
                'Main feature used on 3 days within 14 days: +40',
                'Second user of the same company invited: +30',
              ]
            : ['Demo or pricing form sent: +40', 'Pricing page viewed 3 times in 7 days: +30']),
          'Private e-mail address: -30',
          'Student or agency: -50',
        ]),
      ],
      [
        'Thresholds',
        bullets(Object.entries(thresholds(motion)).map(([stage, points]) => `${stage}: ${points}`)),
      ],
      ['Decay', '-10 per 30 days without activity'],
    ],
    [['Linked IDs', '{persona} (fit signals)']],
  ]);
}
