/** The config's name in the checked folder (SPEC §1). */
export const configName = 'mops.config.yml';
