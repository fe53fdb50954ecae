/** What stands before the colon of a line that points to another article: "Read more: Three navies want one port". */
export const POINTERS: readonly string[] = [
  'Read more',
  'Read also',
  'Also read',
  'Read next',
  'See also',
  'Related',
  'Related article',
  'Related articles',
  'Related story',
  'Related stories',
  'More on this story',
  'Lesen Sie auch',
  'Lesen Sie mehr',
  'Mehr zum Thema',
  'Siehe auch',
  'Lire aussi',
  'À lire aussi',
  'A lire aussi',
  'Voir aussi',
  'Leer más',
  'Lea también',
  'Lee también',
  'Ver también',
  'Le puede interesar',
  'Te puede interesar',
  'Leggi anche',
  'Vedi anche',
  'Leia mais',
  'Leia também',
  'Veja também',
  'Lees ook',
  'Lees meer',
  'Czytaj także',
  'Zobacz także',
  'Läs mer',
  'Läs också',
  'Läs även',
  'Les også',
  'Читайте также',
  'Читайте також',
  '相关阅读',
  '相关新闻',
  '延伸阅读',
  '関連記事',
  '관련기사',
];

/** How a breadcrumb begins. */
export const HOMES: readonly string[] = [
  'Home',
  'Homepage',
  'Front page',
  'You are here: Home',
  'Startseite',
  'Sie sind hier: Startseite',
  'Accueil',
  'Vous êtes ici : Accueil',
  'Inicio',
  'Portada',
  'Início',
  'Strona główna',
  'Главная',
  'Головна',
  '首页',
  'ホーム',
];

/** Section names of a site's menu: a line of two or more of them, and nothing else, is a menu. */
export const SECTIONS: readonly string[] = (
  'home|news|latest|latest news breaking news live|live tv|live updates|live blog|live markets|markets|weather|sport|sports|' +
  'business|politics|world|world news|us|uk|us news|uk news|europe|asia|africa|middle east|australia|americas|opinion|' +
  'culture|arts|entertainment|lifestyle|life style|health|science|tech|technology|travel|food|style|fashion|money|' +
  'finance|economy|environment|climate|education|music|tv|film|movies|books|games|video|videos|audio|podcasts|podcast|' +
  'photos|pictures|newsletters|newsletter|search|menu|log in|login|sign in|sign up|subscribe|contact|contact us|about|' +
  'about us|privacy|terms|jobs|careers|advertise|help|shop|magazine|crime|local|nation|national|international|' +
  'startseite|politik|wirtschaft|kultur|wissen|panorama|meinung|wetter|regional|' +
  'accueil|politique|économie|monde|société|météo|inicio|política|economía|mundo|deportes|cultura|opinión|sociedad|tiempo|' +
  'cronaca|economia|esteri|spettacoli|meteo|início|esportes'
).split('|');
