import { extname, join, sep } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface UiFile {
  path: string
  contentType: string
}

/**
 * The file of the bundle that a URL names, or null. First decoded, then checked to lie inside `root`, because `..%2f`
 * survives URL parsing. Only kinds of file that the bundle has are served.
 */
export function uiFile(root: string, url: string): UiFile | null {
  const pathname = decodedPathname(url)
  if (pathname === null || pathname.includes('\0') || pathname.includes('\\')) return null
  const path = join(root, pathname === '/' ? 'index.html' : pathname)
  const contentType = contentTypes[extname(path)]
  if (!path.startsWith(root + sep) || contentType === undefined) return null
  return { path, contentType }
}

function decodedPathname(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url)
    return protocol === 'app:' && host === 'ui' ? decodeURIComponent(pathname) : null
  } catch {
    return null
  }
}
