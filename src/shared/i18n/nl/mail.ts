import type { mail as source } from '../fr/mail.ts'
import type { Texts } from '../texts.ts'

export const mail: Texts<typeof source> = {
  greeting: 'Goedendag,',
  greetingByName: 'Goedendag {{name}},',
  sender: 'Atradius Services Online',
  moment: '{{moment}} (tijd in Brussel)',
  caution: 'Was u dit niet?',
  footer: {
    questions: 'Een vraag? Neem contact op met de Helpdesk: {{phone}}, {{email}}.',
    automatic: 'Dit bericht is automatisch verzonden; u kunt er niet op antwoorden.',
  },
  code: {
    rules:
      'Deze code is vanaf de aanvraag {{duration}} geldig, tot {{moment}}. Geef de code aan niemand door. Wij zullen er nooit om vragen, niet per telefoon en niet per e-mail.',
  },
  recovery_code: {
    subject: 'Uw code voor een nieuw wachtwoord',
    text: 'U bent uw wachtwoord vergeten. Voer deze code in de app in om een nieuw te kiezen:',
    caution:
      'Negeer dit bericht: uw wachtwoord blijft hetzelfde. Ontvangt u er meer, waarschuw dan de Helpdesk.',
  },
  recovery_unfinished: {
    subject: 'Verschillende aanvragen voor een nieuw wachtwoord',
    text: 'In de afgelopen 24 uur is ‘Wachtwoord vergeten?’ verschillende keren voor uw account gebruikt zonder dat het is afgerond.',
    next: 'Uw wachtwoord blijft hetzelfde. Was u dit zelf, dan hoeft u niets te doen.',
    caution:
      'Misschien probeert iemand in uw account te komen. Geef aan niemand een code door en waarschuw de Helpdesk.',
  },
  email_change_code: {
    subject: 'Bevestig uw e-mailadres',
    text: 'Dit adres is gekozen voor een account van Atradius Services Online. Voer deze code in de app in om het te bevestigen:',
    caution: 'Negeer dit bericht: zonder deze code wordt uw adres niet gebruikt.',
  },
  email_change_requested: {
    subject: 'Wijziging van e-mailadres aangevraagd',
    text: 'Voor uw account is een nieuw e-mailadres aangevraagd:',
    next: 'Er verandert niets zolang het niet is bevestigd met de code die wij ernaartoe hebben gestuurd.',
    caution: 'Wijzig uw wachtwoord in de app en bel daarna onmiddellijk de Helpdesk.',
  },
  email_changed: {
    subject: 'Uw e-mailadres is gewijzigd',
    text: 'Voortaan schrijven wij u op dit adres:',
    next: 'Dit is het laatste bericht dat u hier ontvangt.',
    caution: 'Bel onmiddellijk de Helpdesk: misschien gebruikt iemand anders uw account.',
  },
  password_changed: {
    subject: 'Uw wachtwoord is gewijzigd',
    text: 'Het wachtwoord van uw account is gewijzigd op {{moment}}.',
    next: 'Was u dit zelf, dan hoeft u niets te doen.',
    caution:
      'Kies meteen een nieuw wachtwoord met ‘Wachtwoord vergeten?’ en bel daarna de Helpdesk.',
  },
  password_recovered: {
    subject: 'U hebt een nieuw wachtwoord',
    text: 'Op {{moment}} is met ‘Wachtwoord vergeten?’ een nieuw wachtwoord gekozen. Voor de veiligheid zijn al uw apparaten afgemeld.',
    next: 'U kunt zich aanmelden met het nieuwe wachtwoord.',
    caution: 'Bel onmiddellijk de Helpdesk: misschien gebruikt iemand anders uw account.',
  },
  new_device: {
    subject: 'Aanmelding vanaf een nieuw apparaat',
    text: 'Er is bij uw account aangemeld vanaf een apparaat dat wij niet kenden:',
    next: 'Was u dit zelf, dan hoeft u niets te doen.',
    caution:
      'Wijzig uw wachtwoord in de app, meld dit apparaat af onder ‘Gebruikersprofiel’ en bel daarna de Helpdesk.',
  },
  password_expiry: {
    subject_later: 'Uw wachtwoord verloopt over {{days}} dagen',
    subject_tomorrow: 'Uw wachtwoord verloopt morgen',
    subject_today: 'Uw wachtwoord verloopt vandaag',
    text: 'Uw wachtwoord is geldig tot {{moment}}.',
    how: 'U kunt het nu al wijzigen in de app, onder ‘Gebruikersprofiel’.',
    afterwards:
      'Daarna kunt u zich nog steeds aanmelden: de app vraagt u dan eerst een nieuw te kiezen.',
  },
  alerts_digest: {
    subject_one: 'Serv@Net: één nieuwe melding',
    subject_other: 'Serv@Net: {{count}} nieuwe meldingen',
    text_one: 'In Serv@Net staat één nieuwe melding voor u klaar:',
    text_other: 'In Serv@Net staan {{count}} nieuwe meldingen voor u klaar:',
    more_one: 'En nog één.',
    more_other: 'En nog {{count}}.',
    where: 'U vindt ze op de startpagina van Serv@Net.',
    choice:
      'U ontvangt dit bericht omdat u meldingen per e-mail hebt gekozen. Die keuze wijzigt u onder ‘Gebruikersprofiel’.',
  },
}
