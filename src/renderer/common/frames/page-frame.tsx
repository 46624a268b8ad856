import type { ReactNode } from 'react'
import { useAppState } from '../data/app-store.ts'
import { SignedInFrame } from './signed-in-frame.tsx'
import { SignedOutFrame } from './signed-out-frame.tsx'

/** For pages that everybody may open: whoever is signed in keeps the menu. */
export function PageFrame({ children }: { readonly children: ReactNode }) {
  const signedIn = useAppState()?.session.kind === 'ready'
  return signedIn ? (
    <SignedInFrame>{children}</SignedInFrame>
  ) : (
    <SignedOutFrame>{children}</SignedOutFrame>
  )
}
