import type { passwords as source } from '../fr/passwords.ts'
import type { Texts } from '../texts.ts'

export const passwords: Texts<typeof source> = {
  rules: {
    title: 'Wachtwoordregels',
    tip: 'Enkele woorden die niets met elkaar te maken hebben, vormen een sterk wachtwoord dat u goed onthoudt. U kunt ook plakken vanuit een wachtwoordbeheerder.',
    too_short: 'Minstens {{min}} tekens',
    too_long: 'Hoogstens {{max}} tekens',
    missing_lower: 'Een kleine letter',
    missing_upper: 'Een hoofdletter',
    missing_digit: 'Een cijfer',
    missing_symbol: 'Een symbool, bijvoorbeeld - of !',
    contains_username: 'Zonder uw gebruikersnaam',
    contains_name: 'Zonder uw voor- of achternaam',
    contains_email: 'Zonder uw e-\u2060mailadres',
    too_common:
      'Niet veelgebruikt, en niet de naam van een dienst of bedrijf, een seizoen of een maand',
    used_before: 'Anders dan uw laatste {{history}} wachtwoorden',
    expires:
      'Het moet elke {{days}} dagen worden vervangen; wij herinneren u eraan per e-\u2060mail.',
  },
  states: {
    met: 'In orde',
    unmet: 'Nog niet in orde',
    failed: 'Niet in orde',
    waiting: 'Wordt gecontroleerd bij het opslaan',
    checking: 'Wordt gecontroleerd',
  },
  progress: '{{met}} van de {{total}} regels in orde',
  complete: 'Alle regels zijn in orde',
  strength: {
    label: 'Sterkte',
    levels: {
      very_weak: 'Zeer zwak',
      weak: 'Zwak',
      fair: 'Redelijk',
      good: 'Goed',
      strong: 'Uitstekend',
    },
  },
  unreachable: 'De regels kunnen nu niet worden geladen. Ze worden gecontroleerd bij het opslaan.',
  change: {
    current: 'Huidig wachtwoord',
    new: 'Nieuw wachtwoord',
    keepOthers: 'Mijn andere sessies openhouden',
    keepOthersHint: 'Anders vragen uw andere apparaten om het nieuwe wachtwoord.',
    submit: 'Wachtwoord wijzigen',
    saving: 'Wordt opgeslagen…',
  },
  due: {
    title: 'Uw wachtwoord moet worden vernieuwd',
    account: 'Account: {{username}}',
    forgotten:
      'Weet u het huidige wachtwoord niet meer? Meld u af en kies daarna ‘Wachtwoord vergeten?’.',
    signOut: 'Afmelden',
    signingOut: 'Bezig met afmelden…',
    changed: 'Uw wachtwoord is gewijzigd.',
    ended_one: 'Eén andere sessie is beëindigd.',
    ended_other: '{{count}} andere sessies zijn beëindigd.',
    reasons: {
      expired: 'Het is verlopen. Kies een nieuw wachtwoord: daarna gaat u meteen verder.',
      requested:
        'Uw contactpersoon heeft om een nieuw wachtwoord gevraagd. Kies er een: daarna gaat u meteen verder en moeten uw andere apparaten zich opnieuw aanmelden.',
      unknown: 'Kies een nieuw wachtwoord: daarna gaat u meteen verder.',
    },
  },
}
