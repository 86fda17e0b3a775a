/** One block between BEGIN and END. `headers` are those of RFC 1421, such as `DEK-Info`; `bytes` is null when the base64 is damaged. */
export interface PemBlock {
  label: string
  headers: string
  bytes: Buffer | null
}

/**
 * Every block of a PEM text, in order; what stands around them is skipped. Line breaks that were lost, or written as
 * `\n`, are no harm. A block without its END is one with `bytes` null.
 * @see RFC 7468
 */
export function pemBlocks(text: string): PemBlock[] {
  const source = text.includes('\n') ? text : text.replaceAll('\\n', '\n')
  const blocks: PemBlock[] = []
  const begin = /-----BEGIN ([A-Z0-9 ]{1,64})-----/g
  for (let match = begin.exec(source); match !== null; match = begin.exec(source)) {
    const label = match[1] ?? ''
    const end = source.indexOf(`-----END ${label}-----`, begin.lastIndex)
    const content = end === -1 ? '' : source.slice(begin.lastIndex, end)
    blocks.push({ label, ...contentOf(content) })
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

function contentOf(content: string): Pick<PemBlock, 'headers' | 'bytes'> {
  const lines = content.trim().split(/\r?\n|\r/)
  const colon = lines.findLastIndex((line) => line.includes(':'))
  const headers = lines.slice(0, colon + 1).map((line) => line.trim())
  const base64 = lines
    .slice(colon + 1)
    .join('')
    .replace(/\s/g, '')
  const sound = /^[A-Za-z0-9+/]+={0,2}$/.test(base64)
  return { headers: headers.join('\n'), bytes: sound ? Buffer.from(base64, 'base64') : null }
}
