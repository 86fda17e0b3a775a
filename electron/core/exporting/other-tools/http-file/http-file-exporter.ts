import { freeName } from '../../../../common/free-name.ts'
import { httpFileComments } from '../../../../wording/http-file-comments.ts'
import type { Exported, ToolExport } from '../exporter.ts'
import { fileNames } from '../file-names.ts'
import { withOwnBraces } from '../own-braces.ts'
import { comment } from './call-lines.ts'
import { environmentFile } from './environment-file.ts'

/**
 * A `.http` file for each environment, and a `.env.example` with the names of their secrets. They are written for VS Code
 * REST Client, whose form Visual Studio and Kulala read too; IntelliJ and httpYac need the change that the file says.
 * @see https://github.com/Huachao/vscode-restclient
 */
export const httpFileExporter = withOwnBraces({ name: 'http_file', parts: httpFiles })

function* httpFiles(environments: readonly Exported[]): Generator<ToolExport, void> {
  const stems = stemsOf(environments.map(({ value }) => value.name))
  let example = ''
  for (const [index, environment] of environments.entries()) {
    const stem = stems[index] ?? ''
    const prefix = environments.length === 1 ? '' : `${stem.replace(/\W/g, '_')}_`
    const { files, notes, secrets } = environmentFile(environment, stem, prefix)
    example += exampleOf({ stem, secrets })
    yield { files, notes }
  }
  if (example !== '') yield { files: [{ path: '.env.example', text: example }], notes: [] }
}

function exampleOf({ stem, secrets }: { stem: string; secrets: readonly string[] }): string {
  const names = secrets.map((name) => `${name}=\n`)
  return names.length === 0 ? '' : `${comment(httpFileComments.names(`${stem}.http`))}\n${names.join('')}`
}

/** Names of files: small letters, digits and hyphens, each once. */
function stemsOf(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const plain = name
      .normalize('NFKD')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((part) => part !== '')
    const wanted = fileNames()(plain.join('-').slice(0, 60) || 'environment')
    const free = freeName(
      wanted,
      (one) => taken.has(one),
      (count) => `${wanted}-${count}`,
    )
    taken.add(free)
    return free
  })
}
