/** What one piece of news is called, by how much something changed, and its sign. */
import { useTranslation } from 'react-i18next'
import type { NewsItem } from '../../../shared/contract/credit/news.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { Unbroken } from '../../ui/unbroken.tsx'
import { formatCalendarDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import { LimitChange } from './limit-change.tsx'
import { AlertSign, MessageSign, StatusSign } from './signs.tsx'
import styles from './rows.module.css'

type NewsProps = { readonly item: NewsItem }

/** In one sentence, with the buyer's name. */
export function useNewsTitle(item: NewsItem): string {
  const { t } = useTranslation(['credit', 'servnet'])
  switch (item.kind) {
    case 'alert':
      return t(`servnet:alerts.${item.alertKind}`, { buyer: item.buyer })
    case 'decision':
      return t(`news.decision.${item.status}`, { buyer: item.buyer })
    case 'message':
      return t('news.message', { title: item.title })
    default:
      return assertNever(item)
  }
}

/** By how much, and from when on; nothing where that is not known. */
export function NewsDetail({ item }: NewsProps) {
  switch (item.kind) {
    case 'alert':
      return <AlertDetail item={item} />
    case 'decision':
      return <DecisionDetail item={item} />
    case 'message':
      return null
    default:
      return assertNever(item)
  }
}

function AlertDetail({ item }: { readonly item: Extract<NewsItem, { kind: 'alert' }> }) {
  const { t } = useTranslation('alerts')
  const language = useLanguage()
  const { from, to, effectiveOn } = item
  if ((from ?? to ?? effectiveOn) === null) return null
  return (
    <p className={styles['change']}>
      <LimitChange from={from} to={to} />{' '}
      {effectiveOn !== null && (
        <Unbroken>{t('effective', { date: formatCalendarDay(language, effectiveOn) })}</Unbroken>
      )}
    </p>
  )
}

function DecisionDetail({ item }: { readonly item: Extract<NewsItem, { kind: 'decision' }> }) {
  const { t } = useTranslation('credit')
  const language = useLanguage()
  const asked = formatMoney(language, item.asked)
  return (
    <p className={styles['change']}>
      {item.granted === null
        ? t('news.asked', { asked })
        : t('news.granted', { asked, granted: formatMoney(language, item.granted) })}
    </p>
  )
}

/** Good or bad at a glance; the sentence beside it says the same. */
export function NewsSign({ item }: NewsProps) {
  switch (item.kind) {
    case 'alert':
      return <AlertSign kind={item.alertKind} />
    case 'decision':
      return <StatusSign status={item.status} />
    case 'message':
      return <MessageSign />
    default:
      return assertNever(item)
  }
}
