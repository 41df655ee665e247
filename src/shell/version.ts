/** Put in by the bundler from package.json. */
declare const MOPS_VERSION: string | undefined;

/** Version of this tool; `development` when the sources run without a build. */
export const version = typeof MOPS_VERSION === 'string' ? MOPS_VERSION : 'development';
