import type { tokenManagement } from '../../catalogue/review/token-management.ts'
import { duration } from '../duration.ts'
import type { ReviewWriters } from './writer.ts'

const advised = '3600 s or less is advised'

export const tokenManagementWriters: ReviewWriters<typeof tokenManagement> = {
  lifetime_short: (e) => ({
    line: `Lifetime ${e('seconds')} s`,
    why: `A leaked token works until it expires. This one lives ${duration(e('seconds'))}.`,
  }),
  lifetime_over_hour: (e) => ({
    line: `Lifetime ${e('seconds')} s; ${advised}`,
    why: `A leaked token works until it expires. This one lives ${duration(e('seconds'))}.`,
    advice:
      'Ask the operator of the authorization server to set the access token lifetime of this client to 3600 s or less.',
  }),
  lifetime_over_day: (e) => ({
    line: `Lifetime ${e('seconds')} s; ${advised}`,
    why: `A leaked token works until it expires. This one lives ${duration(e('seconds'))}.`,
    advice:
      'Ask the operator of the authorization server to set the access token lifetime of this client to 3600 s or less.',
  }),
  lifetime_not_said: () => ({
    line: 'The server does not say how long the token lives',
    why: 'The answer has no expires_in, and the token has no readable exp. It may be valid for a long time.',
    advice: 'Ask the operator of the authorization server for the lifetime, and to send expires_in.',
  }),
  lifetime_without_token: () => ({
    line: 'No token was requested with these settings yet',
    why: 'The lifetime is read from a token.',
    advice: 'Request a token.',
  }),
}
