import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { useLocation } from 'wouter'
import type { Preferences } from '../../shared/contract/identity/preferences.ts'
import { useAppPart } from '../common/data/app-store.ts'
import { profileQuery } from '../common/data/queries.ts'
import { PageLoading } from '../common/frames/page-loading.tsx'
import { paths, redirectFor, type Path } from '../common/navigation/navigation.ts'
import { beginSession, hasSessionBegun } from '../common/data/session-start.ts'
import { useHasLasted } from '../ui/clock.ts'

const pages = {
  credit_limit_application: paths.apply,
  home: paths.servnet,
  buyers: paths.limits,
  policies: paths.policies,
} as const satisfies Record<Preferences['servnetStartPage'], Path>

/** For how long the preference is waited for before the home page opens without it, in milliseconds. */
const longestWait = 3_000

type FirstPageProps = {
  /** The page at the present address. */
  readonly children: ReactElement
}

/** Serv@Net, as the first page of a session: where the profile says. Any other page is itself. */
export function FirstPage({ children }: FirstPageProps) {
  const [path] = useLocation()
  const [isFirst, setIsFirst] = useState(() => path === paths.servnet && !hasSessionBegun())
  const isOpen = useAppPart(
    (state) => state !== null && redirectFor(state.session, state.service, path) === null,
  )
  useEffect(() => {
    if (isOpen && !(isFirst && path === paths.servnet)) beginSession()
  }, [isOpen, isFirst, path])
  if (!isFirst || path !== paths.servnet) return children
  return <Preferred onKnown={() => setIsFirst(false)} />
}

function Preferred({ onKnown }: { readonly onKnown: () => void }) {
  const [, navigate] = useLocation()
  const { data, isError } = useQuery(profileQuery)
  const isLate = useHasLasted(true, longestWait)
  const known = data === undefined ? null : pages[data.preferences.current.servnetStartPage]
  const isSettled = known !== null || isError || isLate
  useEffect(() => {
    if (!isSettled) return
    // A link may have asked for the home page meanwhile.
    if (known !== null && known !== paths.servnet && !hasSessionBegun()) {
      navigate(known, { replace: true })
    }
    onKnown()
  }, [isSettled, known, navigate, onKnown])
  return <PageLoading />
}
