/** The claim by which the n-th token of a server is recognised on screen. */
export const jtiOf = (n: number): string => `bench-${String(n).padStart(6, '0')}`
