import { measureCollection } from './import-collection.ts'

process.stdout.write(JSON.stringify(await measureCollection()))
