/** Words a newcomer meets, each with the team's own meaning where an entry gives one. */

import { pagePath, slug } from '../../lib/paths.ts';
import { ownerWords } from '../lifecycle/limit-words.ts';
import { sinkMeanings, usedSinks } from '../lifecycle/sinks.ts';
import { type Fact, link, type Page, text, type Words } from '../page.ts';
import { type Site, stageTitle } from '../site.ts';
import { workOf, workWords } from './role-work.ts';
import { sentence } from './roles.ts';

const words: readonly (readonly [term: string, meaning: string])[] = [
  ['ABM', 'Account-based marketing: working a chosen list of companies instead of whoever comes.'],
  ['AE', 'Account executive. Takes qualified leads, runs the discovery call, closes the deal.'],
  [
    'BDR',
    'Business development representative, also SDR. First person to answer a lead; decides whether it is worth a sales call.',
  ],
  [
    'Business hour',
    'An hour in which the team works. It stops at closing time and goes on at opening time; the SLA page says which hours count.',
  ],
  ['Churn', 'A customer leaves.'],
  ['CS', 'Customer success. Looks after customers once the contract is signed.'],
  ['Disqualifier', 'Something that rules a lead out: a student, a competitor, a company far too small.'],
  ['Escalation', 'What happens when a limit is missed: who is told, and what they do.'],
  ['Fit signal', 'A fact about the company or person that speaks for buying: size, industry, role.'],
  ['Handoff', 'The moment a lead changes owner. The new owner accepts or rejects it.'],
  ['ICP', 'Ideal customer profile: the kind of company the product is for.'],
  [
    'Intent signal',
    'Something a person did that speaks for buying: asked for a demo, came back to the pricing page.',
  ],
  ['Lead', 'A person or company that may buy.'],
  ['MQL', 'Marketing qualified lead: has shown enough fit and intent that a person should answer.'],
  ['Nurture', 'Stays in touch by mail until something changes. Nobody works the lead by hand.'],
  ['Opportunity', 'A deal in progress: need, budget and decision are confirmed.'],
  [
    'Payload',
    'What must come along with a lead at a handoff: source, history, fit, disqualifiers, open questions.',
  ],
  ['Persona', 'A described kind of buyer. PER entries hold them.'],
  ['Re-engagement', 'When a rejected lead may come back.'],
  ['Rejection routing', 'Where a lead goes when the new owner says no.'],
  ['SAL', 'Sales accepted lead: the AE has said yes to the handoff.'],
  ['Sink', 'A place a lead may go that is no stage: Nurture, Disqualified, Closed-lost, Churn.'],
  ['SLA', 'The limit within which somebody must answer.'],
  ['SQL', 'Sales qualified lead: a person has talked to the lead and confirmed a need.'],
  ['Stage', 'Where a lead stands in the lifecycle. Each stage has one owner.'],
  ['Touchpoint', 'One contact between the lead and us: a visit, a mail, a call.'],
  ['Wall time', 'Time as the clock on the wall counts it, nights and weekends included.'],
];

const byLabel = (a: Fact, b: Fact) => a.label.localeCompare(b.label, 'en');

/** Stages, places and roles of this lifecycle that the common words do not hold. */
function ownWords(site: Site): readonly Fact[] {
  const known = new Set(words.map(([term]) => term.toLowerCase()));
  const own: Fact[] = [
    ...site.model.living.stages
      .filter((stage) => !known.has(stageTitle(stage).toLowerCase()))
      .map((stage) => ({
        label: stageTitle(stage),
        lines: [
          [
            `A stage, owned by ${ownerWords(stage.owner)}. `,
            ...(stage.entryCriteria[0] ? [...site.words(stage.entryCriteria[0].text), '. '] : []),
            'See ',
            link(stageTitle(stage), site.stagePath(stage)),
            '.',
          ],
        ],
      })),
    ...usedSinks(site).map((sink) => ({
      label: sink,
      lines: [
        [
          `${sentence(sinkMeanings[sink])} A place without a stage. See `,
          link(sink, site.sinkPath(sink)),
          '.',
        ],
      ],
    })),
    ...site.roles.map((role) => {
      const path = site.rolePath(role);
      const name = site.roleName(role);
      return {
        label: name,
        lines: [
          [
            `A role: ${workWords(workOf(site, role))}.`,
            ...(path === null ? [] : [' See ', link(name, path), '.']),
          ],
        ],
      };
    }),
  ];
  const taken = new Set(known);
  return own.filter(({ label }) => {
    const key = label.toLowerCase();
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

/** The page of the words of lead management; a stage's word says what it means here. */
export function glossaryPage(site: Site): Page {
  const own = new Map<string, Words>();
  for (const stage of site.model.living.stages) {
    own.set(stage.canonical, [
      ' Here: ',
      ...(stage.entryCriteria[0] ? [...site.words(stage.entryCriteria[0].text), '. '] : []),
      'See ',
      link(stageTitle(stage), site.stagePath(stage)),
      '.',
    ]);
  }
  const facts = words.map(
    ([term, meaning]): Fact => ({
      label: term,
      id: slug(term),
      lines: [[meaning, ...(own.get(term) ?? [])]],
    }),
  );
  return {
    path: pagePath('glossary'),
    title: 'Words',
    kicker: 'Onboarding',
    description: 'What MQL, SQL, payload and the rest mean here.',
    ids: [],
    keywords: [
      'glossary',
      'dictionary',
      'abbreviations',
      'acronyms',
      'terms',
      'definition',
      ...words.map(([term]) => term),
      ...ownWords(site).map(({ label }) => label),
    ],
    group: 'Onboarding',
    source: null,
    blocks: [
      text('The common meaning first, then what the team wrote.'),
      { kind: 'facts', facts: [...facts, ...ownWords(site)].toSorted(byLabel) },
    ],
  };
}
