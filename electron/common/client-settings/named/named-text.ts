/** A text with a name, as files of settings hold them. */
export interface NamedText {
  /** As it is written; within objects with their names before it, separated by dots. */
  name: string
  text: string
}

/** The words of a name, small: `spring.oauth2.clientId`, `MY_APP_CLIENT_ID` and `client-id` all end in `client`, `id`. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(-12)
