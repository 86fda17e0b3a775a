import type { BrunoProxy } from './bruno-collection.ts'
import { textAt, valueAt } from './values.ts'

/** The proxy of a collection, in the form of today or of before; null where it takes that of the person, or none. */
export function proxyOf(proxy: unknown): BrunoProxy | null {
  const isNew = typeof valueAt(proxy, 'inherit') === 'boolean'
  const config: unknown = isNew ? valueAt(proxy, 'config') : proxy
  const isOn = isNew
    ? valueAt(proxy, 'inherit') === false && valueAt(proxy, 'disabled') !== true
    : valueAt(proxy, 'enabled') === true
  const host = textAt(config, 'hostname')
  if (!isOn || host === '') return null
  const hasLogin = valueAt(config, 'auth', 'disabled') !== true && valueAt(config, 'auth', 'enabled') !== false
  const port = textAt(config, 'port')
  return {
    url: `${textAt(config, 'protocol') || 'http'}://${host}${port === '' ? '' : `:${port}`}`,
    username: hasLogin ? textAt(config, 'auth', 'username') : '',
    password: hasLogin ? textAt(config, 'auth', 'password') : '',
    bypass: textAt(config, 'bypassProxy'),
  }
}
