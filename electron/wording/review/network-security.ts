import type { networkSecurity } from '../../catalogue/review/network-security.ts'
import type { ReviewWriters } from './writer.ts'

export const networkSecurityWriters: ReviewWriters<typeof networkSecurity> = {
  address_not_said: () => ({
    line: 'The server does not say which address it saw',
    why: 'Whether token requests from other addresses are refused cannot be seen from here.',
    advice: 'Ask the operator to accept token requests of this client from known addresses only.',
  }),
}
