/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
import type { lockErrors as french } from '../fr/lock-errors.ts'
import type { Texts } from '../texts.ts'

export const lockErrors: Texts<typeof french> = {
  app_locked: {
    message: 'L’app è bloccata.',
    next: 'La sblocchi, poi riprovi.',
  },
  lock_password_wrong: {
    message: 'Questa password non apre l’app.',
    next: 'La controlli, maiuscole comprese, poi riprovi.',
  },
  lock_unavailable: {
    message:
      'Per ora il blocco non è possibile: il portachiavi di questo computer non è utilizzabile.',
    next: 'Lo sblocchi o chieda al reparto informatico di attivarlo, poi riprovi.',
  },
  lock_required: {
    message: 'La Sua organizzazione richiede il blocco dell’applicazione.',
    next: 'Scelga prima come si blocca l’applicazione.',
  },
  lock_managed: {
    message: 'Questa impostazione del blocco è stabilita dalla Sua organizzazione.',
    next: 'Scelga uno dei valori proposti o si rivolga al Suo reparto informatico.',
  },
  lease_over: {
    message: 'Il servizio Atradius non è stato raggiunto da troppo tempo.',
    next: 'Colleghi questo computer alla rete: l’app si aprirà da sola. I Suoi dati e le Sue modifiche sono ancora qui.',
  },
  clock_set_back: {
    message: 'L’orologio di questo computer è stato spostato indietro.',
    next: 'Imposti la data e l’ora, poi colleghi questo computer alla rete: l’app si aprirà da sola.',
  },
}
