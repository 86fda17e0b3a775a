import { mostImported } from '../../../../../vocabulary/import-formats.ts'
import { ImportRefused } from '../../../drafts/import-refused.ts'
import type { BrunoCertificate, BrunoEnvironment, BrunoFolder, BrunoLevel, BrunoRequest } from '../bruno-collection.ts'
import { itemsAt, textAt, valueAt } from '../values.ts'
import { levelOf, type Placed, variableNotes, variablesOf, within } from './oc-level.ts'
import { orderOf, requestOf, typeOf } from './oc-request.ts'

/** What a collection or folder has for all of its requests. */
export function rootOf(oc: Placed): BrunoLevel {
  const request = within(oc, 'request')
  return levelOf(request, within(request, 'auth'), within(request, 'headers'), valueAt(oc.value, 'docs'))
}

export function itemsOf(list: Placed, depth = 0): (BrunoFolder | BrunoRequest)[] {
  if (depth > mostImported.depth)
    throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
  return itemsAt(list.value).map(({ index }) => {
    const item = within(list, index)
    return typeOf(item) === 'folder' ? folderOf(item, depth) : requestOf(item, '')
  })
}

const folderOf = (item: Placed, depth: number): BrunoFolder => ({
  ...rootOf(item),
  kind: 'folder',
  name: textAt(item.value, 'info', 'name'),
  order: orderOf(item.value),
  items: itemsOf(within(item, 'items'), depth + 1),
})

export function environmentOf(environment: Placed, fallbackName: string): BrunoEnvironment {
  const variables = within(environment, 'variables')
  const outside = within(environment, 'externalSecrets')
  return {
    name: textAt(environment.value, 'name') || fallbackName,
    variables: [
      ...variablesOf(variables),
      ...variablesOf(within(outside, 'variables')).map(({ name }) => ({ name, value: '', secret: true })),
    ],
    base: textAt(environment.value, 'extends'),
    certificates: certificatesOf(within(environment, 'clientCertificates')),
    notes: [
      ...variableNotes(variables),
      ...(outside.value === undefined
        ? []
        : [{ fact: { code: 'not_used', evidence: { name: 'externalSecrets' } }, place: outside.at() } as const]),
    ],
    place: environment.at(),
  }
}

export const environmentsOf = (list: Placed): BrunoEnvironment[] =>
  itemsAt(list.value).map(({ index }) => environmentOf(within(list, index), ''))

/** Of `clientCertificates`, by the names of OpenCollection or of bruno.json; without those that are switched off. */
export const certificatesOf = (list: Placed): BrunoCertificate[] =>
  itemsAt(list.value).flatMap(({ members, index }) => {
    const certificate = ['certificateFilePath', 'certFilePath', 'pkcs12FilePath', 'pfxFilePath']
      .map((name) => textAt(members, name))
      .find((path) => path !== '')
    if (certificate === undefined || valueAt(members, 'disabled') === true) return []
    return [
      {
        domain: textAt(members, 'domain'),
        certificate,
        key: textAt(members, 'privateKeyFilePath') || textAt(members, 'keyFilePath'),
        passphrase: textAt(members, 'passphrase'),
        place: list.at(index),
      },
    ]
  })
