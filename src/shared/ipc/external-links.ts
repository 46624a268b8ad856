/** The only places outside the app that it opens, by name: the renderer never passes a URL. */
import { z } from 'zod'

export const externalLinks = ['website', 'email', 'phone', 'legal', 'cookies'] as const
export const externalLinkSchema = z.enum(externalLinks)
export type ExternalLink = z.infer<typeof externalLinkSchema>
