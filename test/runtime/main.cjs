// What Electron's default app does: runs the app in the folder that the command line names.
const path = require('node:path')
const { app } = require('electron')
require('./fill-node.cjs')
require('./fill-electron.cjs')
const { awaitDriver } = require('./await-driver.cjs')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (folder === undefined) {
  console.error('Name the folder of the app to run.')
  process.exit(1)
}

if (process.env.CCX_DRIVEN === 'yes') awaitDriver()

const appPath = path.resolve(folder)
const facts = require(path.join(appPath, 'package.json'))
app.setName(facts.productName ?? facts.name)
// Electron's own default app calls these two; its types do not know them.
Reflect.get(app, 'setVersion').call(app, facts.version ?? '0.0.0')
Reflect.get(app, 'setAppPath').call(app, appPath)
require(path.join(appPath, facts.main ?? 'index.js'))
