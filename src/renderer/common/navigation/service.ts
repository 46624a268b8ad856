/** What one of the insurer's services brings into the app; each has a folder that exports its own. */
import type { QueryClient } from '@tanstack/react-query'
import type { ParseKeys } from 'i18next'
import type { ReactElement } from 'react'
import type { Namespace } from '../../../shared/i18n/texts.ts'
import type { ServiceId } from '../../../shared/services.ts'
import type { ResourceQueries } from '../data/queries.ts'
import { AccountIcon, GridIcon, HelpIcon, SignOutIcon, type Icon } from '../../ui/icons.tsx'
import { paths, type Path } from './navigation.ts'

/** The catalogues that menus take their words from; a service adds its own. */
export const menuNamespaces = [
  'shell',
  'services',
  'servnet',
  'insights',
  'collectnet',
] as const satisfies readonly Namespace[]
export type MenuText = ParseKeys<typeof menuNamespaces>

/** An entry of a service's menu. */
export type MenuEntry =
  | {
      readonly kind: 'page'
      readonly text: MenuText
      readonly icon: Icon
      readonly path: Path
      /** Whether it also stands for the pages beneath its own. */
      readonly withPagesBeneath?: boolean
      /** Whose pages it stands for as well, where those have no entry of their own. */
      readonly alsoFor?: readonly Path[]
    }
  | { readonly kind: 'signOut'; readonly icon: Icon }

/** In every menu that lists more than a service's own pages, in the guide's words. */
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

export type Service = {
  readonly id: ServiceId
  readonly icon: Icon
  /** Its pages in the rail, in the guide's words and order. */
  readonly menu: readonly MenuEntry[]
  /** What it adds to the top bar, if anything. */
  readonly topBar?: ReactElement
  /** Each loaded when it is first opened. */
  readonly pages: Partial<Readonly<Record<Path, ReactElement>>>
  /** The page of each thing that is listed at a path: it stands for all addresses one step beneath. */
  readonly pagesBeneath?: Partial<Readonly<Record<Path, ReactElement>>>
  /** Which of its queries show what main keeps, and ask again when that is another. */
  readonly resources?: ResourceQueries
  /** Fetches the code of its first page, for who opens the app on it. */
  readonly preloadHome?: () => Promise<void>
  /** Fetches soon after signing in what its pages show offline, too, opened before or not. */
  readonly prefetch?: (queryClient: QueryClient) => Promise<void>
}
