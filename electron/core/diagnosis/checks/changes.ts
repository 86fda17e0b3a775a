import { cause, type Check } from '../check.ts'
import { isoTime } from '../iso-time.ts'
import { methodOf } from '../method-of.ts'
import { refusesClient } from '../refuses-client.ts'

/** What of a change can explain that a client is not accepted. */
const ofClient = ['secret', 'client_id', 'authentication', 'url']
const ofScope = ['scope', 'audience', 'resource', 'url', 'client_id']

/** What changed since a request of this kind last went well. */
export const changes: Check = {
  name: 'changes',
  look(kase) {
    const { earlier, answer, step } = kase
    const last = earlier?.workedAt ?? null
    if (earlier === null || last === null || answer === null || step === 'api' || answer.status >= 500) return null
    const workedAt = isoTime(last)
    const isRefused = refusesClient(kase)
    const telling = isRefused ? ofClient : /scope|target|request/.test(answer.error ?? '') ? ofScope : []
    const changed = earlier.changed.filter((name) => telling.includes(name))
    if (changed.length > 0)
      return [
        cause(
          kase,
          'settings_changed',
          { basis: 'changed', confidence: 'likely' },
          { changed: changed.join(', '), workedAt },
        ),
      ]
    const method = methodOf(kase)
    if (!isRefused || !method.startsWith('client_secret')) return []
    return [cause(kase, 'wrong_secret', { basis: 'changed', confidence: 'likely' }, { method, workedAt })]
  },
}
