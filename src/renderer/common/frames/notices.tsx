import { lazy, Suspense, useState } from 'react'
import { useAppPart } from '../data/app-store.ts'
import type { Mended } from './notice-list.tsx'

const NoticeList = lazy(() =>
  import('./notice-list.tsx').then((module) => ({ default: module.NoticeList })),
)
const MendedNotice = lazy(() =>
  import('./mended-notice.tsx').then((module) => ({ default: module.MendedNotice })),
)

/** What main has to tell: most often nothing, so its words are fetched only when there is something. */
export function Notices() {
  const notices = useAppPart((state) => state?.notices) ?? []
  const [mended, setMended] = useState<Mended | null>(null)
  if (notices.length === 0 && mended === null) return null
  return (
    <Suspense>
      {mended !== null && <MendedNotice what={mended} onClose={() => setMended(null)} />}
      {notices.length > 0 && <NoticeList notices={notices} onMended={setMended} />}
    </Suspense>
  )
}
