import type { TextRule } from './text-rule.ts'

/** A path on this computer; `~/` is the home folder. Empty is none. */
export const pathRule: TextRule = { trim: true, what: 'A path', most: 4096 }

/** PEM text. Certificates are public: they are stored with the environment, so that no private key may be among them. */
export const certificateRule: TextRule = {
  trim: true,
  what: 'A certificate',
  most: 200_000,
  further: (text) =>
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)
      ? 'There is a private key in this text, which would be stored in clear. Take it out, and enter it in its own field.'
      : null,
}

/** Of SHA-256, in either case; empty is none. */
export const fingerprintRule: TextRule = {
  trim: true,
  what: 'A fingerprint',
  most: 100,
  pattern: /^$|^[0-9A-F]{2}(?::[0-9A-F]{2}){31}$/i,
  unlike: 'A SHA-256 fingerprint: 32 pairs of hexadecimal digits, separated by colons.',
}
