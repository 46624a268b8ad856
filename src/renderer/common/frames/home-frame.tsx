import type { ReactNode } from 'react'
import { paths } from '../navigation/navigation.ts'
import { useHome } from '../navigation/use-home.ts'
import { InsightsFrame } from './insights-frame.tsx'
import { SignedInFrame } from './signed-in-frame.tsx'

/** The frame of the service that one came from, for pages that both have. */
export function HomeFrame({ children }: { readonly children: ReactNode }) {
  const Frame = useHome() === paths.insights ? InsightsFrame : SignedInFrame
  return <Frame>{children}</Frame>
}
