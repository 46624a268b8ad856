/** The app itself: its state, its language, what it tells and opens; and what the portal says of itself. */
import { z } from 'zod'
import { idSchema, languageSchema, serviceIdSchema } from '../common.ts'
import { sessionViewSchema } from '../identity/sessions.ts'
import { noticeCodeSchema, noticeSchema, retryableNoticeSchema } from '../notices.ts'
import { nothing, type Route } from '../route.ts'
import { metaSchema } from '../portal/meta.ts'
import { managedRoutes } from './managed.ts'
import { notificationRoutes } from './notifications.ts'
import { proxyQuestionSchema, proxyRoutes } from './proxy.ts'

/** The only places outside the app that it opens, by name: the renderer never passes a URL. */
export const externalLinks = ['website', 'email', 'phone', 'legal', 'cookies'] as const
export const externalLinkSchema = z.enum(externalLinks)
/** Which page shows it: each shows the contact that it was given. */
export const externalLinkPlaceSchema = z.enum(['help', 'servnet'])

export type ExternalLinkPlace = z.infer<typeof externalLinkPlaceSchema>
export type ExternalLink = z.infer<typeof externalLinkSchema>

/** Of a page of the app, with what of its view is named. */
export const pageAddressSchema = z.string().max(8_000).startsWith('/')

const appStateSchema = z.object({
  version: z.string(),
  platform: z.enum(['windows', 'macos', 'linux', 'other']),
  language: languageSchema,
  /** The portal's host, for the person to see where they sign in; null when unconfigured. */
  portalHost: z.string().nullable(),
  /** Whether "stay signed in" can be offered: false where there is no usable keychain. */
  canStaySignedIn: z.boolean(),
  session: sessionViewSchema,
  notices: z.array(noticeSchema),
  /** The service a deep link or the last visit asked for. */
  service: serviceIdSchema.nullable(),
  /** The page that a deep link asked for, while none has followed it. */
  requested: pageAddressSchema.nullable(),
  /** What a proxy asks, while it does. */
  proxyQuestion: proxyQuestionSchema.nullable().exactOptional(),
})

export const appRoutes = {
  'app.state': { input: nothing, output: appStateSchema },
  /** A page is drawn and has what main knows: this version has come to its first screen. */
  'app.shown': { input: nothing, output: nothing },
  'app.setLanguage': { input: z.strictObject({ language: languageSchema }), output: nothing },
  'app.chooseService': { input: z.strictObject({ service: serviceIdSchema }), output: nothing },
  'app.openExternal': {
    input: z.strictObject({
      link: externalLinkSchema,
      shownOn: externalLinkPlaceSchema.default('help'),
    }),
    output: nothing,
  },
  /** A page has gone where a link asked it to; asked for again, it would be followed again. */
  'app.requestFollowed': { input: z.strictObject({ address: pageAddressSchema }), output: nothing },
  /** The link to a page into the clipboard, for others to follow; `search` with its `?`, or empty. */
  'app.copyLink': {
    input: z.strictObject({ path: pageAddressSchema, search: z.string().max(8_000) }),
    output: nothing,
  },
  'app.dismissNotice': { input: z.strictObject({ code: noticeCodeSchema }), output: nothing },
  /** Tries again what a notice is about; a failure says what stands in the way now. */
  'app.retryNotice': {
    input: z.strictObject({ code: retryableNoticeSchema }),
    output: z.object({
      session: sessionViewSchema,
      /** Whether the session now outlives this run of the app. */
      sessionKept: z.boolean(),
    }),
  },
  /** The app's version, the portal and the system into the clipboard, for the Helpdesk. */
  'app.copyVersion': { input: nothing, output: nothing },
  ...notificationRoutes,
  ...managedRoutes,
  ...proxyRoutes,

  /** What the portal says of itself. */
  'portal.meta': { input: nothing, output: metaSchema },
} as const satisfies Record<string, Route>

export const menuCommandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      'about',
      'help',
      'profile',
      'lockSettings',
      'back',
      'forward',
      'refresh',
      'palette',
      'copyLink',
    ]),
  }),
  z.object({ kind: z.literal('service'), service: serviceIdSchema }),
  /** A notification of the system was clicked. */
  z.object({ kind: z.enum(['home', 'applications', 'alerts', 'messages']) }),
  z.object({ kind: z.enum(['application', 'alert', 'message']), id: idSchema }),
])
export type MenuCommand = z.infer<typeof menuCommandSchema>
