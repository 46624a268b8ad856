/** What keeps closed what is kept on this computer, in the person’s words: a part of `errors`. */
import type { lockErrors as french } from '../fr/lock-errors.ts'
import type { Texts } from '../texts.ts'

export const lockErrors: Texts<typeof french> = {
  app_locked: {
    message: 'De app is vergrendeld.',
    next: 'Ontgrendel de app en probeer het opnieuw.',
  },
  lock_password_wrong: {
    message: 'Dit wachtwoord opent de app niet.',
    next: 'Controleer het, ook de hoofdletters, en probeer het opnieuw.',
  },
  lock_unavailable: {
    message:
      'Vergrendelen is nu niet mogelijk: de sleutelhanger van deze computer is niet bruikbaar.',
    next: 'Ontgrendel de sleutelhanger of vraag uw IT-afdeling om die in te schakelen en probeer het opnieuw.',
  },
  lock_required: {
    message: 'Uw organisatie vereist dat de app wordt vergrendeld.',
    next: 'Kies eerst hoe de app wordt vergrendeld.',
  },
  lock_managed: {
    message: 'Deze instelling van de vergrendeling is bepaald door uw organisatie.',
    next: 'Kies een van de aangeboden waarden of vraag het uw IT-afdeling.',
  },
  lease_over: {
    message: 'De dienst van Atradius is te lang niet bereikt.',
    next: 'Verbind deze computer met het netwerk: de app gaat dan vanzelf open. Uw gegevens en wijzigingen zijn er nog.',
  },
  clock_set_back: {
    message: 'De klok van deze computer is teruggezet.',
    next: 'Stel de datum en de tijd in en verbind deze computer met het netwerk: de app gaat dan vanzelf open.',
  },
}
