/** Names that are separated by spaces as a list in a sentence: `orders:read, orders:write and 3 more`. */
export function namesIn(text: string, most = 3): string {
  const names = text.split(' ').filter((name) => name !== '')
  const rest = names.length - most
  return rest <= 0 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${rest} more`
}

/** Of such names, one that is to be chosen: `one of orders:read, orders:write`. */
export function eitherIn(text: string): string {
  const names = namesIn(text)
  return names.includes(', ') ? `one of ${names}` : names
}
