import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { NewsItem } from '../../../shared/contract/credit/news.ts'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/skeleton.tsx'
import { FailureNotice, LoadFailure } from '../frames/load-failure.tsx'
import { TimeAgo } from '../i18n/time-ago.tsx'
import { useNewsPath } from './links.ts'
import { NewsDetail, NewsSign, useNewsTitle } from './news-words.tsx'
import sections from './sections.module.css'
import styles from './rows.module.css'
import { useNews } from './use-news.ts'

type NewsProps = {
  /** How many are shown before one asks for the others. */
  readonly atFirst?: number
}

/** What changed since one was last here: each leads to its page, and can be ticked off. */
export function News({ atFirst = 6 }: NewsProps) {
  const { t } = useTranslation('credit')
  const { shown, error, failure, tickOff, retry } = useNews()
  const [all, setAll] = useState(false)
  const open = shown?.filter(({ isTicked }) => !isTicked).length ?? 0
  const rows = all ? shown : shown?.slice(0, atFirst)
  const more = (shown?.length ?? 0) - (rows?.length ?? 0)
  return (
    <section
      className={sections['section']}
      data-empty={shown?.length === 0 || undefined}
      aria-labelledby="news"
    >
      <div className={sections['heading']}>
        <h2 className={sections['title']} id="news">
          {t('news.title')}
        </h2>
        {open > 0 && (
          <>
            <span className={sections['count']}>{t('news.count', { count: open })}</span>
            <Button variant="quiet" onClick={() => tickOff(null)}>
              {t('news.allSeen')}
            </Button>
          </>
        )}
      </div>
      {failure !== null && <FailureNotice error={failure} />}
      {shown === undefined && error !== null && (
        <LoadFailure means="nothingKept" error={error.error} {...retry} />
      )}
      {shown === undefined && error === null && <Loading text={t('news.loading')} />}
      {shown?.length === 0 && <p className={sections['quiet']}>{t('news.none')}</p>}
      {rows !== undefined && rows.length > 0 && (
        <ul>
          {rows.map((item) => (
            <NewsRow key={item.id} item={item} onTick={() => tickOff([item.id])} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <div>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('news.more', { count: more })}
          </Button>
        </div>
      )}
    </section>
  )
}

type NewsRowProps = { readonly item: NewsItem; readonly onTick: () => void }

function NewsRow({ item, onTick }: NewsRowProps) {
  const { t } = useTranslation('credit')
  const title = useNewsTitle(item)
  const path = useNewsPath()(item)
  return (
    <li className={styles['row']} data-handled={item.isTicked || undefined}>
      <NewsSign item={item} />
      <div className={styles['text']}>
        {path === null ? (
          <span className={styles['title']}>{title}</span>
        ) : (
          <Link className={styles['title']} href={path}>
            {title}
          </Link>
        )}
        <NewsDetail item={item} />
        <p className={styles['when']}>
          <TimeAgo at={item.at} />
        </p>
      </div>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          className={styles['box']}
          checked={item.isTicked}
          aria-label={t('news.seenLong', { item: title })}
          // Seen is seen: there is no way back from it, and none is needed.
          onChange={() => !item.isTicked && onTick()}
        />
        <span aria-hidden="true">{t('news.seen')}</span>
      </label>
    </li>
  )
}
