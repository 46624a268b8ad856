/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
import type { lockErrors as french } from '../fr/lock-errors.ts'
import type { Texts } from '../texts.ts'

export const lockErrors: Texts<typeof french> = {
  app_locked: {
    message: 'Die App ist gesperrt.',
    next: 'Entsperren Sie sie und versuchen Sie es dann erneut.',
  },
  lock_password_wrong: {
    message: 'Dieses Passwort öffnet die App nicht.',
    next: 'Prüfen Sie es, auch Groß- und Kleinschreibung, und versuchen Sie es erneut.',
  },
  lock_unavailable: {
    message:
      'Das Sperren ist zurzeit nicht möglich: Der Schlüsselbund dieses Computers ist nicht nutzbar.',
    next: 'Entsperren Sie ihn oder bitten Sie Ihre IT-Abteilung, ihn einzurichten, und versuchen Sie es dann erneut.',
  },
  lock_required: {
    message: 'Ihre Organisation verlangt eine Sperre der App.',
    next: 'Legen Sie zuerst fest, wie die App gesperrt wird.',
  },
  lock_managed: {
    message: 'Diese Einstellung der Sperre ist von Ihrer Organisation vorgegeben.',
    next: 'Wählen Sie einen der angebotenen Werte oder wenden Sie sich an Ihre IT-Abteilung.',
  },
  lease_over: {
    message: 'Der Atradius-Dienst wurde zu lange nicht erreicht.',
    next: 'Verbinden Sie diesen Computer mit dem Netzwerk: Die App öffnet sich dann von selbst. Ihre Daten und Änderungen sind noch da.',
  },
  clock_set_back: {
    message: 'Die Uhr dieses Computers wurde zurückgestellt.',
    next: 'Stellen Sie Datum und Uhrzeit ein und verbinden Sie diesen Computer mit dem Netzwerk: Die App öffnet sich dann von selbst.',
  },
}
