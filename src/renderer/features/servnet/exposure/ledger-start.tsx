import { useTranslation } from 'react-i18next'
import {
  ledgerAgeFields,
  ledgerFields,
  mostLedgerLines,
  neededLedgerFields,
  type LedgerField,
} from '../../../../shared/contract/servnet/exposure.ts'
import { formatTotal } from '../../../common/credit/list-formats.ts'
import { useLanguage } from '../../../common/i18n/languages.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { ShieldIcon } from '../../../ui/icons.tsx'
import styles from './exposure.module.css'
import type { Exposure } from './use-exposure.ts'

const isAge = (field: LedgerField) => ledgerAgeFields.some((one) => one === field)
const isNeeded = (field: LedgerField) => neededLedgerFields.some((one) => one === field)

/** Where no ledger is kept: what it is for, what it has to hold, and the way to open one. */
export function LedgerStart({ exposure }: { readonly exposure: Exposure }) {
  const { t } = useTranslation('exposure')
  const language = useLanguage()
  return (
    <div className={styles['start']}>
      <p>{t('start.what')}</p>
      <p className={styles['stays']}>
        <ShieldIcon />
        <strong>{t('start.stays')}</strong>
      </p>
      <dl className={styles['needs']}>
        <Fields title={t('start.needed')} fields={ledgerFields.filter(isNeeded)} />
        <Fields
          title={t('start.useful')}
          fields={ledgerFields.filter((field) => !isNeeded(field) && !isAge(field))}
        />
      </dl>
      <p className={styles['quiet']}>{t('start.aged')}</p>
      <ButtonRow>
        <Button
          busy={exposure.busy === 'opening'}
          busyLabel={t('start.reading')}
          onClick={exposure.open}
        >
          {t('start.open')}
        </Button>
      </ButtonRow>
      <p className={styles['quiet']}>
        {t('start.formats', { max: formatTotal(language, mostLedgerLines) })}
      </p>
    </div>
  )
}

type FieldsProps = { readonly title: string; readonly fields: readonly LedgerField[] }

function Fields({ title, fields }: FieldsProps) {
  const { t } = useTranslation('exposure')
  return (
    <div>
      <dt>{title}</dt>
      {fields.map((field) => (
        <dd key={field}>{t(`fields.${field}`)}</dd>
      ))}
    </div>
  )
}
