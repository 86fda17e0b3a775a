/** `{{name}}`: resolved literally, wherever it is; nothing in it is run. */
export const variablePattern = /\{\{([A-Za-z0-9_.-]{1,100})\}\}/g

/** The names of the variables in a text, in order, each once. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(variablePattern)].map(([, name = '']) => name))]
}

/** The name of the variable that is the whole text; null for every other text. */
export function variableAlone(text: string): string | null {
  const [name] = variablesIn(text)
  return name !== undefined && text === `{{${name}}}` ? name : null
}

export const hasVariables = (text: string): boolean => variablesIn(text).length > 0
