import { splitUserinfo } from './userinfo.ts'

/** The parts of a proxy's address; `scheme` where it has none. */
export function readProxyAddress(address: string, scheme: string): { scheme: string; host: string; login: string } {
  const { url, userinfo } = splitUserinfo(/^[a-z0-9]+:\/\//i.test(address) ? address : `${scheme}://${address}`)
  const [, found = scheme, host = ''] = /^([a-z0-9]+):\/\/([^/]*)/i.exec(url) ?? []
  return { scheme: found, host, login: userinfo ?? '' }
}

/** Name and password of `name:password`. */
export function readLogin(login: string): { username: string; password: string } {
  const colon = login.indexOf(':')
  return colon < 0
    ? { username: login, password: '' }
    : { username: login.slice(0, colon), password: login.slice(colon + 1) }
}
