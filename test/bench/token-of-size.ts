/** Characters of a token, as G11 and the paste have them. */
export const tokenLength = 100_000

/** A JWS of that size whose signature nobody made; its claims, with these first, are as large as claims of such a size are. */
export function tokenOfSize(first: Readonly<Record<string, unknown>>): { token: string; claims: string } {
  const claims = claimsOf(Math.floor((tokenLength * 3) / 4), first)
  const [header, signature] = ['{"alg":"RS256","typ":"at+jwt","kid":"bench"}', Buffer.alloc(256)]
  const token = [header, claims, signature].map((part) => Buffer.from(part).toString('base64url')).join('.')
  return { token, claims }
}

/** Many values, some of them nested. */
function claimsOf(length: number, first: Readonly<Record<string, unknown>>): string {
  const claims: Record<string, unknown> = {
    ...first,
    iss: 'https://as.example',
    sub: 'bench',
    aud: ['urn:api'],
    exp: 1_900_000_000,
  }
  for (let count = 0; JSON.stringify(claims).length < length; count += 100) {
    for (let index = count; index < count + 100; index += 1) claims[`claim_${index}`] = valueOf(index)
  }
  return JSON.stringify(claims)
}

function valueOf(index: number): unknown {
  const values = [
    `https://api.example/resources/${index}/with a longer text`,
    1_700_000_000 + index,
    { id: index, roles: ['reader', 'writer'], active: true, ratio: index / 7 },
    Array.from({ length: 5 }, (_, item) => `group-${index}-${item}`),
  ]
  return values[index % values.length]
}
