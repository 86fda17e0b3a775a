import { assertNever } from '../../common/assert-never.ts'
import type { Block, EvidenceDocument } from '../../wording/evidence/document.ts'
import { inOrder } from './in-order.ts'
import { visibleLine, visibleLines } from './visible.ts'

/**
 * Markdown as ticket systems read it (CommonMark with tables). Texts from elsewhere are in code, where nothing is markup, a
 * link, a mention or a reference.
 */
export function markdownOf({ title, sections }: EvidenceDocument): string {
  const parts = sections.map((section) => [`## ${section.title}`, ...section.blocks.map(blockOf)])
  return `${[`# ${title}`, ...parts.flat()].join('\n\n')}\n`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `### ${block.text}`
    case 'prose':
      return prose(block.text)
    case 'code':
      return fenced(visibleLines(block.text), '')
    case 'json':
      return fenced(visibleLines(inOrder(block.text)), 'json')
    case 'list':
      return block.items.map((item) => `- ${inline(item)}`).join('\n')
    case 'facts':
      return tableOf(
        ['What', 'Value'],
        block.facts.map(([label, value]) => [label, inCell(value)]),
      )
    case 'table':
      return tableOf(
        block.head,
        block.rows.map((row) => row.map(inCell)),
      )
    default:
      return assertNever(block)
  }
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A fence that no line of the text can close. @see CommonMark 0.31 §4.5 */
function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text}\n${fence}`
}

/** In a table a pipe ends the cell, in code too, unless a backslash comes before it; which of two it is, readers differ about. */
function inCell(text: string): string {
  return inline(text.replaceAll('\\|', '\\\\u{7c}')).replaceAll('|', '\\|')
}

/** As it is when it is plain prose in every dialect, else as code. */
function inline(text: string): string {
  const line = visibleLine(text)
  if (line.trim() === '') return line === '' ? '—' : code(line)
  return isProse(line) ? line : code(line)
}

/** A sentence whose words are plain prose, with those that are not as code: an address must not make code of all of it. */
function prose(text: string): string {
  const line = visibleLine(text)
  const words = line.split(' ')
  if (isProse(line) || !isProse(words[0] ?? '') || words.includes('')) return inline(text)
  const parts: { isCode: boolean; words: string[] }[] = []
  for (const word of words) {
    // As it is inside of a line, where no list begins.
    const isCode = !isProse(`a ${word}`)
    const last = parts.at(-1)
    if (last?.isCode === isCode) last.words.push(word)
    else parts.push({ isCode, words: [word] })
  }
  return parts.map((part) => (part.isCode ? code(part.words.join(' ')) : part.words.join(' '))).join(' ')
}

const proseCharacters =
  /^(?!\p{N}+[.)](?: |$))[\p{L}\p{N}](?:[\p{L}\p{N} .,:;'()?“”’–—…•§"-]|(?<=[\p{L}\p{N}])[_/](?=[\p{L}\p{N}]))*$/u
/** Addresses, and what ticket systems make references and pictures of: `GH-1`, `PROJ-1`, hashes of commits, `:key:`. */
const links = /:\/\/|www\.|\bmailto:|\bxmpp:|[A-Z]-\d|[0-9a-f]{7}|:[a-z][\w-]*:/i

const isProse = (line: string) => proseCharacters.test(line) && !links.test(line) && !/ {2}| $/.test(line)

/** @see CommonMark 0.31 §6.1 */
function code(line: string): string {
  const ticks = '`'.repeat(longestRun(line) + 1)
  const pad = /^[` ]|[` ]$/.test(line) ? ' ' : ''
  return ticks + pad + line + pad + ticks
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)
}
