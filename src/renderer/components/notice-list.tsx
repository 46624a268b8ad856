import { useTranslation } from 'react-i18next'
import type { Notice as NoticeData } from '../../shared/ipc/notices.ts'
import { dismissNotice } from '../lib/app-store.ts'
import { Button } from './ui/button.tsx'
import { Notice, type NoticeTone } from './ui/notice.tsx'
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
} as const satisfies Record<NoticeData['code'], NoticeTone>

type NoticeListProps = { readonly notices: readonly NoticeData[] }

/** Each notice with its sentence and next step; all can be put away. */
export function NoticeList({ notices }: NoticeListProps) {
  const { t } = useTranslation(['errors', 'common'])
  return (
    <div className={styles['list']}>
      {notices.map(({ code, params }) => (
        <Notice
          key={code}
          tone={tones[code]}
          title={t(`${code}.message`, { ns: 'errors', ...params })}
          action={
            <Button variant="quiet" onClick={() => dismissNotice(code)}>
              {t('common:close')}
            </Button>
          }
        >
          {t(`${code}.next`, { ns: 'errors', ...params })}
        </Notice>
      ))}
    </div>
  )
}
