import { PageHeading } from '../../components/ui/page-heading.tsx'

/** Takes the page's place until it is written. */
export function ProductsPage() {
  return <PageHeading title="ProductsPage">ProductsPage</PageHeading>
}
