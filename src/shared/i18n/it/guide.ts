import type { guide as french } from '../fr/guide.ts'
import type { Texts } from '../texts.ts'

export const guide: Texts<typeof french> = {
  search: 'Cerca nella guida',
  placeholder: 'Una parola: password, limite, fattura…',
  none: 'Nulla nella guida corrisponde. Provi un’altra parola, o chiami l’Helpdesk.',
  count_one: '{{count}} argomento',
  count_other: '{{count}} argomenti',
  here: 'Sulla pagina in cui si trovava',
  groups: {
    account: 'Il suo accesso',
    work: 'Il suo lavoro',
    app: 'L’applicazione',
  },
  topics: {
    firstSignIn: 'Primo accesso',
    security: 'Passo 1: sicurezza',
    personalData: 'Passo 2: i suoi dati personali',
    forgotten: 'Password dimenticata',
    access: 'Il Suo accesso',
    profile: 'Aggiornare i suoi dati',
    home: 'Che cosa è cambiato',
    limits: 'Limiti di credito',
    apply: 'Chiedere un limite',
    several: 'Chiedere più limiti',
    turnover: 'Dichiarare il fatturato',
    exposure: 'Esposizione e copertura',
    dashboard: 'La dashboard di Insights',
    buyers: 'Cercare un acquirente',
    whatIf: 'E se…',
    monthPack: 'Rapporto mensile',
    cases: 'Pratiche di recupero',
    partners: 'Area Partner',
    offline: 'Senza rete',
    find: 'Trovare in fretta',
    lock: 'Bloccare l’applicazione',
    notifications: 'Notifiche',
    links: 'Inviare una pagina a un collega',
  },
  steps: {
    firstSignIn:
      'Scelga il servizio da aprire: Serv@Net, Collect@Net, Atradius Insights o l’Area Partner. La schermata di accesso è la stessa per tutti.\nInserisca il nome utente e la password iniziale ricevuti dalla sua persona di contatto e faccia clic su «Accedi».\nLe vengono chiesti alcuni dati in due passi, solo a questo primo accesso.\nLa password iniziale vale 14 giorni. Se è scaduta, ne chieda un’altra alla sua persona di contatto.',
    security:
      'Scelga una password più complessa. Il «?» accanto al campo mostra le regole.\nScelga tre domande e risponda. Le verranno poste se dimentica la password.\nRicordi le risposte come le ha scritte; maiuscole e accenti non contano.',
    personalData:
      'Inserisca due volte il suo indirizzo e-mail. Serve ad avvisarla prima che la password scada e, se lo desidera, per gli avvisi di Serv@Net.\nUn indirizzo può servire per un solo account.\nIl nome è facoltativo, il cognome obbligatorio. Scelga anche la lingua.\nFaccia clic su «Avanti»: si apre la pagina iniziale di Serv@Net.',
    forgotten:
      'Nella schermata di accesso, faccia clic su «Password dimenticata?».\nInserisca il nome utente e prosegua.\nRisponda alle sue domande personali di sicurezza e prosegua.\nScelga una nuova password; il «?» mostra le regole. «Torna alla pagina iniziale» la riporta all’accesso.',
    access:
      'Un solo nome utente e una sola password aprono Serv@Net, Collect@Net, Atradius Insights e l’Area Partner.\nSe sceglie di mantenere l’accesso, la prova del Suo accesso è conservata nel portachiavi di questo computer, mai in un file leggibile. Uscendo viene cancellata.\nPassword dimenticata? Dalla schermata di accesso può sceglierne una nuova. Non Le chiederemo mai la password per telefono o per e-mail.',
    profile:
      'In Serv@Net, faccia clic su «Profilo utente». In Insights, faccia clic sull’icona «Il mio account».\nLì sceglie il Paese predefinito delle ricerche e la prima pagina di Serv@Net; poi «Salva».\nPassword, domande e dispositivi collegati sono in «Sicurezza».',
    home: 'La pagina iniziale di Serv@Net mostra prima che cosa è cambiato dalla sua ultima visita. Spunti ciò che ha letto.\nUna riduzione annunciata dice da quale giorno vale; le consegne precedenti mantengono il limite di prima.\nSpunti un avviso quando l’ha trattato; tutti restano in «Avvisi».',
    limits:
      'L’elenco mostra l’ultima decisione per acquirente e polizza. Filtri per Paese, stato o polizza.\nLa pagina di un limite mostra che cosa copre oggi una consegna, le condizioni e lo storico.\nLa colonna «Finisce il» indica quando finisce un limite temporaneo.',
    apply:
      'Cerchi l’acquirente per nome o numero. Se non è noto, lo descriva.\nIndichi la polizza, l’importo, i termini di pagamento e, se serve, una data di fine.\nControlli e invii. Senza connessione la richiesta attende su questo computer e parte una sola volta.\nLa segua in «Richieste» fino alla decisione.',
    several:
      'Incolli una tabella o apra un file CSV o Excel.\nControlli che cosa contiene ogni colonna: l’applicazione lo ricorda per la prossima volta.\nCorregga le righe segnalate e invii tutto. Ogni riga è seguita fino alla decisione.',
    turnover:
      'Scelga la polizza e il periodo, poi inserisca l’importo.\nAccanto è mostrato l’importo dello stesso periodo dell’anno precedente.\nUna dichiarazione sbagliata si corregge con una nuova.',
    exposure:
      'Apra il suo scadenzario clienti (CSV o Excel). Resta su questo computer e non viene mai inviato.\nOgni cliente è abbinato a un acquirente per numero, poi per nome. Dica chi è dove l’applicazione è incerta.\nLa pagina mostra che cosa è coperto, che cosa supera il limite e fino a quando un insoluto va denunciato.\nPorti queste date nel suo calendario, o rimuova il file quando ha finito.',
    dashboard:
      'Scelga la valuta e il periodo in alto.\nIl «?» di una cifra spiega come è calcolata, con i suoi importi. Un clic apre le righe che la compongono.\nOgni grafico ha la sua tabella, che può copiare o esportare.',
    buyers:
      'Scriva l’inizio di un nome o numero: accenti e maiuscole non contano.\nFiltri per Paese, fascia di rischio, decisione o polizza, poi ordini per colonna.\nI rating vanno da 1 a 100; più sono alti, maggiore è il rischio. Le sue note private restano su questo computer.',
    whatIf:
      'Supponga che una valuta si muova, che i maggiori acquirenti peggiorino o che un limite sia ridotto.\nLa pagina mostra le cifre prima e dopo. Nulla viene inviato o conservato.',
    monthPack:
      'Scelga il mese: il rapporto riunisce le cifre, le fonti, i cambi e le date.\nLo salvi in PDF, formato A4, nella sua lingua.',
    cases:
      'Collect@Net mostra ogni pratica, il suo corso, gli importi recuperati e quanto è ancora dovuto.\nPer una nuova pratica indichi l’acquirente, la polizza e le fatture, poi alleghi i documenti.\nSenza connessione la pratica attende e parte una sola volta.',
    partners:
      'Per i broker: l’elenco mostra i suoi clienti, le loro polizze e le loro cifre.\nApra la vista di un cliente: una fascia dice sempre di chi sono i dati.\nI documenti sono ordinati per tema; può aprirli o salvarli.',
    offline:
      'L’applicazione mostra gli ultimi dati conservati su questo computer, con la loro data.\nCiò che inserisce attende e parte appena il servizio risponde. Il pulsante in alto mostra che cosa attende.\nSe nel frattempo qualcosa è cambiato, l’applicazione mostra le due versioni e lei sceglie.',
    find: 'Ctrl K (⌘ K su Mac) cerca un acquirente, una polizza, una pagina o un’azione.\nCtrl da 1 a 4 apre un servizio, F5 aggiorna, F1 apre questa guida all’argomento della pagina.',
    lock: 'Scelga una password di blocco nel suo profilo, in «Blocco».\nL’applicazione si blocca quando si assenta, o con Ctrl Maiusc L.\nSe la dimentica, acceda di nuovo: ciò che attendeva l’invio va allora perso, e l’applicazione lo dice prima.',
    notifications:
      'Scelga nel suo profilo che cosa notificarle: decisioni, riduzioni, peggioramenti, messaggi.\nNelle ore di silenzio non compare nulla; tutto resta nella pagina iniziale.',
    links:
      '«Copia il link di questa pagina» è nel menu «Vai», con il tasto destro e in Ctrl K.\nIl link apre l’applicazione su questa pagina, per chi vi ha accesso. Non contiene password né importi.',
  },
  words: {
    firstSignIn: 'registrazione, nome utente, password iniziale, account',
    security: 'password, regole, domande segrete, risposte',
    personalData: 'e-mail, indirizzo, nome, cognome, lingua',
    forgotten: 'recupero, reimpostare, bloccato, domande di sicurezza',
    access: 'una sola identità, restare collegati, portachiavi, sicurezza',
    profile: 'preferenze, il mio account, Paese, prima pagina, salvare, cambiare password',
    home: 'inizio, novità, avvisi, messaggi, riduzione, preavviso',
    limits: 'copertura, decisione, rifiutato, ridotto, polizza',
    apply: 'registrare un limite di credito, nuova richiesta, aumentare',
    several: 'lotto, tabella, importare, incollare, CSV, XLSX',
    turnover: 'vendite, dichiarazione, periodo',
    exposure: 'scadenzario, clienti, scaduto, proroga massima, scadenza, fatture',
    dashboard: 'ABR, accettazione del rischio, deduzioni, periodo, valuta',
    buyers: 'ricerca, cliente, debitore, rating, numero',
    whatIf: 'ipotesi, scenario, simulare, valuta',
    monthPack: 'PDF, consiglio, direzione, stampare',
    cases: 'Collect@Net, insoluti, fatture, documenti, avvocato',
    partners: 'broker, clienti, documenti, temi',
    offline: 'fuori linea, attesa, posta in uscita, sincronizzare, conflitto',
    find: 'tavolozza, scorciatoie, tastiera, ricerca',
    lock: 'assenza, inattività, password, schermo',
    notifications: 'avvisare, ore di silenzio, fine settimana, suono',
    links: 'link, indirizzo, condividere',
  },
}
