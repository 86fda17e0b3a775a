import { newApiRequest, newCallLabel } from '../../../electron/catalogue/new-api-request.ts'
import { expect, test } from 'vitest'
import type { ApiCall } from '../../../electron/contract/api-call.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { hitsOf } from '../../../renderer/features/palette/hits.ts'

const one = (id: string, more: Partial<EnvironmentSummary> = {}): EnvironmentSummary => ({
  id,
  name: id,
  stage: 'development',
  provider: 'standard',
  issuer: `https://id.${id}.example/realms/a`,
  folder: '',
  builtIn: false,
  ...more,
})
const environments = [one('sandbox', { builtIn: true }), one('orders'), one('billing', { stage: 'production' })]
const call = (id: string, method: ApiCall['method'], url: string): ApiCall => ({
  ...newApiRequest,
  ...newCallLabel,
  id,
  environmentId: 'orders',
  method,
  url,
})
const calls = [
  call('1', 'GET', 'https://api.shop.example/orders?open'),
  call('2', 'POST', 'https://api.shop.example/orders'),
]
const found = (query: string, holding: string[] = []) => {
  const hits = hitsOf({ query, environments, current: 'orders', calls, hasToken: (id) => holding.includes(id) })
  const lines = (list: typeof hits.here) => list.map(({ verb, environment }) => `${verb} ${environment.id}`)
  return { here: lines(hits.here), pages: hits.pages, elsewhere: lines(hits.elsewhere) }
}

test('a word that is nowhere finds nothing', () =>
  expect(found('orders nowhere')).toEqual({ here: [], pages: [], elsewhere: [] }))

test('what needs a token is offered where there is one, and what is built in is not exported', () => {
  expect(found('orders').here).not.toContain('verify orders')
  expect(found('orders', ['orders']).here).toContain('verify orders')
  expect(found('export sandbox').elsewhere).toEqual([])
})

test('words come in any order, and hosts and stages are searched', () => {
  expect(found('ord req').here).toEqual(['request orders'])
  expect(found('request id.orders').here).toEqual(['request orders'])
  expect(found('req production').elsewhere).toEqual(['request billing'])
})

test('the flow is run by either word of it', () => {
  expect(found('flow orders').here).toEqual(['run_flow orders'])
  expect(found('orders run').here).toEqual(['run_flow orders', 'run_probes orders'])
})

test('a name alone leads to the environment first: nothing is requested by it', () =>
  expect(found('billing').elsewhere[0]).toBe('open billing'))

test('a place is found by its name and by what is there', () => {
  expect(found('settings').pages).toEqual(['settings'])
  expect(found('theme').pages).toEqual(['settings'])
})

test('no more than 50 lines are shown', () => {
  const many = Array.from({ length: 1000 }, (_, index) => one(`e${index}`))
  const { here, pages, elsewhere } = hitsOf({
    query: '',
    environments: many,
    current: 'e5',
    calls: [],
    hasToken: () => true,
  })
  expect(here.length + pages.length + elsewhere.length).toBe(50)
})

test('saved calls are found by verb, method, host and path, in any order, and by nothing else', () => {
  const ids = (query: string) =>
    hitsOf({ query, environments, current: 'orders', calls, hasToken: () => false }).calls.map(({ id }) => id)
  expect(ids('send production')).toEqual([])
  expect(ids('orders send get')).toEqual(['1'])
  expect(ids('api.shop send')).toEqual(['1', '2'])
})

test('a saved call is found by its name and its folder as well', () => {
  const [first, ...others] = calls
  if (first === undefined) throw new Error('There is no call.')
  const named = [{ ...first, name: 'List open', folder: 'Shop' }, ...others]
  const sent = (query: string) =>
    hitsOf({ query, environments, current: 'orders', calls: named, hasToken: () => false }).calls.map(({ id }) => id)
  expect(sent('send list')).toEqual(['1'])
  expect(sent('shop open get')).toEqual(['1'])
  expect(sent('post')).toEqual(['2'])
})

test('variables are found in the environment that is shown, and in Settings', () => {
  expect(found('variables').here).toEqual(['variables orders'])
  expect(found('variables').pages).toEqual(['settings'])
})
