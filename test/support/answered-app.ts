import { chmodSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test as base } from './electron.ts'
import { launch, type RunningApp } from './running-app.ts'
import { removeFolder, unprivilegedFolder } from './unprivileged.ts'

export { expect } from '@playwright/test'

/** The app with its message boxes answered by the test. */
export interface AnsweredApp {
  /** Starts it on the test's profile; each answer is the beginning of a button's label. */
  start: (answers?: readonly string[]) => Promise<RunningApp>
  end: () => Promise<void>
  /** Title and text of each message box since the last start. */
  shown: () => string[]
  /** The workspace in the profile. */
  workspace: string
}

export const test = base.extend<{ answered: AnsweredApp }>({
  answered: async ({ desktop, builtApp, profile }, use) => {
    const folder = unprivilegedFolder('answered')
    const dialogs = unprivilegedFolder('dialogs')
    cpSync(builtApp, folder, { recursive: true })
    cpSync(path.join(import.meta.dirname, '../runtime/answer-dialogs.cjs'), path.join(folder, 'answer-dialogs.cjs'))
    const facts: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify(Object.assign({}, facts, { main: 'answer-dialogs.cjs' })),
    )
    const shown = path.join(dialogs, 'shown.jsonl')
    const answers = path.join(dialogs, 'answers.json')
    const running: RunningApp[] = []
    const end = async (): Promise<void> => {
      await running.pop()?.close()
    }
    await use({
      workspace: path.join(profile, 'workspace', 'workspace.sqlite'),
      start: async (given = []) => {
        await end()
        rmSync(shown, { force: true })
        writeFileSync(answers, JSON.stringify(given))
        chmodSync(answers, 0o666)
        const started = await launch({ folder, profile, args: [], env: { ...desktop.env, CCX_DIALOGS: dialogs } })
        running.push(started)
        return started
      },
      end,
      shown: () => (existsSync(shown) ? readFileSync(shown, 'utf8').trim().split('\n').map(textOf) : []),
    })
    await end()
    for (const each of [folder, dialogs]) removeFolder(each)
  },
})

function textOf(line: string): string {
  const { message, detail }: { message?: unknown; detail?: unknown } = JSON.parse(line)
  return `${String(message)}\n${String(detail)}`
}
