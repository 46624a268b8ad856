/** What the system is asked to show while one works elsewhere: a switch a kind, and hours of quiet. */
import { z } from 'zod'
import { nothing, type Route } from '../route.ts'

export const notificationKinds = ['decision', 'cut', 'rating', 'message'] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** A time of day on this computer's clock, e.g. `19:30`. */
export const timeOfDaySchema = z
  .string()
  .max(5)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const quietHoursSchema = z
  .strictObject({
    isOn: z.boolean(),
    from: timeOfDaySchema,
    /** The first minute that is none of them; before `from`: of the next day. */
    to: timeOfDaySchema,
    /** Saturdays and Sundays as a whole, too. */
    weekends: z.boolean(),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'] })
export type QuietHours = z.infer<typeof quietHoursSchema>

export const notificationSettingsSchema = z.strictObject({
  kinds: z.strictObject({
    decision: z.boolean(),
    cut: z.boolean(),
    rating: z.boolean(),
    message: z.boolean(),
  } satisfies Record<NotificationKind, z.ZodBoolean>),
  quiet: quietHoursSchema,
})
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>

/** What holds until somebody chooses. */
export const firstNotificationSettings: NotificationSettings = {
  kinds: { decision: true, cut: true, rating: true, message: true },
  quiet: { isOn: false, from: '19:00', to: '07:30', weekends: true },
}

export const notificationRoutes = {
  'notifications.read': { input: nothing, output: notificationSettingsSchema },
  /** Kept on this computer alone. */
  'notifications.save': { input: notificationSettingsSchema, output: notificationSettingsSchema },
} as const satisfies Record<string, Route>
