import { z } from 'zod'
import { httpUrlRule, proxyUrlRule } from '../vocabulary/url-rules.ts'
import { text } from './text.ts'

export const httpUrlSchema = text(httpUrlRule)
export const proxyUrlSchema = text(proxyUrlRule)
export const optionalHttpUrlSchema = z.union([z.literal(''), httpUrlSchema])
