import { z } from 'zod'
import { installTrustedTypesPolicy } from './trusted-types.ts'

// The Content Security Policy forbids the code that zod would generate; schemas decide on it when they are made.
z.config({ jitless: true })
installTrustedTypesPolicy()
await import('./start.tsx')
