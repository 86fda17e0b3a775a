import { useMutation } from '@tanstack/react-query'
import { call } from '../host.ts'

/** Accepts one server certificate, by its fingerprint, for one environment; empty accepts none. Gives back what it was. */
export function useAcceptCertificate() {
  return useMutation({
    mutationFn: async ({ environmentId, fingerprint }: { environmentId: string; fingerprint: string }) => {
      const environments = await call('listEnvironments', undefined)
      const environment = environments.find(({ id }) => id === environmentId)
      if (environment === undefined) throw new Error('This environment does not exist any more.')
      const { id, builtIn: _builtIn, secrets: _secrets, ...value } = environment
      const network = { ...value.network, acceptedCertificate: fingerprint }
      const saved = await call('updateEnvironment', { id, value: { ...value, network } })
      if (saved === null) throw new Error('This environment does not exist any more.')
      return value.network.acceptedCertificate
    },
  })
}
