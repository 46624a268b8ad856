import { useQueryClient } from '@tanstack/react-query'
import type { PendingEmailView } from '../../../shared/contract/identity/profile-view.ts'
import { pendingEmailQuery, profileQuery } from '../data/queries.ts'

/** Tells every page that a code was sent, and to which address; the portal is asked besides. */
export function useAwaitCode(): (pending: PendingEmailView) => void {
  const queryClient = useQueryClient()
  return (pending) => {
    const { id, email } = pending
    queryClient.setQueryData(pendingEmailQuery.queryKey, pending)
    queryClient.setQueryData(
      profileQuery.queryKey,
      (before) =>
        before && {
          ...before,
          me: {
            ...before.me,
            current: { ...before.me.current, pendingEmail: { id, email } },
          },
        },
    )
    void queryClient.invalidateQueries({ queryKey: profileQuery.queryKey, exact: true })
  }
}
