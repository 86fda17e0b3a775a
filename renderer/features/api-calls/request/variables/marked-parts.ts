const variable = /(\{\{[A-Za-z0-9_.-]{1,100}\}\})/

/** A text in parts, of which every other one, from the second on, is a variable. */
export const markedParts = (text: string): string[] => text.split(variable)
