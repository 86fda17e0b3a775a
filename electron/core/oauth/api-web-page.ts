import type { Finding } from '../../contract/finding.ts'
import { finding } from '../finding.ts'
import type { HttpRequest, ReceivedResponse } from '../http/transcript.ts'
import { isWebPage, titleOfPage } from './response-body.ts'

const passwordField = /<input\b[^<>]{0,1000}\stype\s*=\s*["']?password\b/i
const signIn = /(?<![a-z])(?:sign|log)[\s_-]?[io]n(?![a-z])/i

/** A web page with the status of a success: what a login page or a proxy answers, and hardly an API. */
export function webPageFindings(request: Pick<HttpRequest, 'method' | 'url'>, response: ReceivedResponse): Finding[] {
  const { status } = response
  if (status < 200 || status >= 300 || !isPage(request, response)) return []
  const page = titleOfPage(response)
  const sign = signOfLogin(request.url, page, response)
  const evidence = { status: String(status), ...(page && { page }), ...(sign && { sign }) }
  return [finding('api_answer_web_page', evidence, sign === '' ? {} : { confidence: 'likely' })]
}

/** Frameworks call other text HTML as well, JSON too, where nobody says what it is. */
function isPage({ method }: Pick<HttpRequest, 'method'>, response: ReceivedResponse): boolean {
  if (!isWebPage(response)) return false
  return method === 'HEAD' || /^\s*</.test(Buffer.from(response.body.subarray(0, 1000)).toString('utf8'))
}

/** By what a page is known as one to log in at; empty where nothing says so. */
function signOfLogin(url: string, title: string, { body }: Pick<ReceivedResponse, 'body'>): string {
  if (passwordField.test(Buffer.from(body.subarray(0, 200_000)).toString('latin1'))) return 'password'
  if (signIn.test(title)) return 'title'
  return signIn.test(new URL(url).pathname) ? 'url' : ''
}
