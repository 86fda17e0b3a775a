import type { Writers } from '../../catalogue/evidence.ts'
import type { certificateProblems } from '../../catalogue/problems/certificates.ts'

export const certificateProblemWriters: Writers<typeof certificateProblems, string> = {
  not_a_certificate: () =>
    'This is not a certificate. Accepted are PEM, which begins with -----BEGIN CERTIFICATE-----, and DER.',
  certificate_damaged: ({ position }) =>
    `${position === undefined ? 'This certificate' : `Certificate ${position} of this text`} is damaged: it cannot be read.`,
  certificate_missing_in_pem: ({ label }) => `This PEM holds "${label}" and no certificate.`,
  certificate_missing_in_json: () => 'This JSON holds no certificate.',
  certificates_in_pkcs7: () =>
    'This is a bundle of certificates in PKCS#7 (.p7b). Convert it to PEM with: openssl pkcs7 -print_certs -in <file> -out <new file>.pem',
  pfx_for_certificate: () =>
    'This is a PFX, and a certificate without its key is needed here. Export it as PEM or DER.',
  x5c_unreadable: () => 'The "x5c" of this JWK holds no readable certificates.',
  certificate_without_key: () =>
    'This certificate needs its private key: enter the key, or use a file that holds both.',
  key_without_certificate: () => 'There is a private key here, and no certificate.',
  key_of_other_certificate: () => 'This private key does not belong to the certificate.',
  private_key_beside_certificate: () =>
    'This text holds a private key, and it is stored in clear. Remove the key, and enter the file that holds both instead.',
}
