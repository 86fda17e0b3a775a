import { join, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { uiFile } from '../../electron/shell/ui-file.ts'

const root = join(sep, 'app', 'dist', 'ui')

test.each([
  'app://ui/..%2fmain.cjs',
  'app://ui/..%2f..%2fpackage.json',
  'app://ui/%2e%2e%2f%2e%2e%2fetc%2fpasswd.html',
  'app://ui/assets/..%2f..%2f..%2fsecret.js',
  'app://ui/..%2fui-other/index.html',
  'app://ui/..%5cmain.js',
  'app://ui/index.html%00.js',
  'app://ui/%E0%A4%A.html',
  'app://other/index.html',
  'https://ui/index.html',
  'app://ui/.env',
  'app://ui/assets',
  'not a url',
])('serves nothing for %s', (url) => {
  expect(uiFile(root, url)).toBeNull()
})

test('leaves the bundle for no path', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('..', '%2e%2e', '/', '%2f', '%5c', '%00', 'ui', 'a.js', '.html', '%25')),
      (parts) => {
        const file = uiFile(root, `app://ui/${parts.join('')}`)
        expect(file === null || file.path.startsWith(root + sep)).toBe(true)
      },
    ),
  )
})

test('serves the page for the root, and files with their content type', () => {
  expect(uiFile(root, 'app://ui/')).toEqual({ path: join(root, 'index.html'), contentType: 'text/html; charset=utf-8' })
  expect(uiFile(root, 'app://ui/assets/a.js?v=1#x')).toEqual({
    path: join(root, 'assets', 'a.js'),
    contentType: 'text/javascript; charset=utf-8',
  })
})
