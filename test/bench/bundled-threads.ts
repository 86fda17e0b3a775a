import { registerHooks } from 'node:module'

/** For `--import`: what runs from its sources starts its threads from their bundles. */
const ours = new URL('./start-bundled-thread.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/start-thread.ts') ? { url: ours, shortCircuit: true } : next(specifier, context),
})
