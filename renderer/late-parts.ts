import './mantine-late.css'
import { spotlight } from '@mantine/spotlight'
import { Notifications } from '@mantine/notifications'
import { AuditTrailPage } from './features/audit-trail/AuditTrailPage.tsx'
import { ActivityTab } from './features/activity/ActivityTab.tsx'
import { RangeChoice } from './features/activity/RangeChoice.tsx'
import { StepPanel } from './features/activity/StepPanel.tsx'
import { WatchButton } from './features/activity/WatchButton.tsx'
import { ApiCallsTab } from './features/api-calls/ApiCallsTab.tsx'
import { ComparePage } from './features/compare/ComparePage.tsx'
import { ConfigureTab } from './features/environments/ConfigureTab.tsx'
import { NewEnvironmentPage } from './features/environments/NewEnvironmentPage.tsx'
import { AskUnsaved } from './features/environments/unsaved/AskUnsaved.tsx'
import { ExchangeDetails } from './features/exchange/ExchangeDetails.tsx'
import { InspectorPage } from './features/inspector/InspectorPage.tsx'
import { IntrospectionTab } from './features/introspection/IntrospectionTab.tsx'
import { ReviewActs } from './features/review/ReviewActs.tsx'
import { ReviewPanel } from './features/review/ReviewPanel.tsx'
import { ReviewTab } from './features/review/ReviewTab.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { ExportPage } from './features/sharing/export/ExportPage.tsx'
import { ImportPage } from './features/sharing/import/ImportPage.tsx'
import { SharingKeys } from './features/sharing/SharingKeys.tsx'
import { FilterBar } from './features/sidebar/FilterBar.tsx'
import { RowMenu } from './features/sidebar/RowMenu.tsx'
import { Everywhere } from './Everywhere.tsx'
import { FlowPage } from './FlowPage.tsx'
import { HistoryWithFlows } from './HistoryWithFlows.tsx'
import { StepDetails } from './StepDetails.tsx'
import { TokenTab } from './features/token/TokenTab.tsx'
import { warn } from './ui/warn.ts'

/** What the first picture does not show. One file, because each file that is served costs main what a smaller one saves. */
export const lateParts = {
  ActivityTab,
  ApiCallsTab,
  AskUnsaved,
  AuditTrailPage,
  ComparePage,
  ConfigureTab,
  Everywhere,
  ExchangeDetails,
  ExportPage,
  FlowPage,
  FilterBar,
  HistoryWithFlows,
  ImportPage,
  InspectorPage,
  IntrospectionTab,
  NewEnvironmentPage,
  Notifications,
  RangeChoice,
  ReviewActs,
  ReviewPanel,
  ReviewTab,
  RowMenu,
  SettingsPage,
  SharingKeys,
  StepDetails,
  StepPanel,
  TokenTab,
  WatchButton,
  openSearch: spotlight.open,
  warn,
}

export type LateParts = typeof lateParts
