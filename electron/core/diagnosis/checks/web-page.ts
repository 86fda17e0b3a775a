import { frontPages, type FrontPage } from '../../../catalogue/front-pages.ts'
import type { AnswerFacts } from '../facts/answer-facts.ts'
import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { loginPage } from '../web-page/login-page.ts'

/** Whether something in front of the server answered: a firewall, a proxy, a login page, a web server's own page. */
export const webPage: Check = {
  name: 'web_page',
  look(kase) {
    const { answer } = kase
    if (answer === null) return null
    if (answer.object !== null && answer.error !== null && !answer.headers.has('cf-mitigated')) return []
    const page = frontPages.find((each) => fits(each, answer))
    if (page !== undefined) return causesOf(kase, page, answer)
    const login = loginPage(kase)
    return login.length > 0 ? login : unknownPage(kase, answer)
  },
}

function fits({ title, text, header, statuses, kind }: FrontPage, answer: AnswerFacts): boolean {
  if (statuses !== undefined && !statuses.includes(answer.status)) return false
  if (title === undefined && header === undefined && answer.object !== null) return false
  if (kind === 'firewall' && answer.status < 300 && !answer.isWebPage) return false
  return (
    (title === undefined || title.test(answer.title)) &&
    (text === undefined || text.test(answer.text) || text.test(answer.words)) &&
    (header === undefined || header[1].test(answer.headers.get(header[0]) ?? ''))
  )
}

function causesOf(kase: Case, { kind, product }: FrontPage, { title }: AnswerFacts): Cause[] {
  const seen = { basis: 'seen', confidence: 'certain' } as const
  const titled = title === '' ? {} : { title }
  switch (kind) {
    case 'firewall':
      return [cause(kase, 'firewall_blocked', seen, { product, ...titled })]
    case 'proxy':
      return [cause(kase, 'proxy_answered', seen, { proxy: product, ...titled })]
    case 'captive_portal':
      return [cause(kase, 'captive_portal', { ...seen, confidence: 'likely' }, titled)]
    case 'unavailable':
      return [cause(kase, 'server_unavailable', seen, {})]
    case 'default_page': {
      if (kase.step === 'jwks' || kase.step === 'discovery') return []
      const { url, place } = kase.request
      const evidence = { url, product }
      return kase.step === 'api'
        ? [cause(kase, 'api_not_found', { ...seen, confidence: 'likely' }, { path: place?.path ?? '' })]
        : [cause(kase, 'wrong_token_url', { ...seen, confidence: 'likely' }, evidence)]
    }
  }
}

/** A page that nobody knows: one that refuses is a guess at a firewall, one with a success no endpoint of a program. */
function unknownPage(kase: Case, answer: AnswerFacts): Cause[] {
  const { isWebPage, status, title } = answer
  if (!isWebPage) return emptyRefusal(kase, answer)
  const titled = title === '' ? {} : { title }
  if (
    /access (?:to this \w{1,12} )?(?:is |was |has been )?(?:denied|blocked)|blocked|firewall|forbidden by (?:policy|rule)|incident id|support id/i.test(
      `${title} ${answer.words}`,
    )
  ) {
    const confidence = [403, 406, 429, 503].includes(status) ? 'likely' : 'possible'
    return [cause(kase, 'firewall_blocked', { basis: 'seen', confidence }, titled)]
  }
  if (status === 403) return [cause(kase, 'firewall_blocked', { basis: 'experience', confidence: 'possible' }, titled)]
  if (status >= 300 || kase.step === 'discovery' || kase.step === 'jwks' || kase.step === 'api') return []
  return [
    cause(
      kase,
      'wrong_endpoint',
      { basis: 'seen', confidence: 'likely' },
      { url: kase.request.url, is: 'page', ...titled },
    ),
  ]
}

/** A 403 without a word is not how an endpoint of the standard refuses. @see RFC 6749 §5.2 */
function emptyRefusal(kase: Case, { status, words, object }: AnswerFacts): Cause[] {
  if (status !== 403 || kase.step === 'api' || words.trim() !== '' || object !== null) return []
  return [cause(kase, 'firewall_blocked', { basis: 'experience', confidence: 'possible' }, {})]
}
