import type { ScrutinyLexicon } from './scrutiny.ts';

export const german: ScrutinyLexicon = {
  open: 'eröffn*; einleit*|eingeleitet|leitete|leitet; start*|gestartet; begann|begonnen|beginnt; nimmt ~ lupe; aufgenommen; läuft|laufen|lief; aufnahme; eröffnung; einleitung; in gang; wieder aufgenommen',
  probe:
    'untersuchung|untersuchungen; verfahren; prüfung|prüfungen; prüfverfahren; vorprüfverfahren; ermittlung|ermittlungen; fusionsprüfung; kartellverfahren; kartelluntersuchung; kontrollverfahren; überprüfung; vorprüfung',
  case: 'fall; akte; vorgang; verfahren; prüfung',
  deep: 'vertieft*; eingehend*; phase 2|zwei|ii; zweite phase; zweiten phase; hauptprüfverfahren; ausführlich*; tiefgehend*; tiefergehend*',
  examine:
    'prüf*; geprüft; untersuch*; beobacht*; analysier*; schau* ~ an; angeschaut; angesehen; begutacht*; unter die lupe; im blick; im auge; ins visier; im visier; beschäftig*; befass*; interessier*; bewert*; überprüf*; nachgegangen; geht ~ nach; hinterfragt; ansehen; will|wollen wissen|klären; geht der frage nach',
  investigate:
    'ermittel*; ermittl*; prüfung der phase 1|eins; phase 1 prüfung; formelle prüfung|untersuchung; formelles verfahren|prüfverfahren',
  concern: 'bedenken; besorg*; sorge|sorgen; warn*; kritisch*; wachsam*; alarm*; mahn*',
  ask: `6 ( b ); auskunft*; auskunftsersuchen; auskünfte; fragebogen; fragebögen; fragenkatalog; stellungnahme|stellungnahmen; aufgefordert ~ stellung|informationen|unterlagen|auskunft; forder* ~ informationen|unterlagen|auskunft|auskünfte|dokumente|erklärungen|daten; verlang* ~ informationen|unterlagen|auskunft|auskünfte|dokumente|erklärungen|daten;
    frag* ~ nach; befrag*; konsultation; anhörung; bat|bittet|gebeten ~ stellungnahme|stellungnahmen|informationen|auskunft|kommentare|einschätzungen; hol* ~ meinungen|stellungnahmen; eingeholt; informationsanfrage*; anordnung|anordnungen ~ auskunft|informationen; vorladung*; angeforder*; anforder*; will|wollte|möchte ~ stellungnahmen|meinungen|einschätzungen; startet|startete|eröffnet|eröffnete ~ konsultation; aufruf zu stellungnahmen; verlang*|forder*|aufgefordert ~~ auskunft|informationen|unterlagen|auskünfte|dokumente`,
  secondRequest: 'zweite anfrage; second request; zweite informationsanfrage; beschwerdepunkte; abmahnung',
  clear:
    'freigegeben|freigabe|freigibt|freigeben; gibt ~ frei; gab ~ frei; genehmig*; grünes licht; grünem licht; zugestimmt|zustimmung|stimmt ~ zu; stimmte ~ zu; winkt|winkte|durchgewunken|durchgewinkt|durchwinken; erlaub*; gebilligt|billigt|billigung; abgesegnet; absegnen; okay; segen; unbedenklich; kann ~ vollzogen',
  condition:
    'auflage|auflagen; bedingung|bedingungen; zusage|zusagen; zugeständnis*; verpflichtung|verpflichtungen; unter der bedingung; gegen zusagen',
  close:
    'eingestellt|einstellt|einstellung; stellt|stellte ~ ein; beend*; abgeschlossen|abschluss|schließt|schloss; geschlossen; fallen gelassen|lassen; fallengelassen; zu den akten; ad acta; verzicht*',
  further: 'weiter|weitere|weiteren; nicht mehr; weiterhin; weiterverfolg*; weitergehend*',
  pursue: 'verfolg*; weiterverfolg*; prüf*; geprüft; untersuch*; ermittel*; beanstand*; einschreit*; vorgeh*',
  goOn: 'fortsetz*; fortgesetzt; weiterführ*',
  qualify: `anmeldepflichtig*; anmeldepflicht; anmelden|anzumelden|angemeldet|anmeldung; fusionskontrolle; kartellrecht* ~ relevant; zusammenschluss*; zusammenschlusstatbestand; meldepflichtig*; notifizierungspflichtig*; zuständig*; fällt|fallen|fiel|falle unter; unterlieg* ~ kontrolle|fusionskontrolle|prüfung; unterliegt|unterliege; erfüll* ~ kriterien|voraussetzungen|schwelle|schwellen; erreicht|erreichte|erreichen; gegenstand ~ fusionskontrolle; wesentlichen einfluss; kontrolle erlangt|erworben; übernahme der kontrolle; kontrolle übernommen; kontrollerwerb`,
  outside:
    'außerhalb ~ zuständigkeit|fusionskontrolle|befugnisse|anwendungsbereich; nicht anmeldepflichtig; fehlende zuständigkeit; verneint|verneinte ~ ; anmeldepflicht ~ verneint; jenseits ~ zuständigkeit|fusionskontrolle; entzieht sich; zurückgezogen|zogen|zog|zieht ~ antrag|anträge|verweisung|verweisungsanträge|verweisungsantrag; keine fusion; kein zusammenschluss; prüfung ~ nicht möglich; fehlt|fehlte|fehle ~ inlandstätigkeit|zuständigkeit|inlandsbezug; keine ~ inlandstätigkeit; rücknahme ~ antrag|anträge|verweisung*; nichts zu prüfen',
  harm: 'wettbewerbsbedenken; wettbewerbliche bedenken; wettbewerbsprobleme; beeinträchtig* ~ wettbewerb; wettbewerb ~ beeinträchtig*|behinder*|schad*; schad* ~ wettbewerb; einwände|einwand; bedenken; einschränkung ~ wettbewerb*; untersagungsgründe; untersagungsvoraussetzungen; anlass|grund zum einschreiten|eingreifen',
  challenge:
    'untersag*; verbiet*|verboten|verbot|verbietet; blockier*; klag*|verklagt|klage; stopp*|gestoppt; verhinder*; rückabwick*|rückgängig; entflecht*; veto; unterbind*|unterbunden; geklagt; reicht|reichte|eingereicht ~ klage',
  abandon:
    'aufgegeben|aufgeben|gibt ~ auf; gab|gaben ~ auf; abgesagt; abgebrochen|abbruch; abgeblasen; zurückgezogen|zieht ~ zurück; zogen ~ zurück; geplatzt; verzicht*; gescheitert; begraben; platzte; blasen|blies|bliesen|bläst ~ ab; sagen|sagten|sagt|sagte ~ ab; begraben|begruben',
  notify:
    'verlang* ~ anmeldung; forder* ~ anmeldung; anmeldung ~ verlang*|angeordnet; ordnet*|angeordnet ~ anmeldung|angemeldet; muss|müssen|musste|mussten ~ anmelden|angemeldet; bei der kommission angemeldet; zur anmeldung; entscheidet|entscheiden bis; bis zum ~ entscheiden; zur genehmigung ~ angemeldet',
  refer:
    'verwies|verweis|verwiesen|verweisung; weitergereicht|weiterreichen|weiterreicht; reicht* ~ weiter; bat ~ kommission|brüssel; ersuch*; artikel 22; antrag ~ artikel',
  accept:
    'nahm ~ antrag ~ an; angenommen; an sich gezogen; zog ~ an sich; zieht ~ an sich; übernahm ~ fall; nimmt ~ antrag',
  not: 'nicht; kein|keine|keinen|keiner|keinem; nie|niemals; weder; noch keine; ohne; verneint; ablehn*|abgelehnt; kaum; nichts; verneinte; statt; vermeid*|vermied*; umgeh*; entgeh*; umgang*',
  maybe:
    'könnte|könnten; ob; falls; wenn; kann|können; würde|würden; möglicherweise; dürfte|dürften; soll|sollen|sollte|sollten; muss; bevor; dürfen; forder* ~ auf; eventuell; wird|werden ~ wohl; droh*; erst; sobald; wolle|will; bis; sollte; weite; erwart*',
  newer:
    'stattdessen; erneut; neu|neue|neuen|neues; nun; jetzt; inzwischen; wieder; nunmehr; dennoch; gleichwohl; weitere|weiteres|weiteren',
  deal: `übernahme; deal; deals; partnerschaft; beteiligung; einstieg; kauf; zukauf; investition; investment; allianz; bündnis; zusammenarbeit; kooperation; fusion; zusammenschluss; engagement; transaktion; vereinbarung; vorhaben; geschäft; abkommen; verbindung; es; sie; er; ihn; dies|dieser|diese|diesen|dieses; das; fall; verfahren; beide|beiden; geldspritzen; vertrag; unternehmen; verflechtung; abwerbung; lizenz`,
  deals:
    'übernahmen; partnerschaften; beteiligungen; deals; zukäufe; investitionen; allianzen; kooperationen; fusionen; zusammenschlüsse; abwerbungen; acqui hires; acquihires; verflechtungen; transaktionen; einstiege',
  conduct:
    'werbung; suchmaschine; missbrauch*; monopol*; marktmacht; marktbeherrsch*; bußgeld|bußgelder; strafe; datenschutz; app store; digital markets act; außenwirtschaft*; investitionsprüfung; nationale sicherheit; exportkontroll*; urheberrecht*; jugendschutz; sektoruntersuchung; 19a; messenger; verfahren|untersuchung|ermittlungen gegen',
  without: 'ohne; keine|keinen|keinerlei; bedingungslos*; auflagenfrei',
  parties: 'parteien; unternehmen; konzerne; firmen; beide|beiden; partner; seiten',
  same: 'selben|gleichen|selbe|gleiche ergebnis|schluss|entscheidung|fazit; genauso entschied*; ebenso entschied*; genau das tat|taten; folgte dem beispiel',
  claim: 'behaupt*; sagt|sagte|sagen; heißt|heiße; bedeut*; erklär*; erwart*',
  plead: 'argumentier*; beteuer*; hält dagegen; pocht; entgegn*; sprecher|sprecherin',
  latter: 'letzter*; letztgenannt*',
  about: 'betrifft|betreffen|betraf|betrafen; geht um; ging um; gilt|galt|gelten; richtet|richten sich',
  number: 'beide|beiden; zwei; drei; vier; fünf; sechs; sieben; acht; neun',
  urge: 'fordert*|forderten|fordern|aufgefordert ~ auf; appellier*; dräng*; aufruf*; schrieb|schreiben an',
  plan: 'plan*|plant; erwäg*|erwägt; bereit* ~ vor; vorbereit*; will|wollen; steht vor',
  able: 'kann|konnte|können|konnten|könne; befugt|befugnis|befugnisse',
  merit: 'rechtfertig*; verdien*; anlass; grund für; erforder*',
  undecided: 'noch keine entscheidung; noch nicht entschieden; steht noch aus; offen ist',
};
