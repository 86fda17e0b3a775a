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
 * The texts of each client where a file has several IDs, by the part of it that only one of them is in. One without a secret or a
 * key there is none that is meant. Null for one ID, and where an ID has no part for itself: then several may be of one client.
 */
export function severalClients(texts: readonly NamedText[]): ClientTexts[] | null {
  const ids = texts.filter(({ name, text }) => text !== '' && meaningOfName(name)?.meaning === 'client_id')
  if (ids.length < 2 || ids.length > most) return null
  const parts = ids.map(({ name }) => ownPart(name, ids))
  const own = parts.map((part) => texts.filter(({ name }) => isWithin(name, part)))
  const common = texts.filter(({ name }) => !parts.some((part) => isWithin(name, part)))
  const clients = parts.flatMap((part, index): ClientTexts[] => {
    const ofPart = own[index] ?? []
    if (!ofPart.some(isSecret)) return []
    const name = texts.find((one) => one.name === `${part}.name`)?.text ?? nameIn(part)
    return [{ name, texts: [...ofPart, ...common] }]
  })
  return clients.length === 0 || ids.some(({ name }, index) => name === parts[index]) ? null : clients
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
