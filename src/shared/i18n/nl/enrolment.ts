import type { enrolment as source } from '../fr/enrolment.ts'
import type { Texts } from '../texts.ts'

export const enrolment: Texts<typeof source> = {
  title: 'Uw account registreren',
  intro:
    'Enkele aanvullende gegevens volstaan om uw account te registreren. Wij vragen ze alleen bij deze eerste aanmelding.',
  signedInAs: 'Account: {{username}}',
  signOut: 'Afmelden',
  until: 'Af te ronden vóór {{date}}.',
  loading: 'Uw registratie wordt geladen',
  resumed:
    'Uw invoer is teruggevonden. Om veiligheidsredenen worden het wachtwoord en de antwoorden nooit bewaard: voer deze opnieuw in.',
  resumedData: 'Uw invoer is teruggevonden.',
  stepSaved: 'Stap 1 is opgeslagen.',

  kept: 'U kunt onderbreken: wat u hier invoert, blijft op deze computer, behalve het wachtwoord en de antwoorden.',
  keptData: 'U kunt onderbreken: wat u hier invoert, blijft op deze computer.',

  notKept:
    'Uw invoer kan niet op deze computer worden bewaard. Rond deze stap af zonder de app te sluiten.',
  steps: {
    security: 'Beveiliging',
    personalData: 'Uw persoonlijke gegevens',
  },
  security: {
    passwordTitle: 'Uw nieuwe wachtwoord',
    passwordIntro:
      'Het vervangt het wachtwoord dat u hebt ontvangen. Klik op ‘?’ om te zien aan welke regels het moet voldoen.',
    newPassword: 'Nieuw wachtwoord',
    questionsTitle: 'Uw drie vragen',
    questionsIntro:
      'Wij stellen ze u als u uw wachtwoord vergeet of wilt wijzigen. Kies drie verschillende vragen.',
    answersHint: 'Hoofdletters, accenten, spaties en leestekens maken geen verschil.',
    alreadySaved:
      'Deze stap is al opgeslagen. Laat de velden leeg om niets te wijzigen, of vul ze alle in om de stap te vervangen.',
    next: 'Volgende',
    saving: 'Wordt opgeslagen…',
  },
  personalData: {
    emailTitle: 'Voer een e-\u2060mailadres in',
    emailIntro:
      'Wij gebruiken het om u te informeren over belangrijke wijzigingen in uw toegang en om u te waarschuwen als uw wachtwoord bijna verloopt.',
    email: 'Voer uw e-\u2060mailadres in',
    emailHint:
      'Eén adres kan niet voor meerdere accounts dienen. U ontvangt er een code om het te bevestigen.',
    emailConfirmation: 'Voer uw e-\u2060mailadres opnieuw in',
    alertsByEmail: 'Ook de meldingen van Serv@Net op dit adres ontvangen',
    identityTitle: 'Geef ons nog enkele gegevens',
    firstName: 'Voornaam',
    lastName: 'Achternaam',
    language: 'Voorkeurstaal',
    languageHint: 'Voor de app en voor onze e-\u2060mails.',
    back: 'Terug',
    next: 'Volgende',
    saving: 'Wordt opgeslagen…',
  },
  done: {
    heading: 'Uw account is geregistreerd',
    text: 'Vanaf nu openen uw gebruikersnaam en uw nieuwe wachtwoord al uw diensten.',
    open: 'Serv@Net openen',
  },
}
