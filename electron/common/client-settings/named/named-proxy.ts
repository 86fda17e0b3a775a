import type { SettingsFields } from '../client-settings.ts'
import { readLogin, readProxyAddress } from '../proxy-address.ts'

/** The proxy of an address as variables of the environment have it, with its login apart. */
export function namedProxy(
  address: string,
  bypass: string,
): { fields: Pick<SettingsFields, 'proxy'>; password: string } {
  if (address === '') return { fields: {}, password: '' }
  const { scheme, host, login } = readProxyAddress(address, 'http')
  const { username, password } = readLogin(login)
  return { fields: { proxy: { mode: 'explicit', url: `${scheme}://${host}`, username, bypass } }, password }
}
