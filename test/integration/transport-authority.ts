import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Identity {
  key: string
  cert: string
}

export interface Authority {
  ca: string
  /** A certificate for these names, valid from one day until another; both count from today. */
  issue: (san: string, from?: number, until?: number) => Promise<Identity>
  selfSigned: () => Promise<Identity>
  remove: () => Promise<void>
}

const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'

const configuration = `
[ca]
default_ca = own
[own]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
organizationName = optional
`

/** A private certificate authority in a temporary folder, made with the openssl command. */
export async function makeAuthority(): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'ccx-pki-'))
  const file = (name: string) => join(folder, name)
  const openssl = (command: string, last: string) =>
    promisify(execFile)('openssl', [...command.split(' '), last], { cwd: folder })
  const read = async (name: string): Promise<Identity> => ({
    key: await readFile(file(`${name}.key`), 'utf8'),
    cert: await readFile(file(`${name}.pem`), 'utf8'),
  })
  await openssl(`req -x509 ${newKey} -keyout ca.key -out ca.pem -days 30 -subj`, '/CN=Test CA')
  await writeFile(file('ca.cnf'), configuration)
  await writeFile(file('index.txt'), '')
  let count = 0
  return {
    ca: await readFile(file('ca.pem'), 'utf8'),
    issue: async (san, from = -1, until = 30) => {
      const name = `leaf${(count += 1)}`
      await openssl(`req -new ${newKey} -keyout ${name}.key -out ${name}.csr -subj`, `/CN=${name}/O=Test`)
      await writeFile(file(`${name}.ext`), `subjectAltName=${san}\n`)
      const authority = 'ca -batch -notext -config ca.cnf -keyfile ca.key -cert ca.pem -create_serial'
      const validity = `-startdate ${day(from)} -enddate ${day(until)}`
      await openssl(`${authority} ${validity} -in ${name}.csr -out ${name}.pem -extfile`, `${name}.ext`)
      return read(name)
    },
    selfSigned: async () => {
      const names = '-subj /CN=self -addext subjectAltName=IP:127.0.0.1'
      await openssl(`req -x509 ${newKey} -keyout self.key -out self.pem ${names} -days`, '30')
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
