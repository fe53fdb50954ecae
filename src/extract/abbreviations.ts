import listed from './listedAbbreviations.ts?value';

/** What a word with a full stop may be; one word may be several of these. */
export const BEFORE_NAME = 1;
export const BEFORE_FIGURE = 2;
export const AMBIGUOUS = 4;

/** They go before a name, so that no sentence ends at them. Lower case, without the full stop. */
const BEFORE_NAMES: readonly string[] = [
  'mr mrs ms mx dr prof rev hon gen adm col lt sgt capt cmdr maj cpl pvt gov sen rep pres supt insp det st ste mt ft',
  'approx ca cf vs v al e.g i.e viz',
  'z.b d.h u.a z.t bzw fr frl dipl ing bspw',
  'mm mme mlle p.ex',
  'sr sra srta sres',
  'sig sigg dott dr.ssa avv',
  'dhr mevr bijv o.a',
  'dra exmo profa dr.hab tzw nt ds m.in',
  'г ул тыс проф акад т.е т.н',
]
  .join(' ')
  .split(' ');

/** They go before a figure; before anything else they are ordinary words ("He said no."). */
const BEFORE_FIGURES: readonly string[] =
  'no nos nr art arts fig figs p pp ch sec vol vols tel ext núm pág pag str abs bd § № ст п'.split(' ');

/** A sentence may end at these, or not: the next word decides. */
const AT_ENDS: readonly string[] = [
  ...'inc corp co ltd bros plc llc etc jr sr esq dept univ assn ave blvd rd usw ggf evtl'.split(' '),
  ...'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues thu thurs fri'.split(' '),
  ...'a.m p.m u.s u.k u.n e.u ph.d b.a m.a d.c ee.uu min max misc temp mio mrd млн млрд руб т.д др'.split(' '),
  ...listed,
];

const roles = new Map<string, number>();
for (const [role, words] of [
  [BEFORE_NAME, BEFORE_NAMES],
  [BEFORE_FIGURE, BEFORE_FIGURES],
  [AMBIGUOUS, AT_ENDS],
] as const) {
  for (const word of words) roles.set(word, (roles.get(word) ?? 0) | role);
}

/** What a word with a full stop may be, as bits; none for any other. */
export function abbreviationRoles(word: string): number {
  return roles.get(word.toLowerCase()) ?? 0;
}

/** Words that begin sentences far more often than names: after an ambiguous full stop they begin one. Lower case. */
export const STARTERS: ReadonlySet<string> = new Set(
  [
    'the a an he she it they we i you this that these those there his her its their our in on at by but and as for from',
    'if when while after before since although though however meanwhile what who where why how yet so no not all some',
    'der die das ein eine er sie es wir ich im am bei mit nach auch aber und doch dabei dort',
    'le la les un une il elle ils elles ce cette ces dans en mais pour',
    'el los las una ellos ella su sus pero para según',
    'lo gli uno nel nella ma per secondo',
    'o os as ele ela eles no na mas para',
    'de het een hij zij ze we er maar',
    'он она они это но в на по как и',
  ]
    .join(' ')
    .split(' '),
);

/** What may follow an ordinal number's full stop, as in "3. Mai" or "19. Jahrhundert". Lower case. */
export const AFTER_ORDINALS: ReadonlySet<string> = new Set(
  (
    'januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert ' +
    'februari mars maj juni juli augusti oktober desember december'
  ).split(' '),
);
