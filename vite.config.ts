import { chmodSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import type { Plugin, Rolldown, UserConfig } from 'vite'

const at = (place: string): string => fileURLToPath(new URL(place, import.meta.url))

/** `node18` and `chrome114` are the oldest runtime that tests run on; see ARCHITECTURE.md. */
const programs: Record<string, UserConfig> = {
  main: forNode({ main: at('electron/shell/main.ts') }, 'cjs', 'node18'),
  preload: forNode({ preload: at('electron/shell/preload.ts') }, 'cjs', 'node18'),
  sandbox: forNode({ sandbox: at('electron/sandbox/main.ts') }, 'cjs', 'node18'),
  backup: forNode({ backup: at('electron/shell/back-up.ts') }, 'cjs', 'node18'),
  thread: forNode({ 'answer-thread': at('electron/core/answers/answer-thread-program.ts') }, 'cjs', 'node18'),
  assertions: forNode(
    { 'assertion-thread': at('electron/core/assertions/assertion-thread-program.ts') },
    'cjs',
    'node18',
  ),
  import: forNode({ 'import-thread': at('electron/core/importing/import-thread-program.ts') }, 'cjs', 'node18'),
  history: forNode({ 'history-thread': at('electron/core/history/history-thread-program.ts') }, 'cjs', 'node18'),
  removal: forNode({ 'removal-thread': at('electron/core/history/removal-thread-program.ts') }, 'cjs', 'node18'),
  cli: forNode({ ccx: at('electron/cli/ccx.ts') }, 'es', 'node24'),
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [react(), without('zod'), styled()],
    css: {
      postcss: { plugins: [withoutPalettes(['pink', 'grape', 'violet', 'indigo', 'cyan', 'lime', 'green', 'yellow'])] },
    },
    build: {
      outDir: at('dist/ui'),
      emptyOutDir: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
    },
  },
}

export default defineConfig(({ mode }) => {
  const program = programs[mode]
  // Tools such as knip read this file without building anything.
  if (mode === 'development' || mode === 'production') return {}
  if (program === undefined) throw new Error(`vite build --mode ${Object.keys(programs).join('|')}; not "${mode}"`)
  return program
})

/** One file with everything in it but Electron and Node; what is imported by `import()` becomes its own file. */
function forNode(input: Record<string, string>, format: 'cjs' | 'es', target: string): UserConfig {
  const extension = format === 'cjs' ? 'cjs' : 'mjs'
  return {
    root: at('.'),
    plugins: format === 'es' ? [executable()] : [],
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: true,
      outDir: at('dist'),
      emptyOutDir: false,
      target,
      minify: true,
      rolldownOptions: {
        input,
        external: ['electron', ...builtinModules, /^node:/],
        // Koa's dependency depd names wrapped functions by `eval`, in code that never runs here.
        onLog: (level, log, report) => {
          if (log.code !== 'EVAL' || !log.id?.includes('node_modules')) report(level, log)
        },
        output: {
          format,
          // oidc-provider knows its models by the names of their classes.
          keepNames: true,
          ...('main' in input && { codeSplitting: filesOfMain() }),
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `${Object.keys(input).join('')}-[name]-[hash].${extension}`,
          ...(format === 'es' && { banner: '#!/usr/bin/env node' }),
        },
      },
    },
  }
}

/** A file for each moment of the start, with all that it imports: what opens the window, what the first picture needs, what sends and judges. */
function filesOfMain(): Rolldown.CodeSplittingOptions {
  return {
    groups: [
      { name: 'first', tags: ['$initial'], priority: 2 },
      { name: 'start', test: /electron\/shell\/start-host\.ts$/, priority: 1 },
      { name: 'engine', test: /electron\/core\/calls\/engine\.ts$/ },
    ],
  }
}

/** Refuses a build that a package got into: the window makes no schemas when it starts. */
function without(name: string): Plugin {
  return {
    name: `without-${name}`,
    buildEnd() {
      const found = [...this.getModuleIds()].find((id) => id.includes(`/node_modules/${name}/`))
      if (found !== undefined) this.error(`${found} is part of the window, which must be without ${name}.`)
    },
  }
}

/** Leaves out Mantine's colours that the window never names: half of its variables. */
function withoutPalettes(names: readonly string[]) {
  const unused = new RegExp(`^--mantine-color-(?:${names.join('|')})-`)
  return {
    postcssPlugin: 'without-palettes',
    Declaration: (declaration: { prop: string; remove: () => unknown }): void => {
      if (unused.test(declaration.prop)) declaration.remove()
    },
  }
}

/** Refuses a build that uses a component of Mantine without its styles, which are imported one by one; those of what is loaded late come with it. */
function styled(): Plugin {
  return {
    name: 'styled',
    generateBundle(_options, bundle) {
      const early = readFileSync(at('renderer/mantine.css'), 'utf8')
      const late = early + readFileSync(at('renderer/mantine-late.css'), 'utf8')
      for (const file of Object.values(bundle)) {
        const imported = file.type === 'chunk' && file.isEntry ? early : late
        for (const id of file.type === 'chunk' ? Object.keys(file.modules) : []) {
          const [, component] = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id) ?? []
          if (component !== undefined && !imported.includes(`/${component}.css'`))
            this.error(`${file.fileName} lacks the styles of ${component}.`)
        }
      }
    },
  }
}

function executable(): Plugin {
  return {
    name: 'executable',
    writeBundle({ dir }, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk' && file.isEntry) chmodSync(`${dir}/${name}`, 0o755)
      }
    },
  }
}
