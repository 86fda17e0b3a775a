import {
  IconBan,
  IconCloudLock,
  IconCornerDownRight,
  IconDeviceDesktop,
  IconKey,
  IconLock,
  IconRefresh,
  IconRotateClockwise,
  IconRoute,
  IconServer2,
  IconShieldCheck,
  IconShieldHalf,
  IconZoomCode,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Lane, Row } from '../../../electron/picture/picture.ts'

export const laneIcons: Readonly<Record<Lane['id'], TablerIcon>> = {
  app: IconDeviceDesktop,
  vault: IconLock,
  aws: IconCloudLock,
  azure: IconCloudLock,
  proxy: IconRoute,
  server: IconShieldHalf,
  api: IconServer2,
}

export const rowIcons: Readonly<Record<NonNullable<Row['icon']>, TablerIcon>> = {
  secret: IconLock,
  verify: IconShieldCheck,
  introspect: IconZoomCode,
  revoke: IconBan,
  redirect: IconCornerDownRight,
  nonce: IconRefresh,
  renewal: IconRotateClockwise,
  keys: IconKey,
}
