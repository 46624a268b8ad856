/** The lock's own page. */
export const lock = {
  title: 'App vergrendeld',
  password: {
    own: 'Vergrendelwachtwoord',
    portal: 'Atradius-wachtwoord',
    former: 'Vorige Atradius-wachtwoord',
  },
  missing: 'Vul uw wachtwoord in.',
  unlock: 'Ontgrendelen',
  unlocking: 'Bezig met openen…',
  other: 'Andere persoon',
  forgotten: {
    own: 'Wachtwoord vergeten?',
    portal: 'Wachtwoord elders gewijzigd?',
  },
  former:
    'Uw Atradius-wachtwoord is elders gewijzigd. Vul nog één keer het vorige in: het nieuwe neemt zijn plaats in.',
  signedIn: 'U bent aangemeld. Wat op deze computer bewaard is, gaat nog met dit wachtwoord open.',
  signIn: {
    text: 'Meld u aan met uw Atradius-wachtwoord. Deze computer moet met het netwerk verbonden zijn.',
    submit: 'Aanmelden',
    submitting: 'Bezig met aanmelden…',
    back: 'Terug',
  },
  abandon: {
    open: 'Doorgaan zonder wat hier bewaard is',
    title: 'Wissen wat hier bewaard is?',
    text: 'Zonder dit wachtwoord kunnen uw gegevens op deze computer niet meer worden geopend. Ze worden gewist en de vergrendeling gaat uit.',
    lost_one: 'Eén wijziging die niet verzonden is, gaat verloren.',
    lost_other: '{{count}} wijzigingen die niet verzonden zijn, gaan verloren.',
    confirm: 'Wissen en doorgaan',
    keep: 'Annuleren',
  },
  waiting_one: 'Hier wacht één wijziging op verzending.',
  waiting_other: 'Hier wachten {{count}} wijzigingen op verzending.',
  retry: 'Opnieuw proberen',
  retrying: 'Bezig met verbinden…',
  wait: 'Nieuwe poging mogelijk over {{time}}.',
  waitOver: 'U kunt het nu opnieuw proberen.',
}
