/** What holds for an environment of before unless something else is chosen. */
const defaults = {
  mtls_endpoint_aliases: { token_endpoint: '', introspection_endpoint: '', revocation_endpoint: '' },
  basicEncoding: 'form',
  assertion: {
    alg: 'RS256',
    audience: 'issuer',
    otherAudience: '',
    lifetime: 60,
    kid: '',
    thumbprints: [],
    keyFile: '',
    certificate: '',
    certificateFile: '',
    assertionFile: '',
  },
  dpop: { enabled: false, alg: 'ES256', keyFile: '' },
  parameters: [],
  headers: [],
  tokenBodyFormat: 'form',
  introspection: { responseFormat: 'json' },
  network: {
    proxy: { mode: 'system', url: '', username: '', bypass: '' },
    ca: '',
    caFile: '',
    clientCertificate: { certificate: '', certificateFile: '', keyFile: '' },
    timeLimits: { connect: 10_000, firstByte: 30_000, total: 120_000 },
    acceptedCertificate: '',
  },
  renewBefore: 30,
}

/**
 * Client authentication, network policy and the whole exchange. The first argument of json_patch is what the second, the
 * stored value, is laid over (RFC 7396); no stored environment holds a null.
 */
export const clientAuthenticationAndNetwork = `
  UPDATE environments SET value = json_patch('${JSON.stringify(defaults)}', value);

  UPDATE exchanges SET value = json_set(value,
    '$.clockOffset', NULL,
    '$.retryOf', NULL,
    '$.timings.proxy', NULL,
    '$.connection.proxy', NULL);
  UPDATE exchanges SET value = json_set(value, '$.request.clientAuthentication.basicEncoding', 'form')
    WHERE json_type(value, '$.request.clientAuthentication') = 'object';
  UPDATE exchanges SET value = json_set(value,
    '$.tls.accepted', json('false'),
    '$.tls.clientCertificate', NULL,
    '$.tls.chain', (
      SELECT json_group_array(json_set(certificate.value, '$.publicKey', NULL, '$.problems', json('[]')))
      FROM json_each(exchanges.value, '$.tls.chain') AS certificate))
    WHERE json_type(value, '$.tls') = 'object';
  `
