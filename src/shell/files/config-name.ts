import { readdirSync } from 'node:fs';

/** The one name of the configuration. */
export const configName = 'mops.config.yml';

/** A file of a folder that is meant as its configuration and called a little otherwise; null without one. */
export function misnamedConfig(folder: string): string | null {
  try {
    const names = readdirSync(folder).filter((name) => /^\.?mops[-_.]?config\.ya?ml$/i.test(name));
    return names.includes(configName) ? null : (names.sort()[0] ?? null);
  } catch {
    return null;
  }
}

/** What is said of it. */
export const renameConfig = `The config is called ${configName}. Rename this file.`;
