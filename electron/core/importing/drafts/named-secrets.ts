import { isNoSecret, namesSecret } from './secret-marks.ts'

/** What is written instead of a value that has this name; null leaves it. */
export type Instead = (name: string, value: string) => string | null

/** Names and values: short ones, so that a quotation mark that never closes costs little. */
const member = /"((?:[^"\\]|\\.){1,100})"(\s{0,9}:\s{0,9})"((?:[^"\\]|\\.){1,10000})"/g
/** JSON within JSON, as the body of GraphQL is. */
const inner = /\\"([^"\\]{1,100})\\"(\s{0,9}:\s{0,9})\\"([^"\\]{1,10000})\\"/g
const list = /"([^"\\]{1,100})"(\s{0,9}:\s{0,9})\[([^[\]{}]{1,10000})\]/g
const row =
  /"(?:name|key|id|label)"\s{0,9}:\s{0,9}"([^"\\]{1,100})"(\s{0,9},\s{0,99}"value"\s{0,9}:\s{0,9})"((?:[^"\\]|\\.){1,10000})"/g
const parameter = /(^|[&?;\s])([A-Za-z_][\w.-]{0,99})=([^&\s;"'<>]{1,10000})/g
const quoted = /\b([A-Za-z_][\w.-]{0,99})('?\s{0,9}[:=]\s{0,9})(?:'([^'\n]{1,1000})'|"([^"\\\n]{1,1000})")/g
const bare =
  /\b([A-Za-z_][\w.-]{0,99})(["'`*\\]{0,3}(?:\s{0,3}[:=]| is:?)\s{0,3}["'`*\\]{0,3})([^\s"'`<>,;&\\{}()[\]]{4,1000})/g
const element = /<([A-Za-z_][\w.:-]{0,99})((?:\s[^<>]{0,1000})?>)([^<]{1,10000})(?=<\/)/g
const cdata = /<([A-Za-z_][\w.:-]{0,99})((?:\s[^<>]{0,1000})?>\s{0,9}<!\[CDATA\[)([^\]]{1,10000})(?=\]\]>)/g
/** Behind a user name: in a URL, and as curl has it. */
const login = /([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/?#@:"'<>{}\\]{0,100}:)([^\s/?#@"'<>{}\\]{1,1000})(?=@)/gi
const option = /((?:\s-u|--(?:proxy-)?user)[\s=]['"]?[^\s:'"{}]{1,100}:)([^\s'"{}]{1,1000})/g
const scheme = /\b(bearer|basic|dpop)(\s{1,3})([\w.~+/=-]{8,10000})/gi

/** A text with what `instead` gives for the values in it that have a name, as JSON, XML, forms, settings and sentences write them. */
export function withNamedValues(text: string, instead: Instead): string {
  const kept = (whole: string, name: string, between: string, value: string, rest: (written: string) => string) => {
    const written = instead(name, value)
    return written === null ? whole : whole.slice(0, whole.indexOf(between) + between.length) + rest(written)
  }
  let written = text
  if (text.includes('"')) {
    written = written
      .replace(row, (whole, name: string, between: string, value: string) =>
        kept(whole, name, between, value, (one) => `"${one}"`),
      )
      .replace(member, (whole, name: string, between: string, value: string) =>
        isNameOfName(name, value) ? whole : kept(whole, plainName(name), between, value, (one) => `"${one}"`),
      )
      .replace(list, (_whole, name: string, between: string, values: string) => {
        const items = values.replace(/"((?:[^"\\]|\\.){1,1000})"/g, (item, value: string) => {
          const one = isTelling(value) ? instead(name, value) : null
          return one === null ? item : `"${one}"`
        })
        return `"${name}"${between}[${items}]`
      })
      .replace(inner, (whole, name: string, between: string, value: string) =>
        kept(whole, name, between, value, (one) => String.raw`\"${one}\"`),
      )
  }
  if (text.includes('='))
    written = written.replace(parameter, (whole, before: string, name: string, value: string) => {
      const one = instead(name, value)
      return one === null ? whole : `${before}${name}=${one}`
    })
  const declared = new Set(text.includes('$') ? (text.match(declaration) ?? []) : [])
  if (/[:=]| is /.test(text))
    written = written
      .replace(quoted, (whole, name: string, between: string, single: string | undefined, double = '') => {
        const one = isTellingName(name) ? instead(name, single ?? double) : null
        const mark = single === undefined ? '"' : "'"
        return one === null ? whole : `${name}${between}${mark}${one}${mark}`
      })
      .replace(bare, (whole, name: string, between: string, value: string, at: number, all: string) => {
        const isWhole =
          all[at + whole.length] !== '{' && !isOfGraphql({ between, value, before: all[at - 1], declared })
        const one = isWhole && isTellingName(name) && isTelling(value) ? instead(name, value) : null
        return one === null ? whole : `${name}${between}${one}`
      })
  if (text.includes('</'))
    written = [element, cdata].reduce(
      (all, pattern) =>
        all.replace(pattern, (whole, name: string, between: string, value: string) => {
          const one = instead(name.split(':').at(-1) ?? name, value.trim())
          return one === null ? whole : `<${name}${between}${value.replace(value.trim(), () => one)}`
        }),
      written,
    )
  written = written
    .replace(login, (whole, before: string, value: string) => {
      const one = instead('password', value)
      return one === null ? whole : `${before}${one}`
    })
    .replace(option, (whole, before: string, value: string) => {
      const one = instead('password', value)
      return one === null ? whole : `${before}${one}`
    })
  return written.replace(scheme, (whole, name: string, between: string, value: string) => {
    const one = /\d/.test(value) ? instead(`${name}_credentials`, value) : null
    return one === null ? whole : `${name}${between}${one}`
  })
}

/** Whether a text has a value with the name of a secret in it. */
export function hasNamedSecret(text: string): boolean {
  let has = false
  withNamedValues(text, (name, value) => {
    has ||= isNamedSecret(name, value)
    return null
  })
  return has
}

export const isNamedSecret = (name: string, value: string): boolean =>
  namesSecret(name) && value.length > 3 && !isNoSecret(value)

/** `"key": "client_secret"` says what something is called. */
const isNameOfName = (name: string, value: string): boolean =>
  /^key$/i.test(name) && /^[A-Za-z][A-Za-z_. -]*$/.test(value) && namesSecret(value)

function plainName(name: string): string {
  if (!name.includes('\\')) return name
  try {
    return String(JSON.parse(`"${name}"`))
  } catch {
    return name
  }
}

/** A name that says so in a text that may be a sentence. */
const isTellingName = (name: string): boolean =>
  /secret|passw|passphrase|kennwort|senha|credential|private|api[-_]?key|access[-_]?key|account[-_]?key|token|assertion|(?:^|[-_.])p(?:wd?|ass|in)$|authorization/i.test(
    name,
  )

interface Bare {
  between: string
  value: string
  /** The character before the name. */
  before: string | undefined
  /** Variables that the text gives types to. */
  declared: ReadonlySet<string>
}

/** In a query of GraphQL: `$password: String!` is a variable with its type, and `password: $password` uses it. */
const isOfGraphql = ({ between, value, before, declared }: Bare): boolean =>
  between.trim() === ':' && (declared.has(value) || (before === '$' && /^[A-Z]\w*!?$/.test(value)))

const declaration = /\$[A-Za-z_]\w{0,99}(?=:)/g

/** A value that is no word of a sentence, and no address. */
const isTelling = (value: string): boolean =>
  !/^(?:[A-Za-z][A-Za-z.:_/-]*|\d{1,5}[.:]?|https?:\/\/.*)$/.test(value) &&
  !/^(?:\d[\d.,:/-]*)$/.test(value.slice(0, 5))
