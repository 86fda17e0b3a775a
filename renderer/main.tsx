import { installTrustedTypesPolicy } from './trusted-types.ts'

installTrustedTypesPolicy()
await import('./start.tsx')
