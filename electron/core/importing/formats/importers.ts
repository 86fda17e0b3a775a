import { dotenvImporter } from './dotenv/dotenv.ts'
import type { Importer } from './importer.ts'

/** The more specific one comes first: a file goes to the first that knows it. */
export const importers: readonly Importer[] = [dotenvImporter]
