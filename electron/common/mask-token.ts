/** Stands for something secret. */
export const mark = '••••••••'

/** Enough of a token to recognize it by, never enough to use it; a short one is hidden whole. */
export function maskToken(token: string): string {
  return token.length < 32 ? mark : `${token.slice(0, 6)}… (${token.length} characters)`
}
