import type { ReviewPlace } from '../../catalogue/review/entry.ts'
import { fieldLabel } from '../field-labels.ts'
import { probeTitles } from './probes.ts'

/** Where in the app it is changed, or seen: the text of a link. */
export function reviewPlaceText(place: ReviewPlace): string {
  switch (place.kind) {
    case 'field':
      return `Configure, ${fieldLabel(place.field) ?? place.field}`
    case 'tab':
      return tabs[place.tab]
    case 'settings':
      return `Settings, ${regions[place.region]}`
    case 'page':
      return pages[place.page]
    case 'watch':
      return 'Activity, Watch'
    case 'probe':
      return `Probe “${probeTitles[place.probe]}”`
  }
}

const tabs: Readonly<Record<Extract<ReviewPlace, { kind: 'tab' }>['tab'], string>> = {
  flow: 'Flow',
  token: 'Token',
  introspection: 'Introspection',
  'api-calls': 'API calls',
  activity: 'Activity',
  review: 'Review',
}

const regions: Readonly<Record<Extract<ReviewPlace, { kind: 'settings' }>['region'], string>> = {
  secrets: 'Secrets',
  history: 'History',
  backups: 'Backups',
  notifications: 'Notifications',
  sandbox: 'Sandbox',
}

const pages: Readonly<Record<Extract<ReviewPlace, { kind: 'page' }>['page'], string>> = {
  history: 'History',
  audit: 'Audit trail',
  export: 'Export environments',
}
