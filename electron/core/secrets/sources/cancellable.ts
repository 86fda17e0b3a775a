/** A person cancelled the work. */
export class Cancelled extends Error {}

/** Settles with the work, or at once when cancelled, for libraries that do not listen to a signal everywhere. @throws what the work throws */
export async function cancellable<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  const cancelled = new Promise<never>((_, reject) => {
    const cancel = () => reject(new Cancelled())
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel, { once: true })
    const stop = () => signal.removeEventListener('abort', cancel)
    work.then(stop, stop)
  })
  return Promise.race([work, cancelled])
}
