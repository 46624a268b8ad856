/** The pages of whoever is signed in, by their address. */
import { lazy, type ReactElement } from 'react'
import { paths } from '../common/navigation/navigation.ts'
import { services } from './services.ts'

export const HelpPage = lazy(() =>
  import('../features/help/help-page.tsx').then((module) => ({ default: module.HelpPage })),
)
const YourServicesPage = lazy(() =>
  import('../features/services/your-services-page.tsx').then((module) => ({
    default: module.YourServicesPage,
  })),
)
const ProfilePage = lazy(() =>
  import('../features/identity/profile/profile-page.tsx').then((module) => ({
    default: module.ProfilePage,
  })),
)

/** One for all sections of the profile, so that what is being edited outlives going from one to another. */
const profile = <ProfilePage />

const pages: ReadonlyMap<string, ReactElement> = new Map<string, ReactElement>([
  [paths.services, <YourServicesPage key="services" />],
  [paths.profile, profile],
  [paths.profilePersonal, profile],
  [paths.profileSecurity, profile],
  [paths.profilePassword, profile],
  [paths.profileQuestions, profile],
  [paths.profileRehearsal, profile],
  [paths.profileLock, profile],
  [paths.profileNotifications, profile],
  [paths.help, <HelpPage key="help" />],
  ...Object.values(services).flatMap((service) => Object.entries(service.pages)),
])

const pagesBeneath: ReadonlyMap<string, ReactElement> = new Map(
  Object.values(services).flatMap((service) => Object.entries(service.pagesBeneath ?? {})),
)

/** The page at `path`; null where there is none for whoever is signed in. */
export function pageAt(path: string): ReactElement | null {
  return pages.get(path) ?? pagesBeneath.get(path.slice(0, path.lastIndexOf('/'))) ?? null
}
