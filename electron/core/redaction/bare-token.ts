import { maskToken } from './mask.ts'

/** A text that is one run of characters and nothing else, with or without quotation marks, and no word of a language. */
const bareToken =
  /^\s{0,99}(?:"((?:[!#-[\]-~]|\\.){4,16384})"|'([!-&(-~]{4,16384})'|([!#-&(-;=?-Z\\^-z|~]{4,16384}))\s{0,99}$/
const parameter = /^[\w.%-]{1,80}=[^=]/

/** What a server answered where JSON belongs, when it may be the token itself; null for anything else. */
export function bareTokenOf(text: string): string | null {
  const [, inDouble, inSingle, plain] = (text.length > 20_000 ? null : bareToken.exec(text)) ?? []
  const value = inDouble ?? inSingle ?? plain
  return value === undefined ||
    (plain !== undefined && parameter.test(plain)) ||
    (/^[A-Za-z]+$/.test(value) && value.length < 20)
    ? null
    : value
}

/** The text with the token that it is masked. */
export function maskBareToken(text: string): string {
  const token = bareTokenOf(text)
  return token === null ? text : text.replace(token, () => maskToken(token))
}
