/** The box that says why the app does not start: used by main alone. */
export const start = {
  title: 'Atradius Services Online n’a pas pu s’ouvrir',
  switch:
    'L’application a été lancée avec une option qu’elle n’accepte pas : {{name}}\n\nOuvrez-la depuis le menu de votre ordinateur. Si ce message revient, un raccourci a été modifié : prévenez votre service informatique.',
  folder:
    'L’application ne peut pas écrire dans son dossier :\n{{path}}\n\nDemandez à votre service informatique de vérifier que ce dossier existe et que vous avez le droit d’y écrire, puis rouvrez l’application.',
  damaged:
    'Une partie de l’application manque ou est endommagée.\n\nInstallez de nouveau l’application, ou demandez-le à votre service informatique. Ce que vous aviez déjà enregistré est conservé.',
  unexpected:
    'Une erreur imprévue s’est produite.\n\nRouvrez l’application. Si ce message revient, redémarrez votre ordinateur, puis contactez le Helpdesk. Ce que vous aviez déjà enregistré est conservé.',
  updateFails:
    'La version {{version}} ne s’est pas ouverte comme prévu, et l’application n’a pas pu revenir seule à la précédente.\n\nElle va essayer encore une fois de s’ouvrir. Si rien ne s’affiche, installez de nouveau la version précédente, ou demandez-le à votre service informatique. Ce que vous aviez déjà enregistré est conservé.',
}
