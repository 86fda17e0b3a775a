/** How much differs, in words. */
export const changesText = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`
