/** Entries that the menus of several services have, in the guide's words. */
import { AccountIcon, GridIcon, HelpIcon, SignOutIcon } from '../../ui/icons.tsx'
import { paths } from './navigation.ts'
import type { MenuEntry } from './service.ts'

export const servicesEntry: MenuEntry = {
  kind: 'page',
  text: 'servnet:menu.services',
  icon: GridIcon,
  path: paths.services,
}

/** What concerns the person themself, whichever service is open. */
export const personalEntries: readonly MenuEntry[] = [
  {
    kind: 'page',
    text: 'servnet:menu.profile',
    icon: AccountIcon,
    path: paths.profile,
    withPagesBeneath: true,
  },
  { kind: 'page', text: 'servnet:menu.help', icon: HelpIcon, path: paths.help },
  { kind: 'signOut', icon: SignOutIcon },
]
