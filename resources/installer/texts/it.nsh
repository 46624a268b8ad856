; Italian, after the French source.

LangString needsAdministrator ${LANG_ITALIAN} "L’installazione per tutti gli utenti di questo computer richiede un amministratore. La avvii come amministratore, oppure installi l’applicazione solo per sé, senza «/allusers»."
LangString anotherSetupRuns ${LANG_ITALIAN} "È già in corso un’altra installazione di Atradius Services Online. Attenda che finisca, poi riprovi."
LangString wrongSwitch ${LANG_ITALIAN} "Queste opzioni non sono note o non vanno insieme. Non è stato cambiato nulla."
LangString appIsOpen ${LANG_ITALIAN} "Atradius Services Online è aperto. Termini ciò che sta facendo, chiuda l’applicazione, poi scelga Riprova."
LangString appStaysOpen ${LANG_ITALIAN} "Atradius Services Online è rimasto aperto. Non è stato cambiato nulla; riprovi quando l’applicazione sarà chiusa."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_ITALIAN} "Disinstallare Atradius Services Online"
  LangString uninstallSubheading ${LANG_ITALIAN} "L’applicazione sarà rimossa da questo computer."
  LangString uninstallButton ${LANG_ITALIAN} "Disinstalla"
  LangString dataStays ${LANG_ITALIAN} "I Suoi dati restano su questo computer, a meno che non chieda di cancellarli: li ritroverà reinstallando l’applicazione."
  LangString dataGoesToo ${LANG_ITALIAN} "Cancella anche i miei dati"
  LangString dataConsequence ${LANG_ITALIAN} "Ciò che è in attesa di invio andrebbe perso. Ciò che è già sul portale vi resta."
  LangString uninstalled ${LANG_ITALIAN} "L’applicazione è stata rimossa."
  LangString programStays ${LANG_ITALIAN} "Alcuni file non sono stati rimossi. Riavvii il computer, poi riprovi."
  LangString notInstalledHere ${LANG_ITALIAN} "Atradius Services Online non è installato in questa cartella. Non è stato rimosso nulla."
!else
  LangString installForPerson ${LANG_ITALIAN} "La versione ${VERSION} sarà installata solo per Lei. Non serve un amministratore e richiede meno di un minuto."
  LangString installForEveryone ${LANG_ITALIAN} "La versione ${VERSION} sarà installata per tutti gli utenti di questo computer. Richiede meno di un minuto."
  LangString upgrade ${LANG_ITALIAN} "La versione $FormerVersion sarà sostituita dalla versione ${VERSION}. I Suoi dati e le Sue impostazioni restano."
  LangString installButton ${LANG_ITALIAN} "Installa"
  LangString installed ${LANG_ITALIAN} "L’applicazione è installata. La troverà nel menu Start."
  LangString newerIsInstalled ${LANG_ITALIAN} "È già installata una versione più recente ($FormerVersion). La versione ${VERSION} non l’ha sostituita; non è stato cambiato nulla."
  LangString notForThisComputer ${LANG_ITALIAN} "Questa installazione non è adatta a questo computer. Richieda quella giusta: serve Windows 10 o successivo, e l’installazione «arm64» è solo per computer Arm."
  LangString folderNotEmpty ${LANG_ITALIAN} "Questa cartella contiene già altro. Scelga una cartella vuota. Non è stato cambiato nulla."
  LangString folderInUse ${LANG_ITALIAN} "Un altro programma sta usando questa cartella. Chiuda ciò che la usa, poi riprovi. La versione installata non è stata toccata."
  LangString diskFull ${LANG_ITALIAN} "Non c’è più spazio sufficiente sul disco. Liberi spazio, poi riprovi. Non è stato cambiato nulla."
  LangString copyFailed ${LANG_ITALIAN} "L’installazione non è riuscita. La versione installata non è stata toccata; riprovi, oppure si rivolga al Suo reparto informatico."
!endif
