import { afterEach, expect, test } from 'vitest'
import { newEnvironment } from '../../electron/catalogue/new-environment.ts'
import { bearer, json, misbehavingServers, secrets } from './misbehaving-servers.ts'
import { context, openTestApi } from './test-api.ts'

const { serve, closeAll } = misbehavingServers()
afterEach(closeAll)

/** A server that takes the secret in the body alone, and publishes more than that. */
async function opened() {
  const { api, add, close } = openTestApi(null)
  let issuer = ''
  const came: string[] = []
  const server = await serve((request, response) => {
    if (request.url?.includes('well-known') === true) {
      const token_endpoint_auth_methods_supported = [
        'client_secret_post',
        'private_key_jwt',
        'client_secret_jwt',
        'none',
      ]
      return json(response, 200, { issuer, token_endpoint: `${issuer}/token`, token_endpoint_auth_methods_supported })
    }
    came.push(request.headers.authorization === undefined ? 'body' : 'header')
    return came.at(-1) === 'body' ? json(response, 200, bearer) : json(response, 401, { error: 'invalid_client' })
  })
  issuer = server.url
  const environmentId = await add({ issuer, token_endpoint: `${issuer}/token`, client_id: 'c' }, secrets)
  const { stage, network } = newEnvironment
  const discover = () => api.discover({ environmentId, secrets: {}, issuer, stage, network }, context)
  return { api, close, environmentId, came, discover }
}

test('the methods that are published and have a secret here can be tried, and none before they were read', async () => {
  const { api, close, environmentId, discover } = await opened()
  expect(await api.listOtherMethods({ environmentId }, context)).toEqual([])
  await discover()
  expect(await api.listOtherMethods({ environmentId }, context)).toEqual(['client_secret_post', 'client_secret_jwt'])
  close()
})

test('trying a method makes one request, keeps what is saved, and holds no token', async () => {
  const { api, close, environmentId, came, discover } = await opened()
  await discover()
  const tried = await api.tryMethod({ environmentId, method: 'client_secret_post' }, context)
  expect(tried).toMatchObject({ kind: 'accepted' })
  expect(came).toEqual(['body'])
  expect(await api.listTokens(undefined, context)).toEqual([])
  expect(await api.getEnvironment({ environmentId }, context)).toMatchObject({
    token_endpoint_auth_method: newEnvironment.token_endpoint_auth_method,
  })
  expect(await api.listExchanges({ environmentId, limit: 10 }, context)).toMatchObject([{ purpose: 'token' }, {}])
  close()
})

test('a method that is not published, or has no key here, sends nothing', async () => {
  const { api, close, environmentId, came, discover } = await opened()
  await discover()
  for (const method of ['private_key_jwt', 'none', 'client_secret_basic'] as const)
    expect(await api.tryMethod({ environmentId, method }, context)).toEqual({ kind: 'not_sent' })
  expect(came).toEqual([])
  close()
})
