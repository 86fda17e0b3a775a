// What Node 24 has and the test runtime's Node 18 has not: no more than the app really uses.
const Module = require('node:module')
const crypto = require('node:crypto')
const { readFileSync } = require('node:fs')
const threads = require('node:worker_threads')

/**
 * @param {object} owner
 * @param {string} name
 * @param {unknown} value
 */
function fill(owner, name, value) {
  if (!Reflect.has(owner, name)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

fill(globalThis, 'crypto', crypto.webcrypto)

fill(
  crypto,
  'hash',
  (
    /** @type {string} */ algorithm,
    /** @type {string | Uint8Array} */ data,
    /** @type {BufferEncoding | 'buffer'} */ encoding = 'hex',
  ) => {
    const digest = crypto.createHash(algorithm).update(data).digest()
    return encoding === 'buffer' ? digest : digest.toString(encoding)
  },
)

fill(URL, 'parse', (/** @type {string} */ url, /** @type {string | undefined} */ base) => {
  try {
    return new URL(url, base)
  } catch {
    return null
  }
})
fill(
  URL,
  'canParse',
  (/** @type {string} */ url, /** @type {string | undefined} */ base) => URL.parse(url, base) !== null,
)

fill(Promise, 'withResolvers', () => {
  /** @type {((value: unknown) => void) | undefined} */
  let resolve
  /** @type {((reason: unknown) => void) | undefined} */
  let reject
  const promise = new Promise((...settle) => ([resolve, reject] = settle))
  return { promise, resolve, reject }
})

fill(AbortSignal, 'any', (/** @type {Iterable<AbortSignal>} */ signals) => {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason)
    else signal.addEventListener('abort', () => controller.abort(signal.reason), { signal: controller.signal })
  }
  return controller.signal
})

fill(
  Object,
  'groupBy',
  (/** @type {Iterable<unknown>} */ items, /** @type {(item: unknown, index: number) => PropertyKey} */ keyOf) => {
    const groups = Object.create(null)
    let index = 0
    for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item)
    return groups
  },
)

fill(
  Map,
  'groupBy',
  (/** @type {Iterable<unknown>} */ items, /** @type {(item: unknown, index: number) => unknown} */ keyOf) => {
    const groups = new Map()
    let index = 0
    for (const item of items) {
      const key = keyOf(item, index++)
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
    return groups
  },
)

// The drop-in package answers for `node:sqlite`, which Node has since 22.
const load = Reflect.get(Module, '_load')
const requireHere = Module.createRequire(__filename)
Reflect.set(Module, '_load', (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
  request === 'node:sqlite' ? requireHere('@photostructure/sqlite') : load(request, ...rest),
)
fill(process, 'getBuiltinModule', (/** @type {string} */ name) => require(name))

// Threads have gaps of their own. A thread may not read from an archive, so the text of this file goes along with its program.
if (threads.isMainThread) {
  const { Worker } = threads
  const filling = readFileSync(__filename, 'utf8')
  const here = JSON.stringify(__filename)
  const Filled = class extends Worker {
    /**
     * @param {string | URL} program
     * @param {import('node:worker_threads').WorkerOptions} [options]
     */
    constructor(program, options) {
      super(options?.eval === true ? `((__filename) => {${filling}\n})(${here});${String(program)}` : program, options)
    }
  }
  Reflect.set(threads, 'Worker', Filled)
}
