import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'

/** A page, driven through Chromium's own protocol: a package with its fuses set takes no other way, and this one only when it is made for it. */
export interface Page {
  /** The value of an expression in the page, awaited; asked again when the page went elsewhere meanwhile. @throws after a minute */
  evaluate: (expression: string) => Promise<unknown>
  /** What Chromium itself counts of the page, by name, such as `LayoutCount`. Durations are in seconds. */
  metrics: () => Promise<Readonly<Record<string, number>>>
  /** Runs a script in every page that is loaded from now on, before its own. */
  before: (script: string) => Promise<void>
  /** Ends the app as its own menu does. */
  quit: () => void
}

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
})
type Message = z.infer<typeof messageSchema>

const attachedSchema = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.literal('page') }) })
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string() }).optional(),
})

const metricsSchema = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) })

/** Milliseconds that the page may take for an expression. */
const patience = 60_000

/** Attaches to the first page that the app opens. */
export async function attach(url: string): Promise<Page> {
  const socket = new WebSocket(url)
  const waiting = new Map<number, (message: Message) => void>()
  const attached = Promise.withResolvers<string>()
  socket.addEventListener('message', ({ data }) => {
    const message = messageSchema.parse(JSON.parse(String(data)))
    if (message.id !== undefined) waiting.get(message.id)?.(message)
    const page = message.method === 'Target.attachedToTarget' ? attachedSchema.safeParse(message.params) : null
    if (page?.success) attached.resolve(page.data.sessionId)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error(`No DevTools at ${url}`)))
  })

  let sent = 0
  const send = (method: string, params: object, sessionId?: string): Promise<Message> => {
    const id = ++sent
    socket.send(JSON.stringify({ id, method, params, sessionId }))
    return new Promise((resolve) => waiting.set(id, resolve))
  }
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  const sessionId = await attached.promise

  return {
    evaluate: async (expression) => {
      for (;;) {
        const asked = { expression, awaitPromise: true, returnByValue: true }
        const { result, error } = await inTime(send('Runtime.evaluate', asked, sessionId), expression)
        if (error === undefined) {
          const { result: value, exceptionDetails } = evaluatedSchema.parse(result)
          if (exceptionDetails !== undefined) throw new Error(`In the page: ${exceptionDetails.text}`)
          return value.value
        }
        await setTimeout(1)
      }
    },
    metrics: async () => {
      await send('Performance.enable', {}, sessionId)
      const { result } = await send('Performance.getMetrics', {}, sessionId)
      return Object.fromEntries(metricsSchema.parse(result).metrics.map(({ name, value }) => [name, value]))
    },
    before: async (source) => {
      await send('Page.enable', {}, sessionId)
      await send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId)
    },
    quit: () => void send('Browser.close', {}),
  }
}

async function inTime(answered: Promise<Message>, expression: string): Promise<Message> {
  const waited = new AbortController()
  const late = setTimeout(patience, null, { signal: waited.signal }).catch(() => null)
  const message = await Promise.race([answered, late])
  waited.abort()
  if (message === null)
    throw new Error(`The page did not come to an end within a minute of ${expression.slice(0, 200)}`)
  return message
}
