import type { ScrutinyLexicon } from './scrutiny.ts';

export const italian: ScrutinyLexicon = {
  open: 'apr*|aperto|aperta|aperti|apre|aprono; avvi*; lanci*; inizi*; comincer*|cominci*; dà|dato|dare il via; apertura; riapr*|riaperto; promoss*; intrapres*',
  probe:
    'indagine|indagini; istruttoria|istruttorie; inchiesta|inchieste; esame; procedimento|procedimenti; verifica|verifiche; accertament*; fase 1; apac; analisi',
  case: 'caso; dossier; fascicolo; pratica; esame',
  deep: 'approfondit*; fase 2|due|ii; seconda fase; dettagliat*; a fondo',
  examine:
    'esamin*; valut*; analizz*; stud*; verific*; monitor*; osserv*; guard* ~ vicino; accend* ~ faro|fari; acceso ~ faro|fari; mett* sotto la lente; sotto la lente; nel mirino; vigil*; controll*; scrutin*; tien*|tener* ~ occhio; vederci chiaro; vuole|vogliono sapere|capire|accertare; cerca|cercano di capire|stabilire',
  investigate: 'indag*; inquisi*; indagine formale; fase 1',
  concern: 'preoccup*; timor*; allarm*; avvert*; vigilanza; riserv*; dubbi',
  ask: `6 ( b ); invit* ~ commenti|osservazioni|pareri|opinioni; chied*|chiest*|chiese ~ informazioni|documenti|chiarimenti|spiegazioni|dettagli|dati|commenti|pareri; richied*|richiest* ~ informazioni|documenti|chiarimenti|spiegazioni|dettagli|dati; richiesta|richieste di informazioni;
    invi*|inviato|mandato ~ questionario|questionari|domande|richieste|ordini|lettera|lettere; questionario|questionari; consultazione pubblica; raccogli*|raccolto ~ pareri|osservazioni|informazioni; ordin* ~ fornire|spiegare|consegnare; interrog* ~ concorrenti|clienti|terzi; convocat*; preteso ~ documenti|informazioni; apr*|aperto|avvi*|lanci* ~ consultazione; chies*|chiest*|chiede|pretes* ~~ informazioni|documenti|spiegazioni|chiarimenti|dati`,
  secondRequest: 'seconda richiesta; second request; comunicazione degli addebiti',
  clear:
    'autorizz*; approv*; via libera; benestare; nulla osta; ok; luce verde; semaforo verde; assenso; consenso; promoss*; placet; disco verde',
  condition: 'condizion*; impegn*; rimed*; concessioni; a fronte di; cessioni; in cambio',
  close:
    'archivi*; chiu*; conclu* ~ indagine|istruttoria|esame; termina*|terminat*; abbandon*; cessat*; lasci* cadere; lasciat* cadere; ritir*',
  further: 'oltre; ulterior*; più; avanti',
  pursue: 'prosegu*; indag*; esamin*; procede*; approfond*; segnal*',
  goOn: 'continu*; prosegu*',
  qualify: `rientr* ~ concentrazioni|controllo|competenza|giurisdizione|norme|campo|ambito; costitui* ~ concentrazione|fusione; configur* ~ concentrazione|fusione; obblig* ~ notific*; notificabile; soggett* ~ notifica|controllo|obbligo; consider* ~ fusione|concentrazione; equival* ~ fusione|concentrazione; soddisf* ~ requisiti|criteri|soglie;
    competenza; competente; giurisdizione; influenza rilevante|significativa|materiale|determinante; controllo duraturo; requisiti; soglia|soglie; essere ~ fusione; è una fusione|concentrazione; qualific*; acquisizione del controllo|di controllo`,
  outside:
    'fuori ~ giurisdizione|competenza|campo|ambito|controllo; esul* ~; al di fuori ~ competenza|giurisdizione|ambito|controllo; sfugg* ~ controllo|competenza; priv* di competenza|giurisdizione; non di competenza; ritir* ~ richiesta|richieste|rinvio; non è una fusione|concentrazione; ritiro ~ richieste|richiesta|rinvio; nulla da esaminare',
  harm: 'restrizion* ~ concorrenza; dann* ~ concorrenza; problem* ~ concorrenza; ostacol* ~ concorrenza; obiezion*; ridu* ~ concorrenza; pregiudi* ~ concorrenza; minaccia ~ concorrenza; motivo|motivi per intervenire',
  challenge:
    'blocc*; viet*; proibi*; causa ~ per ~ bloccare|fermare|impedire; ricors* ~ bloccare|fermare; veto; imped*; ordin* ~ cedere|vendere|annullare|smantellare|sciogliere; ferm*; contest* ~ tribunale',
  abandon: 'abbandon*; rinunci*; ritir*; annull*; gett* la spugna; saltat*|salta; naufrag*; fatto marcia indietro',
  notify:
    'ordin* ~ notifica|notificare|notificata; imposto|impone|imporre ~ notifica; obblig* ~ notifica|notificare; chied*|chiesto ~ notifica; dev*|dovrà|dovranno ~ notificare|notificata; notificata alla; notificato alla; ha|hanno tempo fino ~ per decidere',
  refer:
    'rinvi*; deferi*; chiest* ~ bruxelles|commissione ~ esaminare; trasmess* ~ bruxelles|commissione; articolo 22; rimess* ~',
  accept: 'accett*|accolt* ~ rinvio|richiesta; avoca*; preso in carico',
  not: 'non; né; nessun|nessuna|nessuno; mai; senza; niente|nulla; neppure|nemmeno; rifiut*; esclud*|escluso; evit*; aggir*|elud*',
  maybe:
    'potrebbe|potrebbero; se; può|possono; dovrebbe|dovrebbero; forse; eventual*; quando; sarà|saranno; vuole|vogliono; prevede; possibil*; rischi*; teme|temono; fino; qualora; avrebbe|avrebbero; sarebbe; aspett*|attend*',
  newer: 'ora|adesso; di nuovo; nuov*; invece; riapr*; nuovamente; tuttavia; ulterior*; comunque',
  deal: `accordo|accordi; operazione; alleanza; acquisto; acquisizione; investimento; fusione; partecipazione; partnership; transazione; legame|legami; rapporto|rapporti; assunzione|assunzioni; licenza; intesa; la|lo|le|li; esso|essa; questo|questa|quest|queste|quello|quella; caso; indagine; istruttoria; entrambe|entrambi; aziende; ingresso; acquisti`,
  deals:
    'accordi; operazioni; alleanze; acquisizioni; investimenti; fusioni; partecipazioni; assunzioni; concentrazioni; acqui hire; acqui hires; acquihire; partnership; intese',
  conduct:
    'pubblicit*; motore di ricerca; abus*; posizione dominante; monopol*; multa|multe|multat*; privacy; dati personali; app store; digital markets act; sicurezza nazionale; investimenti esteri; golden power; diritto d autore; minori; export*; whatsapp; pratica commerciale|pratiche commerciali; indagine|procedimento|istruttoria contro',
  without: 'senza; nessun|nessuna; incondizionat*',
  parties: 'parti; aziende; società; gruppi; due; entrambe; partner',
  same: 'stessa|stesso conclusione|decisione|risultato|esito|verdetto; fatto lo stesso; altrettanto; idem',
  claim: 'afferm*; dice|detto|dire; signific*; sostien*; assicur*; aspett*|attend*',
  plead: 'argoment*; ribatt*; insist*; difend*; portavoce; replic*',
  latter: 'quest ultimo|ultima; ultimo caso',
  about: 'riguard*; concern*; relativ* a; si tratta di; vert*',
  number: 'entrambi|entrambe; due; tre; quattro; cinque; sei; sette; otto; nove',
  urge: 'chied*|chiesto|chiesero|chiedono alla|all|al; sollecit*; esort*; invit*|invitato la|l|il; lettera alla|all; scritto alla|all',
  plan: 'prepar*|prepara; pianific*; prevede; si appresta; intende|intendono',
  able: 'può|poteva|possono|potevano; potere|poteri di',
  merit: 'merit*; giustific*; richied*; motivo|motivi per',
  undecided:
    'nessuna decisione|conclusione; non ha|hanno ancora deciso; resta|rimane aperto|aperta; non ha|hanno preso|adottato ~ decisione',
};
