import { saysNever, saysReturn } from '../language/returning.ts';
import type { Handoff, Owner, PlacedStep } from '../lifecycle/model.ts';
import { payloadFields } from '../lifecycle/payload-fields.ts';
import type { DiagramStep, PageKey, Participant, SequenceDiagram } from './diagram.ts';
import { uniqueId } from './flow-builder.ts';
import { plainLabel } from './label.ts';
import {
  fieldWords,
  type LeadPlace,
  leadPlaceKey,
  leadPlaces,
  leadWaitsIn,
  ownerLabel,
  slaWords,
  stageKey,
} from './moves.ts';
import type { OwnerHue, OwnerLook } from './owner.ts';

/** Words of the way on which the lead is taken. */
export const itFits = 'It fits';

/** One handoff as people talk: trigger, payload, limit, then accepted or rejected, and who hears of a missed limit. */
export function handoffDiagram(handoff: Handoff, looks: ReadonlyMap<string, OwnerLook>): SequenceDiagram {
  const people = new People(looks);
  const giver = people.side(leadPlaces(handoff.fromTarget)[0], handoff.from?.text ?? '', handoff.fromOwner);
  const taker = people.side(leadPlaces(handoff.toTarget)[0], handoff.to?.text ?? '', handoff.toOwner);
  const steps: DiagramStep[] = [
    message(giver, taker, 'advance', handoff.trigger === null ? 'hands over' : fieldWords(handoff.trigger)),
    ...payloadNote(handoff, giver, taker),
    ...limitNote(handoff, taker),
    {
      kind: 'ways',
      block: 'alternatives',
      ways: [
        { label: itFits, steps: [message(taker, giver, 'reengage', 'takes the lead')] },
        ...rejectedWay(handoff, people, giver, taker),
      ],
    },
    ...escalations(handoff, people, taker),
  ];
  const names = `${plainLabel(handoff.from?.text ?? '') || 'no stage'} to ${plainLabel(handoff.to?.text ?? '') || 'no stage'}`;
  return {
    type: 'sequence',
    kind: 'handoff',
    title: `Handoff ${handoff.id}: ${names}`,
    description: `What happens when a lead is handed over from ${names}, accepted or rejected.`,
    participants: people.list(),
    steps,
  };
}

function message(
  from: string,
  to: string,
  edge: 'advance' | 'reject' | 'reengage' | 'escalate',
  label: string,
): DiagramStep {
  return { kind: 'message', from, to, edge, label };
}

/** The names of the fields that go with the lead; what they hold is in the table and on the handoff's page. */
function payloadNote({ payload }: Handoff, giver: string, taker: string): DiagramStep[] {
  const names = payloadFields.filter(({ key }) => payload[key] !== null).map(({ label }) => label);
  if (names.length === 0) return [];
  return [{ kind: 'note', over: [giver, taker], label: `Payload: ${names.join(', ')}` }];
}

function limitNote({ sla }: Handoff, taker: string): DiagramStep[] {
  const words = slaWords(sla);
  return words === '' ? [] : [{ kind: 'note', over: [taker], label: `Answers within: ${words}` }];
}

function rejectedWay(
  handoff: Handoff,
  people: People,
  giver: string,
  taker: string,
): { label: string; steps: DiagramStep[] }[] {
  const { condition, routing, targets, reengagement } = handoff.rejection;
  const places = targets.flatMap(leadPlaces);
  if (condition === null && routing === null && reengagement === null && places.length === 0) return [];
  const words = routing === null ? '' : fieldWords(routing);
  const goesTo = places.map((place) => people.place(place));
  const steps = goesTo.map((to, index) =>
    message(taker, to, 'reject', goesTo.length > 1 ? clauseFor(words, places[index]) : words || 'rejected'),
  );
  // A rejection without a place still goes back to somebody: the one who handed over hears of it.
  if (steps.length === 0) steps.push(message(taker, giver, 'reject', words || 'rejected'));
  const back = reengagement === null ? '' : fieldWords(reengagement);
  if (back !== '' && saysNever(back)) {
    steps.push({ kind: 'note', over: [goesTo[0] ?? giver], label: `Stays there: ${back}` });
  } else if (saysReturn(back)) {
    const waiting = goesTo.find((id, at) => {
      const place = places[at];
      const outside = id !== giver && id !== taker;
      return outside && (place?.kind !== 'sink' || leadWaitsIn(handoff, place));
    });
    steps.push(
      waiting === undefined
        ? { kind: 'note', over: [goesTo[0] ?? giver], label: `Comes back: ${back}` }
        : message(waiting, giver, 'reengage', `comes back: ${back}`),
    );
  }
  const why = condition === null ? '' : fieldWords(condition);
  return [{ label: why === '' ? 'It does not fit' : `It does not fit: ${why}`, steps }];
}

/** Of a routing to several places, the clause that names this one: `no project → Nurture`. */
function clauseFor(words: string, place: LeadPlace | undefined): string {
  const name = place?.kind === 'stage' ? place.stage.name : (place?.name ?? '');
  const clause = words
    .split(/[;.]\s/)
    .find((part) => name !== '' && part.toLowerCase().includes(name.toLowerCase()));
  return clause?.trim() ?? `rejected, to ${name}`;
}

function escalations({ escalation }: Handoff, people: People, taker: string): DiagramStep[] {
  const named = (escalation?.steps ?? []).filter(({ who }) => who !== null && plainLabel(who) !== '');
  if (named.length === 0) return [];
  const steps = named.map((step) => message(taker, people.role(step), 'escalate', step.raw));
  return [{ kind: 'ways', block: 'option', ways: [{ label: 'limit missed', steps }] }];
}

/** Who takes part, each once, in the order they appear. */
class People {
  readonly #byThing = new Map<unknown, Participant>();
  readonly #ids = new Set<string>();
  readonly #looks: ReadonlyMap<string, OwnerLook>;

  constructor(looks: ReadonlyMap<string, OwnerLook>) {
    this.#looks = looks;
  }

  #hue(role: string | undefined): OwnerHue | null {
    return this.#looks.get(role ?? '')?.hue ?? null;
  }

  /** One side of the handoff: the owner, with the stage below. */
  side(place: LeadPlace | undefined, written: string, owner: Owner | null): string {
    const seat = owner ?? (place?.kind === 'stage' ? place.stage.owner : null);
    const stage = place?.kind === 'stage' ? place.stage.name : (place?.name ?? written);
    return this.#add(place === undefined ? { side: written } : leadPlaceKey(place), {
      name: place?.kind === 'stage' ? place.stage.id : `stage_${stage}`,
      label: ownerLabel(seat),
      sublabel: plainLabel(stage) || null,
      kind: place?.kind === 'stage' ? 'stage' : 'missing',
      owner: this.#hue(seat?.roles[0]),
      key: place?.kind === 'stage' ? stageKey(place.stage) : null,
    });
  }

  place(place: LeadPlace): string {
    if (place.kind === 'stage') return this.side(place, '', null);
    return this.#add(leadPlaceKey(place), {
      name: place.name,
      label: place.name,
      sublabel: null,
      kind: place.kind,
      owner: null,
      key: null,
    });
  }

  /** Who hears of a missed limit; two ways to write a role are one. */
  role({ who, roles }: PlacedStep): string {
    const label = plainLabel(who ?? '');
    return this.#add(`role ${(roles[0] ?? label).toLowerCase()}`, {
      name: `role_${label}`,
      label,
      sublabel: null,
      kind: 'role',
      owner: this.#hue(roles[0]),
      key: null,
    });
  }

  #add(
    thing: unknown,
    {
      name,
      ...rest
    }: {
      name: string;
      label: string;
      sublabel: string | null;
      kind: Participant['kind'];
      owner: OwnerHue | null;
      key: PageKey | null;
    },
  ): string {
    const known = this.#byThing.get(thing);
    if (known !== undefined) return known.id;
    const id = uniqueId(name, this.#ids);
    this.#byThing.set(thing, { id, ...rest });
    return id;
  }

  list(): Participant[] {
    return [...this.#byThing.values()];
  }
}
