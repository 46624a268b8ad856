import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice as NoticeData } from '../../../shared/contract/notices.ts'
import {
  retryableNotices,
  type RetryableNotice,
} from '../../../shared/contract/retryable-notices.ts'
import { dismissNotice, keychainMended } from '../data/app-store.ts'
import { callPortal } from '../data/portal.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'
import styles from './notice-list.module.css'

const tones = {
  keychain_absent: 'warning',
  keychain_locked: 'warning',
  keychain_refused: 'warning',
  disk_full: 'warning',
  storage_failed: 'warning',
  configuration_invalid: 'error',
  already_running: 'information',
  deep_link_invalid: 'information',
  link_not_opened: 'warning',
  store_damaged: 'warning',
  store_key_missing: 'warning',
  store_newer: 'warning',
  store_not_migrated: 'warning',
  store_unavailable: 'warning',
  update_went_back: 'information',
} as const satisfies Record<NoticeData['code'], NoticeTone>

/** What works again, after another try. */
export type Mended = 'keychain' | 'session' | 'storage'

type NoticeListProps = {
  readonly notices: readonly NoticeData[]
  readonly onMended: (what: Mended) => void
}

/** Each notice with its sentence and next step; all can be put away. */
export function NoticeList({ notices, onMended }: NoticeListProps) {
  const { t } = useTranslation(['errors', 'forms', 'common'])
  return (
    <div className={styles['list']}>
      {notices.map(({ code, params }) => (
        <Notice
          key={code}
          tone={tones[code]}
          title={t(`${code}.message`, { ns: 'errors', ...params })}
          action={
            <>
              {isRetryable(code) && <Retry code={code} onMended={onMended} />}
              <Button variant="quiet" onClick={() => dismissNotice(code)}>
                {t('common:close')}
              </Button>
            </>
          }
        >
          {t(`${code}.next`, { ns: 'errors', ...params })}
        </Notice>
      ))}
    </div>
  )
}

function isRetryable(code: NoticeData['code']): code is RetryableNotice {
  return retryableNotices.some((one) => one === code)
}

type RetryProps = Pick<NoticeListProps, 'onMended'> & { readonly code: RetryableNotice }

/** Tries again at once, and says where nothing has changed. */
function Retry({ code, onMended }: RetryProps) {
  const { t } = useTranslation(['errors', 'forms'])
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const retry = async () => {
    setState('busy')
    const result = await callPortal('app.retryNotice', { code })
    if (!result.ok) return setState('failed')
    const ofStorage = code === 'disk_full' || code === 'storage_failed'
    onMended(ofStorage ? 'storage' : result.data.sessionKept ? 'session' : 'keychain')
    // Where another notice is about it, the event that withdraws it comes by itself.
    dismissNotice(code)
    if (!ofStorage) keychainMended(result.data.session)
    return undefined
  }
  return (
    <>
      <output className={styles['still']}>{state === 'failed' && t('retried.still')}</output>
      <Button variant="secondary" busy={state === 'busy'} onClick={() => void retry()}>
        {t('retry', { ns: 'forms' })}
      </Button>
    </>
  )
}
