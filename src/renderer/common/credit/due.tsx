import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DueItem } from '../../../shared/contract/credit/news.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { formatMoney } from '../../../shared/i18n/money.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Unbroken } from '../../ui/unbroken.tsx'
import { formatCalendarDay } from '../i18n/format.ts'
import { useLanguage } from '../i18n/languages.ts'
import { LimitChange } from './limit-change.tsx'
import { useDuePath, useHasService } from './links.ts'
import styles from './rows.module.css'
import sections from './sections.module.css'
import { EndSign, StatusSign } from './signs.tsx'
import { useDue } from './use-news.ts'

type DueListProps = {
  /** How many are shown before one asks for the others. */
  readonly atFirst?: number
}

/** What stands for something to do, each with what that is; nothing at all where nothing does. */
export function Due({ atFirst = 5 }: DueListProps) {
  const { t } = useTranslation('credit')
  const items = useDue()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const rows = all ? items : items.slice(0, atFirst)
  const more = items.length - rows.length
  return (
    <section className={sections['section']} aria-labelledby="due">
      <div className={sections['heading']}>
        <h2 className={sections['title']} id="due">
          {t('due.title')}
        </h2>
      </div>
      <ul>
        {rows.map((item) => (
          <DueRow key={`${item.kind} ${idOf(item)}`} item={item} />
        ))}
      </ul>
      {more > 0 && (
        <div>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('due.more', { count: more })}
          </Button>
        </div>
      )}
    </section>
  )
}

type DueProps = { readonly item: DueItem }

function DueRow({ item }: DueProps) {
  const { t } = useTranslation('credit')
  const path = useDuePath()(item)
  const { kind, buyer } = item
  const action = t(useHasService('servnet') ? `due.${kind}.action` : 'due.openBuyer')
  return (
    <li className={styles['row']}>
      {kind === 'pending_since' ? <StatusSign status="pending" /> : <EndSign />}
      <div className={styles['text']}>
        <p className={styles['title']}>{t(`due.${kind}.title`, { buyer })}</p>
        <p className={styles['change']}>
          <When item={item} />
        </p>
        <p className={styles['next']}>{t(`due.${kind}.next`)}</p>
      </div>
      <Link
        className={`${buttonClass('secondary')} ${styles['action']}`}
        href={path}
        aria-label={t('due.actionLong', { action, buyer })}
      >
        {action}
      </Link>
    </li>
  )
}

/** How much, and from when on or until when. */
function When({ item }: DueProps) {
  const { t } = useTranslation('credit')
  const language = useLanguage()
  switch (item.kind) {
    case 'limit_ends':
      return t('due.limit_ends.when', {
        amount: formatMoney(language, item.amount),
        date: formatCalendarDay(language, item.on),
      })
    case 'cut_takes_effect':
      return (
        <>
          <LimitChange from={item.from} to={item.to} />{' '}
          <Unbroken>
            {t('due.cut_takes_effect.when', { date: formatCalendarDay(language, item.on) })}
          </Unbroken>
        </>
      )
    case 'pending_since':
      return t('due.pending_since.when', {
        amount: formatMoney(language, item.amount),
        date: formatCalendarDay(language, item.since),
      })
    default:
      return assertNever(item)
  }
}

function idOf(item: DueItem): string {
  return item.kind === 'pending_since' ? item.applicationId : `${item.limitId} ${item.on}`
}
