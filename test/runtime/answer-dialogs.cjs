// Goes before the app's main in a copy of the app, on any Electron. Message boxes are the system's own and cannot be clicked by Playwright: a test lays down the answers beforehand.
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { dialog } = require('electron')

/**
 * The folder's `answers.json` is a list of beginnings of button labels, taken one after the other; what was shown is added
 * to `shown.jsonl`. A box without an answer stays open, as it would before a person who is away.
 */
const folder = process.env['CCX_DIALOGS'] ?? ''
const answers = path.join(folder, 'answers.json')

Object.assign(dialog, {
  showMessageBox: async (/** @type {import('electron').MessageBoxOptions[]} */ ...args) => {
    const { buttons = [], ...options } = args.at(-1) ?? {}
    appendFileSync(path.join(folder, 'shown.jsonl'), `${JSON.stringify({ ...options, buttons })}\n`)
    const [answer, ...rest] = existsSync(answers) ? JSON.parse(readFileSync(answers, 'utf8')) : []
    if (answer === undefined) return new Promise(() => {})
    writeFileSync(answers, JSON.stringify(rest))
    const response = buttons.findIndex((label) => label.startsWith(answer))
    if (response < 0) throw new Error(`No button "${answer}" among: ${buttons.join()}`)
    return { response, checkboxChecked: false }
  },
})

require(path.join(__dirname, 'dist/main.cjs'))
