/** The words of written tables, in every language: such a file is made in any of them. */
import { cases as deCases } from '../../../../shared/i18n/de/cases.ts'
import { creditFile as deFile } from '../../../../shared/i18n/de/credit-file.ts'
import { credit as de } from '../../../../shared/i18n/de/credit.ts'
import { dashboard as deDashboard } from '../../../../shared/i18n/de/dashboard.ts'
import { cases as enCases } from '../../../../shared/i18n/en/cases.ts'
import { creditFile as enFile } from '../../../../shared/i18n/en/credit-file.ts'
import { credit as en } from '../../../../shared/i18n/en/credit.ts'
import { dashboard as enDashboard } from '../../../../shared/i18n/en/dashboard.ts'
import { cases as esCases } from '../../../../shared/i18n/es/cases.ts'
import { creditFile as esFile } from '../../../../shared/i18n/es/credit-file.ts'
import { credit as es } from '../../../../shared/i18n/es/credit.ts'
import { dashboard as esDashboard } from '../../../../shared/i18n/es/dashboard.ts'
import { cases as frCases } from '../../../../shared/i18n/fr/cases.ts'
import { creditFile as frFile } from '../../../../shared/i18n/fr/credit-file.ts'
import { credit as fr } from '../../../../shared/i18n/fr/credit.ts'
import { dashboard as frDashboard } from '../../../../shared/i18n/fr/dashboard.ts'
import { cases as itCases } from '../../../../shared/i18n/it/cases.ts'
import { creditFile as itFile } from '../../../../shared/i18n/it/credit-file.ts'
import { credit as it } from '../../../../shared/i18n/it/credit.ts'
import { dashboard as itDashboard } from '../../../../shared/i18n/it/dashboard.ts'
import { cases as nlCases } from '../../../../shared/i18n/nl/cases.ts'
import { creditFile as nlFile } from '../../../../shared/i18n/nl/credit-file.ts'
import { credit as nl } from '../../../../shared/i18n/nl/credit.ts'
import { dashboard as nlDashboard } from '../../../../shared/i18n/nl/dashboard.ts'
import type { Texts } from '../../../../shared/i18n/texts.ts'
import type { Language } from '../../../../shared/languages.ts'

export type CreditFileTexts = Texts<typeof frFile>

export const creditFileTexts: Readonly<Record<Language, CreditFileTexts>> = {
  fr: frFile,
  nl: nlFile,
  en: enFile,
  de: deFile,
  es: esFile,
  it: itFile,
}

type FigureTitles = Texts<typeof frDashboard>['rows']['columns']

type CaseTexts = Texts<typeof frCases>

export type ColumnTitles = FigureTitles & CaseTexts['columns'] & CreditFileTexts['columns']

/** What columns are called: as on the screen, where the file has no words of its own. */
export const columnTitles: Readonly<Record<Language, ColumnTitles>> = {
  fr: { ...frDashboard.rows.columns, ...frCases.columns, ...frFile.columns },
  nl: { ...nlDashboard.rows.columns, ...nlCases.columns, ...nlFile.columns },
  en: { ...enDashboard.rows.columns, ...enCases.columns, ...enFile.columns },
  de: { ...deDashboard.rows.columns, ...deCases.columns, ...deFile.columns },
  es: { ...esDashboard.rows.columns, ...esCases.columns, ...esFile.columns },
  it: { ...itDashboard.rows.columns, ...itCases.columns, ...itFile.columns },
}

/** What a limit's status is called, as on the screen. */
export const statusTexts: Readonly<Record<Language, Texts<typeof fr>['status']>> = {
  fr: fr.status,
  nl: nl.status,
  en: en.status,
  de: de.status,
  es: es.status,
  it: it.status,
}

/** What cases say, as on the screen. */
export const caseTexts: Readonly<Record<Language, Pick<CaseTexts, 'status' | 'steps'>>> = {
  fr: frCases,
  nl: nlCases,
  en: enCases,
  de: deCases,
  es: esCases,
  it: itCases,
}
