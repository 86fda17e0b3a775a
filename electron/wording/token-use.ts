import type { TokenUse } from '../contract/outcome.ts'

/** Which token a call was sent with. */
export const tokenUseWords: Readonly<Record<TokenUse, string>> = {
  reused: 'Used the current token',
  new: 'Requested a new token',
  renewed: 'Sent again with a new token after 401',
  pasted: 'Used the pasted token',
  none: 'Sent without a token',
}
