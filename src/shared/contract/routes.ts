/**
 * The IPC contract: every call the renderer can make, `namespace.action`, with what it takes and
 * what it answers. Main parses the input on its way in and the output on its way out, so a value
 * that is not described here (a token, say) cannot leave main even by mistake.
 */
import { z } from 'zod'
import {
  idSchema,
  languageSchema,
  passwordInputSchema,
  serviceIdSchema,
  timestampSchema,
  usernameSchema,
} from './common.ts'
import {
  enrolmentSecurityRequestSchema,
  enrolmentStates,
  personalDataSchema,
} from './identity/enrolment.ts'
import { emailChangeConfirmSchema, emailChangeRequestSchema } from './identity/email-changes.ts'
import { mePatchSchema, meSchema, passwordChangeRequestSchema } from './identity/me.ts'
import { metaSchema } from './meta.ts'
import {
  passwordCheckRequestSchema,
  passwordCheckSchema,
  passwordPolicySchema,
} from './identity/password-policy.ts'
import { pageOf } from './paging.ts'
import { preferencesPatchSchema, preferencesSchema } from './identity/preferences.ts'
import {
  recoveryAnswersRequestSchema,
  recoveryPasswordRequestSchema,
} from './identity/recoveries.ts'
import { securityEventSchema } from './identity/security-events.ts'
import {
  chosenAnswersRequestSchema,
  chosenQuestionsSchema,
  rehearsalSchema,
  securityQuestionsSchema,
} from './identity/security-questions.ts'
import { servnetHomeSchema } from './servnet/home.ts'
import {
  endedSessionsSchema,
  reauthenticateRequestSchema,
  sessionListItemSchema,
} from './identity/sessions.ts'
import { enrolmentDraftSchema } from './identity/enrolment-draft.ts'
import { externalLinkPlaceSchema, externalLinkSchema } from './external-links.ts'
import { noticeCodeSchema, noticeSchema, retryableNoticeSchema } from './notices.ts'
import {
  exportFormats,
  exportOutcomeSchema,
  meOutcomeSchema,
  pendingEmailViewSchema,
  preferencesOutcomeSchema,
  profileDraftSchema,
  remindersSchema,
  versionSchema,
} from './identity/profile-view.ts'
import { recoveryViewSchema } from './identity/recovery-view.ts'
import type { EventName, RouteName } from './channels.ts'
import { sessionViewSchema } from './identity/session-view.ts'

export type Route = { readonly input: z.ZodType; readonly output: z.ZodType }

const nothing = z.strictObject({})
/** Where a page of a list begins: the former page's `nextCursor`, or null. */
const listInput = z.strictObject({ cursor: z.string().max(256).nullable() })

export const appStateSchema = z.object({
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
  /** Whether a deep link asked for it and no page has followed yet. */
  serviceRequested: z.boolean(),
})

/** An answer that may come from this computer's store while the network is away. */
export const freshnessSchema = z.object({ fetchedAt: timestampSchema, stale: z.boolean() })

export const routes = {
  'app.state': { input: nothing, output: appStateSchema },
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
  'app.requestFollowed': { input: z.strictObject({ service: serviceIdSchema }), output: nothing },
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

  'portal.meta': { input: nothing, output: metaSchema },
  'portal.passwordPolicy': { input: nothing, output: passwordPolicySchema },
  'portal.securityQuestions': {
    input: z.strictObject({ language: languageSchema }),
    output: securityQuestionsSchema,
  },
  'portal.checkPassword': { input: passwordCheckRequestSchema, output: passwordCheckSchema },

  'session.signIn': {
    input: z.strictObject({
      username: usernameSchema,
      password: passwordInputSchema,
      staySignedIn: z.boolean(),
    }),
    output: sessionViewSchema,
  },
  'session.resume': { input: nothing, output: sessionViewSchema },
  'session.signOut': { input: nothing, output: sessionViewSchema },

  'enrolment.read': {
    input: nothing,
    output: z.object({
      state: z.enum(enrolmentStates),
      expiresAt: timestampSchema,
      draft: enrolmentDraftSchema,
    }),
  },
  'enrolment.saveDraft': { input: enrolmentDraftSchema, output: nothing },
  'enrolment.saveSecurity': {
    input: enrolmentSecurityRequestSchema,
    output: z.object({ state: z.enum(enrolmentStates) }),
  },
  'enrolment.savePersonalData': { input: personalDataSchema, output: sessionViewSchema },

  /** Where it stands, in the app's language; also after the app was closed in the middle. */
  'recovery.read': { input: nothing, output: recoveryViewSchema },
  'recovery.start': {
    input: z.strictObject({ username: usernameSchema }),
    output: recoveryViewSchema,
  },
  'recovery.sendCode': { input: nothing, output: recoveryViewSchema },
  'recovery.answer': { input: recoveryAnswersRequestSchema, output: recoveryViewSchema },
  'recovery.setPassword': { input: recoveryPasswordRequestSchema, output: recoveryViewSchema },
  /** Forgets the flow; the username stays for signing in or for beginning again. */
  'recovery.leave': { input: nothing, output: nothing },

  'profile.read': {
    input: nothing,
    output: z.object({
      me: z.object({ current: meSchema, version: versionSchema }),
      preferences: z.object({ current: preferencesSchema, version: versionSchema }),
      draft: profileDraftSchema.nullable(),
      freshness: freshnessSchema,
    }),
  },
  /** Null forgets it. */
  'profile.saveDraft': {
    input: z.strictObject({ draft: profileDraftSchema.nullable() }),
    output: nothing,
  },
  'profile.savePersonal': {
    input: z.strictObject({ version: versionSchema, changes: mePatchSchema }),
    output: meOutcomeSchema,
  },
  'profile.savePreferences': {
    input: z.strictObject({ version: versionSchema, changes: preferencesPatchSchema }),
    output: preferencesOutcomeSchema,
  },
  'profile.requestEmail': { input: emailChangeRequestSchema, output: pendingEmailViewSchema },
  'profile.pendingEmail': { input: nothing, output: pendingEmailViewSchema.nullable() },
  'profile.confirmEmail': {
    input: emailChangeConfirmSchema,
    output: z.object({ current: meSchema }),
  },
  'profile.cancelEmail': { input: nothing, output: nothing },
  'profile.reminders': { input: nothing, output: remindersSchema },
  /** Until the next threshold, for three months, or until the next sign-in. */
  'profile.dismissReminder': {
    input: z.strictObject({ reminder: z.enum(['passwordExpiry', 'rehearsal', 'email']) }),
    output: remindersSchema,
  },

  /** Opens what is delicate for five minutes; `reauthentication_required` asks for it. */
  'security.reauthenticate': { input: reauthenticateRequestSchema, output: nothing },
  'security.changePassword': {
    input: passwordChangeRequestSchema,
    output: z.object({ session: sessionViewSchema, endedSessions: z.number().int() }),
  },
  'security.questions': { input: nothing, output: chosenQuestionsSchema },
  'security.saveQuestions': { input: chosenAnswersRequestSchema, output: chosenQuestionsSchema },
  'security.rehearse': { input: chosenAnswersRequestSchema, output: rehearsalSchema },
  'security.sessions': { input: listInput, output: pageOf(sessionListItemSchema) },
  'security.endSession': { input: z.strictObject({ id: idSchema }), output: nothing },
  'security.endOtherSessions': { input: nothing, output: endedSessionsSchema },
  'security.events': { input: listInput, output: pageOf(securityEventSchema) },
  'security.exportEvents': {
    input: z.strictObject({ format: z.enum(exportFormats) }),
    output: exportOutcomeSchema,
  },

  'servnet.home': {
    input: nothing,
    output: z.object({ home: servnetHomeSchema, freshness: freshnessSchema }),
  },
} as const satisfies Record<RouteName, Route>

export type AppState = z.infer<typeof appStateSchema>
export type RouteInput<Name extends RouteName> = z.input<(typeof routes)[Name]['input']>
export type ParsedInput<Name extends RouteName> = z.output<(typeof routes)[Name]['input']>
export type RouteOutput<Name extends RouteName> = z.output<(typeof routes)[Name]['output']>

/** What main may tell the renderer unasked. */
export const events = {
  'session.changed': sessionViewSchema,
  'notice.raised': noticeSchema,
  'notice.withdrawn': z.object({ code: noticeCodeSchema }),
  'service.requested': z.object({ service: serviceIdSchema }),
} as const satisfies Record<EventName, z.ZodType>
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>
