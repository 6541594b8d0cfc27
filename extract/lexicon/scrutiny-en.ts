import type { ScrutinyLexicon } from './scrutiny.ts';

export const english: ScrutinyLexicon = {
  open: 'open|opened|opens|opening; launch*; start|started|starts|starting; began|begin|begins|begun|beginning; initiat*; commenc*; kick* off; has|have|had|having ~ running; is|are|was|were|been conducting; conducted|carrying|carried ~ investigation|probe|inquiry; underway; under way; under review; under investigation; put ~ under review; step* up; escalat*; reopen*; mount*; face|faces|faced|facing',
  probe:
    'investigation|investigations; probe|probes; inquiry|inquiries; enquiry|enquiries; review|reviews; examination; proceeding|proceedings; merger inquiry; apac|apacs; scrutiny; procedure|procedures; vetting',
  case: 'case|cases; file|files; look; matter; examination; assessment; study',
  deep: 'in depth; phase 2|two|ii; second phase; full scale; full blown; extended; deeper; detailed; stage two',
  examine:
    'look|looks|looked|looking at|into; look|looks|looked|looking ~ closely; examin*; review|reviewed|reviewing|reviews; assess|assesses|assessed|assessing; check|checking|checked|checks; study|studies|studying|studied; weigh|weighs|weighing|weighed; considering|considers; explor*; scrutini*; take|takes|took|taking|taken ~ look; monitor*; watch|watches|watching|watched; keep|keeps|keeping|kept ~ eye; evaluat*; evaluating; analysing|analyzing|analysed|analyzed; scrutiny; sniffing; eyeing; paying attention; mull|mulls|mulling|mulled; inquiring; enquiring; survey*; surveying; keep ~ close|closely; informal look; aware of; in contact with; following; want|wants|wanted to know|find|establish; trying|tries|seeking|seeks|seek to find|establish|determine|understand',
  investigate:
    'investigate|investigates|investigated|investigating; probing|probed; probe|probes into; under investigation; phase 1|one|i review|investigation|inquiry|probe|assessment; formal investigation|review|inquiry|probe',
  concern:
    'concern|concerns ~ over|about|that|regarding|around; voic*|express*|rais* ~ concern|concerns; concerned about|that|by; worried|worry|worries; warn|warns|warned|warning; vigilan*; alarm*; uneasy|unease; critici*; flagged ~ risk*; ready to use',
  ask: `6 ( b ); invit* ~ comment|comments|views|feedback|submissions; invitation to comment; invitations to comment; call* for contributions|evidence|comments|views|information|input;
    ask|asks|asked|asking ~ view|views|details|information|documents|comments|opinions|explain|explanations|explanation|feedback|answers|data; asked ~ how|what|why|about;
    send|sends|sent|sending|fired|issued|issue|issues|issuing|served ~ order|orders|question|questions|letter|letters|request|requests|questionnaire|questionnaires|subpoena|subpoenas|demands|demand; orders ~ went out; orders ~ from;
    order|orders|ordered|ordering ~ explain|provide|supply|hand|produce|turn|detail|disclose; orders ~ demanding|requiring|asking; demand|demands|demanded|demanding ~ details|papers|documents|information|explanations|answers|data|records;
    request|requests|requested|requesting ~ information|documents|details|papers|data; request|requests for information; information request|requests; subpoena*; civil investigative demand|demands; questionnaire|questionnaires;
    seek|seeks|sought|seeking ~ views|comments|feedback|information|opinions|input|details|submissions; gather* ~ views|information|comments|feedback; quizz*; questioned|questioning; canvass*; public consultation; compulsory order|orders; consult* ~ on; informal inquiry|inquiries|enquiry|enquiries|questions; making|make|made ~ inquiries|enquiries; issuing orders; market test; collect|collecting|collected|collects ~ information|evidence|documents; compulsory process; want|wants|wanted ~ comments|views|feedback|opinions|answers; answered|answers|answering|answer ~ questions|queries|request|requests; respond|responded|responding to ~ questions|queries|request|requests; asked|ordered|demanded|requested|required ~~ information|documents|details|explanations|records; ordered ~~ explain|provide|disclose`,
  secondRequest:
    'second request|requests; additional information and documentary; second round of information; provisionally found|finds|concluded|concludes; provisional findings; statement of objections; interim report; list of objections|charges; charge sheet',
  clear:
    'cleared|clears|clearing|clearance|clearances; to clear; approve|approved|approves|approving|approval|approvals; wave|waved|waves|waving ~ through; green light|lights|lit|lighted|lighting; greenlit|greenlight|greenlighted; nod|nods|nodded ~ through; signed off; sign off; authoris*; authoriz*; give|gave|given|gives|giving ~ consent|blessing|approval|clearance|nod|go; unconditional*; blessed; allow|allowed|allows ~ proceed|close|complete|through; let|lets ~ proceed|through|stand; early termination; waiting period ~ expired|expire|lapsed|ended; raised|raises|raise no objection|objections|concerns; waiting period ~~ expired|expire|lapsed|ended|expires; nod; thumbs up; go ahead from|by',
  condition:
    'commitment|commitments; undertaking|undertakings; remedy|remedies; condition|conditions|conditional|conditionally; concession|concessions; divestiture|divestitures; consent decree|order; subject to',
  close:
    'drop|drops|dropped|dropping; close|closes|closed|closing; shut|shuts; shelve|shelves|shelved; end|ends|ended|ending; discontinu*; conclude|concluded|concludes|concluding ~ investigation|probe|review|inquiry|examination; put ~ away; wrap* up; finished|finishes; over by; abandon|abandons|abandoned; called off; terminated|terminates; cancelled|canceled|cancels; withdrew|withdrawn|withdraws; set* aside; emptied; escape|escaped|escapes|spared ~ investigation|probe|scrutiny|review; off the hook; waived; nothing came of; dismiss|dismisses|dismissed',
  further: 'further; any longer|more; no action; no more',
  pursue:
    'flag|flagged; refer|referred; pursue|pursued; take|taken|took; investigate|investigated; examine|examined; review|reviewed; look; proceed|proceeding; open|opened; escalate|escalated; action; move|moved; advance|advanced; warrant|warranted|warrants; require|requires|required',
  goOn: 'continue|continuing|continues; go on; proceed with',
  qualify: `qualify|qualifies|qualified|qualifying; merger situation|situations; count|counts|counted ~ as ~ merger|mergers|concentration; regard|regarded|regards ~ merger|concentration; amount|amounts|amounted to ~ merger|mergers|concentration;
    constitute|constitutes|constituted|constituting ~ merger|mergers|concentration; is|are|was|were|be|as|aren|isn|wasn a merger|concentration; aren|weren ~ mergers; are ~ mergers; merger ~ to review; notifiable; reportable; subject to ~ merger|notification|review|control;
    fall|falls|fell|fallen|falling under|within|into|to; caught by|under; topic for ~ merger; have|had|has|need|needs|needed|required|obliged to ~ register|notify|notified|file|report|registered|filed; jurisdiction; powers to|over; competence;
    acquire|acquired|acquires ~ control; lasting control; control ~ lasting; controls ~ lasting; material influence; merger ~ within the meaning; meet|meets|met ~ test|tests|threshold|thresholds|criteria|definition; reviewable; relevant merger; touched by ~ merger; test|tests|threshold|thresholds ~ met|reached; acquisition of ~ control; a merger under; power|powers to review|intervene|act`,
  outside:
    'outside|outwith ~ jurisdiction|scope|remit|powers|rules|control|reach|competence|merger; beyond ~ jurisdiction|reach|scope|merger|remit|powers; lack|lacks|lacked|lacking ~ jurisdiction|power|powers|competence; want of jurisdiction; non notifiable; merger route; not a merger|concentration; t a merger|concentration; no merger situation; not control; t control; no|not power|powers to intervene|review|act|look; withdrew|withdraw|withdrawn|withdraws|dropped|drop|pulled ~ referral|referrals|requests|request; withdrawal ~ referral|referrals|request|requests; not to be ~ merger|mergers; not mergers|concentrations; neither was|is ~ merger; fall|falls|fell short of ~ threshold|thresholds|test|tests; nothing ~ to review|decide|examine|investigate|rule; no ability to influence|steer|control; not|t able to influence|steer|control; unable to influence|steer|control; to be no merger; is|was|are|were no merger|mergers|concentration; no merger at all',
  harm: 'restriction of competition; restrict|restricts|restricted|restricting competition; hurt|hurts|hurting competition; harm|harms|harming|harmed ~ competition; lessen*; lessening of competition; competition concerns|concern|problems|problem|issues|issue|harm; competitive concerns|harm; reduce|reduces|reducing competition; distort* competition; threat to competition; objection|objections; grounds to ~ block|prohibit|forbid; cause|reason|grounds|need for|to intervene|intervention|concern|action|act',
  challenge:
    'sue|sues|sued|suing; file|files|filed|filing ~ suit|lawsuit|complaint; lawsuit to ~ block|stop; block|blocks|blocked|blocking; prohibit|prohibits|prohibited|prohibiting|prohibition; forbid|forbids|forbidden|forbade; ban|bans|banned|banning; veto|vetoes|vetoed|vetoing; order|orders|ordered ~ unwind|unwound|divest|divested|sell|sold|undo|undone|reverse|reversed; challenge|challenged|challenges|challenging; go|goes|went|going to court ~ stop|block; seeking|seeks|sought to block|stop|unwind; unwinding; went|go|goes|gone to court',
  abandon:
    'abandon|abandons|abandoned|abandoning; give|gives|gave|given|giving up; walk|walks|walked|walking away; call|calls|called|calling ~ off; scrap|scraps|scrapped|scrapping; pull|pulled|pulls|pulling out|plug; terminate|terminated|terminates|terminating; withdrew|withdraw|withdrawn; drop|drops|dropped|dropping; ditch|ditched; shelved; collapse|collapses|collapsed; fell apart|through; torn|tear|tore|tears up; axed',
  notify:
    'order|orders|ordered|ordering ~ notified|notify|notification|filing; require|requires|required|requiring ~ notified|notify|notification; must ~ notify|notified; had to ~ notify; demand|demands|demanded ~ notification; notified to; notified ~ commission; notification came; filed ~ notification; asked ~ for ~ form; filed|refiled|files ~ hsr|notification|premerger; requested|requests|request approval|clearance; has|have until ~ to decide|rule|complete|choose; will decide by; provisional deadline; called|calls in',
  refer:
    'ask|asks|asked|asking ~ to take|examine|review|look; asked for it; refer|refers|referred|referring ~ to; referral request; request|requested|requests ~ referral; passed ~ to; under article 22; joined ~ referral; referred|refers|refer ~ deal|case|transaction|merger|acquisition|matter|takeover|file',
  accept:
    'accept|accepts|accepted|accepting ~ request|referral; agree|agreed|agrees to take|examine|review; took ~ case; take ~ case',
  not: 'not; t; no; never; neither; nor; none; nobody; nothing; cannot; without; refus*; declin*; has yet to; yet to; fail|fails|failed; little; hardly; rather than; instead of; rules out; ruled out; too small|little; avoid|avoids|avoided|avoiding; escape|escaping|evade|evading|sidestep*|dodg*|circumvent*',
  maybe:
    'subject to; await|awaits|awaiting; pending; needs; seek|seeking|sought approval|clearance; ask for; may; might; could; would; should; if; whether; can; to decide; plan|plans|planned|planning to; unless; expected to; likely; set to; possibly; wants to; want to; hopes|hope|hoped; called on|for; urge|urges|urged|urging; should; would be; asked whether; until; pending; when; will; shall; must; potential|potentially; risk|risks of; fear|fears|feared; prospect; threat|threaten|threatened|threatens; expect|expects|anticipate|anticipates; neither confirm|confirmed; decline|declined|declines to confirm|say; refused|refuses to confirm|say; not|t say|confirm',
  newer:
    'instead; again; reopen*; new; fresh; now; since then; anew; renewed; meanwhile; nevertheless; nonetheless; a further; additional; another; second set',
  deal: `deal|deals; partnership; tie up; tieup; transaction; takeover; acquisition; merger; purchase; investment; arrangement; agreement; stake; alliance; pact; operation; relationship; collaboration; backing; link|links; involvement; engagement; hiring; recruitment; licence; license; sale; it; both; they; them; this; that; one; these; those; transactions; relationships; cooperation; contract; engagement; entry; case; file; probe; investigation; inquiry; review; companies; parties; firms; two; ties`,
  deals: `deals; partnerships; acqui hires; acquihires; acquisitions; hirings; investments; transactions; takeovers; mergers; tie ups; alliances; participations; stakes; arrangements; hires; relationships; links; merger review; operations; star employees; key people; ties`,
  conduct:
    'search engine; search business; advertising; app store; monopol*; dominan*; market study; privacy; data protection; bundl*; abuse*; antitrust trial; fine|fines|fined; consumer protection; smart glasses; digital markets act; gatekeeper; children; teen|teens; export; interoperability; self preferencing; default; national security; foreign investment; copyright; chatbots; safety; licensing terms; microsoft teams; patents; subscription|subscriptions; defamation; death; proceedings|investigation|probe|case|inquiry against',
  without: 'without; no; unconditional*; not',
  parties: 'parties; companies; firms; pair; two; duo; both; sides; side; partners',
  same: 'decide|decided|decides the same; did the same; same conclusion|result|place|view|finding|outcome|verdict|decision; followed suit; follows suit; likewise; did just|exactly that; did so too',
  claim:
    'claim|claims|claimed; say|says|said|saying; suggest|suggests|suggested; mean|means|meant; allege|alleges|alleged; believe|believes|believed; expect|expects|expected|anticipate|anticipates|think|thinks',
  plead:
    'argue|argues|argued; insist|insists|insisted; maintain|maintains|maintained; contend|contends|contended; replied; according to ~ spokesperson; s line is',
  latter: 'latter',
  about:
    'concern|concerns|concerned; is|are|was|were about; relate|relates|related to; involve|involves|involved; cover|covers|covered; deal|deals with',
  number: 'both; two; three; four; five; six; seven; eight; nine',
  urge: 'urge|urges|urged|urging; called|calls|calling on|for; pressed|pressing|pushed|pushing; petition*; wrote|write|letter|letters to; lobbied|lobbying; asked|ask|asking the; calls for the',
  plan: 'preparing|prepares|prepared; planning|plans to; considering|considers; weighing|weighs; mulling|mulls; gearing up; poised to; about to; moving to',
  able: 'could|can; able to; unable; power|powers to; cannot',
  merit:
    'merit|merits|merited; warrant|warrants|warranted; justify|justifies|justified; face|faces|faced; deserve|deserves|deserved; need|needs|needed; require|requires|required; grounds for; reason for|to',
  undecided:
    'no|not|t ~ conclusion|conclusions|decision|decisions|verdict ~ reached|made|taken|drawn; has|have yet to decide|rule|conclude; not|t yet decided|ruled|concluded; undecided; remains|remain open; not|t reached|made|taken|drawn ~ conclusion|conclusions|decision|decisions|verdict|view',
};
