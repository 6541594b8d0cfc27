import { EUROPE } from './authorities-europe.ts';
import { WORLD } from './authorities-world.ts';
import type { AuthorityWords } from './authority.ts';
import { BODIES } from './other-bodies.ts';

export type { AuthorityWords } from './authority.ts';

/** Competition authorities, and the bodies that must not be taken for one. */
export const AUTHORITIES: readonly AuthorityWords[] = [...EUROPE, ...WORLD, ...BODIES];

/** Country keys of the adjectives, names, capitals and abbreviations that stand with "watchdog" or "authority". */
export const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    uk: 'uk british britain kingdom britannique britanniques britisch britische britischen britischer britisches britons royaume großbritannien großbritanniens británico británica británicos británicas reino britannico britannica britannici britanniche regno england london londoner londres londra londinense londonien londonienne londinese wharf',
    us: 'us american america américain américaine américains américaines americans amerikanische amerikanischen amerikanischer amerikanisches estadounidense estadounidenses americano americana americani americane norteamericano norteamericana statunitense statunitensi usa états etats unidos uniti washington washingtoner',
    eu: 'eu european europe européen européenne européens européennes europäische europäischen europäischer europeo europea europeos europei brussels bruxelles brüsseler brüssel bruselas bruselense brussellese ue union bloc communautaire comunitario comunitaria',
    de: 'german germany allemand allemande allemands deutsche deutschen deutscher deutsches alemán alemana alemanes tedesco tedesca tedeschi bonn bonner allemagne alemania germania deutschland deutschlands',
    fr: 'french france français française französische französischen französischer francés francesa franceses francese francesi frankreich frankreichs paris pariser parisien parisienne parisino parisina parigi parigina',
    it: 'italian italy italien italienne italienische italienischen italienischer italiano italiana italianos italiani italia italie rome roma romana romano römische römischen romain romaine',
    br: 'brazil brazilian brésil brésilien brésilienne brasilianische brasilianischen brasilianischer brasilien brasiliens brasileño brasileña brasileira brasil brasile brasiliano brasiliana brasília',
    kr: 'korea korean corée coréen coréenne koreanische koreanischen koreanischer südkoreanische südkoreanischen südkorea südkoreas corea surcoreano surcoreana coreano coreana sudcoreano sudcoreana seoul séoul seúl seouler sejong',
    jp: 'japan japanese japans japon japonais japonaise japanische japanischen japanischer japón japonés japonesa giapponese giappone tokyo tokio tokioter tokyoïte nippon nippone',
    cn: 'china chinese beijing chine chinois chinoise chinesische chinesischen chinesischer chinas chino china cinese cina pékin peking pekinger pekín pechino',
    in: 'india indian inde indien indienne indische indischen indischer indiens indio indiana delhi',
    ca: 'canada canadian canadien canadienne kanadische kanadischen kanadischer kanada kanadas canadiense canadá canadese ottawa gatineau',
    au: 'australia australian australie australien australienne australische australischen australischer australiana australiano canberra',
    at: 'austria austrian autriche autrichien autrichienne österreichische österreichischen österreichischer österreich österreichs austriaco austriaca vienna wien wiener viennois viennoise viena vienés vienesa viennese',
    es: 'spain spanish espagne espagnol espagnole spanische spanischen spanischer spanien spaniens español española españa spagna spagnolo spagnola madrid madrilène madrileño madrileña',
    nl: 'dutch netherlands néerlandais néerlandaise niederländische niederländischen niederlande neerlandés neerlandesa holandés holandesa olandese hague haag',
    be: 'belgian belgium belge belgique belgische belgischen belgien belga bélgica belgio',
    dk: 'denmark danish danois danoise danemark dänische dänischen dänemark danés danesa dinamarca danese danimarca copenhagen kopenhagen copenhague copenaghen',
    se: 'sweden swedish suédois suédoise suède schwedische schwedischen schweden sueco sueca suecia svedese svezia stockholm stockholmer',
    no: 'norway norwegian norvégien norvégienne norvège norwegische norwegischen norwegen noruego noruega norvegese norvegia oslo osloer',
    fi: 'finland finnish finlandais finlandaise finlande finnische finnischen finnland finlandés finlandesa finlandese helsinki',
    pl: 'poland polish polonais polonaise pologne polnische polnischen polen polaco polaca polonia polacco polacca warsaw warschau warschauer varsovie varsovia varsavia',
    cz: 'czech tchèque tschechische tschechischen tschechien checo checa ceco ceca prague prag brno',
    hu: 'hungary hungarian hongrois hongroise ungarische ungarischen ungarn húngaro húngara ungherese budapest',
    ro: 'romania romanian roumain roumaine rumänische rumänischen rumano rumana rumeno rumena bucharest bukarest bucarest',
    lt: 'lithuania lithuanian lituanien lituanienne litauische litauischen lituano lituana vilnius',
    gr: 'greece greek hellenic grec grecque griechische griechischen griego griega greco greca athens athen athènes atenas atene',
    ie: 'ireland irish irlandais irlandaise irlande irische irischen irischer irland irlands irlandés irlandesa irlanda irlandese dublin dubliner dublinois dublín dublino',
    ch: 'swiss switzerland suisse schweizer schweizerische schweizerischen schweiz suizo suiza svizzero svizzera bern berner berne bernois bernoise berna',
    pt: 'portugal portuguese portugais portugaise portugiesische portugiesischen portugués portuguesa portoghese portogallo lisbon lisboa lisbonne lissabon lissaboner lisbona',
    tr: 'turkey turkish türkiye turquie turc turque türkische türkischen türkischer türkei turco turca turquía turchia ankara',
    il: 'israel israeli israels israël israélien israélienne israelische israelischen israelí israele israeliano israeliana jerusalem jérusalem jerusalén gerusalemme',
    nz: 'zealand wellington neuseeländische neozelandés neozelandese',
    tw: 'taiwan taiwanese taïwan taïwanais taiwanesische taiwanés taipei',
    sg: 'singapore singaporean singapour singapur',
    id: 'indonesia indonesian jakarta',
    mx: 'mexico mexican mexique mexicain mexicaine mexikanische mexikanischen méxico mexicano mexicana messicano messicana',
    cl: 'chile chilean chilien chilienne chilenische chilenischen chileno chilena cileno cilena santiago',
    co: 'colombia colombian colombien colombienne colombiano colombiana bogotá',
    sa: 'saudi saoudien saoudienne saudische saudischen saudita riyadh riad riyad',
    eg: 'egypt egyptian égyptien égyptienne ägyptische ägyptischen egipcio egipcia egiziano egiziana cairo',
    ke: 'kenya kenyan nairobi',
    ng: 'nigeria nigerian abuja',
    za: 'pretoria südafrikanische südafrikanischen sudafricano sudafricana sudáfrica sudafrica südafrika',
    ua: 'ukraine ukrainian kyiv kiev',
    ru: 'russia russian russe russische russischen ruso rusa russo russa moscow moscou moskau moscú mosca',
  }).flatMap(([country, words]) => words.split(' ').map((word) => [word, country] as const)),
);

/** Nouns that mean some authority; resolved by country or by what was last spoken of. Singular only: "regulators" names none. */
export const GENERIC_NOUNS: ReadonlySet<string> = new Set(
  `watchdog regulator authority agency enforcer officials guardian guardians trustbusters trustbuster policeman referee commissioner cops
   gendarme régulateur autorité agence gardien gardienne arbitre policier cerbère
   behörde kartellbehörde wettbewerbsbehörde wettbewerbshüter wettbewerbshüterin wettbewerbshütern kartellwächter kartellwächterin kartellwächtern kartellhüter kartellhütern
   wettbewerbswächter wettbewerbswächtern aufsicht wettbewerbsaufsicht kartellaufsicht aufsichtsbehörde fusionskontrolleure fusionskontrolleuren regulierer regulierungsbehörde amt
   regulador reguladora autoridad antimonopolio agencia organismo supervisor guardián guardiana guardianes gendarme árbitro
   autorità garante regolatore agenzia antitrust guardiano guardiani authority arbitro`
    .split(/\s+/)
    .filter(Boolean),
);

/** The same in the plural: one authority only where its country stands beside it, "EU antitrust regulators". */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(
  `regulators watchdogs authorities enforcers agencies régulateurs autorités gendarmes gardiens behörden kartellbehörden
   wettbewerbsbehörden reguladores autoridades organismos regolatori`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words beside a generic noun which say that another kind of body is meant. */
export const OTHER_BODIES: ReadonlySet<string> = new Set(
  `privacy data financial securities energy telecom telecoms communications media aviation drug health safety espionage news press ratings space advertising
   données financier énergie santé datenschutz finanz energie privacidad datos dati finanziaria`
    .split(/\s+/)
    .filter(Boolean),
);
