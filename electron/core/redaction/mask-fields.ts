import { maskingOf } from './sensitive-names.ts'

/** In a form body nothing but `&` ends a value, in a URL also `#`. */
const patterns = {
  form: /(^|&)((?:[A-Za-z_-]|%[0-9A-Fa-f]{2}){1,80})=([^&]+)/g,
  url: /([?&#])((?:[A-Za-z_-]|%[0-9A-Fa-f]{2}){1,80})=([^&#]+)/g,
}

/** Masks the values of sensitive parameters (`client_secret=…`), whose names may be percent-encoded. */
export function maskFields(text: string, place: keyof typeof patterns): string {
  return text.replace(patterns[place], (whole, before: string, name: string, value: string) => {
    const masking = maskingOf(percentDecoded(name), false)
    return masking === null ? whole : `${before}${name}=${masking(value)}`
  })
}

const percentDecoded = (name: string) =>
  name.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
