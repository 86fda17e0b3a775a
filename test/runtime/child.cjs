// A utility process begins here: it fills the gaps, then runs the module that it was forked for.
require('./fill-node.cjs')

process.argv.splice(1, 1)
const modulePath = process.argv[1]
if (modulePath !== undefined) require(modulePath)
