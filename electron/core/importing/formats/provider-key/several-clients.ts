import type { NamedText } from '../../../../common/client-settings/named/named-text.ts'
import { meaningOfName } from '../../../../common/client-settings/named/settings-names.ts'

/** The texts of one client: its own, and those that belong to none. */
export interface ClientTexts {
  name: string
  texts: readonly NamedText[]
}

/** Clients of one file that are told apart. */
const most = 100

/**
 * The texts of each client where a file has several, by the part of it that only one of them is in. Null for one client, and
 * where a part has no secret and no key: then several IDs may be of one client.
 */
export function severalClients(texts: readonly NamedText[]): ClientTexts[] | null {
  const ids = texts.filter(({ name, text }) => text !== '' && meaningOfName(name)?.meaning === 'client_id')
  if (ids.length < 2 || ids.length > most) return null
  const parts = ids.map(({ name }) => ownPart(name, ids))
  const own = parts.map((part) => texts.filter(({ name }) => isWithin(name, part)))
  if (own.some((one) => !one.some(isSecret))) return null
  const common = texts.filter(({ name }) => !parts.some((part) => isWithin(name, part)))
  return parts.map((part, index) => ({
    name: texts.find(({ name }) => name === `${part}.name`)?.text ?? nameIn(part),
    texts: [...(own[index] ?? []), ...common],
  }))
}

const isWithin = (name: string, part: string): boolean => name === part || name.startsWith(`${part}.`)

const isSecret = ({ name, text }: NamedText): boolean =>
  text !== '' && /^(?:client_secret|weak_secret|private_key)$/.test(meaningOfName(name)?.meaning ?? '')

/** The outermost part that has no other ID in it. */
function ownPart(name: string, ids: readonly NamedText[]): string {
  const steps = name.split('.')
  for (let count = 1; count < steps.length; count++) {
    const part = steps.slice(0, count).join('.')
    if (ids.filter((id) => isWithin(id.name, part)).length === 1) return part
  }
  return name
}

/** The last step that is no place in a list. */
const nameIn = (part: string): string => part.split('.').findLast((step) => !/^\d+$/.test(step)) ?? ''
