/** The words of a printed month pack that main writes, in every language: its name, and what stands beneath each sheet. */
import { dashboard as deDashboard } from '../../../shared/i18n/de/dashboard.ts'
import { monthPack as de } from '../../../shared/i18n/de/month-pack.ts'
import { dashboard as enDashboard } from '../../../shared/i18n/en/dashboard.ts'
import { monthPack as en } from '../../../shared/i18n/en/month-pack.ts'
import { dashboard as esDashboard } from '../../../shared/i18n/es/dashboard.ts'
import { monthPack as es } from '../../../shared/i18n/es/month-pack.ts'
import { dashboard as frDashboard } from '../../../shared/i18n/fr/dashboard.ts'
import { monthPack as fr } from '../../../shared/i18n/fr/month-pack.ts'
import { dashboard as itDashboard } from '../../../shared/i18n/it/dashboard.ts'
import { monthPack as it } from '../../../shared/i18n/it/month-pack.ts'
import { dashboard as nlDashboard } from '../../../shared/i18n/nl/dashboard.ts'
import { monthPack as nl } from '../../../shared/i18n/nl/month-pack.ts'
import type { Language } from '../../../shared/languages.ts'

export type PaperTexts = {
  /** Of the file, without a month. */
  readonly name: string
  readonly footer: string
}

export const monthPackFileTexts: Readonly<Record<Language, PaperTexts>> = {
  fr: { name: fr.file, footer: frDashboard.footer.confidential },
  nl: { name: nl.file, footer: nlDashboard.footer.confidential },
  en: { name: en.file, footer: enDashboard.footer.confidential },
  de: { name: de.file, footer: deDashboard.footer.confidential },
  es: { name: es.file, footer: esDashboard.footer.confidential },
  it: { name: it.file, footer: itDashboard.footer.confidential },
}
