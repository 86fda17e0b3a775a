import { decodedViews, searchViews } from './decoded-views.ts'
import { encodedPattern, longestPattern } from './encoded-pattern.ts'
import { mark } from './mask.ts'
import { type Needle, needlesOf } from './secret-needles.ts'

interface Hunted {
  needle: Needle
  /** How it looks in the views of a text. */
  looks: readonly string[]
}

/** Makes what masks these secrets in a text, in any of the encodings of `needlesOf`. Every other text stays byte for byte. */
export function secretMasker(secrets: readonly string[]): (text: string) => string {
  // The longest first: one secret may be part of another.
  const unique = [...new Set(secrets)]
  unique.sort((one, other) => other.length - one.length)
  const hunted = unique.flatMap(needlesOf).map((needle) => ({ needle, looks: looksOf(needle) }))
  const shortest = hunted.reduce((least, { needle }) => Math.min(least, needle.text.length), Number.POSITIVE_INFINITY)
  return (text) => (text.length < shortest ? text : maskIn(text, hunted))
}

function looksOf({ text }: Needle): string[] {
  return decodedViews(text).filter((look, index) => index === 0 || look.length >= 4)
}

function maskIn(text: string, hunted: readonly Hunted[]): string {
  const found = presentIn(text, hunted)
  if (found.length === 0) return text
  let masked = text
  for (const { needle } of found) {
    if (needle.text.length <= longestPattern) masked = masked.replace(encodedPattern(needle), mark)
    else masked = masked.replaceAll(needle.text, mark)
  }
  // Still there in a disguise that no pattern knows: nothing is shown rather than a secret.
  return presentIn(masked, found).length > 0 ? mark : masked
}

function presentIn(text: string, hunted: readonly Hunted[]): readonly Hunted[] {
  const views = searchViews(text)
  return hunted.filter(({ needle: { form, bounded }, looks }) =>
    looks.some((look) => views[form].some((view) => (bounded ? hasWord(view, look) : view.includes(look)))),
  )
}

function hasWord(view: string, word: string): boolean {
  for (let at = view.indexOf(word); at !== -1; at = view.indexOf(word, at + 1)) {
    if (!isWord(view[at - 1]) && !isWord(view[at + word.length])) return true
  }
  return false
}

const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9_]/.test(character)
