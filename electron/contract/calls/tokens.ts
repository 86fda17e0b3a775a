import { z } from 'zod'
import { inspectMaxCharacters } from '../../vocabulary/limits.ts'
import { sendableToken } from '../../vocabulary/token-rules.ts'
import { comparisonSchema, comparisonSideSchema } from '../comparison.ts'
import { authMethodSchema } from '../client-authentication.ts'
import { connectionTestSchema } from '../connection-test.ts'
import { inspectionSchema } from '../decoded-token.ts'
import { environmentIdSchema, environmentInputSchema, stageSchema } from '../environment.ts'
import { evidenceInputSchema, exchangeEvidenceInputSchema, flowEvidenceInputSchema } from '../evidence.ts'
import { rememberedCalls } from '../last-outcome.ts'
import { networkPolicySchema } from '../network-policy.ts'
import { openedTokenSchema, openingKeySchema } from '../opened-token.ts'
import {
  discoveryOutcomeSchema,
  introspectionOutcomeSchema,
  keysOutcomeSchema,
  previewOutcomeSchema,
  saveOutcomeSchema,
} from '../outcome.ts'
import { saveProblemSchema } from '../save-problem.ts'
import { heldTokenSchema } from '../token.ts'
import { triedMethodSchema } from '../tried-method.ts'
import { keySourceSchema, pastedTokenSchema, tokenReferenceSchema, verificationOutcomeSchema } from '../verification.ts'
import { nothing, ofEnvironment, unsaved } from './inputs.ts'

const typedUrl = z.string().max(2048)

/** Of a token, of a flow, or of an exchange. */
const evidence = z.union([evidenceInputSchema, flowEvidenceInputSchema, exchangeEvidenceInputSchema])

/** Tokens: where they come from, what they say, and what can be done with them. */
export const tokenCalls = {
  /** Reads the metadata of an issuer. */
  discover: {
    input: unsaved.extend({ issuer: typedUrl, stage: stageSchema, network: networkPolicySchema }),
    output: discoveryOutcomeSchema,
  },
  /** Reads the key set at a JWKS URI. */
  listKeys: {
    input: unsaved.extend({ jwks_uri: typedUrl, stage: stageSchema, network: networkPolicySchema }),
    output: keysOutcomeSchema,
  },
  /** Reaches the server without credentials: DNS, TCP, TLS, metadata of the issuer, key set. Empty addresses are left out. */
  testConnection: {
    input: unsaved.extend({
      issuer: typedUrl,
      token_endpoint: typedUrl,
      jwks_uri: typedUrl,
      stage: stageSchema,
      network: networkPolicySchema,
    }),
    output: connectionTestSchema,
  },
  /** Builds the token request, and sends nothing. With `reveal` it is not masked: for the eyes of the person who asked. */
  previewTokenRequest: {
    input: unsaved.extend({
      value: environmentInputSchema.extend({ name: z.string().max(200) }),
      reveal: z.boolean(),
    }),
    output: previewOutcomeSchema,
  },
  requestToken: rememberedCalls.requestToken,
  /** The methods that the server publishes, as it was last read, and for which this environment has a secret or key; without the one in use. */
  listOtherMethods: { input: ofEnvironment, output: z.array(authMethodSchema) },
  /** Requests a token by another method than the one that is set. What is saved stays as it is, and so does the held token. */
  tryMethod: { input: ofEnvironment.extend({ method: authMethodSchema }), output: triedMethodSchema },
  listTokens: { input: nothing, output: z.array(heldTokenSchema) },
  /** The token itself, for the eyes of the person who asked; the window hides it again after 20 s. */
  revealToken: { input: ofEnvironment, output: z.string().nullable() },
  /** Puts the token on the clipboard, which is cleared after 60 s if it still holds it. False when there is none. */
  copyToken: { input: ofEnvironment, output: z.boolean() },
  /** Checks a token against what `environmentId` names; null compares with nothing. A JWE is opened first, where a key of the environment fits. */
  verifyToken: {
    input: z.strictObject({
      token: tokenReferenceSchema,
      environmentId: environmentIdSchema.nullable(),
      keys: keySourceSchema,
    }),
    output: verificationOutcomeSchema,
  },
  /** Decrypts a JWE. */
  openToken: {
    input: z.strictObject({
      token: tokenReferenceSchema,
      environmentId: environmentIdSchema.nullable(),
      key: openingKeySchema,
    }),
    output: openedTokenSchema,
  },
  introspectToken: rememberedCalls.introspectToken,
  /** Asks the authorization server of an environment about a pasted token, which is sent there and kept nowhere. */
  introspectPasted: {
    input: ofEnvironment.extend({ token: pastedTokenSchema.regex(sendableToken) }),
    output: introspectionOutcomeSchema,
  },
  revokeToken: rememberedCalls.revokeToken,
  /** Finds the tokens in a text and decodes one; nothing is sent, nothing is kept. */
  inspectText: {
    input: z.strictObject({ text: z.string().max(inspectMaxCharacters), pick: z.number().int().min(0) }),
    output: inspectionSchema,
  },
  compareTokens: {
    input: z.strictObject({ left: comparisonSideSchema, right: comparisonSideSchema }),
    output: comparisonSchema,
  },
  /** Puts a redacted summary of a token or a flow on the clipboard. Null is done, else why not. */
  copyEvidence: {
    input: evidence,
    output: saveProblemSchema.nullable(),
  },
  /** Writes it to a file that the person chooses. */
  saveEvidence: { input: evidence, output: saveOutcomeSchema },
}
