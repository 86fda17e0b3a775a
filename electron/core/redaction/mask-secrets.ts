import { decodedViews, type SearchViews, searchViews } from './decoded-views.ts'
import { encodedPattern, longestPattern } from './encoded-pattern.ts'
import { type Look, lookFinder, shortestLook } from './look-finder.ts'
import { mark } from './mask.ts'
import { type Needle, needlesOf } from './secret-needles.ts'

/** How a needle looks in the views of a text. */
interface NeedleLook extends Look {
  needle: Needle
}

/** The needles that are in views. */
type Present = (views: SearchViews) => ReadonlySet<Needle>

/** Makes what masks these secrets in a text, in any of the encodings of `needlesOf`. Every other text stays byte for byte. */
export function secretMasker(secrets: readonly string[]): (text: string) => string {
  // The longest first: one secret may be part of another.
  const unique = [...new Set(secrets)]
  unique.sort((one, other) => other.length - one.length)
  const needles = unique.flatMap(needlesOf)
  const shortest = needles.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY)
  const present = presentOf(needles)
  return (text) => (text.length < shortest ? text : maskIn(text, needles, present))
}

function presentOf(needles: readonly Needle[]): Present {
  const find = lookFinder(needles.flatMap(looksOf))
  return (views) => {
    const found = new Set<Needle>()
    // Most views of one form are those of another as well.
    for (const view of new Set([...views.plain, ...views.base64, ...views.hex])) {
      const isOf = {
        plain: views.plain.includes(view),
        base64: views.base64.includes(view),
        hex: views.hex.includes(view),
      }
      find(view, ({ text, needle }, at) => {
        if (isOf[needle.form] && (!needle.bounded || isWordAt(view, at, text.length))) found.add(needle)
      })
    }
    return found
  }
}

function looksOf(needle: Needle): NeedleLook[] {
  return decodedViews(needle.text).flatMap((text) => (text.length < shortestLook ? [] : { text, needle }))
}

function maskIn(text: string, needles: readonly Needle[], present: Present): string {
  const found = present(searchViews(text))
  if (found.size === 0) return text
  let masked = text
  for (const needle of needles) {
    if (!found.has(needle)) continue
    if (needle.text.length <= longestPattern) masked = masked.replace(encodedPattern(needle), mark)
    else masked = masked.replaceAll(needle.text, mark)
  }
  // Still there in a disguise that no pattern knows: nothing is shown rather than a secret.
  const left = present(searchViews(masked))
  return needles.some((needle) => found.has(needle) && left.has(needle)) ? mark : masked
}

const isWordAt = (view: string, at: number, length: number): boolean =>
  !isWord(view[at - 1]) && !isWord(view[at + length])

const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9_]/.test(character)
