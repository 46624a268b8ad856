/** The only places outside the app that it opens, by name: the renderer never passes a URL. */
import { z } from 'zod'

export const externalLinks = ['website', 'email', 'phone', 'legal', 'cookies'] as const
export const externalLinkSchema = z.enum(externalLinks)
/** Which page shows it: each shows the contact that it was given. */
export const externalLinkPlaceSchema = z.enum(['help', 'servnet'])

export type ExternalLinkPlace = z.infer<typeof externalLinkPlaceSchema>
export type ExternalLink = z.infer<typeof externalLinkSchema>
