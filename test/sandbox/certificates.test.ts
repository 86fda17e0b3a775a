import { createPrivateKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeCertificates } from '../../electron/sandbox/certificates/make.ts'

const now = Date.UTC(2026, 10, 24)
const made = await makeCertificates({ client: 'a-client', selfSigned: 'another' }, now)
const ca = new X509Certificate(made.ca)
const of = (name: 'server' | 'client' | 'selfSigned') => new X509Certificate(made[name].certificate)

test('the authority issued the certificates of server and client, and not the self-signed one', () => {
  for (const name of ['server', 'client'] as const) {
    expect([of(name).checkIssued(ca), of(name).verify(ca.publicKey)]).toEqual([true, true])
  }
  expect(of('selfSigned').checkIssued(ca)).toBe(false)
  expect(of('selfSigned').verify(of('selfSigned').publicKey)).toBe(true)
})

test('only the authority may issue', () => {
  expect([ca.ca, of('server').ca, of('client').ca, of('selfSigned').ca]).toEqual([true, false, false, false])
})

test('each certificate belongs to its key, and all serial numbers differ', () => {
  for (const name of ['server', 'client', 'selfSigned'] as const) {
    expect(of(name).checkPrivateKey(createPrivateKey(made[name].key))).toBe(true)
  }
  const serials = [ca, of('server'), of('client'), of('selfSigned')].map(({ serialNumber }) => serialNumber)
  expect(new Set(serials).size).toBe(4)
})

test('the server is 127.0.0.1 and localhost, and nothing else', () => {
  expect(of('server').subjectAltName).toBe('IP Address:127.0.0.1, DNS:localhost')
})

test('server and clients may not stand for each other', () => {
  expect(of('server').keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(of('client').keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
  expect(of('selfSigned').keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
})

test('the names are the ones that were asked for', () => {
  expect([of('client').subject, of('selfSigned').subject]).toEqual(['CN=a-client', 'CN=another'])
})

test('they hold from yesterday for 90 days', () => {
  for (const { validFrom, validTo } of [ca, of('server'), of('client'), of('selfSigned')]) {
    expect([Date.parse(validFrom), Date.parse(validTo)]).toEqual([Date.UTC(2026, 10, 23), Date.UTC(2027, 1, 22)])
  }
})
