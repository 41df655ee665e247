import { excludes, onlyTicks, saysNothing } from '../../language/nothing.ts';
import type { Field, Handoff, Model } from '../../lifecycle/model.ts';
import { markdown } from '../markdown.ts';
import type { Problem, Rule } from '../rule.ts';
import { listed, namedHandoff, quoted, spanOf } from '../wording.ts';
import { presentPayload } from './handoff-payload.ts';

export const payloadEmpty: Rule = {
  id: 'payload-empty',
  title: 'A payload field says nothing',
  why: 'A field that is only there to be filled gives the new owner nothing to work with, and a source without its channel breaks attribution.',
  fix: 'Say what is passed on. Source names the GTM channel; best-fit signals are measured against a persona you want.',
  source: 'SEED step 5, anti-pattern 4',
  gate: 5,
  pattern: 4,
  severity: { quick: 'off', standard: 'warning', deep: 'warning' },
  bad: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Payload:
      - Source: GTM-002
      - Touchpoint history: yes
  `,
  good: markdown`
    ## GTM-MOPS-002: Handoff — MQL → SQL

    Type: Handoff
    Payload:
      - Source: GTM-002
      - Touchpoint history: pages read, mails answered, calls held
  `,
  *check(model): Generator<Problem> {
    for (const handoff of model.living.handoffs) {
      const present = presentPayload(handoff);
      const bare = present.filter(({ field }) => field.value === null && field.items.length === 0);
      const named = bare.length > 1 || bare.some(({ field }) => isWord(field)) ? bare : [];
      if (named.length > 0) yield onlyNamed(handoff, named);
      for (const { field, name, label } of present.filter((one) => !named.includes(one))) {
        const found = emptiness(model, handoff, field, label);
        if (found !== null) yield { at: spanOf(field), ...found, entry: handoff.entry, field: name };
      }
    }
  },
};

/** Whether a field is a word in a list ("Payload: company, source, notes") and no label that waits for its text. */
function isWord({ label, span }: Field): boolean {
  return span.end === label.span.end;
}

/** Names of several fields without a word on them are one list that somebody has not filled in. */
function onlyNamed(handoff: Handoff, bare: ReturnType<typeof presentPayload>): Problem {
  const [first, ...others] = bare as [(typeof bare)[0], ...typeof bare];
  const labels = listed(bare.map(({ label }) => label));
  return {
    at: spanOf(first.field),
    message: `The payload of ${namedHandoff(handoff)} names ${labels}, without a word on what the new owner is given.`,
    fix: `Write what is given behind ${others.length > 0 ? 'each' : 'it'}, for example "Source: GTM-001, as recorded at the first visit".`,
    entry: handoff.entry,
    field: first.name,
    related: others.map(({ field, label }) => ({ message: `${label} too`, span: spanOf(field) })),
  };
}

interface Emptiness {
  readonly message: string;
  readonly fix: string;
}

function emptiness(model: Model, handoff: Handoff, field: Field, label: string): Emptiness | null {
  const text = field.items
    .map((item) => item.text)
    .join('; ')
    .trim();
  // "Disqualifiers: none" is an answer: nothing was ruled out.
  if (label === 'Disqualifiers' && /^none\b/i.test(text)) return null;
  if (text === '' || saysNothing(text) || onlyTicks(text)) {
    return {
      message: `In the payload of ${namedHandoff(handoff)}, ${label} ${text === '' ? 'is empty' : `says only ${quoted(text)}`}.`,
      fix: `Write what the new owner is given under ${label}.`,
    };
  }
  if (label === 'Source') return sourceWithoutChannel(model, handoff, text);
  if (label === 'Best-fit signals') return negativePersona(model, handoff);
  return null;
}

function sourceWithoutChannel(model: Model, handoff: Handoff, text: string): Emptiness | null {
  const cited = handoff.links.filter(({ field }) => field === 'payload.source');
  const known = [...model.offers, ...model.otherGtm].filter((entry) =>
    cited.some(({ id }) => id === entry.id),
  );
  const channels = model.channels.filter((entry) => cited.some(({ id }) => id === entry.id));
  if (known.length > 0 && channels.length === 0) {
    const names = known.map(
      (entry) =>
        `${entry.id} is ${entry.gtmType === '' ? 'no channel' : `of Type ${entry.type?.text ?? entry.gtmType}`}`,
    );
    return {
      message: `The Source of ${namedHandoff(handoff)} should be a channel; ${listed(names)}.`,
      fix: 'Cite the GTM channel that brought the lead.',
    };
  }
  // Before v0.9 is final there may be no channel to cite; names of channels and "GTM" itself are enough.
  if (model.v09.value !== 'final' || /\bGTM\b/.test(text)) return null;
  const folded = text.toLowerCase();
  if (model.channels.some(({ name }) => name !== '' && folded.includes(name.toLowerCase()))) return null;
  const choices = model.channels.slice(0, 4).map(({ id, name }) => `${id} (${name})`);
  return {
    message: `The Source of ${namedHandoff(handoff)}, ${quoted(text)}, names no GTM channel.`,
    fix:
      choices.length > 0
        ? `Name the channel: ${listed(choices, 'or')}.`
        : 'Name the GTM entry of the channel that brought the lead.',
  };
}

function negativePersona(model: Model, handoff: Handoff): Emptiness | null {
  const cited = handoff.links.filter(({ field }) => field === 'payload.bestFitSignals');
  const negative = model.personas.find(
    (persona) => persona.personaType === 'negative' && cited.some(({ id }) => id === persona.id),
  );
  if (negative === undefined || excludes(handoff.payload.bestFitSignals?.value?.text ?? '')) return null;
  return {
    message: `The best-fit signals of ${namedHandoff(handoff)} cite ${negative.id}, a Negative persona: somebody you decided not to sell to.`,
    fix: 'Cite the persona whose fit counts, or move this one to Disqualifiers.',
  };
}
