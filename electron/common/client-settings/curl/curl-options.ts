/** One option of curl by its long name, with its value; a word without a dash is a `url`. */
export interface CurlOption {
  name: string
  value: string
}

const short: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  c: 'cookie-jar',
  C: 'continue-at',
  d: 'data',
  D: 'dump-header',
  e: 'referer',
  E: 'cert',
  F: 'form',
  H: 'header',
  K: 'config',
  m: 'max-time',
  o: 'output',
  P: 'ftp-port',
  Q: 'quote',
  r: 'range',
  t: 'telnet-option',
  T: 'upload-file',
  u: 'user',
  U: 'proxy-user',
  w: 'write-out',
  x: 'proxy',
  X: 'request',
  y: 'speed-time',
  Y: 'speed-limit',
  z: 'time-cond',
}

const shortFlags: Readonly<Record<string, string>> = {
  G: 'get',
  I: 'head',
  k: 'insecure',
  L: 'location',
  n: 'netrc',
  ':': 'next',
}

/** Long options that take a value and have no short name. */
const valued = new Set(
  `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert-type ciphers connect-timeout connect-to create-file-mode crlfile
  curves data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers
  doh-url ech egd-file engine etag-compare etag-save expect100-timeout form-string ftp-account ftp-alternative-to-user
  ftp-method ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts interface ip-tos
  ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port login-options mail-auth
  mail-from mail-rcpt max-filesize max-redirs netrc-file noproxy oauth2-bearer output-dir parallel-max parallel-max-host pass
  pinnedpubkey preproxy proto proto-default proto-redir proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers
  proxy-crlfile proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers
  proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy1.0 pubkey random-file rate request-target resolve retry retry-delay
  retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service socks5-hostname ssl-sessions
  stderr tftp-blksize tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket
  upload-flags url url-query variable vlan-priority`.split(/\s+/),
)
for (const name of Object.values(short)) valued.add(name)

/** Those without a value that requests in files have. */
const flags = new Set(
  `compressed disable fail fail-early fail-with-body globoff http1.0 http1.1 http2 http3 include ipv4 ipv6 location-trusted no-buffer
  parallel post301 post302 post303 progress-bar proxy-insecure remote-name remote-header-name show-error silent ssl-no-revoke
  ssl-reqd tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 verbose basic digest ntlm negotiate anyauth`.split(/\s+/),
)
for (const name of Object.values(shortFlags)) flags.add(name)

/** Whether this is the long name of an option. */
export const isCurlOption = (name: string): boolean => valued.has(name) || flags.has(name)

/** The options of a command line, in order. An option that is not known is taken to have no value. */
export function curlOptions(words: readonly string[]): CurlOption[] {
  const options: CurlOption[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word.startsWith('--')) {
      const [name, ...rest] = word.slice(2).split('=')
      if (name === undefined || name === '') continue
      if (!valued.has(name)) options.push({ name, value: '' })
      else options.push({ name, value: rest.length > 0 ? rest.join('=') : (words[++at] ?? '') })
    } else if (word.startsWith('-') && word.length > 1) {
      const { found, needsValue } = shortOptions(word.slice(1))
      options.push(...found)
      if (needsValue !== null) options.push({ name: needsValue, value: words[++at] ?? '' })
    } else options.push({ name: 'url', value: word })
  }
  return options
}

/** The letters of one word, of which the first that takes a value takes the rest of it, or the next word. */
function shortOptions(letters: string): { found: CurlOption[]; needsValue: string | null } {
  const found: CurlOption[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charAt(at)
    const name = short[letter]
    if (name !== undefined) {
      const value = letters.slice(at + 1)
      if (value === '') return { found, needsValue: name }
      found.push({ name, value })
      break
    }
    const flag = shortFlags[letter]
    if (flag !== undefined) found.push({ name: flag, value: '' })
  }
  return { found, needsValue: null }
}

/** Requests of one command that are read. */
const most = 50

/** The options of each request: `--next` separates them. */
export function curlRequests(options: readonly CurlOption[]): CurlOption[][] {
  const requests: CurlOption[][] = [[]]
  for (const option of options) {
    if (option.name === 'next') requests.push([])
    else requests.at(-1)?.push(option)
  }
  return requests.slice(0, most)
}
