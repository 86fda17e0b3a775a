/** One block between BEGIN and END. `headers` are those of RFC 1421, such as `DEK-Info`; `bytes` is null when the base64 is damaged. */
export interface PemBlock {
  label: string
  headers: string
  bytes: Buffer | null
  /** False when its END is missing. */
  hasEnd: boolean
}

/**
 * Every block of a PEM text, in order; what is around them is skipped. Line breaks that were lost or escaped, quotation
 * marks and the other traces of source code, mails and variables are no harm. A block without its END is one with `bytes` null.
 * @see RFC 7468
 */
export function pemBlocks(text: string): PemBlock[] {
  const source = withoutEscapes(text)
  const blocks: PemBlock[] = []
  const begin = /-{2,10} ?BEGIN ([A-Z0-9 ]{0,63}[A-Z0-9]) ?-{2,10}/g
  for (let match = begin.exec(source); match !== null; match = begin.exec(source)) {
    const label = match[1] ?? ''
    const end = source.indexOf(`END ${label}`, begin.lastIndex)
    const content = end === -1 ? '' : source.slice(begin.lastIndex, end).replace(/-{1,10} ?$/, '')
    blocks.push({ label, ...contentOf(content), hasEnd: end !== -1 })
    if (end === -1) break
    begin.lastIndex = end
  }
  return blocks
}

/** A block as PEM text, its lines as OpenSSL writes them. */
export function pemText({ label, headers, bytes }: PemBlock): string {
  const lines = (bytes ?? Buffer.alloc(0)).toString('base64').match(/.{1,64}/g) ?? []
  const head = headers === '' ? [] : [headers, '']
  return [`-----BEGIN ${label}-----`, ...head, ...lines, `-----END ${label}-----`, ''].join('\n')
}

/** Undoes the escapes of JSON, shells, HTML and URLs, and dashes that a word processor made of hyphens. */
function withoutEscapes(text: string): string {
  const plain = /BEGIN(?:%20|\+)[A-Z]/.test(text) ? percentDecoded(text) : text
  return plain
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll('\u2014', '---')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\\{1,8}(?:u000[ad]|[nr])|&#(?:10|13|x0{0,4}[ad]);|<br ?\/?>/gi, '\n')
    .replaceAll(/\\{1,8}(?=[/"'])/g, '')
}

function percentDecoded(text: string): string {
  const spaced = text.includes('BEGIN+') ? text.replaceAll('+', ' ') : text
  try {
    return decodeURIComponent(spaced)
  } catch {
    return text
  }
}

function contentOf(content: string): Pick<PemBlock, 'headers' | 'bytes'> {
  const plain = content
    // Quotations of a mail, and pieces of source code that are put together.
    .replaceAll(/^[ \t]{0,40}[#>|]{1,4}/gm, '')
    .replaceAll(/["'`][\s+.,&_]*["'`]/g, '')
  const { headers, body } = split(plain)
  const base64 = body.replaceAll(/[\s"'`\\,;]/g, '')
  const sound = /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
  return { headers, bytes: sound ? Buffer.from(base64, 'base64') : null }
}

/** @see RFC 1421 §4.6 */
function split(content: string): { headers: string; body: string } {
  const encrypted =
    /Proc-Type:\s*4,\s*ENCRYPTED["'\s]+DEK-Info:\s*([A-Za-z0-9-]{1,40},[0-9A-Fa-f]{1,64})(?![0-9A-Za-z])/.exec(content)
  if (encrypted !== null) {
    const [whole, info = ''] = encrypted
    const headers = `Proc-Type: 4,ENCRYPTED\nDEK-Info: ${info}`
    return { headers, body: content.slice(encrypted.index + whole.length) }
  }
  const lines = content.trim().split(/\r?\n|\r/)
  const colon = lines.findLastIndex((line) => line.includes(':'))
  const headers = lines.slice(0, colon + 1).map((line) => line.trim())
  return { headers: headers.join('\n'), body: lines.slice(colon + 1).join('\n') }
}
