import type { alerts as source } from '../fr/alerts.ts'
import type { Texts } from '../texts.ts'

export const alerts: Texts<typeof source> = {
  title: 'Tutti gli avvisi',
  more: 'Mostra altri avvisi',
  loading: 'Caricamento degli avvisi',
  loadingOne: 'Caricamento dell’avviso',
  kinds: {
    limit_granted: 'Limite concesso',
    limit_reduced: 'Limite ridotto',
    limit_withdrawn: 'Limite revocato',
    rating_worse: 'Rating peggiorato',
    rating_better: 'Rating migliorato',
  },
  spoken: 'da {{from}} a {{to}}',
  effective: 'dal {{date}}',
  handled: 'Gestito',
  handledLong: 'Gestito: {{alert}}',
  missing: 'Questo avviso non esiste o non è destinato a Lei.',
  facts: {
    limit: 'Limite',
    effective: 'Ha effetto dal',
    buyer: 'Acquirente',
    buyerId: 'Numero dell’acquirente',
    policy: 'Polizza',
    reported: 'Segnalato il',
    reason: 'Motivo',
  },
  reasonUnknown: 'Non indicato. L’Helpdesk può informarLa.',
  reasons: {
    accounts_strong: 'Bilancio più solido',
    accounts_weak: 'Bilancio più debole',
    accounts_missing: 'Nessun bilancio recente',
    payments_good: 'Buona esperienza di pagamento',
    payments_late: 'Ritardi di pagamento segnalati',
    insolvency: 'Procedura di insolvenza',
    sector_outlook: 'Prospettive del settore',
    country_outlook: 'Situazione del paese',
    total_exposure: 'Totale dei limiti su questo acquirente',
    policyholder_request: 'Su Sua richiesta',
  },
  meaningTitle: 'Che cosa significa',
  meaning: {
    limit_granted: 'Le Sue consegne a questo acquirente sono coperte fino al limite concesso.',
    limit_reduced:
      'Le consegne precedenti alla data di effetto restano coperte fino al vecchio limite. Da quella data conta solo il nuovo.',
    limit_withdrawn:
      'Le consegne precedenti alla data di effetto restano coperte fino al vecchio limite. Da quella data le nuove consegne a questo acquirente non sono più coperte.',
    rating_worse:
      'Il rischio che questo acquirente non paghi è aumentato. I Suoi limiti non sono cambiati.',
    rating_better:
      'Il rischio che questo acquirente non paghi è diminuito. I Suoi limiti non sono cambiati.',
  },
  nextTitle: 'Che cosa può fare',
  next: {
    limit_granted: 'Confronti il limite con quanto intende consegnare. Se non basta, ci contatti.',
    limit_reduced:
      'Confronti gli insoluti e gli ordini con il nuovo limite. Per l’eccedenza concordi un acconto o una garanzia, oppure ci contatti.',
    limit_withdrawn:
      'Riveda gli ordini in corso. Consegni contro pagamento anticipato o garanzia, oppure ci contatti se ha informazioni recenti su questo acquirente.',
    rating_worse: 'Tenga d’occhio i pagamenti e ci segnali ogni ritardo.',
    rating_better: 'Se Le serve un limite più alto, il momento è favorevole: ci contatti.',
  },
  contactTitle: 'Chi contattare',
}
