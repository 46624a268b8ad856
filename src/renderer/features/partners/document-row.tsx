import { useTranslation } from 'react-i18next'
import type { PartnerDocument } from '../../../shared/contract/partners/documents.ts'
import { localeOf } from '../../../shared/i18n/locale.ts'
import type { Language } from '../../../shared/languages.ts'
import { documentEndingOf } from '../../../shared/rules/document-content.ts'
import { formatDay } from '../../common/i18n/format.ts'
import { languageNames, useLanguage } from '../../common/i18n/languages.ts'
import { Button } from '../../ui/button.tsx'
import { PolicyIcon } from '../../ui/icons.tsx'
import styles from './documents.module.css'
import type { useDocumentFile } from './use-document-file.ts'

type DocumentRowProps = {
  readonly document: PartnerDocument
  readonly files: ReturnType<typeof useDocumentFile>
}

/** One document: what it is, in which language, from when, how large, and what one does with it. */
export function DocumentRow({ document, files }: DocumentRowProps) {
  const { t } = useTranslation('partners')
  const language = useLanguage()
  const { id, title, language: written, publishedAt, bytes, fileName } = document
  const kind = (documentEndingOf(fileName) ?? '').toUpperCase()
  const isBusy = (deed: 'open' | 'save') => files.busy?.id === id && files.busy.deed === deed
  return (
    <li className={styles['document']}>
      <PolicyIcon />
      <div className={styles['text']}>
        <p className={styles['name']} lang={written}>
          <bdi>{title}</bdi>
        </p>
        <p className={styles['facts']}>
          <span lang={written}>{languageNames[written]}</span>
          <time dateTime={publishedAt}>{formatDay(language, publishedAt)}</time>
          <span>
            {kind}, {formatSize(language, bytes)}
          </span>
        </p>
      </div>
      <div className={styles['actions']}>
        <Button
          variant="secondary"
          busy={isBusy('open')}
          aria-label={t('documents.openOne', { name: title })}
          onClick={() => files.open(id)}
        >
          {t('documents.open')}
        </Button>
        <Button
          variant="secondary"
          busy={isBusy('save')}
          aria-label={t('documents.saveOne', { name: title })}
          onClick={() => files.save(id)}
        >
          {t('documents.save')}
        </Button>
      </div>
    </li>
  )
}

const kilobyte = 1_000
const megabyte = 1_000 * kilobyte

/** "12 kB" or "3.4 MB", as `language` writes it; never nothing. */
function formatSize(language: Language, bytes: number): string {
  const isLarge = bytes >= megabyte
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(1, bytes / (isLarge ? megabyte : kilobyte)))
}
