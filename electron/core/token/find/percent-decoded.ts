/** What a cookie, a log or a URL holds in percent-encoding, as text; empty when it holds none. @see RFC 3986 §2.1 */
export function percentDecoded(text: string): string {
  const decoded = text.replaceAll(/(?:%[0-9a-f]{2})+/gi, decodedRun)
  return decoded === text ? '' : decoded
}

function decodedRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run
  }
}
