/** Identity: signing in, enrolment, recovery, profile, security. */
import { z } from 'zod'
import {
  idSchema,
  languageSchema,
  passwordInputSchema,
  timestampSchema,
  usernameSchema,
  pageOf,
} from '../common.ts'
import {
  enrolmentSecurityRequestSchema,
  enrolmentStates,
  personalDataSchema,
  enrolmentDraftSchema,
} from './enrolment.ts'
import { emailChangeConfirmSchema, emailChangeRequestSchema } from './email-changes.ts'
import { mePatchSchema, meSchema, passwordChangeRequestSchema } from './me.ts'
import {
  passwordCheckRequestSchema,
  passwordCheckSchema,
  passwordPolicySchema,
} from './password-policy.ts'
import { preferencesPatchSchema, preferencesSchema } from './preferences.ts'
import { recoveryAnswersRequestSchema, recoveryPasswordRequestSchema } from './recoveries.ts'
import { securityEventSchema } from './security-events.ts'
import {
  chosenAnswersRequestSchema,
  chosenQuestionsSchema,
  rehearsalSchema,
  securityQuestionsSchema,
} from './security-questions.ts'
import {
  endedSessionsSchema,
  reauthenticateRequestSchema,
  sessionListItemSchema,
  sessionViewSchema,
} from './sessions.ts'
import {
  exportFormats,
  exportOutcomeSchema,
  meOutcomeSchema,
  pendingEmailViewSchema,
  preferencesOutcomeSchema,
  profileDraftSchema,
  remindersSchema,
  versionSchema,
} from './profile-view.ts'
import { recoveryViewSchema } from './recovery-view.ts'
import { freshnessSchema, listInput, nothing, type Route } from '../route.ts'

export const identityRoutes = {
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
  /** `edits_waiting` where the portal does not have all that was done, unless those are to be lost. */
  'session.signOut': {
    input: z.strictObject({ discardEdits: z.boolean().default(false) }),
    output: sessionViewSchema,
  },

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
  'security.sessions': {
    input: listInput,
    output: z.object({ page: pageOf(sessionListItemSchema), freshness: freshnessSchema }),
  },
  'security.endSession': { input: z.strictObject({ id: idSchema }), output: nothing },
  'security.endOtherSessions': { input: nothing, output: endedSessionsSchema },
  'security.events': {
    input: listInput,
    output: z.object({ page: pageOf(securityEventSchema), freshness: freshnessSchema }),
  },
  'security.exportEvents': {
    input: z.strictObject({ format: z.enum(exportFormats) }),
    output: exportOutcomeSchema,
  },
} as const satisfies Record<string, Route>
