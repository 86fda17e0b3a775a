/** What was read, or a sentence that says what is wrong with it; never quotes the secret. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string }
