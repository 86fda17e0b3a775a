/** An outcome as a pure judge gives it: which exchange it came from is added by the caller, who recorded it. */
export type Judged<Outcome> = Outcome extends { exchangeId: string } ? Omit<Outcome, 'exchangeId'> : never
