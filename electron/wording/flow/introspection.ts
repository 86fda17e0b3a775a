import { joined } from './facts.ts'

/** `200 · active: true · as in 4A`. */
export const introspectedFact = (status: number | null, active: boolean): string =>
  joined([status === null ? '' : String(status), `active: ${active}`, asIn4A])

/** After a revocation: what the answer of the authorization server proves. */
export const provenByServer = (active: boolean): string =>
  active
    ? 'The server says active: the revocation had no effect there'
    : 'The server says inactive: the revocation took effect there'

/** What an API does at the fourth step, by introspection or offline, is what this app does itself. */
export const asIn4A = 'as in 4A'
export const asIn4B = 'as in 4B'
