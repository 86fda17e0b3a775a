import { capital } from '../../common/capital.ts'
import { isExposed } from '../../common/loopback.ts'
import { practices } from '../../wording/flow/explanations/practices.ts'
import type { Explanation } from '../picture.ts'

export type Practice = Explanation['practices'][number]

export const good = (text: string): Practice => ({ state: 'good', text })
export const advice = (text: string): Practice => ({ state: 'advice', text })
export const note = (text: string): Practice => ({ state: 'note', text })

/** Whether what goes to this URL is encrypted; nothing where there is none, or what is typed is no URL. */
export function encryption(url: string, what: string): Practice[] {
  if (!/^https?:\/\/[^/]/i.test(url) || !isUrl(url)) return []
  if (isExposed(url)) return [advice(practices.notHttps(what))]
  return [/^https/i.test(url) ? good(practices.https(what)) : note(practices.loopback(capital(what)))]
}

function isUrl(text: string): boolean {
  try {
    return new URL(text) instanceof URL
  } catch {
    return false
  }
}

/** All hosts have it; their common types do not. */
declare const URL: new (text: string) => object
