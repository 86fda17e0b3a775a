import { assertNever } from '../../common/assert-never.ts'
import type { Block, EvidenceDocument } from '../../wording/evidence/document.ts'
import { inOrder } from './in-order.ts'
import { visibleLine, visibleLines } from './visible.ts'

/** One file that loads nothing and runs nothing. */
export function htmlOf({ title, sections }: EvidenceDocument): string {
  const parts = sections.map((section) => [`<h2>${inline(section.title)}</h2>`, ...section.blocks.map(blockOf)])
  return `${[...beginning(title), ...parts.flat(), '</body>', '</html>'].join('\n')}\n`
}

const style = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
pre, td { overflow-wrap: anywhere; unicode-bidi: isolate; }
pre { padding: .75rem; border: 1px solid; border-radius: .25rem; white-space: pre-wrap; }
table { width: 100%; margin: 1rem 0; border-collapse: collapse; }
th[scope] { width: 12rem; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid; text-align: left; vertical-align: top; }
@media print {
  body { max-width: none; margin: 0; font-size: .75rem; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
}
`

const beginning = (title: string) => [
  '<!doctype html>',
  '<html lang="en">',
  '<head>',
  '<meta charset="utf-8">',
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  '<meta name="color-scheme" content="light dark">',
  '<meta name="viewport" content="width=device-width">',
  `<title>${inline(title)}</title>`,
  `<style>${style}</style>`,
  '</head>',
  '<body>',
  `<h1>${inline(title)}</h1>`,
]

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${inline(block.text)}</h3>`
    case 'prose':
      return `<p>${inline(block.text)}</p>`
    case 'code':
      return preformatted(block.text)
    case 'json':
      return preformatted(inOrder(block.text))
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`
    case 'facts':
      return tableOf(
        block.facts.map(([label, value]) => `<th scope="row">${inline(label)}</th><td>${inline(value)}</td>`),
      )
    case 'table':
      return tableOf([cells('th', block.head), ...block.rows.map((row) => cells('td', row))])
    default:
      return assertNever(block)
  }
}

// A line feed after the start tag is not taken as part of the text.
const preformatted = (text: string) => `<pre>\n${escapeHtml(visibleLines(text))}</pre>`

const tableOf = (rows: readonly string[]) => `<table>\n${rows.map((row) => `<tr>${row}</tr>`).join('\n')}\n</table>`

const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${inline(text)}</${tag}>`).join('')

const inline = (text: string) => escapeHtml(visibleLine(text))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
