import type { recovery as source } from '../fr/recovery.ts'
import type { Texts } from '../texts.ts'

export const recovery: Texts<typeof source> = {
  title: 'Wachtwoord vergeten',
  back: 'Terug naar aanmelden',
  loading: 'Uw aanvraag wordt geladen',
  next: 'Verder',
  previous: 'Terug',
  steps: {
    username: 'Uw gebruikersnaam',
    answers: 'Beveiligingsvragen beantwoorden',
    code: 'Code uit de e-\u2060mail',
    password: 'Nieuw wachtwoord kiezen',
  },
  username: {
    intro: 'Voer hieronder uw gebruikersnaam in om verder te gaan',
    label: 'Gebruikersnaam',
    sending: 'Een ogenblik…',
    forgotten: 'Gebruikersnaam vergeten?',
  },
  forgottenUsername: {
    title: 'Gebruikersnaam vergeten',
    intro:
      'Om veiligheidsredenen kan de toepassing u die niet zelf geven. U vindt hem vlakbij, of met één telefoontje.',
    whereTitle: 'Waar hij staat',
    where: {
      letter: 'In het bericht van uw contactpersoon, naast uw eerste wachtwoord.',
      computer:
        'Op een computer waarop u zich al hebt aangemeld: het aanmeldscherm toont hem vanzelf.',
      manager: 'In uw wachtwoordbeheerder, als die deze aanmelding heeft bewaard.',
    },
    whomTitle: 'Wie hem u kan geven',
    whom: 'Uw contactpersoon, na controle van uw identiteit. Geef nooit uw wachtwoord of uw antwoorden door.',
  },
  answers: {
    account: 'Gebruikersnaam: {{username}}',
    intro: 'Beantwoord uw persoonlijke beveiligingsvragen.',
    introWithCode:
      'Beantwoord uw persoonlijke beveiligingsvragen en voer de code uit de e-\u2060mail in. Alles wordt samen gecontroleerd.',
    introCode: 'Voer de code uit de e-\u2060mail in.',
    hint: 'Hoofdletters, accenten, spaties en leestekens maken geen verschil.',
    questionsTitle: 'Uw vragen',
    codeTitle: 'Uw code',
    codeSent:
      'Als er een account bestaat voor ‘{{username}}’, is er zojuist een code naar het bijbehorende e-\u2060mailadres gestuurd.',
    until: 'Deze aanvraag blijft open tot {{time}}.',
    checking: 'Wordt gecontroleerd…',
  },
  noMail: {
    title: 'Komt het bericht niet aan?',
    spam: 'Het versturen kan enkele minuten duren. Kijk ook bij ongewenste e-\u2060mail.',
    name: 'Controleer de gebruikersnaam hierboven.',
    other:
      'Het bericht gaat naar het adres in uw profiel: misschien is dat een ander dan waar u kijkt.',
    contact: 'Lukt het niet, dan kan uw contactpersoon u een nieuw startwachtwoord geven.',
  },
  password: {
    intro: 'Klik op ‘?’ om te zien aan welke regels het moet voldoen.',
    sessions: 'Voor de veiligheid worden al uw open sessies beëindigd.',
    label: 'Voer een nieuw wachtwoord in',
    again: 'Bevestig het nieuwe wachtwoord',
    saving: 'Wordt opgeslagen…',
  },
  done: {
    heading: 'Nieuw wachtwoord opgeslagen',
    text: 'U kunt zich aanmelden met het nieuwe wachtwoord.',
    sessions: 'Alle open sessies zijn beëindigd. Een e-\u2060mail bevestigt u de wijziging.',
    action: 'Terug naar de startpagina',
  },
  over: {
    title: 'Deze aanvraag is gesloten',
    text: 'De termijn is verstreken, of alle pogingen zijn gebruikt. Uw gebruikersnaam blijft bewaard; uw antwoorden voor de veiligheid niet. Kies ‘Verder’ om opnieuw te beginnen.',
  },
  signInOpen: 'Weet u uw wachtwoord weer? Dan kunt u zich nu meteen aanmelden.',
}
