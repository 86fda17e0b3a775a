/** What is wrong with a form, by the path of the field. */
export type Problems = Record<string, string>

/** The fields with which something is wrong. */
export const onlyProblems = (problems: Readonly<Record<string, string | null>>): Problems =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([path, problem]) => (problem === null ? [] : [[path, problem] as const])),
  )

/** These problems, of what is at `path`. */
export const problemsAt = (path: string, problems: Problems): Problems =>
  Object.fromEntries(Object.entries(problems).map(([field, problem]) => [`${path}.${field}`, problem]))
