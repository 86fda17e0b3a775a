import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'

const loginAddress =
  /(?:^|[/.?&=_-])(?:log-?in|log-?on|sign-?in|sso|saml2?|adfs|oauth2?\/authorize|authorize|cas)(?:$|[/.?&=_-])/i
const portalAddress = /captive|hotspot|guest|wifi|portal\.[\w-]+\.(?:lan|local|net)|\/cp\/|fgtauth|splash/i
const networkPage = /(?:wi-?fi|hotspot|captive portal|guest network|internet access)/i

/** A page where people sign in, or the way to one. */
export function loginPage(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null) return []
  const { status, headers, title, text, isWebPage } = answer
  const location = status >= 300 && status < 400 ? (headers.get('location') ?? '') : ''
  const isPlain = request.place?.protocol === 'http:'
  const titled = title === '' ? {} : { title }
  if (location !== '') {
    if (portalAddress.test(location) && isElsewhere(location, request.url)) {
      return [
        cause(kase, 'captive_portal', { basis: 'seen', confidence: isPlain ? 'certain' : 'likely' }, { location }),
      ]
    }
    if (loginAddress.test(location)) {
      return [cause(kase, 'redirect_to_login', { basis: 'seen', confidence: 'certain' }, { location })]
    }
    return []
  }
  if (!isWebPage) return []
  const hasPassword = /<input[^>]{0,300}type=["']?password/i.test(text)
  const isNamed = /\b(?:log ?in|log ?on|sign ?in|anmelden|anmeldung|connexion)\b/i.test(title)
  if (!hasPassword && !isNamed) return []
  if (networkPage.test(`${title} ${text.slice(0, 4000)}`) && isPlain) {
    return [cause(kase, 'captive_portal', { basis: 'seen', confidence: 'likely' }, titled)]
  }
  return [cause(kase, 'redirect_to_login', { basis: 'seen', confidence: 'likely' }, titled)]
}

function isElsewhere(location: string, url: string): boolean {
  return URL.canParse(location, url) && new URL(location, url).host !== new URL(url).host
}
