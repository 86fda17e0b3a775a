/** What to do with an environment of a file that meets one of the workspace. */
export const importChoices = ['keep', 'replace', 'both'] as const
