/** Milliseconds to hundredths: what a clock says beyond that is noise. */
export const hundredths = (ms: number): number => Math.round(ms * 100) / 100
