import type { signIn as french } from '../fr/sign-in.ts'
import type { Texts } from '../texts.ts'

export const signIn: Texts<typeof french> = {
  title: 'Welkom bij Atradius',
  windowTitle: 'Aanmelden',
  welcome:
    'Om u de best mogelijke service te bieden, hebben we de toegang tot onze informatie en onlinediensten verbeterd: één gebruikersnaam en één wachtwoord volstaan.',
  noAccount:
    'Hebt u nog geen gebruikersnaam en wachtwoord? Neem dan contact op met uw vaste contactpersoon.',
  allServices: 'Alle diensten',
  username: 'Gebruikersnaam',
  password: 'Wachtwoord',
  staySignedIn: 'Aangemeld blijven op dit apparaat',
  staySignedInUnavailable:
    'Niet mogelijk op dit apparaat: de sleutelhanger is niet beschikbaar. U moet zich bij elke start aanmelden.',
  submit: 'Aanmelden',
  submitting: 'Bezig met aanmelden…',
  forgotten: 'Wachtwoord vergeten?',
  usernameForgotten: 'Gebruikersnaam vergeten?',
  usernameMissing: 'Vul uw gebruikersnaam in.',
  passwordMissing: 'Vul uw wachtwoord in.',
  incomplete: 'Er ontbreekt nog iets om u aan te melden.',
  waiting: 'U kunt het opnieuw proberen over {{time}}.',
  waitingOver: 'U kunt het nu opnieuw proberen.',
  reason: {
    signedOut: 'Uw sessie op dit apparaat is afgesloten.',
    sessionEnded:
      'Uw sessie is beëindigd. Meld u opnieuw aan om verder te gaan waar u was gebleven.',
  },
}
