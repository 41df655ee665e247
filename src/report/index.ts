/* biome-ignore-all assist/source/organizeImports: in the order of the documentation */
/** Written by `npm run build` from the files there are. */
import type { Format } from './formats.ts';
import type { Reporter } from './reporter.ts';
import { textReport } from './text.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import { markdownReport } from './markdown.ts';
import { githubReport } from './github.ts';
import { unixReport } from './unix.ts';

/** The reporter of each format. */
export const reporters = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  markdown: markdownReport,
  github: githubReport,
  unix: unixReport,
} satisfies Record<Format, Reporter>;
