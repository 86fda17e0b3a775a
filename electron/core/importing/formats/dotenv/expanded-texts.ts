import type { NamedText } from '../../../../common/client-settings/named/named-text.ts'

/** Values within values that are looked up, and the characters that they may come to. */
const deepest = 5
const longest = 10_000

/**
 * `$NAME` and `${NAME}` in values: those that the file has, as dotenv-expand, a shell and Spring do it; others become variables.
 */
export function expandedTexts<Text extends NamedText>(texts: readonly Text[]): Text[] {
  const values = new Map(texts.map(({ name, text }) => [name, text]))
  return texts.map((one) => Object.assign({}, one, { text: expanded(one.text, one.name, values) }))
}

function expanded(text: string, name: string, values: ReadonlyMap<string, string>): string {
  let value = text
  for (let depth = 0; depth < deepest && value.includes('$') && value.length < longest; depth++) {
    const next = value.replaceAll(reference, (written, braced?: string, fallback?: string, plain?: string) => {
      const meant = braced ?? plain ?? ''
      const known = meant === name ? undefined : values.get(meant)
      if (known !== undefined && known !== '') return known
      if (fallback !== undefined && fallback !== '') return fallback
      return braced === undefined && !/^[A-Z_][A-Z0-9_]*$/.test(meant) ? written : `{{${meant}}}`
    })
    if (next === value) break
    value = next
  }
  return value.length > longest ? text : value
}

/** A dollar sign within a word may be part of a secret: without braces a variable begins a value or follows a mark. */
const reference = /\$\{([A-Za-z_][\w.]{0,99})(?:(?::-|-|:(?![?+=]))([^{}]{0,200}))?\}|(?<![\w$])\$([A-Za-z_]\w{0,99})/g
