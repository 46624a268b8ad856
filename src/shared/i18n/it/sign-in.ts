import type { signIn as french } from '../fr/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof french> = {
  title: 'Le diamo il benvenuto in Atradius',
  windowTitle: 'Accesso',
  welcome:
    'Per offrirLe il miglior servizio possibile, abbiamo migliorato l’accesso alle nostre informazioni e ai nostri servizi online: bastano un solo nome utente e una sola password.',
  noAccount:
    'Se non dispone ancora di nome utente e password, si rivolga alla Sua persona di contatto.',
  allServices: 'Tutti i servizi',
  username: 'Nome utente',
  password: 'Password',
  staySignedIn: 'Mantenere l’accesso su questo dispositivo',
  staySignedInUnavailable:
    'Non possibile su questo dispositivo: il portachiavi non è disponibile. Dovrà accedere a ogni apertura.',
  submit: 'Accedi',
  submitting: 'Accesso in corso…',
  forgotten: 'Password dimenticata?',
  usernameForgotten: 'Nome utente dimenticato?',
  usernameMissing: 'Inserisca il nome utente.',
  passwordMissing: 'Inserisca la password.',
  incomplete: 'Manca un dato per accedere.',
  waiting: 'Potrà riprovare tra {{time}}.',
  waitingOver: 'Ora può riprovare.',
  reason: {
    signedOut: 'La Sua sessione su questo dispositivo è chiusa.',
    sessionEnded:
      'La Sua sessione è terminata. Acceda di nuovo per riprendere dal punto in cui si trovava.',
  },
}
