import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** One folder for the sites that a run builds, gone when it ends. Nothing is built until a test asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mops-site-test-'));
  project.provide('siteFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
}
