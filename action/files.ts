import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { insideWorkspace } from './workspace.ts';

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
  const asked = [
    ['report-file', inputs.reportFile],
    ['sarif-file', inputs.sarifFile],
  ] as const;
  return asked.flatMap(([input, path]) =>
    path === null ? [] : [{ input, path: insideWorkspace(workspace, path, input) }],
  );
}

/** Writes a file whole or not at all, with the folders on its way. */
export function writeReportFile(workspace: string, { path, input }: ReportFile, text: string): void {
  // Looked at again: what was checked out since may have put a link there.
  const target = join(workspace, insideWorkspace(workspace, path, input));
  mkdirSync(dirname(target), { recursive: true });
  writeFileAtomic(target, text);
}
