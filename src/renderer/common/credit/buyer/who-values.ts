/** Whom something is about, as forms hold it: a buyer that was chosen, or one that is described. */
import { z } from 'zod'
import { describedBuyerSchema } from '../../../../shared/contract/credit/applications.ts'
import type { Buyer } from '../../../../shared/contract/credit/buyers.ts'
import { issueCode } from '../../forms/form-rules.ts'

/** `buyerId` is empty for a buyer that is described. */
export type WhoValues = {
  readonly buyerId: string
  readonly buyerName: string
  readonly country: string
  readonly registrationNumber: string
  readonly town: string
}

export const whoFields = ['buyerName', 'country', 'registrationNumber', 'town'] as const

/** Where the rules of a described buyer speak in the form. */
export const fieldsOfBuyer = {
  name: 'buyerName',
  country: 'country',
  registrationNumber: 'registrationNumber',
  town: 'town',
} as const

const whoShape = z.object({
  buyerId: z.string(),
  buyerName: z.string(),
  country: z.string(),
  registrationNumber: z.string(),
  town: z.string(),
})

/** A buyer that was chosen, or one that is described well enough. */
export const whoSchema = whoShape.superRefine((values, issues) => {
  if (values.buyerId !== '') return
  const described = describedBuyerSchema.safeParse(describedOf(values), { error: issueCode })
  for (const { path, message } of described.error?.issues ?? []) {
    const field =
      fieldsOfBuyer[z.enum(['name', 'country', 'registrationNumber', 'town']).parse(path[0])]
    issues.addIssue({ code: 'custom', path: [field], message: messageOf(field, values, message) })
  }
})

/** A country that is not chosen is missing, rather than wrong. */
function messageOf(field: keyof WhoValues, values: WhoValues, message: string): string {
  return values[field].trim() === '' ? 'required' : message
}

const orNull = (text: string) => (text.trim() === '' ? null : text)

/** As it is sent. */
export function describedOf({ buyerName, country, registrationNumber, town }: WhoValues) {
  return {
    name: buyerName,
    country,
    registrationNumber: orNull(registrationNumber),
    town: orNull(town),
  }
}

type KnownBuyer = Pick<Buyer, 'id' | 'name' | 'country' | 'town' | 'registrationNumber'>

/** A buyer that was found, in the form. */
export function whoOf(buyer: KnownBuyer): WhoValues {
  const { id, name, country, town, registrationNumber } = buyer
  return {
    buyerId: id,
    buyerName: name,
    country,
    town: town ?? '',
    registrationNumber: registrationNumber ?? '',
  }
}

export const nobody: WhoValues = {
  buyerId: '',
  buyerName: '',
  country: '',
  registrationNumber: '',
  town: '',
}
