import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Identity {
  key: string
  cert: string
}

/** How a certificate differs from a sound one for a server. */
export interface Wish {
  /** Valid from this day until that one; both count from today. */
  from?: number
  until?: number
  key?: keyof typeof newKeys
  digest?: 'sha1' | 'sha256'
  usage?: 'clientAuth' | 'serverAuth'
}

interface Issuer {
  ca: string
  /** A certificate for these names; without subjectAltName when null. */
  issue: (san: string | null, wish?: Wish) => Promise<Identity>
}

export interface Authority extends Issuer {
  /** An authority that is vouched for by this one. */
  intermediate: () => Promise<Issuer>
  selfSigned: () => Promise<Identity>
  remove: () => Promise<void>
}

const newKeys = {
  ec: '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes',
  'rsa 1024': '-newkey rsa:1024 -nodes',
  'rsa 2048': '-newkey rsa:2048 -nodes',
}

const configuration = `
[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
`

/** A private certificate authority in a temporary folder, made with the openssl command. */
export async function makeAuthority(commonName = 'Test CA'): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'ccx-pki-'))
  const file = (name: string) => join(folder, name)
  const openssl = (command: string, last: string) =>
    promisify(execFile)('openssl', [...command.split(' '), last], { cwd: folder })
  const read = async (name: string): Promise<Identity> => ({
    key: await readFile(file(`${name}.key`), 'utf8'),
    cert: await readFile(file(`${name}.pem`), 'utf8'),
  })
  await openssl(`req -x509 ${newKeys.ec} -keyout ca.key -out ca.pem -days 30 -subj`, `/CN=${commonName}`)
  await writeFile(file('ca.cnf'), configuration)
  await writeFile(file('index.txt'), '')
  let count = 0

  async function issueBy(
    issuer: string,
    extensions: readonly string[],
    { from = -1, until = 30, key = 'ec', digest = 'sha256' }: Wish,
  ): Promise<string> {
    const name = `issued${(count += 1)}`
    await openssl(`req -new ${newKeys[key]} -keyout ${name}.key -out ${name}.csr -subj`, `/CN=${name}/O=Test`)
    await writeFile(file(`${name}.ext`), `${extensions.join('\n')}\n`)
    const authority = `ca -batch -notext -config ca.cnf -keyfile ${issuer}.key -cert ${issuer}.pem -create_serial`
    const validity = `-md ${digest} -startdate ${day(from)} -enddate ${day(until)}`
    await openssl(`${authority} ${validity} -in ${name}.csr -out ${name}.pem -extfile`, `${name}.ext`)
    return name
  }

  const issuer = async (by: string): Promise<Issuer> => ({
    ca: (await read(by)).cert,
    issue: async (san, wish = {}) => {
      const names = san === null ? [] : [`subjectAltName=${san}`]
      const usage = wish.usage === undefined ? [] : [`extendedKeyUsage=${wish.usage}`]
      return read(await issueBy(by, [...names, ...usage, 'basicConstraints=CA:false'], wish))
    },
  })

  return {
    ...(await issuer('ca')),
    intermediate: async () => issuer(await issueBy('ca', ['basicConstraints=critical,CA:true'], {})),
    selfSigned: async () => {
      const names = '-subj /CN=self -addext subjectAltName=IP:127.0.0.1'
      await openssl(`req -x509 ${newKeys.ec} -keyout self.key -out self.pem ${names} -days`, '30')
      return read('self')
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** That many days from now, as openssl writes times. */
function day(offset: number): string {
  const time = new Date(Date.now() + offset * 86_400_000).toISOString()
  return `${time.replaceAll(/[-:T]/g, '').slice(0, 14)}Z`
}
