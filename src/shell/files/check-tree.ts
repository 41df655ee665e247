import { check } from '../../check/check.ts';
import type { FailOn, Report } from '../../check/finding.ts';
import type { Mode, Motion } from '../../config/schema.ts';
import { type FieldWords, labelsOf } from '../../language/fields.ts';
import { buildModel } from '../../lifecycle/build.ts';
import type { Model } from '../../lifecycle/model.ts';
import type { ReadFile, Repository, SourceFile } from '../../sot/entry.ts';
import { readFile, repositoryOf } from '../../sot/index.ts';
import { today } from '../clock.ts';
import type { Tree } from './tree.ts';

/** What the command line or the Action's inputs say over the config. */
export interface CheckRequest {
  readonly mode?: Mode;
  readonly motion?: Motion;
  readonly failOn?: FailOn;
  /** ISO date. Default: today. */
  readonly today?: string;
}

/** Reads, models and checks a tree: the one way in for the command line, the Action and the site. */
export function checkTree(tree: Tree, request: CheckRequest = {}): Report {
  const { failOn, today: date = today() } = request;
  return check(modelOf(tree, request), { today: date, ...(failOn ? { failOn } : {}) });
}

/** The model of a tree. */
export function modelOf(tree: Tree, { mode, motion }: CheckRequest = {}): Model {
  return buildModel(readTree(tree), tree.config, {
    ...(mode ? { mode } : {}),
    ...(motion ? { motion } : {}),
    ...(tree.elsewhere ? { elsewhere: tree.elsewhere } : {}),
  });
}

/** The tree's entries; a file that could not be read stands among the files with its issue. */
function readTree({ files, issues, config }: Tree): Repository {
  const broken = issues.map(
    (issue): ReadFile => ({
      path: issue.span.file,
      text: '',
      entries: [],
      comments: [],
      issues: [issue],
      leftOut: [],
      unclaimed: [],
      stageTables: [],
    }),
  );
  const words = labelsOf(config.fields);
  if (words !== lastWords) lastRead = new Map();
  lastWords = words;
  const read = files.map((file) => readOnce(file, words));
  lastRead = new Map(read.map((file) => [file.path, file]));
  return repositoryOf([...read, ...broken]);
}

/** The labels that the files of the tree before were read with. */
let lastWords: FieldWords | null = null;

/** The files of the tree before, by path: a base, and a folder that is watched, share most of them with it. */
let lastRead: ReadonlyMap<string, ReadFile> = new Map();

function readOnce(file: SourceFile, words: FieldWords): ReadFile {
  if (file.plain === true) return readFile(file, words);
  const known = lastRead.get(file.path);
  return known !== undefined && known.text === file.text ? known : readFile(file, words);
}
