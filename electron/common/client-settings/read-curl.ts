import { curlCommands } from './curl/curl-commands.ts'
import { curlNetwork } from './curl/curl-network.ts'
import { type CurlOption, curlOptions, curlRequests } from './curl/curl-options.ts'
import { curlRequest } from './curl/curl-request.ts'
import { notesOf, type ReadSettings } from './client-settings.ts'
import { settingsOfRequest } from './request-settings.ts'

/** The first request of a text with curl commands that asks for a token, else the first that authenticates a client. */
export function readCurl(text: string): ReadSettings | undefined {
  const requests = curlCommands(text).flatMap(({ words, variables, isUnclosed }) =>
    curlRequests(curlOptions(words)).map((options) => ({ options, variables, isUnclosed })),
  )
  const read = requests.flatMap((request) => {
    const settings = settingsOfCommand(request)
    return settings === undefined ? [] : [settings]
  })
  const chosen =
    read.find(({ notes, fields }) => fields.token_endpoint !== undefined && !hasOtherGrant(notes)) ?? read[0]
  if (chosen === undefined) return undefined
  const others = requests.length - 1
  return { ...chosen, notes: [...chosen.notes, ...notesOf({ other_commands: others > 0 ? [String(others)] : [] })] }
}

const hasOtherGrant = (notes: ReadSettings['notes']): boolean => notes.some(({ code }) => code === 'other_grant')

interface CurlCommand {
  options: readonly CurlOption[]
  variables: readonly string[]
  isUnclosed: boolean
}

/** Options that change what is sent or where, and have no setting here. */
const noted = new Set(
  `abstract-unix-socket anyauth aws-sigv4 capath config connect-to cookie digest dns-servers doh-url interface negotiate netrc netrc-file
  netrc-optional ntlm oauth2-bearer pinnedpubkey preproxy proxy-cert proxy-cacert proxy-key proxy-insecure resolve
  unix-socket variable`.split(/\s+/),
)

function settingsOfCommand({ options, variables, isUnclosed }: CurlCommand): ReadSettings | undefined {
  const request = curlRequest(options)
  const { url, isAssumed } = withScheme(request.url)
  const settings = settingsOfRequest({ ...request, url }, variables)
  if (settings === undefined) return undefined
  const network = curlNetwork(options)
  const certificateAlone =
    network.fields.clientCertificate !== undefined && settings.fields.token_endpoint_auth_method === 'none'
  return {
    ...settings,
    fields: {
      ...settings.fields,
      ...network.fields,
      ...(certificateAlone ? { token_endpoint_auth_method: 'tls_client_auth' } : {}),
    },
    secrets: { ...settings.secrets, ...network.secrets },
    notes: [
      ...settings.notes,
      ...network.notes,
      ...notesOf({
        variables,
        files_not_read: request.files,
        multipart: request.isMultipart ? ['-F'] : [],
        scheme_assumed: isAssumed ? ['https'] : [],
        quote_not_closed: isUnclosed ? ['"'] : [],
        not_used: options.map(({ name }) => name).flatMap((name) => (noted.has(name) ? [`--${name}`] : [])),
      }),
    ],
  }
}

/** curl takes http for a URL without a scheme, which no authorization server away from this computer should be asked by. */
function withScheme(url: string): { url: string; isAssumed: boolean } {
  if (url === '' || /^(?:[a-z][a-z0-9+.-]*:\/\/|[$%{<])/i.test(url)) return { url, isAssumed: false }
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$)/i.test(url)
  return { url: `${isLocal ? 'http' : 'https'}://${url}`, isAssumed: !isLocal }
}
