import { type Node, parseTree } from 'jsonc-parser'
import { stringOf } from '../../../common/json-source.ts'

/** How a JSON text is written, but for white space and for escapes in strings: two texts of one form say the same alike. */
export function writtenForm(source: string): string {
  return formOf(source, written)
}

/**
 * What a JSON text means: no digit of a number is lost, `1` and `1.0` are one, members have no order, and of duplicates
 * the last counts.
 * @see RFC 8259 §4, §6
 */
export function meantForm(source: string): string {
  return formOf(source, meant)
}

/** The elements of a JSON array, or the thing itself as a list of one: what each means, and how it reads. */
export function elementsOf(source: string): { meant: string; text: string }[] {
  const root = parseTree(source)
  const nodes = root?.type === 'array' ? (root.children ?? []) : root === undefined ? [] : [root]
  return nodes.map((node) => {
    const text = source.slice(node.offset, node.offset + node.length)
    return { meant: formOfNode(source, node, meant), text: node.type === 'string' ? String(node.value) : text }
  })
}

type MemberForm = readonly [name: string, value: string]

interface Style {
  number: (source: string) => string
  members: (members: readonly MemberForm[]) => readonly MemberForm[]
}

const written: Style = { number: (text) => text, members: (members) => members }
const meant: Style = { number: exactNumber, members: lastOfEach }

function formOf(source: string, style: Style): string {
  const text = source.startsWith('"') ? stringOf(source) : null
  if (text !== null) return JSON.stringify(text)
  const root = parseTree(source)
  return root === undefined ? source : formOfNode(source, root, style)
}

/** Of a node of the tree of this text, which is parsed once, no matter what is asked of its parts. */
function formOfNode(source: string, root: Node, style: Style): string {
  const form = (node: Node): string => {
    switch (node.type) {
      case 'object': {
        const members = (node.children ?? []).flatMap(({ children: [name, value] = [] }): MemberForm[] =>
          name === undefined || value === undefined ? [] : [[JSON.stringify(name.value), form(value)]],
        )
        return `{${style
          .members(members)
          .map(([name, value]) => `${name}:${value}`)
          .join()}}`
      }
      case 'array':
        return `[${(node.children ?? []).map(form).join()}]`
      case 'number':
        return style.number(source.slice(node.offset, node.offset + node.length))
      case 'string':
      case 'boolean':
      case 'null':
      case 'property':
        return JSON.stringify(node.value)
    }
  }
  return form(root)
}

function lastOfEach(members: readonly MemberForm[]): readonly MemberForm[] {
  const last = [...new Map(members)]
  last.sort(([one], [other]) => (one < other ? -1 : 1))
  return last
}

const number = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,15}))?$/

/** Digits without zeros around them, and the power of ten of the last: `1.10` is 11e-1. A number out of all reason stays text. */
function exactNumber(source: string): string {
  const [, sign, whole, fraction = '', exponent = '0'] = number.exec(source) ?? []
  if (sign === undefined || whole === undefined) return source
  const digits = withoutLeading(whole + fraction)
  const significant = withoutTrailing(digits)
  if (significant === '') return '0'
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}

function withoutLeading(digits: string): string {
  let start = 0
  while (digits[start] === '0') start += 1
  return digits.slice(start)
}

function withoutTrailing(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '0') end -= 1
  return digits.slice(0, end)
}
