import { hostOf } from '../../common/host-of.ts'
import type { Exchange } from '../../contract/exchange.ts'

type Asked = Pick<Exchange, 'purpose' | 'request' | 'response'>

const subjects: Readonly<Record<Exchange['purpose'], string>> = {
  token: 'A token request (client credentials grant)',
  introspection: 'A token introspection',
  revocation: 'A token revocation',
  discovery: 'A request for the metadata',
  jwks: 'A request for the key set',
  api: 'An API call',
}

/** The title of a question: what failed, and how it was answered. */
export function questionFor({ purpose, request, response }: Asked): string {
  const how = response === null ? 'got no answer' : `was answered ${response.status}`
  return `${subjects[purpose]} to ${hostOf(request.url)} ${how}. What is wrong?`
}
