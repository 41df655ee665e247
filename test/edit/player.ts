/** Somebody who follows the tool to the letter. */
import { check } from '../../src/check/check.ts';
import type { Report } from '../../src/check/finding.ts';
import { fix } from '../../src/check/fix.ts';
import { readConfig } from '../../src/config/read.ts';
import type { Config } from '../../src/config/schema.ts';
import { appendedTogether } from '../../src/draft/append.ts';
import { planImport } from '../../src/draft/import/plan.ts';
import { type DraftKind, draftKinds, draftMissing } from '../../src/draft/missing/index.ts';
import { written } from '../../src/draft/write.ts';
import { buildModel } from '../../src/lifecycle/build.ts';
import type { Model } from '../../src/lifecycle/model.ts';
import { commandFor } from '../../src/report/command.ts';
import { rules } from '../../src/rules/index.ts';
import { readFile, repositoryOf } from '../../src/sot/index.ts';

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export const blankMark = /\[fill in [^\]]*\]/g;

const today = '2026-11-22';
const ids = rules.map(({ id }) => id);

export class Player {
  #files: readonly TextFile[];
  readonly #config: Config;
  #model: Model | null = null;
  #report: Report | null = null;

  constructor(files: readonly TextFile[], config = '') {
    this.#files = files;
    const reading = readConfig(config, 'mops.config.yml', ids);
    if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
    this.#config = reading.config;
  }

  get files(): readonly TextFile[] {
    return this.#files;
  }

  set files(files: readonly TextFile[]) {
    this.#files = files;
    this.#model = null;
    this.#report = null;
  }

  get model(): Model {
    this.#model ??= buildModel(repositoryOf(this.#files.map((file) => readFile(file))), this.#config);
    return this.#model;
  }

  get report(): Report {
    this.#report ??= check(this.model, { today });
    return this.#report;
  }

  #put(changes: readonly { readonly path: string; readonly after: string }[]): void {
    const changed = new Map(changes.map(({ path, after }) => [path, after]));
    const kept = this.files.filter(({ path }) => !changed.has(path));
    this.files = [...kept, ...[...changed].map(([path, text]) => ({ path, text }))];
  }

  import(document: string, path = 'life.md'): this {
    const plan = planImport(this.model, path, document);
    this.#put(
      appendedTogether(this.model, [
        ['stage', plan.stages],
        ['handoff', plan.handoffs],
      ]) ?? [],
    );
    return this;
  }

  /** What everybody does next: the entries hold from now on. */
  activate(): this {
    this.#put(
      this.files.map(({ path, text }) => ({
        path,
        after: text.replaceAll('Status: Draft', 'Status: Active'),
      })),
    );
    return this;
  }

  /** A person fills the blanks in. */
  answer(): void {
    this.#put(
      this.files.map(({ path, text }) => ({
        path,
        after: text.replace(blankMark, '12% of the leads that match PER-001'),
      })),
    );
  }

  /** `mops fix --suggested`, then every `mops draft …` that a finding names. */
  round(): this {
    this.#put(fix(this.model, { today }, { suggested: true }).changes);
    const named = new Set(this.report.findings.map((finding) => commandFor(finding)));
    for (const kind of draftKinds.filter((one) => named.has(`mops draft ${one}`))) this.#draft(kind);
    return this;
  }

  #draft(kind: DraftKind): void {
    const { drafts } = draftMissing(this.model, kind, today);
    if (drafts.length > 0) this.#put(written(this.model, kind, drafts)?.files ?? []);
  }

  /** The rules of what is left, with how often. */
  left(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { rule } of this.report.findings) counts[rule] = (counts[rule] ?? 0) + 1;
    return counts;
  }
}
