/** Help, topic by topic: `steps` have a line each, `words` are other words for it with a comma between. */
export const guide = {
  search: 'Rechercher dans l’aide',
  placeholder: 'Un mot : mot de passe, limite, facture…',
  none: 'Rien dans l’aide ne correspond. Essayez un autre mot, ou appelez le Helpdesk.',
  count_one: '{{count}} rubrique',
  count_other: '{{count}} rubriques',
  here: 'À propos de la page où vous étiez',
  groups: {
    account: 'Votre accès',
    work: 'Votre travail',
    app: 'L’application',
  },
  topics: {
    firstSignIn: 'Première connexion',
    security: 'Étape 1 : sécurité',
    personalData: 'Étape 2 : vos données personnelles',
    forgotten: 'Mot de passe oublié',
    access: 'Votre connexion',
    profile: 'Mettre à jour vos données',
    home: 'Ce qui a changé',
    limits: 'Limites de crédit',
    apply: 'Demander une limite',
    several: 'Demander plusieurs limites',
    turnover: 'Déclarer le chiffre d’affaires',
    exposure: 'Encours et couverture',
    dashboard: 'Tableau de bord Insights',
    buyers: 'Rechercher un acheteur',
    whatIf: 'Simuler',
    monthPack: 'Rapport mensuel',
    cases: 'Dossiers de recouvrement',
    partners: 'Espace Partenaires',
    offline: 'Sans réseau',
    find: 'Trouver et aller vite',
    lock: 'Verrouiller l’application',
    notifications: 'Notifications',
    links: 'Envoyer une page à un collègue',
  },
  steps: {
    firstSignIn:
      'Choisissez le service à ouvrir : Serv@Net, Collect@Net, Atradius Insights ou l’Espace Partenaires. L’écran de connexion est le même pour tous.\nSaisissez le nom d’utilisateur et le mot de passe initial que votre personne de contact vous a remis, puis cliquez sur « Entrée ».\nDes informations vous sont demandées en deux étapes, lors de cette première connexion seulement.\nLe mot de passe initial est valable 14 jours. S’il a expiré, demandez-en un autre à votre personne de contact.',
    security:
      'Choisissez un mot de passe plus complexe. L’icône « ? » à côté du champ montre les règles à respecter.\nChoisissez trois questions et répondez-y. Elles vous seront posées si vous oubliez votre mot de passe.\nRetenez vos réponses comme vous les avez écrites ; majuscules et accents ne comptent pas.',
    personalData:
      'Saisissez deux fois votre adresse e-mail. Elle sert à vous prévenir avant que votre mot de passe expire et, si vous le voulez, à recevoir les alertes de Serv@Net.\nUne adresse ne peut servir qu’à un seul compte.\nLe prénom est facultatif, le nom obligatoire. Choisissez aussi votre langue.\nCliquez sur « Suivant » : l’écran d’accueil de Serv@Net s’ouvre.',
    forgotten:
      'Sur l’écran de connexion, cliquez sur « Mot de passe oublié ? ».\nSaisissez votre nom d’utilisateur, puis « Suite ».\nRépondez à vos questions personnelles de sécurité, puis « Suite ».\nChoisissez un nouveau mot de passe ; l’icône « ? » montre les règles. « Retour à la page d’accueil » vous ramène à la connexion.',
    access:
      'Un seul nom d’utilisateur et un seul mot de passe ouvrent Serv@Net, Collect@Net, Atradius Insights et l’Espace Partenaires.\nSi vous choisissez de garder votre session ouverte, la preuve de votre connexion est gardée dans le trousseau de clés de cet ordinateur, jamais dans un fichier lisible. La déconnexion l’efface.\nMot de passe oublié ? L’écran de connexion vous permet d’en choisir un nouveau vous-même. Nous ne vous demanderons jamais votre mot de passe par téléphone ni par e-mail.',
    profile:
      'Dans Serv@Net, cliquez sur « Profil de l’utilisateur ». Dans Insights, cliquez sur l’icône « Mon compte ».\nVous y choisissez le pays par défaut de vos recherches et la première page de Serv@Net, puis « Sauvegarder ».\nLe mot de passe, les questions et les appareils connectés sont sous « Sécurité ».',
    home: 'La page « Début » de Serv@Net montre d’abord ce qui a changé depuis votre dernière visite. Cochez ce que vous avez lu.\nUne baisse annoncée dit à partir de quel jour elle vaut ; les livraisons faites avant gardent l’ancienne limite.\nUne alerte traitée se coche ; toutes restent sous « Alertes ».',
    limits:
      'La liste montre la dernière décision par acheteur et par police. Filtrez par pays, par statut ou par police.\nLa page d’une limite montre ce qui couvre une livraison aujourd’hui, les conditions et l’historique.\nLa colonne « Prend fin le » indique la fin d’une limite temporaire.',
    apply:
      'Cherchez l’acheteur par son nom ou son numéro. S’il n’est pas connu, décrivez-le.\nIndiquez la police, le montant, les délais de paiement et, si besoin, une date de fin.\nVérifiez et envoyez. Hors connexion, la demande attend sur cet ordinateur et part une seule fois.\nSuivez-la sous « Demandes » jusqu’à la décision.',
    several:
      'Collez un tableau ou ouvrez un fichier CSV ou Excel.\nVérifiez à quoi correspond chaque colonne : l’application s’en souvient pour la prochaine fois.\nCorrigez les lignes signalées, puis envoyez le tout. Chaque ligne est suivie jusqu’à sa décision.',
    turnover:
      'Choisissez la police et la période, puis saisissez le montant.\nLe montant déclaré pour la même période un an plus tôt est affiché à côté.\nUne déclaration envoyée par erreur se corrige par une nouvelle déclaration.',
    exposure:
      'Ouvrez votre balance âgée (CSV ou Excel). Elle reste sur cet ordinateur et n’est jamais envoyée.\nChaque client est rapproché d’un acheteur par son numéro, puis par son nom. Dites qui il est quand l’application hésite.\nLa page montre ce qui est couvert, ce qui dépasse la limite, et jusqu’à quand un impayé doit être déclaré.\nExportez ces dates vers votre calendrier, ou retirez le fichier quand vous avez terminé.',
    dashboard:
      'Choisissez la devise et la période en haut de la page.\nLe « ? » d’un chiffre explique comment il est calculé, avec vos montants. Un clic ouvre les lignes qui le composent.\nChaque graphique a son tableau, que vous pouvez copier ou exporter.',
    buyers:
      'Tapez le début d’un nom ou d’un numéro : accents et majuscules ne comptent pas.\nFiltrez par pays, par classe de risque, par décision ou par police, puis triez par colonne.\nLa note va de 1 à 100 ; plus elle est haute, plus le risque est élevé. Vos notes privées restent sur cet ordinateur.',
    whatIf:
      'Supposez qu’une devise bouge, que les plus gros acheteurs se dégradent ou qu’une limite est réduite.\nLa page montre les chiffres avant et après. Rien n’est envoyé ni gardé.',
    monthPack:
      'Choisissez le mois : le rapport réunit les chiffres, leurs sources, les taux et les dates.\nEnregistrez-le en PDF, au format A4, dans votre langue.',
    cases:
      'Collect@Net montre chaque dossier, son déroulement, les montants recouvrés et ce qui reste dû.\nPour un nouveau dossier, indiquez l’acheteur, la police et les factures, puis joignez les documents.\nHors connexion, le dossier attend et part une seule fois.',
    partners:
      'Réservé aux courtiers : la liste montre vos clients, leurs polices et leurs chiffres.\nOuvrez la vue d’un client : un bandeau rappelle en permanence de qui sont les données.\nLes documents sont classés par thème ; vous pouvez les ouvrir ou les enregistrer.',
    offline:
      'L’application montre les dernières données gardées sur cet ordinateur, avec leur date.\nCe que vous saisissez attend, puis part dès que le service répond. Le bouton en haut de la fenêtre montre ce qui attend.\nSi une donnée a changé entre-temps, l’application vous montre les deux versions et vous choisissez.',
    find: 'Ctrl K (⌘ K sur Mac) cherche un acheteur, une police, une page ou une action.\nCtrl 1 à 4 ouvre un service, F5 actualise, F1 ouvre cette aide à la rubrique de la page.',
    lock: 'Choisissez un mot de passe de verrouillage dans votre profil, sous « Verrouillage ».\nL’application se verrouille après une absence, ou avec Ctrl Maj L.\nS’il est oublié, connectez-vous de nouveau : ce qui attendait d’être envoyé est alors perdu, et l’application vous le dit avant.',
    notifications:
      'Choisissez dans votre profil ce qui doit vous être notifié : décisions, baisses, dégradations, messages.\nPendant les heures calmes, rien n’apparaît ; tout reste sur la page « Début ».',
    links:
      '« Copier le lien de cette page » se trouve dans le menu « Aller », par un clic droit et dans Ctrl K.\nLe lien ouvre l’application à cette page, pour qui y a accès. Il ne contient ni mot de passe ni montant.',
  },
  words: {
    firstSignIn: 'enregistrement, inscription, identifiant, mot de passe initial, compte',
    security: 'mot de passe, règles, questions secrètes, réponses',
    personalData: 'e-mail, adresse, prénom, nom, langue favorite',
    forgotten: 'récupération, réinitialiser, bloqué, questions de sécurité',
    access: 'une seule identité, rester connecté, trousseau, sécurité',
    profile: 'préférences, mon compte, pays, première page, sauvegarder, changer de mot de passe',
    home: 'accueil, nouveautés, alertes, messages, baisse, préavis',
    limits: 'plafond, couverture, décision, refusée, réduite, police',
    apply: 'enregistrer une limite de crédit, nouvelle demande, augmenter',
    several: 'lot, tableau, import, coller, CSV, XLSX',
    turnover: 'ventes, CA, déclaration, période',
    exposure: 'balance âgée, grand livre, impayés, prolongation maximale, échéance, factures',
    dashboard: 'ABR, acceptation du risque, déductions, période, devise',
    buyers: 'recherche, client, débiteur, notation, numéro',
    whatIf: 'hypothèse, scénario, et si, devise',
    monthPack: 'PDF, conseil, direction, imprimer',
    cases: 'Collect@Net, impayés, factures, documents, avocat',
    partners: 'courtier, clients, documents, thèmes',
    offline: 'hors connexion, attente, boîte d’envoi, synchroniser, conflit',
    find: 'palette, raccourcis, clavier, recherche',
    lock: 'absence, inactivité, mot de passe, écran',
    notifications: 'avertir, heures calmes, week-end, son',
    links: 'lien, adresse, partager',
  },
}
