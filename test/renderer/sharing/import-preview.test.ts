import { describe, expect, it } from 'vitest'
import { noImportEdits } from '../../../electron/catalogue/no-import-edits.ts'
import type { ImportedCall } from '../../../electron/contract/sharing.ts'
import { callTreeOf } from '../../../renderer/features/sharing/import/preview/call-tree.ts'
import {
  changeSettings,
  chooseTarget,
  takeCalls,
  takeSecrets,
} from '../../../renderer/features/sharing/import/preview/edits.ts'
import { choiceOf, settingProblem } from '../../../renderer/features/sharing/import/preview/setting-rules.ts'
import { partsOf } from '../../../renderer/features/sharing/import/preview/url-parts.ts'
import { sizeText, sourcesText } from '../../../renderer/features/sharing/import/source-text.ts'
import { readRemembered } from '../../../renderer/state/remembered-import.ts'

const call = (id: string, folder: string): ImportedCall => ({
  id,
  name: id,
  folder,
  method: 'GET',
  url: `https://api.example/${id}`,
  authorization: 'environment',
})

describe('the calls of a file', () => {
  const listed = { calls: [call('a', 'One'), call('b', ''), call('c', 'One'), call('d', 'Two')], words: [] }

  it('come by folder, those without one last, and say whether all of a folder, some or none is taken', () => {
    const rows = callTreeOf({ ...listed, leftOut: new Set(['a', 'd']), isOpen: () => true })
    expect(rows.map((row) => (row.kind === 'folder' ? [row.folder, row.ticked] : [row.key, row.isTaken]))).toEqual([
      ['One', 'some'],
      ['a', false],
      ['c', true],
      ['Two', 'none'],
      ['d', false],
      ['b', true],
    ])
  })

  it('are hidden in a folder that is closed, and found by any of their words', () => {
    const isOpen = (folder: string) => folder !== 'One'
    expect(callTreeOf({ ...listed, leftOut: new Set(), isOpen }).map(({ key }) => key)).toEqual([
      'folder One',
      'folder Two',
      'd',
      'b',
    ])
    const found = callTreeOf({ ...listed, leftOut: new Set(), isOpen: () => true, words: ['example/c', 'one'] })
    expect(found.map(({ key }) => key)).toEqual(['folder One', 'c'])
  })
})

describe('changes of an import', () => {
  it('leave out and take again', () => {
    const out = takeCalls(['a', 'b'], false)(takeCalls(['a'], false)(noImportEdits))
    expect(out.callsLeftOut).toEqual(['a', 'b'])
    expect(takeCalls(['a'], true)(out).callsLeftOut).toEqual(['b'])
    const secret = { environmentId: 'x', name: 'client_secret', variable: '' } as const
    const without = takeSecrets([secret], false)(takeSecrets([secret], false)(noImportEdits))
    expect(without.secretsLeftOut).toEqual([secret])
    expect(takeSecrets([secret], true)(without).secretsLeftOut).toEqual([])
  })

  it('keep what was changed before, and can be taken back', () => {
    const changed = changeSettings('x', { audience: 'a' })(changeSettings('x', { client_id: 'c' })(noImportEdits))
    expect(changed.settings).toEqual({ x: { client_id: 'c', audience: 'a' } })
    const fresh = chooseTarget('x', null)(noImportEdits)
    expect(fresh.targets).toEqual({ x: null })
    expect(chooseTarget('x', undefined)(fresh).targets).toEqual({})
  })

  it('are looked at by the rules of their fields', () => {
    expect(settingProblem('token_endpoint', '{{host}}/token')).toMatch(/absolute URL/)
    expect(settingProblem('token_endpoint', '')).toBe(null)
    expect(settingProblem('name', ' ')).toBe('Give the environment a name.')
    expect(settingProblem('scope', 'a"b')).toMatch(/visible ASCII/)
    expect(choiceOf('stage', 'nowhere')).toBe(null)
    expect(choiceOf('stage', 'staging')).toEqual({ stage: 'staging' })
    expect(choiceOf('token_endpoint_auth_method', 'none')).toEqual({ token_endpoint_auth_method: 'none' })
  })
})

describe('what is shown of a file', () => {
  it('marks variables, and nothing that only looks like one', () => {
    expect(partsOf('{{base}}/a/{{id}}?x={{ y }}').map(({ text, isVariable }) => [text, isVariable])).toEqual([
      ['{{base}}', true],
      ['/a/', false],
      ['{{id}}', true],
      ['?x={{ y }}', false],
    ])
  })

  it('names each format once, with the size of all', () => {
    const bruno = { format: 'bruno', version: '', bytes: 700 } as const
    expect(sourcesText([bruno, bruno])).toBe('Bruno, 1 kB')
    expect(sourcesText([{ format: 'postman_collection', version: '2.1', bytes: 48_200 }])).toBe('Postman 2.1, 48 kB')
    expect([sizeText(999), sizeText(5_250_000)]).toEqual(['999 B', '5.3 MB'])
  })
})

describe('what is remembered of an import while the window is loaded again', () => {
  it('is nothing when it is none, or damaged', () => {
    for (const text of [null, '', '{', '[]', '{"importId":1,"choices":{}}', '{"importId":"x"}'])
      expect(readRemembered(text)).toBe(null)
  })

  it('is its id with choices that exist', () => {
    expect(readRemembered('{"importId":"x","choices":{"a":"both","b":"burn"}}')).toEqual({
      importId: 'x',
      choices: { a: 'both' },
    })
  })
})
