import type { FindingWriters } from '../findings/writer.ts'
import { opening } from './opening.ts'

export const tokenServiceCauseWriters = {
  introspection_wrong_credentials: (e) => [
    'The endpoint wants other credentials',
    `${opening(e)}${e('why') === 'none' ? 'The request did not authenticate.' : e('why') === 'bearer' ? 'It authenticated with the token itself.' : `It authenticated as ${e('client_id') || 'the client'}${e('method') ? ` by ${e('method')}` : ''}.`} Many servers tell about tokens only to the API that they are for, or to a client that may introspect.`,
    'Introspect with the credentials of the API, or allow this client to introspect. Choose the authentication under Configure.',
  ],
} satisfies Partial<FindingWriters>
