/** Milliseconds that a step may take: a quarter of a frame, since what is written down may have to be moved on. */
const aim = 4

/** Does work on all items, a few at a time, so that everything else goes on between; how many at a time goes by how long it takes. */
export async function inSteps<Item>(items: readonly Item[], work: (some: readonly Item[]) => void): Promise<void> {
  let [at, size] = [0, 8]
  while (at < items.length) {
    const start = performance.now()
    work(items.slice(at, at + size))
    at += size
    const took = performance.now() - start
    size = Math.max(1, Math.min(500, took > aim ? Math.floor((size * aim) / took) : size * 2))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
