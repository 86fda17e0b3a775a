/** The title of the dialog that asks for a file. */
export const importTitle = 'Import environments'

/** Stand for secrets in a list of changes. */
export const presentSecret = 'the one that is there'
export const secretOfFile = 'the one in the file'
