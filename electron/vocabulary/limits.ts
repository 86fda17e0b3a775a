/** Characters of pasted text that are read; more is refused by name. */
export const inspectMaxCharacters = 4 << 20

/** Far above what 10,000 environments take. */
export const importMaxCharacters = 64 << 20

/** Characters of a passphrase that protects a workspace or an export. */
export const passphraseMinimum = 12
export const passphraseMaximum = 1000

export const maxResources = 20
export const maxParameters = 50
export const maxHeaders = 50

/** What is said of a list that is longer. */
export const atMost = (most: number, what: 'resources' | 'parameters' | 'headers'): string => `At most ${most} ${what}.`

/** Authentication methods that are tried after a refusal, at most. Servers lock clients that fail often. */
export const mostOtherMethods = 4
