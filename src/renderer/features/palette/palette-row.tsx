import { Autocomplete } from '@base-ui/react/autocomplete'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import type { PaletteItem } from '../../../shared/contract/palette/routes.ts'
import type { Language } from '../../../shared/languages.ts'
import { useLanguage } from '../../common/i18n/languages.ts'
import { countryOf } from '../../common/i18n/names.ts'
import {
  AccountIcon,
  ArrowRightIcon,
  GridIcon,
  HelpIcon,
  InvoiceIcon,
  PartnersIcon,
  PolicyIcon,
} from '../../ui/icons.tsx'
import { entryLabel } from './entry-search.ts'
import styles from './palette.module.css'
import type { Row } from './rows.ts'

/** What tells a row from every other one. */
export function rowKey(row: Row): string {
  switch (row.kind) {
    case 'found':
      return `${row.item.kind} ${row.item.id}`
    case 'entry':
      return `entry ${row.entry.id}`
    case 'topic':
      return `topic ${row.topic.id}`
    case 'applyFor':
      return 'applyFor'
    default:
      return assertNever(row)
  }
}

type PaletteRowProps = {
  readonly row: Row
  readonly isUnavailable: boolean
  readonly onChoose: (row: Row) => void
}

/** One thing to go to or to do. */
export function PaletteRow({ row, isUnavailable, onChoose }: PaletteRowProps) {
  const { t } = useTranslation('palette')
  const { label, detail } = useRowWords(row)
  return (
    <Autocomplete.Item
      value={row}
      className={styles['row']}
      aria-disabled={isUnavailable || undefined}
      onClick={() => onChoose(row)}
    >
      {signOf(row)}
      <bdi className={styles['name']}>{label}</bdi>
      <span className={styles['detail']}>{isUnavailable ? t('offline') : detail}</span>
    </Autocomplete.Item>
  )
}

function useRowWords(row: Row): { readonly label: string; readonly detail: string } {
  const { t } = useTranslation(['palette', 'guide'])
  const language = useLanguage()
  switch (row.kind) {
    case 'found':
      return { label: row.item.name, detail: detailOf(row.item, language) }
    case 'entry':
      return { label: entryLabel(row.entry, language), detail: '' }
    case 'topic':
      return { label: t(`guide:topics.${row.topic.id}`), detail: '' }
    case 'applyFor':
      return { label: t('applyFor', { name: row.name }), detail: '' }
    default:
      return assertNever(row)
  }
}

function detailOf(item: PaletteItem, language: Language): string {
  switch (item.kind) {
    case 'buyer': {
      const parts = [item.town, countryOf(language, item.country), item.registrationNumber]
      return parts.filter((part) => part !== null && part.trim() !== '').join(' · ')
    }
    case 'policy':
      return `${item.id} · ${item.currency}`
    case 'case':
      return item.invoiceNumbers.join(' · ')
    case 'client':
      return countryOf(language, item.country)
    default:
      return assertNever(item)
  }
}

function signOf(row: Row): ReactElement {
  switch (row.kind) {
    case 'found':
      return foundSign(row.item)
    case 'entry':
      return row.entry.group === 'pages' ? <GridIcon size={18} /> : <ArrowRightIcon size={18} />
    case 'topic':
      return <HelpIcon size={18} />
    case 'applyFor':
      return <ArrowRightIcon size={18} />
    default:
      return assertNever(row)
  }
}

function foundSign({ kind }: PaletteItem): ReactElement {
  switch (kind) {
    case 'buyer':
      return <PartnersIcon size={18} />
    case 'policy':
      return <PolicyIcon size={18} />
    case 'case':
      return <InvoiceIcon size={18} />
    case 'client':
      return <AccountIcon size={18} />
    default:
      return assertNever(kind)
  }
}
