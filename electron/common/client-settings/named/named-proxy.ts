import type { SettingsFields } from '../client-settings.ts'
import { decodePercent } from '../encodings.ts'

/** The proxy of an address as variables of the environment have it, with its login apart. */
export function namedProxy(
  address: string,
  bypass: string,
): { fields: Pick<SettingsFields, 'proxy'>; password: string } {
  if (address === '') return { fields: {}, password: '' }
  const [, scheme = 'http', authority = ''] = /^(?:([a-z0-9]+):\/\/)?([^/]*)/i.exec(address) ?? []
  const at = authority.lastIndexOf('@')
  const [username = '', ...password] = decodePercent(authority.slice(0, Math.max(0, at))).split(':')
  return {
    fields: { proxy: { mode: 'explicit', url: `${scheme}://${authority.slice(at + 1)}`, username, bypass } },
    password: password.join(':'),
  }
}
