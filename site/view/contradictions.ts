/** Where two entries answer one question differently: both answers with their places, on the page where one acts. */

import { disagreements } from '../../src/lifecycle/answers/index.ts';
import type { Handoff, Reason, Stage } from '../../src/lifecycle/model.ts';
import { handoffOf, stageOf } from '../../src/lifecycle/record-of.ts';
import type { Entry, Span } from '../../src/sot/entry.ts';
import { receivingStage } from './lifecycle/limits.ts';
import { type Block, badge, code, type Inline, link, type Words } from './page.ts';
import { handoffName, type Site, stageTitle } from './site.ts';

/** One question with the answers that stand in the entries. */
interface Contradiction {
  readonly question: string;
  /** About an entry's own owner or name, which no neighbour's page shows. */
  readonly ofEntry: boolean;
  readonly answers: readonly { readonly words: Words; readonly span: Span }[];
}

/** Rules that hold one value against another of the same question; their findings name both places. */
const questions: Readonly<Record<string, string>> = {
  'sla-conflict': 'How long may the answer take?',
  'handoff-owner': 'Who has the lead?',
  'name-mismatch': 'What is it called?',
  'field-unknown': 'Which of the two values counts?',
};

const found = new WeakMap<Site, readonly Contradiction[]>();

/** Every contradiction of the lifecycle, found once a site, in the order of the entries. */
function contradictionsOf(site: Site): readonly Contradiction[] {
  const known = found.get(site);
  if (known !== undefined) return known;
  const all = [...differing(site), ...reported(site)];
  found.set(site, all);
  return all;
}

function differing(site: Site): readonly Contradiction[] {
  return [...disagreements(site.model)].map(({ question, here, there, also = [] }) => {
    const says = (entry: Entry, answer: string): Words => [
      nameOf(site, entry),
      ' says ',
      { kind: 'strong', text: answer },
    ];
    return {
      question,
      ofEntry: false,
      answers: [
        { words: says(here.entry, here.says), span: here.text.span },
        { words: says(there.entry, there.says), span: there.text.span },
        ...also.map(({ span }) => ({ words: says(here.entry, here.says), span })),
      ],
    };
  });
}

/** Limits, owners and names: the finding's sentence has both values, its places are theirs. */
function reported(site: Site): readonly Contradiction[] {
  return site.report.findings.flatMap(({ rule, field, message, span, related }): Contradiction[] => {
    const question = rule === 'sla-conflict' && field !== 'sla' ? undefined : questions[rule];
    if (question === undefined || related.length === 0) return [];
    return [
      {
        question,
        ofEntry: rule !== 'sla-conflict',
        answers: [
          { words: site.words(message), span },
          ...related.map((each) => ({ words: [each.message], span: each.span })),
        ],
      },
    ];
  });
}

function nameOf(site: Site, entry: Entry): Inline {
  const stage = stageOf(site.model, entry);
  if (stage !== undefined) return link(stageTitle(stage), site.stagePath(stage));
  const handoff = handoffOf(site.model, entry);
  if (handoff !== undefined) return link(handoffName(handoff), site.handoffPath(handoff));
  const path = site.homePath(entry.id);
  return path === null ? entry.id : link(entry.id, path);
}

/** Notes for the page of a stage: its own, and those of handoffs that bring leads into it. */
export function stageContradictions(site: Site, stage: Stage): readonly Block[] {
  const into = site.model.living.handoffs.filter((handoff) => receivingStage(handoff) === stage);
  return notes(
    site,
    [stage.entry],
    into.map(({ entry }) => entry),
  );
}

/** Notes on the answers of a handoff that another entry contradicts, both named; empty where none does. */
export function handoffContradictions(site: Site, handoff: Handoff): readonly Block[] {
  return notes(site, [handoff.entry], []);
}

/** Whether an answer of a contradiction stands in this text. */
function inside(span: Span, text: Span): boolean {
  return span.file === text.file && span.start < text.end && text.start < span.end;
}

/** `near` are entries whose limits and grounds the page shows too; their owners and names it does not. */
function notes(site: Site, own: readonly Entry[], near: readonly Entry[]): readonly Block[] {
  return contradictionsOf(site)
    .filter(({ answers, ofEntry }) =>
      answers.some(({ span }) =>
        (ofEntry ? own : [...own, ...near]).some((entry) => inside(span, entry.span)),
      ),
    )
    .map(({ question, answers }) => ({
      kind: 'note' as const,
      tone: 'warning' as const,
      title: `Two answers stand here. ${question}`,
      lines: answers.map(({ words, span }): Words => [...words, ' ', placeWord(site, span)]),
    }));
}

function placeWord(site: Site, span: Span): Inline {
  const place = site.place(span);
  return place.edit === null ? code(place.text) : link(place.text, place.edit);
}

/** Behind a ground that leads elsewhere by another entry. */
export function groundMark(site: Site, { text, codes }: Reason): Words {
  const line = (span: Span) => span.file === text.span.file && span.line === text.span.line;
  const asked = (question: string) =>
    [text.text, ...codes].some((words) => question.toLowerCase().includes(words.toLowerCase()));
  const marked = contradictionsOf(site).some(
    ({ question, answers }) =>
      asked(question) && answers.some(({ span }) => line(span) || inside(span, text.span)),
  );
  return marked ? [' ', badge('two answers', 'warning')] : [];
}

/** Behind a limit that another entry gives differently for the same moment. */
export function limitMark(site: Site, span: Span): string {
  const marked = contradictionsOf(site).some(({ answers }) =>
    answers.some((answer) => inside(answer.span, span)),
  );
  return marked ? 'two answers' : '';
}
