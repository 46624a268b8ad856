/** What choosing a row of the palette does. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { assertNever } from '../../../shared/assert-never.ts'
import type { PaletteItem } from '../../../shared/contract/palette/routes.ts'
import type { RouteInput } from '../../../shared/contract/routes.ts'
import { useClientViewPath, useHasService } from '../../common/credit/links.ts'
import { useExport } from '../../common/credit/use-export.tsx'
import { changeLanguage } from '../../common/data/app-store.ts'
import { useCheck, useIsOffline } from '../../common/data/portal-status.ts'
import { callPortal } from '../../common/data/portal.ts'
import { lockQuery } from '../../common/data/queries.ts'
import { inView, useClientInView } from '../../common/navigation/client-view.tsx'
import { copyPageLink } from '../../common/navigation/confirmations.ts'
import { applyPath, buyerPath, casePath, paths } from '../../common/navigation/navigation.ts'
import { showStatusSheet } from '../../common/navigation/overlays.ts'
import { topicPath } from '../../common/help/topics.ts'
import { useSignOut } from '../../common/navigation/sign-out.ts'
import { useSendNow } from '../../common/offline/outbox-actions.ts'
import type { EntryDeed, PaletteEntry } from './entries.ts'
import type { Row } from './rows.ts'

export type Choices = {
  /** Whether nothing comes of choosing it now. */
  readonly isUnavailable: (row: Row) => boolean
  readonly choose: (row: Row) => void
  /** What came of an export, while the palette is still open. */
  readonly exported: ReturnType<typeof useExport>['outcome']
}

/** @param leave closes the palette; `isElsewhere` where the focus goes on somewhere else */
export function useChoices(leave: (isElsewhere: boolean) => void): Choices {
  const [, navigate] = useLocation()
  const client = useClientInView()
  const isOffline = useIsOffline()
  const itemPath = useItemPath()
  const perform = useDeeds()
  const { outcome, save } = useExport()
  const isUnavailable = (row: Row) => row.kind === 'entry' && row.entry.needsPortal && isOffline
  const open = (path: string) => {
    leave(true)
    navigate(path)
  }
  const chooseEntry = ({ id, deed }: PaletteEntry) => {
    // Neither is where one goes on from.
    if (deed.kind !== 'signOut' && deed.kind !== 'lock') note({ kind: 'entry', id })
    if (deed.kind === 'open') return open(deed.path)
    // Stays, to say what came of it.
    if (deed.kind === 'export') return save(exportOf(deed.table, client))
    leave(deed.kind === 'showWaiting')
    perform(deed)
  }
  const choose = (row: Row) => {
    if (isUnavailable(row)) return
    switch (row.kind) {
      case 'found':
        note({ kind: row.item.kind, id: row.item.id })
        return open(itemPath(row.item))
      case 'applyFor':
        return open(applyPath({ name: row.name }))
      case 'topic':
        return open(topicPath(row.topic.id))
      case 'entry':
        return chooseEntry(row.entry)
      default:
        return assertNever(row)
    }
  }
  return { isUnavailable, choose, exported: outcome }
}

function note(choice: RouteInput<'palette.noteChoice'>['choice']): void {
  void callPortal('palette.noteChoice', { choice })
}

/** In a client's view that client's alone. */
function exportOf(kind: 'buyers' | 'limits', client: string | null): RouteInput<'credit.export'> {
  return { format: 'xlsx', columns: null, table: { kind, filters: inView(client) } }
}

/** Where a thing that was found leads: to its page, in a service that the person has. */
function useItemPath(): (item: PaletteItem) => string {
  const [servnet, insights] = [useHasService('servnet'), useHasService('insights')]
  const clientView = useClientViewPath()
  return (item) => {
    switch (item.kind) {
      case 'buyer':
        return insights ? buyerPath(item.id) : applyPath({ buyerId: item.id })
      case 'case':
        return casePath(item.id)
      case 'client':
        return clientView(item.id)
      case 'policy': {
        const list = servnet ? paths.limits : paths.buyers
        return `${list}?${new URLSearchParams({ policy: item.id }).toString()}`
      }
      default:
        return assertNever(item)
    }
  }
}

type Deed = Exclude<EntryDeed, { readonly kind: 'open' | 'export' }>

/** What is done at once, wherever one is. */
function useDeeds(): (deed: Deed) => void {
  const [, navigate] = useLocation()
  const { signOut } = useSignOut()
  const { check } = useCheck()
  const { send } = useSendNow()
  const isLockOn = useQuery(lockQuery).data?.lock.kind === 'on'
  return (deed) => {
    switch (deed.kind) {
      case 'language':
        return void changeLanguage(deed.language)
      case 'refresh':
        return void check()
      case 'sendNow':
        return void send()
      case 'showWaiting':
        return showStatusSheet(true)
      case 'copyLink':
        return void copyPageLink()
      case 'copyVersion':
        return void callPortal('app.copyVersion', {})
      case 'lock':
        return isLockOn ? void callPortal('lock.lock', {}) : navigate(paths.profileLock)
      case 'signOut':
        return signOut()
      default:
        return assertNever(deed)
    }
  }
}
