; German, after the French source.

LangString needsAdministrator ${LANG_GERMAN} "Für die Installation für alle Benutzer dieses Computers ist ein Administrator nötig. Starten Sie sie als Administrator, oder installieren Sie die App nur für sich, ohne „/allusers“."
LangString anotherSetupRuns ${LANG_GERMAN} "Es läuft bereits eine Installation von Atradius Services Online. Bitte warten Sie, bis sie fertig ist, und versuchen Sie es dann erneut."
LangString wrongSwitch ${LANG_GERMAN} "Diese Optionen sind unbekannt oder passen nicht zusammen. Es wurde nichts geändert."
LangString appIsOpen ${LANG_GERMAN} "Atradius Services Online ist geöffnet. Bitte beenden Sie, woran Sie arbeiten, schließen Sie die App, und wählen Sie dann „Wiederholen“."
LangString appStaysOpen ${LANG_GERMAN} "Atradius Services Online blieb geöffnet. Es wurde nichts geändert; versuchen Sie es erneut, sobald die App geschlossen ist."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_GERMAN} "Atradius Services Online deinstallieren"
  LangString uninstallSubheading ${LANG_GERMAN} "Die App wird von diesem Computer entfernt."
  LangString uninstallButton ${LANG_GERMAN} "Deinstallieren"
  LangString dataStays ${LANG_GERMAN} "Ihre Daten bleiben auf diesem Computer, außer Sie verlangen, dass sie gelöscht werden: Nach einer neuen Installation finden Sie sie wieder."
  LangString dataGoesToo ${LANG_GERMAN} "Auch meine Daten löschen"
  LangString dataConsequence ${LANG_GERMAN} "Was noch zu senden ist, ginge verloren. Was schon auf dem Portal ist, bleibt dort."
  LangString uninstalled ${LANG_GERMAN} "Die App wurde entfernt."
  LangString programStays ${LANG_GERMAN} "Einige Dateien konnten nicht entfernt werden. Bitte starten Sie den Computer neu, und versuchen Sie es noch einmal."
  LangString notInstalledHere ${LANG_GERMAN} "Atradius Services Online ist nicht in diesem Ordner installiert. Es wurde nichts entfernt."
!else
  LangString installForPerson ${LANG_GERMAN} "Version ${VERSION} wird nur für Sie installiert. Dafür ist kein Administrator nötig, und es dauert weniger als eine Minute."
  LangString installForEveryone ${LANG_GERMAN} "Version ${VERSION} wird für alle Benutzer dieses Computers installiert. Das dauert weniger als eine Minute."
  LangString upgrade ${LANG_GERMAN} "Version $FormerVersion wird durch Version ${VERSION} ersetzt. Ihre Daten und Einstellungen bleiben."
  LangString installButton ${LANG_GERMAN} "Installieren"
  LangString installed ${LANG_GERMAN} "Die App ist installiert. Sie finden sie im Startmenü."
  LangString newerIsInstalled ${LANG_GERMAN} "Eine neuere Version ($FormerVersion) ist bereits installiert. Version ${VERSION} hat sie nicht ersetzt; es wurde nichts geändert."
  LangString notForThisComputer ${LANG_GERMAN} "Diese Installation ist nicht für diesen Computer gemacht. Bitte verlangen Sie die passende: Nötig ist Windows 10 oder neuer, und die Installation „arm64“ ist nur für Arm-Computer."
  LangString folderNotEmpty ${LANG_GERMAN} "In diesem Ordner liegt bereits etwas anderes. Bitte wählen Sie einen leeren. Es wurde nichts geändert."
  LangString folderInUse ${LANG_GERMAN} "Ein anderes Programm verwendet diesen Ordner. Bitte schließen Sie, was ihn verwendet, und versuchen Sie es erneut. Die installierte Version wurde nicht angetastet."
  LangString diskFull ${LANG_GERMAN} "Auf dem Datenträger ist nicht mehr genug Platz. Bitte schaffen Sie Platz, und versuchen Sie es erneut. Es wurde nichts geändert."
  LangString copyFailed ${LANG_GERMAN} "Die Installation ist nicht gelungen. Die installierte Version wurde nicht angetastet; bitte versuchen Sie es erneut, oder wenden Sie sich an Ihre IT-Abteilung."
!endif
