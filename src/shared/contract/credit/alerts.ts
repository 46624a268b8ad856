/** `/v1/servnet/alerts`: what changed for the policyholder's buyers. */
import { z } from 'zod'
import { idSchema, lineSchema, moneySchema, timestampSchema } from '../common.ts'

/** Their words are in the catalogues under `servnet.alerts.<kind>`. */
export const alertKinds = [
  'limit_granted',
  'limit_reduced',
  'limit_withdrawn',
  'rating_worse',
  'rating_better',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** Why it changed. Codes stay as they are; their words are under `alerts.reasons.<code>`. */
export const alertReasons = [
  'accounts_strong',
  'accounts_weak',
  'accounts_missing',
  'payments_good',
  'payments_late',
  'insolvency',
  'sector_outlook',
  'country_outlook',
  'total_exposure',
  'policyholder_request',
] as const
export type AlertReason = (typeof alertReasons)[number]
export const alertReasonSchema = z.enum(alertReasons)

export const servnetAlertSchema = z.object({
  id: idSchema,
  kind: z.enum(alertKinds),
  buyer: lineSchema,
  buyerId: idSchema.nullable().meta({ description: 'Null where it is not known' }),
  policyId: idSchema,
  at: timestampSchema,
  from: moneySchema
    .nullable()
    .meta({ description: 'The limit before; null for a rating, and where it is not known' }),
  to: moneySchema
    .nullable()
    .meta({ description: 'The limit since; null for a rating, and where it is not known' }),
  effectiveOn: z.iso
    .date()
    .max(10)
    .nullable()
    .meta({ description: 'From which day on it counts; null where it is not known' }),
  reason: alertReasonSchema.nullable().meta({ description: 'Null where it is not known' }),
  handled: z.boolean().meta({ description: 'Whether the person ticked it off' }),
})
export type ServnetAlert = z.infer<typeof servnetAlertSchema>

/** An alert that was kept, perhaps by a version that knew less of alerts. */
export const keptAlertSchema = servnetAlertSchema.extend({
  buyerId: servnetAlertSchema.shape.buyerId.default(null),
  from: servnetAlertSchema.shape.from.default(null),
  to: servnetAlertSchema.shape.to.default(null),
  effectiveOn: servnetAlertSchema.shape.effectiveOn.default(null),
  reason: servnetAlertSchema.shape.reason.default(null),
  handled: servnetAlertSchema.shape.handled.default(false),
})
