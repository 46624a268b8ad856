/**
 * Names only, apart from the schemas, so that the preload script stays a few hundred bytes: it
 * checks that a name is on the list and passes the rest to main, which parses it.
 */
export const invokeChannel = 'portal:call'
export const eventChannel = 'portal:event'

export const routeNames = [
  'app.state',
  'app.setLanguage',
  'app.chooseService',
  'app.openExternal',
  'app.requestFollowed',
  'app.dismissNotice',
  'app.retryNotice',
  'app.copyVersion',
  'portal.meta',
  'portal.passwordPolicy',
  'portal.securityQuestions',
  'portal.checkPassword',
  'session.signIn',
  'session.resume',
  'session.signOut',
  'enrolment.read',
  'enrolment.saveDraft',
  'enrolment.saveSecurity',
  'enrolment.savePersonalData',
  'recovery.read',
  'recovery.start',
  'recovery.sendCode',
  'recovery.answer',
  'recovery.setPassword',
  'recovery.leave',
  'profile.read',
  'profile.saveDraft',
  'profile.savePersonal',
  'profile.savePreferences',
  'profile.requestEmail',
  'profile.pendingEmail',
  'profile.confirmEmail',
  'profile.cancelEmail',
  'profile.reminders',
  'profile.dismissReminder',
  'security.reauthenticate',
  'security.changePassword',
  'security.questions',
  'security.saveQuestions',
  'security.rehearse',
  'security.sessions',
  'security.endSession',
  'security.endOtherSessions',
  'security.events',
  'security.exportEvents',
  'servnet.home',
  'servnet.noteVisit',
  'servnet.alerts',
  'servnet.alert',
  'servnet.setAlertHandled',
  'servnet.messages',
  'servnet.readMessage',
  'servnet.readAllMessages',
] as const
export type RouteName = (typeof routeNames)[number]

export const eventNames = [
  'session.changed',
  'notice.raised',
  'notice.withdrawn',
  'service.requested',
  'menu.chosen',
] as const
export type EventName = (typeof eventNames)[number]
