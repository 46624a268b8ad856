import { PageHeading } from '../../components/ui/page-heading.tsx'

/** Takes the page's place until it is written. */
export function ProfilePage() {
  return <PageHeading title="ProfilePage">ProfilePage</PageHeading>
}
