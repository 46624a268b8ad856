; Spanish, after the French source.

LangString needsAdministrator ${LANG_SPANISHINTERNATIONAL} "Para instalar la aplicación para todos los usuarios de este equipo se necesita un administrador. Inicie la instalación como administrador, o instale la aplicación solo para usted, sin «/allusers»."
LangString anotherSetupRuns ${LANG_SPANISHINTERNATIONAL} "Ya hay otra instalación de Atradius Services Online en curso. Espere a que termine y vuelva a intentarlo."
LangString wrongSwitch ${LANG_SPANISHINTERNATIONAL} "Estas opciones no se conocen o no van juntas. No se ha cambiado nada."
LangString appIsOpen ${LANG_SPANISHINTERNATIONAL} "Atradius Services Online está abierto. Termine lo que esté haciendo, cierre la aplicación y elija Reintentar."
LangString appStaysOpen ${LANG_SPANISHINTERNATIONAL} "Atradius Services Online ha seguido abierto. No se ha cambiado nada; vuelva a intentarlo cuando la aplicación esté cerrada."

!ifdef IS_UNINSTALLER
  LangString uninstallHeading ${LANG_SPANISHINTERNATIONAL} "Desinstalar Atradius Services Online"
  LangString uninstallSubheading ${LANG_SPANISHINTERNATIONAL} "La aplicación se quitará de este equipo."
  LangString uninstallButton ${LANG_SPANISHINTERNATIONAL} "Desinstalar"
  LangString dataStays ${LANG_SPANISHINTERNATIONAL} "Sus datos se quedan en este equipo, salvo que pida borrarlos: los encontrará al volver a instalar la aplicación."
  LangString dataGoesToo ${LANG_SPANISHINTERNATIONAL} "Borrar también mis datos"
  LangString dataConsequence ${LANG_SPANISHINTERNATIONAL} "Lo que está pendiente de envío se perdería. Lo que ya está en el portal sigue allí."
  LangString uninstalled ${LANG_SPANISHINTERNATIONAL} "La aplicación se ha quitado."
  LangString programStays ${LANG_SPANISHINTERNATIONAL} "Algunos archivos no se han podido quitar. Reinicie el equipo y vuelva a intentarlo."
  LangString notInstalledHere ${LANG_SPANISHINTERNATIONAL} "Atradius Services Online no está instalado en esta carpeta. No se ha quitado nada."
!else
  LangString installForPerson ${LANG_SPANISHINTERNATIONAL} "La versión ${VERSION} se instalará solo para usted. No se necesita un administrador y se tarda menos de un minuto."
  LangString installForEveryone ${LANG_SPANISHINTERNATIONAL} "La versión ${VERSION} se instalará para todos los usuarios de este equipo. Se tarda menos de un minuto."
  LangString upgrade ${LANG_SPANISHINTERNATIONAL} "La versión $FormerVersion se sustituirá por la versión ${VERSION}. Sus datos y ajustes se conservan."
  LangString installButton ${LANG_SPANISHINTERNATIONAL} "Instalar"
  LangString installed ${LANG_SPANISHINTERNATIONAL} "La aplicación está instalada. La encontrará en el menú Inicio."
  LangString newerIsInstalled ${LANG_SPANISHINTERNATIONAL} "Ya hay instalada una versión más reciente ($FormerVersion). La versión ${VERSION} no la ha sustituido; no se ha cambiado nada."
  LangString notForThisComputer ${LANG_SPANISHINTERNATIONAL} "Esta instalación no es para este equipo. Pida la adecuada: se necesita Windows 10 o posterior, y la instalación «arm64» es solo para equipos Arm."
  LangString folderNotEmpty ${LANG_SPANISHINTERNATIONAL} "En esta carpeta ya hay otra cosa. Elija una carpeta vacía. No se ha cambiado nada."
  LangString folderInUse ${LANG_SPANISHINTERNATIONAL} "Otro programa está utilizando esta carpeta. Cierre lo que la utiliza y vuelva a intentarlo. La versión instalada no se ha tocado."
  LangString diskFull ${LANG_SPANISHINTERNATIONAL} "No queda espacio suficiente en el disco. Libere espacio y vuelva a intentarlo. No se ha cambiado nada."
  LangString copyFailed ${LANG_SPANISHINTERNATIONAL} "La instalación no se ha completado. La versión instalada no se ha tocado; vuelva a intentarlo o consulte con su departamento de informática."
!endif
