import { expect, test } from 'vitest'
import { newEnvironment } from '../../../../electron/catalogue/new-environment.ts'
import { certificateAge } from '../../../../electron/core/review/checks/certificate-age.ts'
import { certificateFacts, reviewCase, reviewedAt } from '../../../support/review-case.ts'

const day = 86_400_000
const settings = {
  ...newEnvironment,
  network: {
    ...newEnvironment.network,
    clientCertificate: { ...newEnvironment.network.clientCertificate, certificateFile: '/etc/client.pem' },
  },
}
const look = (from: number, to: number) =>
  certificateAge.look(
    reviewCase({
      settings,
      certificate: certificateFacts({ validFrom: reviewedAt + from * day, validTo: reviewedAt + to * day }),
    }),
  )[0]

test('an expired certificate is at risk, also on the day itself', () => {
  expect(look(-365, -1)).toMatchObject({ code: 'certificate_expired', evidence: { date: '2026-11-29' } })
  expect(look(-365, 0).code).toBe('certificate_expired')
})

test('a certificate whose time is to come is to improve', () => {
  expect(look(2, 300).code).toBe('certificate_not_yet_valid')
})

test.each([
  [-345, 20, 'certificate_ends_soon'],
  [-343, 22, 'certificate_current'],
  // Renewed automatically each 60 days, with 30 left; and each day.
  [-60, 30, 'certificate_current'],
  [-80, 10, 'certificate_ends_soon'],
  [-0.5, 0.5, 'certificate_current'],
])('a certificate since %d days with %d days left is %s', (from, to, code) => expect(look(from, to).code).toBe(code))

test('a certificate for ten years is to improve', () => {
  expect(look(-1, 3649)).toMatchObject({ code: 'certificate_long_lived', evidence: { days: '3650', limit: '825' } })
  expect(look(-1, 824).code).toBe('certificate_current')
})

test('a certificate that cannot be read, or has no readable time, is not known', () => {
  expect(certificateAge.look(reviewCase({ settings }))[0].code).toBe('certificate_not_read')
  expect(look(-1, Number.NaN).code).toBe('certificate_not_read')
})

test('without a certificate there is none to renew', () => {
  expect(certificateAge.look(reviewCase())[0].code).toBe('no_client_certificate')
})
