import 'i18next'
import type { alerts } from '../../../shared/i18n/fr/alerts.ts'
import type { buyers } from '../../../shared/i18n/fr/buyers.ts'
import type { cases } from '../../../shared/i18n/fr/cases.ts'
import type { collectnet } from '../../../shared/i18n/fr/collectnet.ts'
import type { apply } from '../../../shared/i18n/fr/apply.ts'
import type { batch } from '../../../shared/i18n/fr/batch.ts'
import type { common } from '../../../shared/i18n/fr/common.ts'
import type { credit } from '../../../shared/i18n/fr/credit.ts'
import type { dashboard } from '../../../shared/i18n/fr/dashboard.ts'
import type { enrolment } from '../../../shared/i18n/fr/enrolment.ts'
import type { errors } from '../../../shared/i18n/fr/errors.ts'
import type { exposure } from '../../../shared/i18n/fr/exposure.ts'
import type { forms } from '../../../shared/i18n/fr/forms.ts'
import type { grid } from '../../../shared/i18n/fr/grid.ts'
import type { guide } from '../../../shared/i18n/fr/guide.ts'
import type { help } from '../../../shared/i18n/fr/help.ts'
import type { insights } from '../../../shared/i18n/fr/insights.ts'
import type { partners } from '../../../shared/i18n/fr/partners.ts'
import type { offline } from '../../../shared/i18n/fr/offline.ts'
import type { lock } from '../../../shared/i18n/fr/lock.ts'
import type { monthPack } from '../../../shared/i18n/fr/month-pack.ts'
import type { notificationSettings } from '../../../shared/i18n/fr/notification-settings.ts'
import type { palette } from '../../../shared/i18n/fr/palette.ts'
import type { passwords } from '../../../shared/i18n/fr/passwords.ts'
import type { products } from '../../../shared/i18n/fr/products.ts'
import type { profile } from '../../../shared/i18n/fr/profile.ts'
import type { servnet } from '../../../shared/i18n/fr/servnet.ts'
import type { recovery } from '../../../shared/i18n/fr/recovery.ts'
import type { services } from '../../../shared/i18n/fr/services.ts'
import type { shell } from '../../../shared/i18n/fr/shell.ts'
import type { signIn } from '../../../shared/i18n/fr/sign-in.ts'
import type { tables } from '../../../shared/i18n/fr/tables.ts'
import type { updates } from '../../../shared/i18n/fr/updates.ts'
import type { whatIf } from '../../../shared/i18n/fr/what-if.ts'

declare module 'i18next' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- i18next asks for merging
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      alerts: typeof alerts
      buyers: typeof buyers
      apply: typeof apply
      batch: typeof batch
      cases: typeof cases
      collectnet: typeof collectnet
      common: typeof common
      credit: typeof credit
      dashboard: typeof dashboard
      enrolment: typeof enrolment
      errors: typeof errors
      exposure: typeof exposure
      forms: typeof forms
      grid: typeof grid
      guide: typeof guide
      help: typeof help
      insights: typeof insights
      partners: typeof partners
      offline: typeof offline
      lock: typeof lock
      'month-pack': typeof monthPack
      'notification-settings': typeof notificationSettings
      palette: typeof palette
      passwords: typeof passwords
      products: typeof products
      profile: typeof profile
      recovery: typeof recovery
      servnet: typeof servnet
      services: typeof services
      shell: typeof shell
      'sign-in': typeof signIn
      tables: typeof tables
      updates: typeof updates
      'what-if': typeof whatIf
    }
  }
}
