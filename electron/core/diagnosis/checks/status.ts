import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { serverFault } from '../status/server-fault.ts'
import { tooLarge } from '../status/too-large.ts'
import { tooMany } from '../status/too-many.ts'

/** What the status of the answer means, where it means something by itself. */
export const status: Check = {
  name: 'status',
  look(kase) {
    if (kase.answer === null) return null
    return [...tooMany(kase), ...tooLarge(kase), ...serverFault(kase), ...ofStatus(kase)]
  },
}

const by = (confidence: 'certain' | 'likely' | 'possible') => ({ basis: 'code', confidence }) as const

function ofStatus(kase: Case): Cause[] {
  const { answer, request } = kase
  if (answer === null) return []
  const { headers } = answer
  switch (answer.status) {
    case 405: {
      const allow = headers.get('allow') ?? ''
      return [cause(kase, 'method_not_allowed', by('likely'), { method: request.method, ...(allow && { allow }) })]
    }
    case 406:
      return [cause(kase, 'server_nonstandard', by('likely'), { wants: 'accept' })]
    case 411:
      return [
        cause(kase, 'body_missing', by('likely'), { ...(request.body !== 'none' && { sent: 'yes' }), length: 'yes' }),
      ]
    case 417:
      return [cause(kase, 'server_nonstandard', by('likely'), { wants: 'expect' })]
    case 421:
      return [cause(kase, 'wrong_token_host', by('likely'), { host: request.place?.host ?? '' })]
    case 426:
    case 464:
    case 505:
      return [cause(kase, 'http_version_required', by('likely'), {})]
    case 451:
      return [cause(kase, 'legal_block', by('certain'), {})]
    case 511:
      return [cause(kase, 'captive_portal', by('certain'), answer.title === '' ? {} : { title: answer.title })]
    case 407:
      return [
        cause(kase, 'proxy_answered', by('certain'), {
          ...(headers.has('via') && { proxy: headers.get('via') ?? '' }),
        }),
      ]
    default:
      return []
  }
}
