import { brunoImporter } from './bruno/bruno.ts'
import { curlImporter } from './command-line/curl.ts'
import { discoveryImporter } from './discovery/discovery.ts'
import { dotenvImporter } from './dotenv/dotenv.ts'
import { harImporter } from './har/har.ts'
import { hoppscotchImporter } from './hoppscotch/hoppscotch.ts'
import { httpFileImporter } from './http-file/http-file.ts'
import type { Importer } from './importer.ts'
import { insomniaImporter } from './insomnia/insomnia.ts'
import { openapiImporter } from './openapi/openapi.ts'
import { postmanImporter } from './postman/postman.ts'
import { powershellImporter } from './powershell/powershell.ts'
import { providerKeyImporter } from './provider-key/provider-key.ts'
import { yaakImporter } from './yaak/yaak.ts'

/** The more specific one comes first: a file goes to the first that knows it. */
export const importers: readonly Importer[] = [
  postmanImporter,
  hoppscotchImporter,
  harImporter,
  insomniaImporter,
  brunoImporter,
  yaakImporter,
  openapiImporter,
  discoveryImporter,
  httpFileImporter,
  powershellImporter,
  curlImporter,
  providerKeyImporter,
  dotenvImporter,
]
