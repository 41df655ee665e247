/** The reader: Markdown text in, entries with their places out. */
export type * from './entry.ts';
export { kindOf, parseId } from './id.ts';
export type { Mention } from './mention/found.ts';
export { findIds, mentionsIn } from './mention/mention.ts';
export { isPlainPage } from './plain-page.ts';
export { readFile, readRepository, repositoryOf, unreadableFile } from './read.ts';
