import type { ImportFact } from '../../../../contract/import-note.ts'
import { bracedName, shownExpression, type Template, type TemplatePart } from '../support/template.ts'

/** Reads a text with the templates of Yaak: `${[ name ]}`, `${[ function(name='text') ]}`; `\${[` is no template. Nothing is worked out. */
export function ofYaak(text: string): Template {
  const parts: TemplatePart[] = []
  const facts = new Map<string, ImportFact>()
  let done = 0
  for (let at = text.indexOf('${['); at !== -1; at = text.indexOf('${[', at)) {
    const isEscaped = text[at - 1] === '\\' && text[at - 2] !== '\\'
    const end = isEscaped ? at + 1 : text.indexOf(']}', at + 3)
    if (end === -1) break
    const before = text.slice(done, isEscaped ? at - 1 : at)
    if (before !== '') parts.push({ kind: 'plain', text: before })
    done = isEscaped ? at + 3 : end + 2
    const tag = text.slice(at, done)
    at = done
    if (isEscaped) parts.push({ kind: 'plain', text: tag })
    else if (namePattern.test(tag)) parts.push({ kind: 'variable', text: `{{${bracedName(tag.slice(3, -2).trim())}}}` })
    else {
      parts.push({ kind: 'left', text: tag })
      facts.set(tag, factOf(tag))
    }
  }
  if (done < text.length) parts.push({ kind: 'plain', text: text.slice(done) })
  return { parts, facts: [...facts.values()] }
}

const namePattern = /^\$\{\[\s*(?!(?:true|false|null)\s*\])[\p{L}\p{N}_][\p{L}\p{N}_.-]*\s*\]\}$/u

/** A value that only the app that encrypted it can read: `${[ secure(value='YENC_…') ]}`. */
export const isSealed = (text: string): boolean => /^\s*\$\{\[\s*secure\s*\(/.test(text)

function factOf(tag: string): ImportFact {
  const name = /^\$\{\[\s*([\w.]+)\s*\(/.exec(tag)?.[1] ?? ''
  const evidence = { text: shownExpression(tag) }
  if (/^(?:response|cookie|request)\b/.test(name)) return { code: 'value_of_answer', evidence }
  return { code: /^(?:uuid|timestamp|random|faker)\b/.test(name) ? 'generated_value' : 'expression', evidence }
}
