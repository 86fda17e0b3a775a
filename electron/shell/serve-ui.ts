import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy, securityHeaders } from './csp.ts'
import { uiFile } from './ui-file.ts'

/** The mark in index.html where the page finds the nonce of its `<style>` elements. */
export const styleNoncePlaceholder = '__STYLE_NONCE__'

/** Answers `app://ui` from the files of the built window, and from nothing else. */
export function serveUi(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const nonce = randomBytes(18).toString('base64')
    const headers = securityHeaders(contentSecurityPolicy(nonce))
    if (request.method !== 'GET') return refusal(405, 'Only GET is answered here.', { ...headers, allow: 'GET' })
    const file = uiFile(root, request.url)
    if (file === null) return refusal(404, 'There is no such file.', headers)
    try {
      const body = await readFile(file.path)
      return new Response(file.path.endsWith('.html') ? withNonce(body, nonce) : body, {
        headers: { ...headers, 'content-type': file.contentType },
      })
    } catch {
      return refusal(404, 'There is no such file.', headers)
    }
  }
}

function withNonce(html: Buffer, nonce: string): string {
  return html.toString('utf8').replaceAll(styleNoncePlaceholder, nonce)
}

function refusal(status: number, text: string, headers: Record<string, string>): Response {
  return new Response(text, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
}
