import { app, net } from 'electron'
import { securityHeaders } from './csp.ts'

/** Origin of the Vite server that `npm run dev` started; null in a package, no matter what its environment says. */
export function devServer(): string | null {
  return app.isPackaged ? null : (process.env['CCX_DEV_SERVER'] ?? null)
}

/** Answers `app://ui` from the Vite server, so that origin, sender check and preload are those of the built app. */
export function proxyUi(server: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const answer = await net.fetch(new URL(pathname + search, server).href)
    const contentType = answer.headers.get('content-type') ?? 'text/plain'
    return new Response(await answer.arrayBuffer(), {
      status: answer.status,
      headers: { ...securityHeaders(devPolicy(server)), 'content-type': contentType },
    })
  }
}

/** Hot reload needs inline scripts and styles, HTML in strings, and a WebSocket to the server. */
function devPolicy(server: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${server.replace(/^http/, 'ws')}`,
  ].join('; ')
}
