import { candidateOf, type Candidate, ranks } from './candidate.ts'
import { findInJson } from './find-in-json.ts'
import { findInParameters } from './find-in-parameters.ts'
import { parsed } from '../decode/parsed.ts'
import { shellSplit } from './shell-split.ts'

const command = /(?:^|[\s;&|(])curl(?:\.exe)?\s/

/** No command has as many words. */
const maxWords = 2000

/** The tokens of a curl command: in headers, in the data, in the URL. Name and password (`-u`) are none. */
export function findInCurl(text: string): Candidate[] {
  const start = text.search(command)
  if (start === -1) return []
  const words = shellSplit(withoutCarets(text.slice(start)), maxWords)
  return words.flatMap((word, index) => {
    const { option, value } = optionOf(word, words[index + 1] ?? '')
    if (option === 'header') return findInHeader(value)
    if (option === 'data') return findInData(value)
    if (option === 'bearer') return [{ as: 'curl', name: word, token: value, rank: ranks.access }]
    return word.includes('://') ? findInParameters(word, 'curl') : []
  })
}

/** A browser's copy for the Windows command line escapes with carets, quotation marks included. */
function withoutCarets(text: string): string {
  return /\^["\n\r]/.test(text) ? text.replaceAll(/\^(\r?\n|[^])/g, '$1') : text
}

/** What a word asks for, with the value that is written together with it or is behind it. */
function optionOf(word: string, next: string): { option: 'header' | 'data' | 'bearer' | null; value: string } {
  const short = /^-[a-zA-Z]{0,10}?([HdF])([^]*)$/.exec(word)
  if (short !== null && !word.startsWith('--')) {
    const [, letter, attached = ''] = short
    return { option: letter === 'H' ? 'header' : 'data', value: attached === '' ? next : attached }
  }
  const [, name = '', attached] = /^--([a-z\d-]+)(?:=([^]*))?$/.exec(word) ?? []
  const value = attached ?? next
  if (name === 'header') return { option: 'header', value }
  if (name === 'oauth2-bearer') return { option: 'bearer', value }
  if (/^(?:data|json|url-query|form)/.test(name)) return { option: 'data', value }
  return { option: null, value: '' }
}

function findInHeader(header: string): Candidate[] {
  const [, name = '', value = ''] = /^([\w-]+)[ \t]*:([^]*)$/.exec(header.trim()) ?? []
  const candidate = candidateOf('curl', name, value)
  return candidate === null ? [] : [candidate]
}

function findInData(data: string): Candidate[] {
  const json = parsed(data)
  return json === undefined ? findInParameters(data, 'curl') : findInJson(json, 'curl')
}
