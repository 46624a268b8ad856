/** Opens the insurer's own places in the system's programs: by name, never by an address of a page. */
import { failure, success, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/routes.ts'
import type { Contact } from '../../../shared/contract/portal/meta.ts'
import { metaResource } from '../../resources/portal-resources.ts'
import type { Resources } from '../../resources/resources.ts'
import { externalTarget } from './external-links.ts'

export type OpenExternal = (
  input: ParsedInput<'app.openExternal'>,
) => Promise<Result<Record<string, never>>>

/** @param options.open hands an address over to the system */
export function createOpenExternal(options: {
  readonly resources: Resources
  /** The contact on Serv@Net's page, as it was last seen; null where it was not. */
  readonly servnetContact: () => Promise<Contact | null>
  readonly open: (address: string) => Promise<void>
}): OpenExternal {
  const { resources, servnetContact, open } = options

  return async function openExternal({ link, shownOn }) {
    const meta = await resources.read(metaResource, {})
    const shown = shownOn === 'servnet' ? await servnetContact() : null
    const contact = shown ?? (meta.ok ? meta.data.data.contact : null)
    if (contact === null) return meta.ok ? failure({ code: 'portal_answer_invalid' }) : meta
    const address = externalTarget(link, contact, meta.ok ? meta.data.data.links : {})
    if (address === null) return failure({ code: 'portal_answer_invalid' })
    await open(address)
    return success({})
  }
}
