import type { ImportFile } from './import-file.ts'

/** Files that are longer, or have more documents, are no settings of clients. */
const [longest, most] = [1_000_000, 100]

/**
 * The documents of a file of YAML, each as a file of its own with the lines where they are: profiles of Spring and objects of
 * Kubernetes are written one below the other. @see YAML 1.2, 9.2 Streams
 */
export function yamlDocuments(file: ImportFile): ImportFile[] {
  if (!/\.ya?ml$/i.test(file.path) || file.text.length > longest) return [file]
  const lines = file.text.split('\n')
  const starts = [0, ...lines.flatMap((line, index) => (/^---(?:\s|$)/.test(line) ? [index] : []))]
  if (starts.length > most) return [file]
  const documents = starts.flatMap((start, index): ImportFile[] => {
    const own = lines.slice(start, starts[index + 1])
    return own.every((line) => /^(?:---)?\s*(?:#.*)?$/.test(line))
      ? []
      : [{ path: file.path, text: [...lines.slice(0, start).map(() => ''), ...own].join('\n') }]
  })
  return documents.length > 1 ? documents : [file]
}
