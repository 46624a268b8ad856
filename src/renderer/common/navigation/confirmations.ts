/** What was done, or could not be, on a page that is gone; to be said on the one that follows. */
import { useSyncExternalStore } from 'react'
import type { ServiceId } from '../../../shared/services.ts'
import { callPortal } from '../data/portal.ts'

export type Confirmation = {
  /** The address of the page that says it. */
  readonly on: string
} & (
  | { readonly kind: 'passwordChanged'; readonly endedSessions: number }
  /** Another service was asked for: the app does not have it yet, or it is not the person's. */
  | { readonly kind: 'serviceClosed'; readonly service: ServiceId }
  | { readonly kind: 'linkCopied' }
)

let confirmation: Confirmation | null = null
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says it on the page it is meant for; null takes it away. */
export function confirm(next: Confirmation | null): void {
  confirmation = next
  for (const listener of listeners) listener()
}

/** Puts the link to the page that one is on into the clipboard, and says so. */
export async function copyPageLink(): Promise<void> {
  const { pathname: path, search } = location
  const copied = await callPortal('app.copyLink', { path, search })
  if (copied.ok) confirm({ kind: 'linkCopied', on: path })
}

/** What there is to say, if anything. */
export function useConfirmation(): Confirmation | null {
  return useSyncExternalStore(subscribe, () => confirmation)
}
