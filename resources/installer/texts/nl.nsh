; Dutch, after the French source.

LangString needsAdministrator ${LANG_DUTCH} "Voor een installatie voor alle gebruikers van deze computer is een beheerder nodig. Start de installatie als beheerder, of installeer de app alleen voor uzelf, zonder ‘/allusers’."
LangString anotherSetupRuns ${LANG_DUTCH} "Er loopt al een installatie van Atradius Services Online. Wacht tot die klaar is en probeer het dan opnieuw."
LangString wrongSwitch ${LANG_DUTCH} "Deze opties zijn onbekend of gaan niet samen. Er is niets gewijzigd."
LangString appIsOpen ${LANG_DUTCH} "Atradius Services Online is geopend. Rond af waarmee u bezig bent, sluit de app en kies dan Opnieuw."
LangString appStaysOpen ${LANG_DUTCH} "Atradius Services Online is open gebleven. Er is niets gewijzigd; probeer het opnieuw zodra de app gesloten is."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_DUTCH} "Atradius Services Online verwijderen"
  LangString uninstallSubheading ${LANG_DUTCH} "De app wordt van deze computer verwijderd."
  LangString uninstallButton ${LANG_DUTCH} "Verwijderen"
  LangString dataStays ${LANG_DUTCH} "Uw gegevens blijven op deze computer, tenzij u vraagt ze te wissen: na een nieuwe installatie vindt u ze terug."
  LangString dataGoesToo ${LANG_DUTCH} "Ook mijn gegevens wissen"
  LangString dataConsequence ${LANG_DUTCH} "Wat nog verzonden moet worden, gaat dan verloren. Wat al op het portaal staat, blijft daar."
  LangString uninstalled ${LANG_DUTCH} "De app is verwijderd."
  LangString programStays ${LANG_DUTCH} "Sommige bestanden konden niet worden verwijderd. Start de computer opnieuw en probeer het nog eens."
  LangString notInstalledHere ${LANG_DUTCH} "Atradius Services Online is niet in deze map geïnstalleerd. Er is niets verwijderd."
!else
  LangString installForPerson ${LANG_DUTCH} "Versie ${VERSION} wordt alleen voor u geïnstalleerd. Daarvoor is geen beheerder nodig en het duurt minder dan een minuut."
  LangString installForEveryone ${LANG_DUTCH} "Versie ${VERSION} wordt voor alle gebruikers van deze computer geïnstalleerd. Het duurt minder dan een minuut."
  LangString upgrade ${LANG_DUTCH} "Versie $FormerVersion wordt vervangen door versie ${VERSION}. Uw gegevens en instellingen blijven."
  LangString installButton ${LANG_DUTCH} "Installeren"
  LangString installed ${LANG_DUTCH} "De app is geïnstalleerd. U vindt hem in het menu Start."
  LangString newerIsInstalled ${LANG_DUTCH} "Er is al een nieuwere versie ($FormerVersion) geïnstalleerd. Versie ${VERSION} heeft die niet vervangen; er is niets gewijzigd."
  LangString notForThisComputer ${LANG_DUTCH} "Deze installatie is niet voor deze computer bedoeld. Vraag de juiste: nodig is Windows 10 of nieuwer, en de installatie ‘arm64’ werkt alleen op een Arm-computer."
  LangString folderNotEmpty ${LANG_DUTCH} "In deze map staat al iets anders. Kies een lege map. Er is niets gewijzigd."
  LangString folderInUse ${LANG_DUTCH} "Deze map wordt door een ander programma gebruikt. Sluit wat de map gebruikt en probeer het opnieuw. De geïnstalleerde versie is niet aangeraakt."
  LangString diskFull ${LANG_DUTCH} "Er is niet genoeg ruimte meer op de schijf. Maak ruimte vrij en probeer het opnieuw. Er is niets gewijzigd."
  LangString copyFailed ${LANG_DUTCH} "De installatie is niet gelukt. De geïnstalleerde versie is niet aangeraakt; probeer het opnieuw of wend u tot uw IT-afdeling."
!endif
