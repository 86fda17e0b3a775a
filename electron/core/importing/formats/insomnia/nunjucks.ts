import type { ImportFact } from '../../../../contract/import-note.ts'
import { shownExpression, type Template, type TemplatePart, bracedName } from '../support/template.ts'

const closers = { '{{': '}}', '{%': '%}', '{#': '#}' } as const
type Opener = keyof typeof closers

const isOpener = (text: string): text is Opener => Object.hasOwn(closers, text)

/** Reads a text with the templates of Nunjucks: `{{ _.name }}`, `{% tag 'argument' %}` and `{# comment #}`. Nothing is worked out. */
export function ofNunjucks(text: string): Template {
  const parts: TemplatePart[] = []
  const facts = new Map<string, ImportFact>()
  const ended = new Set<Opener>()
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const opener = text.slice(at, at + 2)
    const end = isOpener(opener) && !ended.has(opener) ? text.indexOf(closers[opener], at + 2) : -1
    if (end === -1) {
      if (isOpener(opener)) ended.add(opener)
      at++
      continue
    }
    if (at > done) parts.push({ kind: 'plain', text: text.slice(done, at) })
    done = end + 2
    const name = opener === '{{' ? variableOf(text.slice(at + 2, end)) : null
    if (name === null) {
      const tag = text.slice(at, done)
      parts.push({ kind: 'left', text: tag })
      if (opener !== '{#') facts.set(tag, factOf(opener === '{%', tag))
    } else parts.push({ kind: 'variable', text: `{{${name}}}` })
    at = done
  }
  if (done < text.length) parts.push({ kind: 'plain', text: text.slice(done) })
  return { parts, facts: [...facts.values()] }
}

/** `_.user.name`, `_['a-b']` and `_.roles[0]` by the name that the variable has here; null for any other expression. */
function variableOf(expression: string): string | null {
  const bare = expression.replace(/^-|-$/g, '').trim()
  if (bare.length > 300) return null
  const steps: string[] = []
  const step = /\.?([A-Za-z_$][\w$-]*)|\.(\d+)|\[\s*(?:(\d+)|'([^']*)'|"([^"]*)")\s*\]/y
  while (step.lastIndex < bare.length) {
    const from = step.lastIndex
    const found = step.exec(bare)
    if (found === null || from > 0 === /^[A-Za-z_$]/.test(found[0])) return null
    steps.push(found.slice(1).find((part) => part !== undefined) ?? '')
  }
  const names = steps[0] === '_' ? steps.slice(1) : steps
  return names.length === 0 || names.includes('') ? null : nameOf(names)
}

/** What the variable of nested data is called here, by the names and indexes that lead to it. */
export const nameOf = (steps: readonly string[]): string => bracedName(steps.join('.'))

const ofAnswers = /^(?:response|cookie|request)$/
const generated = /^(?:uuid|now|timestamp|faker|random\w*|increment|counter)$/

function factOf(isTag: boolean, text: string): ImportFact {
  const name = isTag ? (/^\{%-?\s*(\w+)/.exec(text)?.[1] ?? '') : ''
  const shown = { text: shownExpression(text) }
  if (ofAnswers.test(name)) return { code: 'value_of_answer', evidence: shown }
  return { code: generated.test(name) ? 'generated_value' : 'expression', evidence: shown }
}
