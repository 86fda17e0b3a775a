/** Whether two URLs, or names, are written alike but for a slash at the end. */
export const isSameButSlash = (one: string, other: string): boolean => withoutSlash(one) === withoutSlash(other)

const withoutSlash = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text)
