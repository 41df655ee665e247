import { tellsOfOthers } from '../../language/tables/notes.ts';
import type { Entry } from '../entry.ts';
import { roughText } from '../inline.ts';

/** What a section's heading says of the entries below it. */
export interface SectionMeaning {
  readonly section: Entry['section'];
  /** A navigation list, a register or a cross-reference index: it cites entries and defines none. */
  readonly index: boolean;
}

const plain: SectionMeaning = { section: null, index: false };
const dead =
  /^(?:deprecated|superseded|retired|archived)\b|[-–—([:]\s*(?:deprecated|superseded|retired|archived)\b[\s\])]*$/;
const template =
  /^templates?(?:$|\s*[:(—–-]|\s+(?:for|entry|entries|structure|section|usage|text)\b)|\btemplates?[\s\])]*$/;
const example =
  /^(?:worked |sample )?examples?(?:$|\s*[:(—–-]|\s+(?:entry|entries|output|usage|of|section|block|lifecycle|stage|handoff)\b)|[-–—([:]\s*examples?[\s\])]*$|^sample (?:entry|entries)\b/;
const index =
  /\b(?:cross[- ]?references?|index|navigation|table of contents|contents|toc|traceability|change ?log|(?:change|revision|version) history|see also|related (?:ids|entries|rules)|references|quick links|update protocol)\b/;

/** Reads a heading (its words, marks off) as the heading of a section. */
export function sectionMeaning(heading: string): SectionMeaning {
  const words = heading
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .slice(0, 200)
    .trim();
  const section = dead.test(words)
    ? 'deprecated'
    : template.test(words)
      ? 'template'
      : example.test(words)
        ? 'example'
        : null;
  const isIndex = index.test(words);
  return section === null && !isIndex ? plain : { section, index: isIndex };
}

/** A section whose title says template or example. */
export interface TitledSection {
  readonly meaning: 'template' | 'example';
  /** An entry with a template's ID stands in it: it is one in fact. */
  holdsTemplate: boolean;
}

interface OpenSection {
  readonly level: number;
  titled?: TitledSection | null;
  /** The heading's raw words; null for the heading of an entry. */
  readonly heading: string | null;
  meaning: SectionMeaning | null;
}

/** The headings above a line, innermost last. What they mean is asked for seldom, and only then worked out. */
export class Sections {
  private readonly open: OpenSection[] = [];

  enter(level: number, heading: string | null): void {
    while (this.open.length > 0 && (this.open[this.open.length - 1] as OpenSection).level >= level)
      this.open.pop();
    this.open.push({ level, heading, meaning: heading === null ? plain : null });
  }

  /** Level of the innermost heading, 0 before the first. */
  get level(): number {
    return this.open[this.open.length - 1]?.level ?? 0;
  }

  /** The innermost heading that says anything of the kind says "deprecated". */
  get deprecated(): boolean {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const section = meaningOf(this.open[at] as OpenSection).section;
      if (section !== null) return section === 'deprecated';
    }
    return false;
  }

  /** The innermost section whose title says template or example, null outside. */
  get titledTemplate(): TitledSection | null {
    for (let at = this.open.length - 1; at >= 0; at--) {
      const titled = titledOf(this.open[at] as OpenSection);
      if (titled !== null) return titled;
    }
    return null;
  }

  /** A template's ID heads an entry here. */
  holdsTemplate(): void {
    for (const one of this.open) {
      const titled = titledOf(one);
      if (titled !== null) titled.holdsTemplate = true;
    }
  }

  /** Some heading above says that what stands below it is no more so, or not here, or an example. */
  get aside(): boolean {
    return this.open.some(
      (one) => meaningOf(one).section !== null || meaningOf(one).index || tellsOfOthers(one.heading ?? ''),
    );
  }

  get index(): boolean {
    return this.open.some((one) => meaningOf(one).index);
  }
}

function meaningOf(one: OpenSection): SectionMeaning {
  one.meaning ??= sectionMeaning(roughText(one.heading?.slice(0, 300) ?? ''));
  return one.meaning;
}

function titledOf(one: OpenSection): TitledSection | null {
  if (one.titled !== undefined) return one.titled;
  const { section } = meaningOf(one);
  one.titled =
    section === 'template' || section === 'example' ? { meaning: section, holdsTemplate: false } : null;
  return one.titled;
}
