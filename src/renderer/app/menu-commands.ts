/** What the application menu, its keys and the mouse's buttons ask for, wherever one is. */
import { navigate } from 'wouter/use-browser-location'
import { assertNever } from '../../shared/assert-never.ts'
import type { MenuCommand } from '../../shared/contract/app/routes.ts'
import { serviceHomes } from '../../shared/services.ts'
import { togglePalette } from '../common/navigation/overlays.ts'
import { helpPathFrom } from '../common/help/topics.ts'
import { copyPageLink } from '../common/navigation/confirmations.ts'
import { unlessBlocked } from '../common/navigation/navigation-blocker.ts'
import { alertPath, applicationPath, messagePath, paths } from '../common/navigation/navigation.ts'

/** What only a part of the page that is drawn can do. */
export type Drawn = {
  readonly showAbout: () => void
}

/** Does it; pages with something unsaved ask first, as before any other way out. */
export function follow(command: MenuCommand, { showAbout }: Drawn): void {
  switch (command.kind) {
    case 'about':
      return showAbout()
    case 'help':
      return goTo(helpPathFrom(location.pathname))
    case 'profile':
      return goTo(paths.profile)
    case 'lockSettings':
      return goTo(paths.profileLock)
    case 'service':
      return goTo(serviceHomes[command.service])
    case 'home':
      return goTo(paths.servnet)
    case 'applications':
      return goTo(paths.applications)
    case 'alerts':
      return goTo(paths.alerts)
    case 'messages':
      return goTo(paths.messages)
    case 'alert':
      return goTo(alertPath(command.id))
    case 'message':
      return goTo(messagePath(command.id))
    case 'application':
      return goTo(applicationPath(command.id))
    case 'palette':
      return togglePalette()
    case 'copyLink':
      return void copyPageLink()
    case 'back':
      return history.back()
    case 'forward':
      return history.forward()
    case 'refresh':
      // Whoever shows data fetches it again by itself (`followed-data.ts`).
      return undefined
    default:
      return assertNever(command)
  }
}

function goTo(path: string): void {
  unlessBlocked(() => navigate(path), path)
}
