import { useQuery } from '@tanstack/react-query'
import { metaQuery } from '../data/queries.ts'
import { ContactDetails } from './contact-details.tsx'
import { LoadFailure } from '../data/load-failure.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** Whom the portal says to turn to, as far as it or this computer's store can tell. */
export function PortalContact() {
  const { data, error, refetch, isFetching } = useQuery(metaQuery)
  if (data !== undefined) return <ContactDetails contact={data.contact} />
  if (error === null) return <Skeleton width="medium" />
  return <LoadFailure error={error.error} busy={isFetching} onRetry={() => void refetch()} />
}
