import type { NetworkPolicy } from '../../../../electron/contract/network-policy.ts'
import { proxyBypassRule, proxyUserRule } from '../../../../electron/vocabulary/environment-rules.ts'
import { certificateRule, fingerprintRule, pathRule } from '../../../../electron/vocabulary/file-rules.ts'
import { problemOfNumber } from '../../../../electron/vocabulary/number-rule.ts'
import { timeLimitRules } from '../../../../electron/vocabulary/number-rules.ts'
import { problemOf } from '../../../../electron/vocabulary/text-rule.ts'
import { proxyUrlRule } from '../../../../electron/vocabulary/url-rules.ts'
import { onlyProblems, type Problems } from '../only-problems.ts'

/** What is wrong with a network policy, by its field. */
export const networkProblems = ({ proxy, clientCertificate, timeLimits, ...policy }: NetworkPolicy): Problems =>
  onlyProblems({
    'proxy.url': problemOf(proxyUrlRule, proxy.url),
    'proxy.username': problemOf(proxyUserRule, proxy.username),
    'proxy.bypass': problemOf(proxyBypassRule, proxy.bypass),
    ca: problemOf(certificateRule, policy.ca),
    caFile: problemOf(pathRule, policy.caFile),
    'clientCertificate.certificate': problemOf(certificateRule, clientCertificate.certificate),
    'clientCertificate.certificateFile': problemOf(pathRule, clientCertificate.certificateFile),
    'clientCertificate.keyFile': problemOf(pathRule, clientCertificate.keyFile),
    'timeLimits.connect': problemOfNumber(timeLimitRules.connect, timeLimits.connect),
    'timeLimits.firstByte': problemOfNumber(timeLimitRules.firstByte, timeLimits.firstByte),
    'timeLimits.total': problemOfNumber(timeLimitRules.total, timeLimits.total),
    acceptedCertificate: problemOf(fingerprintRule, policy.acceptedCertificate),
  })
