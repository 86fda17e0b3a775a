// The main of a package made on the test runtime, in place of the app's own.
const path = require('node:path')
require('./fill-node.cjs')
require('./fill-electron.cjs')
require(path.join(__dirname, '../dist/main.cjs'))
