import type { passwords as source } from '../fr/passwords.ts'
import type { Texts } from '../texts.ts'

export const passwords: Texts<typeof source> = {
  rules: {
    title: 'Regole della password',
    tip: 'Più parole senza legame tra loro formano una password sicura e facile da ricordare. Può anche incollare quella di un gestore di password.',
    too_short: 'Almeno {{min}} caratteri',
    too_long: 'Al massimo {{max}} caratteri',
    missing_lower: 'Una lettera minuscola',
    missing_upper: 'Una lettera maiuscola',
    missing_digit: 'Una cifra',
    missing_symbol: 'Un simbolo, per esempio - o !',
    contains_username: 'Senza il Suo nome utente',
    contains_name: 'Senza il Suo nome né il Suo cognome',
    contains_email: 'Senza il Suo indirizzo e-\u2060mail',
    too_common:
      'Né comune, né fatta del nome di un servizio o di un’azienda, di una stagione o di un mese',
    used_before: 'Diversa dalle Sue ultime {{history}} password',
    expires: 'Andrà sostituita ogni {{days}} giorni; La avviseremo per e-\u2060mail.',
  },
  states: {
    met: 'Rispettata',
    unmet: 'Non ancora rispettata',
    failed: 'Non rispettata',
    waiting: 'Verificata al salvataggio',
    checking: 'Verifica in corso',
  },
  progress: '{{met}} regole rispettate su {{total}}',
  complete: 'Tutte le regole sono rispettate',
  strength: {
    label: 'Robustezza',
    levels: {
      very_weak: 'Molto debole',
      weak: 'Debole',
      fair: 'Media',
      good: 'Buona',
      strong: 'Ottima',
    },
  },
  unreachable:
    'Le regole non possono essere caricate al momento. Saranno verificate al salvataggio.',
  change: {
    current: 'Password attuale',
    new: 'Nuova password',
    keepOthers: 'Mantenere aperte le altre mie sessioni',
    keepOthersHint: 'Altrimenti gli altri Suoi dispositivi chiederanno la nuova password.',
    submit: 'Cambia la password',
    saving: 'Salvataggio in corso…',
  },
  due: {
    title: 'La Sua password va rinnovata',
    account: 'Account: {{username}}',
    forgotten: 'Se non ricorda più quella attuale, esca e scelga «Password dimenticata?».',
    signOut: 'Esci',
    signingOut: 'Uscita in corso…',
    changed: 'La Sua password è stata cambiata.',
    ended_one: 'Un’altra sessione è stata chiusa.',
    ended_other: 'Altre {{count}} sessioni sono state chiuse.',
    reasons: {
      expired: 'È scaduta. Ne scelga una nuova e potrà proseguire subito.',
      requested:
        'La Sua persona di contatto ha chiesto di sostituirla. Ne scelga una nuova e potrà proseguire subito; gli altri dispositivi dovranno accedere di nuovo.',
      unknown: 'Ne scelga una nuova e potrà proseguire subito.',
    },
  },
}
