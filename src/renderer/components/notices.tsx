import { lazy, Suspense } from 'react'
import { useAppPart } from '../lib/app-store.ts'

const NoticeList = lazy(() =>
  import('./notice-list.tsx').then((module) => ({ default: module.NoticeList })),
)

/** What main has to tell: most often nothing, so its words are fetched only when there is something. */
export function Notices() {
  const notices = useAppPart((state) => state?.notices)
  if (notices === undefined || notices.length === 0) return null
  return (
    <Suspense>
      <NoticeList notices={notices} />
    </Suspense>
  )
}
