/** A new name for a stage, a role, a reason code, an entry or an ID, at every place that says it (SPEC §9). */

import { speaksOfSomebody } from '../language/subject.ts';
import { addTo } from '../lifecycle/grouped.ts';
import type { Model } from '../lifecycle/model.ts';
import type { Span } from '../sot/entry.ts';
import { anchorEdits } from './anchors.ts';
import { configEdits } from './config-names.ts';
import { renamedInDiagram } from './diagram-names.ts';
import type { Edit } from './edit.ts';
import { filesNamed } from './file-names.ts';
import { fitted, type Haystack, type Search, type Stretch, spans, stretchesOf } from './mentions.ts';
import { type OtherForm, otherForms } from './other-forms.ts';
import {
  clashOf,
  namedSo,
  nobodysName,
  type RenamedKind,
  type RenamedThing,
  searchFor,
} from './renamed-names.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { finder, type Zone, zonesOf } from './zones.ts';

export interface LeftPlace {
  readonly span: Span;
  readonly why: string;
}

export interface RenamePlan extends RenamedThing {
  readonly edits: readonly Edit[];
  /** Words that hold the name and are others: plurals, joined words. */
  readonly others: readonly OtherForm[];
  /** Places that say it in another way and were left. */
  readonly left: readonly LeftPlace[];
  /** Files whose own names say it; they keep them. */
  readonly files: readonly string[];
}

/** Why a rename cannot be: a sentence for the person who asked. */
export interface RenameRefusal {
  readonly refused: string;
}

/**
 * Plans a rename. The config is a text like the others: its mentions are renamed too.
 *
 * @param config the text of mops.config.yml, null where there is none
 */
export function planRename(
  model: Model,
  config: Haystack | null,
  old: string,
  name: string,
): RenamePlan | RenameRefusal {
  if (name.trim() !== name || name === '' || /[\n\r|<>[\]`*:#]/.test(name))
    return { refused: `"${name}" cannot be a name: write letters, digits, blanks and hyphens.` };
  if (old === name) return { refused: 'Both names are the same.' };
  const found = namedSo(model, old);
  if (found === null) return { refused: nobodysName(model, old, name) };
  const clash = clashOf(model, found, name);
  if (clash !== null) return { refused: clash };
  const search = searchFor(model, found);
  const { files } = model.repository;
  const paths = new Set(files.map(({ path }) => path));
  const more = found.kind === 'stage' ? saidOtherwise(model, search) : () => [];
  const inFiles = files.map((file) => renamedIn(file, found.kind, search, name, more, paths));
  const edits = inFiles.flatMap((one) => one.edits);
  const left = inFiles.flatMap((one) => one.left);
  const texts = config === null ? files : [...files, config];
  const inConfig = config === null ? [] : configEdits(config, found.kind, search, name);
  const moved = anchorEdits(texts, [...edits, ...inConfig]);
  const all = [...edits, ...inConfig, ...moved];
  return {
    ...found,
    edits: all,
    others:
      found.kind === 'ID'
        ? []
        : otherForms(texts, found.old, [...all, ...left, ...inFiles.flatMap(({ keys }) => keys)]),
    left: [...left, ...(found.kind === 'ID' ? shorthands(model, found.old) : [])],
    files: filesNamed([...paths], found.old),
  };
}

const whyLeft: Readonly<Record<Zone['kind'] | 'subject', string>> = {
  address: 'is part of an address or of a file name, which a rename would break',
  code: 'stands in a program; change it where that program runs',
  diagram: '',
  subject: 'is a word of the sentence rather than the name of the stage; change it if it is meant',
};

interface RenamedFile {
  readonly edits: readonly Edit[];
  readonly left: readonly LeftPlace[];
  /** Keys of a diagram that stay and are shown under the new name. */
  readonly keys: readonly { readonly span: Span }[];
}

function renamedIn(
  file: Haystack,
  kind: RenamedKind,
  search: Search,
  name: string,
  more: (text: Haystack, exact: readonly Stretch[]) => readonly Stretch[],
  paths: ReadonlySet<string>,
): RenamedFile {
  const { path, text } = file;
  const exact = stretchesOf(text, search);
  const places = [...exact, ...more(file, exact)].sort((a, b) => a.from - b.from);
  if (places.length === 0) return { edits: [], left: [], keys: [] };
  const around = finder(zonesOf(text));
  const spanOf = spans(path, text);
  const edits: Edit[] = [];
  const left: LeftPlace[] = [];
  const drawn = new Map<Zone, Stretch[]>();
  for (const place of places) {
    const zones = around(place.from);
    const diagram = zones.find((zone) => zone.kind === 'diagram');
    const other = zones.find(({ kind }) => kind !== 'diagram');
    const linked = fileLinked(text, place, paths);
    const kept =
      other !== undefined && !(kind === 'ID' && isFragment(text, other, place))
        ? other.kind
        : linked === 'with words'
          ? 'address'
          : kind === 'stage' && isWord(text, place)
            ? 'subject'
            : null;
    if (kept !== null) left.push({ span: spanOf(place), why: whyLeft[kept] });
    else if (diagram !== undefined) addTo(drawn, diagram, place);
    else edits.push(editAt(text, place, name, spanOf, linked));
  }
  const inDiagrams = [...drawn].flatMap(([{ from, to }, inside]) =>
    renamedInDiagram(
      text.slice(from, to),
      inside.map((place) => ({ from: place.from - from, to: place.to - from })),
      name,
    ).map((one) => ({ from: one.from + from, to: one.to + from, text: one.text })),
  );
  const spanInDiagram = spans(path, text);
  const drawnEdits = inDiagrams
    .sort((a, b) => a.from - b.from)
    .map(({ text: words, ...place }) => ({ span: spanInDiagram(place), text: words }));
  const spanOfKey = spans(path, text);
  const keys = [...drawn.values()]
    .flat()
    .sort((a, b) => a.from - b.from)
    .map((place) => ({ span: spanOfKey(place) }));
  return { edits: [...edits, ...drawnEdits], left, keys };
}

/** Whether a place is in a wiki link's way to a file that is there: as the whole link, or beside other words. */
function fileLinked(
  text: string,
  { from, to }: Stretch,
  paths: ReadonlySet<string>,
): 'alone' | 'with words' | null {
  const before = /\[\[([^\][|#\n]{0,200})$/.exec(text.slice(Math.max(0, from - 202), from))?.[1];
  if (before === undefined) return null;
  const after = /^[^\][|#\n]{0,200}/.exec(text.slice(to, to + 200))?.[0] ?? '';
  const file = `${before}${text.slice(from, to)}${after}.md`;
  if (![...paths].some((path) => path === file || path.endsWith(`/${file}`))) return null;
  return before === '' && text.startsWith(']]', to) ? 'alone' : 'with words';
}

function editAt(
  text: string,
  place: Stretch,
  name: string,
  spanOf: (place: Stretch) => Span,
  linked: ReturnType<typeof fileLinked>,
): Edit {
  const old = text.slice(place.from, place.to);
  // A wiki link leads to the file of that name: it keeps its target and shows the new name.
  if (linked === 'alone') return { span: spanOf(place), text: `${old}|${name}` };
  const { text: words, more } = fitted(old, name, text[place.to]);
  return { span: spanOf({ from: place.from, to: place.to + more }), text: words };
}

/** An ID behind the `#` of a link within the files is its anchor, which is renamed with it. */
function isFragment(text: string, { kind, from }: Zone, place: Stretch): boolean {
  const before = text.slice(from, place.from);
  return kind === 'address' && before.endsWith('#') && !before.includes('://');
}

const sentenceStart = /(?:^|\n|[.!?:;|>]|[-*+])[ \t*_"“]*$/;

/** A sentence about somebody: "Lead name, company", "Customer signs the contract"; "Customer is" may be of the stage. */
function isWord(text: string, { from, to }: Stretch): boolean {
  const after = /^[ \t]+(\p{L}+)/u.exec(text.slice(to, to + 20))?.[1] ?? '';
  return (
    speaksOfSomebody(text.slice(from, to), after) &&
    !/^(?:is|was)$/.test(after) &&
    sentenceStart.test(text.slice(Math.max(0, from - 12), from))
  );
}

/** `KPI-101/102` and `CFD-001→004`: the ID is meant and not spelled. */
function shorthands(model: Model, old: string): RenamePlan['left'] {
  return model.references
    .filter(({ id, span }) => id === old && span.end - span.start !== old.length)
    .map(({ span }) => ({ span, why: `means ${old} as part of a range; write the IDs one by one` }));
}
