/** Written by `npm run build` from the files there are: the formats of `mops check --format`. */
export const formats = ['text', 'json', 'sarif', 'markdown', 'github', 'unix'] as const;
export type Format = (typeof formats)[number];
