/** Whom policyholders turn to: the guide's last page. */
import type { Contact } from '../../shared/contract/portal/meta.ts'

export const contact: Contact = {
  company: 'Atradius Credit Insurance NV',
  addressLines: ['Avenue Prince de Liège, 74-78', '5100 Namur'],
  phone: '081 32 42 11',
  email: 'info.be@atradius.com',
  website: 'https://www.atradius.be',
}
