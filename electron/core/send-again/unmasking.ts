import { mark } from '../../common/mask-token.ts'
import type { MissingPart } from '../../contract/send-again.ts'

type Masked = Extract<MissingPart, { kind: 'masked' }>

/** A secret, or what is left of a token. */
export const masked = /•{8}|[^\s"'&=]{6}… \(\d{1,9} characters\)/gu

const mostName = 60

export interface Unmasking {
  /** The text with a variable in the place of each masked part. */
  text: (text: string, place: Masked['place'], name: string) => string
  missesBody: () => void
  missing: () => readonly MissingPart[]
}

/** Puts a variable where something was masked: what a mask hides cannot be sent, and a mask must not be. */
export function createUnmasking(): Unmasking {
  const missing: MissingPart[] = []
  const taken = new Set<string>()
  const variableFor = (about: string): string => {
    const plain = `masked_${about.replaceAll(/[^A-Za-z0-9_-]+/g, '_').slice(0, mostName)}`
    let name = plain
    for (let count = 2; taken.has(name); count++) name = `${plain}_${count}`
    taken.add(name)
    return name
  }
  return {
    text: (text, place, name) =>
      text.includes(mark) || text.includes('…')
        ? text.replaceAll(masked, () => {
            const variable = variableFor(name === '' ? place : name)
            missing.push({ kind: 'masked', place, name, variable })
            return `{{${variable}}}`
          })
        : text,
    missesBody: () => missing.push({ kind: 'body' }),
    missing: () => missing,
  }
}
