import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { insideWorkspace, isLink } from './workspace.ts';

/** A report file the workflow asked for. */
export interface ReportFile {
  readonly input: 'report-file' | 'sarif-file';
  /** From the workspace, with `/`. */
  readonly path: string;
}

/** Checks where the report files go, before anything else is done. Throws UsageError for a path outside the workspace. */
export function reportFiles(
  workspace: string,
  inputs: { readonly reportFile: string | null; readonly sarifFile: string | null },
): readonly ReportFile[] {
  const named = [
    ['report-file', inputs.reportFile],
    ['sarif-file', inputs.sarifFile],
  ] as const;
  return named.flatMap(([input, path]) =>
    path === null ? [] : [{ input, path: asked(workspace, path, input) }],
  );
}

/** The path as it was asked for; whether it leads over a link inside the workspace is told when it is written. */
function asked(workspace: string, path: string, input: string): string {
  insideWorkspace(workspace, path, input);
  return relative(resolve(workspace), resolve(workspace, path)).split(sep).join('/');
}

/** Writes a file whole or not at all, with the folders on its way. */
export function writeReportFile(workspace: string, { path, input }: ReportFile, text: string): void {
  // Looked at again: what was checked out since may have put a link there, into git's own folder even.
  const target = join(realpathSync(workspace), path);
  if (insideWorkspace(workspace, path, input) !== path || isLink(target)) {
    throw new Error(`${path} is a link, or leads over one`);
  }
  if (path.split('/').some((part) => part.toLowerCase() === '.git')) {
    throw new Error(`${path} lies in git's own folder`);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileAtomic(target, text);
}
