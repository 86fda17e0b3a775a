import { z } from 'zod'
import type { Page } from './devtools.ts'

/** What a page did for one action, late work included. Counts are the same on a busy machine; times are not. */
export interface Work {
  commits: number
  renders: number
  mutations: number
  styles: number
  layouts: number
  scriptMs: number
}

/**
 * Counts by React's own hook for its developer tools, which must be there before React is: what it wrote to the page, and
 * which components were rendered for it. Below a child that did not change, nothing was rendered.
 */
export const countReact = `(() => {
  const counted = globalThis.benchCounted = { commits: 0, renders: 0, mutations: 0 }
  const isComponent = ({ tag }) => tag === 0 || tag === 1 || tag === 11 || tag === 14 || tag === 15
  const count = (fiber) => {
    for (let one = fiber; one !== null; one = one.sibling) {
      if (isComponent(one) && (one.flags & 1) === 1) counted.renders += 1
      if (one.child !== one.alternate?.child) count(one.child)
    }
  }
  globalThis.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    renderers: new Map(),
    supportsFiber: true,
    checkDCE: () => {},
    inject: () => 1,
    onScheduleFiberRoot: () => {},
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
    onCommitFiberRoot: (_id, { current }) => {
      counted.commits += 1
      if (current.child !== current.alternate?.child) count(current.child)
    },
  }
  new MutationObserver((changes) => { counted.mutations += changes.length })
    .observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
})()`

const countedSchema = z.object({ commits: z.number(), renders: z.number(), mutations: z.number() })

async function workSoFar({ evaluate, metrics }: Page): Promise<Work> {
  const counted = countedSchema.parse(
    await evaluate('globalThis.benchCounted ?? { commits: 0, renders: 0, mutations: 0 }'),
  )
  const { RecalcStyleCount = 0, LayoutCount = 0, ScriptDuration = 0 } = await metrics()
  return { ...counted, styles: RecalcStyleCount, layouts: LayoutCount, scriptMs: ScriptDuration * 1000 }
}

const figures = ['commits', 'renders', 'mutations', 'styles', 'layouts', 'scriptMs'] as const

/** The work of a page per action, on average over `count` of them. */
export async function workPer(page: Page, count: number, action: () => Promise<unknown>): Promise<Work> {
  const before = await workSoFar(page)
  for (let done = 0; done < count; done += 1) await action()
  const after = await workSoFar(page)
  const [commits, renders, mutations, styles, layouts, scriptMs] = figures.map(
    (figure) => (after[figure] - before[figure]) / count,
  )
  return {
    commits: commits ?? 0,
    renders: renders ?? 0,
    mutations: mutations ?? 0,
    styles: styles ?? 0,
    layouts: layouts ?? 0,
    scriptMs: scriptMs ?? 0,
  }
}

/** `4.0 commits, 320 renders, …` */
export const workSentence = ({ commits, renders, mutations, styles, layouts, scriptMs }: Work): string =>
  [
    `${commits.toFixed(1)} commits`,
    `${renders.toFixed(0)} renders`,
    `${mutations.toFixed(0)} DOM mutations`,
    `${styles.toFixed(1)} style recalculations`,
    `${layouts.toFixed(1)} layouts`,
    `${scriptMs.toFixed(1)} ms of script`,
  ].join(', ')
