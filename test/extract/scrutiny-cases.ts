/** Sentences of our own, the deals that the reader of deals would know, and the steps that they state. */
export interface Case {
  language: string;
  text: string;
  /** "Acquirer>Target" */
  deals: string[];
  /** "AUTHORITY Acquirer>Target status" */
  steps: string[];
}

const rows = (language: string, list: [text: string, deals: string[], steps: string[]][]): Case[] =>
  list.map(([text, deals, steps]) => ({ language, text, deals, steps }));

export const cases: Case[] = [
  ...rows('en', [
    [
      "Britain's competition watchdog has cleared Microsoft's hiring of Inflection AI staff.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "The UK's Competition and Markets Authority launched a formal probe into Amazon's partnership with Anthropic on Thursday.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'Microsoft emptied Inflection AI. Meta took half of Scale AI. The CMA looked at the first and cleared it.',
      ['Microsoft>Inflection AI', 'Meta>Scale AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "Amazon's investment in Anthropic will not face an in-depth investigation in the UK, the CMA said.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic cleared'],
    ],
    [
      'The FTC has opened an investigation into whether Microsoft structured its deal with Inflection AI to avoid antitrust review.',
      ['Microsoft>Inflection AI'],
      ['FTC Microsoft>Inflection AI phase1'],
    ],
    [
      "EU antitrust regulators are set to unconditionally approve Nvidia's acquisition of Run:ai, sources said.",
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      'The European Commission said Nvidia will need its approval for the acquisition of Run:ai, after Italy referred the deal.',
      ['Nvidia>Run:ai'],
      ['AGCM Nvidia>Run:ai monitoring'],
    ],
    [
      "The European Commission unconditionally approved Nvidia's purchase of Run:ai on Friday, saying the deal raised no competition concerns.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "Nvidia's acquisition of Run:ai was approved by the European Commission in December.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "Germany's cartel office said Microsoft's involvement in OpenAI is not subject to merger control.",
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "The Bundeskartellamt found that Microsoft's takeover of Inflection AI's employees constitutes a concentration but could not be reviewed because Inflection had no substantial operations in Germany.",
      ['Microsoft>Inflection AI'],
      ['BKartA Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "The CMA is seeking views on Microsoft's partnership with Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI information_request'],
    ],
    [
      'The CMA has invited comments on the partnerships between Microsoft and Mistral AI, and Amazon and Anthropic.',
      ['Microsoft>Mistral AI', 'Amazon>Anthropic'],
      ['CMA Microsoft>Mistral AI information_request', 'CMA Amazon>Anthropic information_request'],
    ],
    [
      "The UK regulator issued an invitation to comment on Alphabet's collaboration with Anthropic.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic information_request'],
    ],
    [
      "The Justice Department is examining whether Google's agreement with Character.AI breaches antitrust law, Bloomberg reported.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI monitoring'],
    ],
    [
      'Google is being investigated by the US Department of Justice over its Character.AI deal.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'The FTC issued a second request to Nvidia over its planned purchase of Groq.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq phase2'],
    ],
    [
      'Nvidia said it had received a second request from the FTC relating to the Groq deal.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq phase2'],
    ],
    ["The FTC sued to block Nvidia's acquisition of Groq.", ['Nvidia>Groq'], ['FTC Nvidia>Groq challenged']],
    [
      "Britain's CMA blocked Microsoft's purchase of Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI challenged'],
    ],
    ["The CMA may block Microsoft's purchase of Inflection AI, analysts say.", ['Microsoft>Inflection AI'], []],
    [
      "Senators Elizabeth Warren and Ron Wyden urged the FTC to investigate Amazon's deal with Adept.",
      ['Amazon>Adept'],
      [],
    ],
    [
      "The FTC is making informal inquiries into Amazon's deal with Adept, a person familiar with the matter said.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      'The FTC has asked Amazon for more information about its agreement with Adept.',
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      "Amazon's deal with Anthropic does not qualify as a merger, Britain's competition regulator ruled on Friday.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "The CMA said it did not have jurisdiction to review Amazon's investment in Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    ['CMA: Microsoft/OpenAI partnership not a merger', ['Microsoft>OpenAI'], ['CMA Microsoft>OpenAI no_jurisdiction']],
    [
      "The Competition and Markets Authority dropped its investigation into Microsoft's partnership with OpenAI.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI cleared'],
    ],
    [
      "Microsoft and OpenAI's partnership escaped a merger investigation in Britain after the CMA found Microsoft did not control the start-up.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "In January the EU said it was checking if Microsoft's investment in OpenAI could be reviewed under its merger rules.\n\nMargrethe Vestager later said the deal was not an acquisition of control and the Commission would not take it further.",
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      'The FTC launched an inquiry into generative AI investments and partnerships, issuing orders to Alphabet, Amazon, Anthropic, Microsoft and OpenAI.',
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      "China's SAMR approved the deal between Nvidia and Run:ai with conditions.",
      ['Nvidia>Run:ai'],
      ['SAMR Nvidia>Run:ai remedies'],
    ],
    [
      "The European Commission cleared Meta's acquisition of Scale AI subject to commitments.",
      ['Meta>Scale AI'],
      ['EC Meta>Scale AI remedies'],
    ],
    [
      'Amazon abandoned its plan to buy Adept after the European Commission raised objections.',
      ['Amazon>Adept'],
      ['EC Amazon>Adept abandoned'],
    ],
    ["The committee on foreign investment is reviewing Nvidia's purchase of Groq.", ['Nvidia>Groq'], []],
    ["CFIUS cleared Nvidia's purchase of Groq.", ['Nvidia>Groq'], []],
    ['Elon Musk sued OpenAI and Microsoft over their partnership.', ['Microsoft>OpenAI'], []],
    [
      "A federal judge refused to block OpenAI's conversion at Musk's request. Microsoft invested in OpenAI in 2019.",
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      'The DOJ sued Google over its search monopoly. Google also has a deal with Character.AI.',
      ['Google>Character.AI'],
      [],
    ],
    ['The European Commission fined Meta over its marketplace. Meta invested in Scale AI.', ['Meta>Scale AI'], []],
    ["Regulators have so far left Meta's investment in Scale AI alone.", ['Meta>Scale AI'], []],
    ["Meta's investment in Scale AI has not been notified to any competition authority.", ['Meta>Scale AI'], []],
    ['The deal is subject to regulatory approval. Nvidia will buy Run:ai.', ['Nvidia>Run:ai'], []],
    ['Nvidia agreed to buy Run:ai, pending clearance by the European Commission.', ['Nvidia>Run:ai'], []],
    [
      'Andrew Ferguson, the FTC chairman, said the agency would take a look at acqui-hire deals by Big Tech in AI.',
      [],
      ['FTC null>null monitoring'],
    ],
    [
      'The French competition authority voiced concern over minority stakes and partnerships between big tech groups and AI start-ups.',
      [],
      ['AdlC null>null monitoring'],
    ],
    [
      'The CMA has opened a Phase 1 merger inquiry. The deadline for its decision is 25 October. Amazon has put $4bn into Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'Amazon has put $4bn into Anthropic. The CMA opened a Phase 1 merger inquiry into the tie-up in August and closed it in September, saying it had no power to intervene.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Japan's antitrust watchdog is surveying AI partnerships such as Microsoft's with OpenAI.",
      ['Microsoft>OpenAI'],
      ['JFTC Microsoft>OpenAI monitoring'],
    ],
    [
      "The Korea Fair Trade Commission conditionally approved Nvidia's takeover of Run:ai.",
      ['Nvidia>Run:ai'],
      ['KFTC Nvidia>Run:ai remedies'],
    ],
    [
      "Microsoft's partnership with OpenAI is still under review by the CMA.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI phase1'],
    ],
    [
      "The CMA referred Nvidia's acquisition of Groq for an in-depth Phase 2 investigation.",
      ['Nvidia>Groq'],
      ['CMA Nvidia>Groq phase2'],
    ],
    [
      "Brussels opened a full-scale investigation into Nvidia's purchase of Groq.",
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq phase2'],
    ],
    [
      "Brussels withdrew its inquiry into Microsoft's hiring of Inflection AI staff after member states dropped their referral requests.",
      ['Microsoft>Inflection AI'],
      ['EC Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "Seven EU countries withdrew their requests for the Commission to assess Microsoft's deal with Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['EC Microsoft>Inflection AI no_jurisdiction'],
    ],
    ['The CMA ordered Meta to unwind its purchase of Scale AI.', ['Meta>Scale AI'], ['CMA Meta>Scale AI challenged']],
    [
      "Microsoft's tie-up with Mistral AI was waved through by Britain's competition enforcer.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI cleared'],
    ],
    [
      'The watchdog concluded that Microsoft does not have material influence over Mistral AI. The CMA began gathering views in April.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "The FTC is reportedly preparing to open an antitrust investigation of Nvidia's deal with Groq.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq monitoring'],
    ],
    [
      "The US antitrust agency gave early termination to Nvidia's purchase of Groq. The FTC had reviewed it for a month.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq cleared'],
    ],
    ['The Federal Trade Commission declined to comment. Amazon invested in Anthropic.', ['Amazon>Anthropic'], []],
    ["The CMA declined to comment on Amazon's investment in Anthropic.", ['Amazon>Anthropic'], []],
    [
      'Amazon said it was disappointed that the CMA had opened an investigation into its collaboration with Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      "Amazon welcomed the decision of the UK's Competition and Markets Authority, which acknowledged its lack of jurisdiction over the Anthropic deal.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "The European Commission sent a questionnaire to Nvidia's rivals about the purchase of Run:ai.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai information_request'],
    ],
    [
      "Regulators in Brussels are quizzing rivals on whether Microsoft's deal with Mistral AI harms them.",
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI information_request'],
    ],
    [
      'The Alphabet-Anthropic partnership does not warrant further scrutiny, the CMA decided on Tuesday.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic cleared'],
    ],
    [
      "Britain's antitrust regulator said on Thursday it had enough information to begin a preliminary investigation into Alphabet's partnership with Anthropic.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic phase1'],
    ],
    [
      'The agency has until December 19 to decide whether to clear the deal or refer it to an in-depth probe. The CMA started its Phase 1 investigation of the Google-Anthropic partnership in October.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic phase1'],
    ],
    [
      'The partnership between Amazon and Anthropic has attracted the attention of the Federal Trade Commission, which is studying it.',
      ['Amazon>Anthropic'],
      ['FTC Amazon>Anthropic monitoring'],
    ],
    [
      'Antitrust enforcers at the FTC and the Justice Department struck a deal that lets the FTC investigate Microsoft and OpenAI.',
      ['Microsoft>OpenAI'],
      ['FTC Microsoft>OpenAI phase1'],
    ],
    [
      'In its order, CADE required Microsoft and Inflection AI to notify their transaction.',
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI phase1'],
    ],
    [
      "Brazil's antitrust authority CADE has opened administrative proceedings into Google's agreements with Windsurf and Hume AI.",
      ['Google>Windsurf', 'Google>Hume AI'],
      ['CADE Google>Windsurf phase1', 'CADE Google>Hume AI phase1'],
    ],
    [
      "The US Federal Trade Commission challenged Nvidia's planned takeover of Groq in court.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq challenged'],
    ],
    [
      'Nvidia and Groq called off their merger on Tuesday, citing opposition from the FTC.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq abandoned'],
    ],
    [
      'Nvidia scrapped its purchase of Groq after the FTC sued to block it.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq abandoned'],
    ],
    [
      'A spokesperson for the European Commission said the deal had not been notified. Meta paid $2bn for Manus.',
      ['Meta>Manus'],
      [],
    ],
    [
      "China's commerce ministry is reviewing Meta's acquisition of Manus for compliance with export controls.",
      ['Meta>Manus'],
      [],
    ],
    ["Beijing's NDRC prohibited Meta's acquisition of Manus on national security grounds.", ['Meta>Manus'], []],
    [
      "The FTC published a report on AI partnerships that said Microsoft's investment in OpenAI could harm competition.",
      ['Microsoft>OpenAI'],
      ['FTC Microsoft>OpenAI monitoring'],
    ],
    [
      "The FTC's report looked at Microsoft's partnership with OpenAI, Amazon's with Anthropic and Google's with Anthropic.",
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      ['FTC Microsoft>OpenAI monitoring', 'FTC Amazon>Anthropic monitoring', 'FTC Google>Anthropic monitoring'],
    ],
    [
      'In January 2024 the FTC used its 6(b) powers to study the tie-ups between Microsoft and OpenAI, Amazon and Anthropic, and Google and Anthropic.',
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      'Nvidia completed its acquisition of Run:ai after receiving approval from the European Commission and the US Department of Justice.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared', 'DOJ Nvidia>Run:ai cleared'],
    ],
    [
      "The Justice Department is also looking at Nvidia's purchase of Run:ai on antitrust grounds, Politico reported.",
      ['Nvidia>Run:ai'],
      ['DOJ Nvidia>Run:ai monitoring'],
    ],
    [
      "The Commission found that Nvidia's purchase of Run:ai would raise no competition concerns in the European Economic Area.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'Amazon walked away from its deal to buy Adept in the face of opposition from European Union antitrust regulators.',
      ['Amazon>Adept'],
      ['EC Amazon>Adept abandoned'],
    ],
    [
      "UK clears Microsoft's hiring of Inflection staff",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    ["UK's CMA clears Microsoft-Inflection deal", ['Microsoft>Inflection AI'], ['CMA Microsoft>Inflection AI cleared']],
    [
      "FTC opens probe of Microsoft's deal with Inflection AI, WSJ says",
      ['Microsoft>Inflection AI'],
      ['FTC Microsoft>Inflection AI phase1'],
    ],
    [
      "EU drops investigation of Microsoft's Inflection hiring",
      ['Microsoft>Inflection AI'],
      ['EC Microsoft>Inflection AI cleared'],
    ],
    [
      'Amazon and Anthropic said they would cooperate with the CMA, which has until 4 October to complete its Phase 1 review of the investment.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      "Meta's investment in Scale AI, which gives it 49% without votes, avoided an automatic review by the FTC.",
      ['Meta>Scale AI'],
      [],
    ],
    ["Critics say the FTC should look into Meta's stake in Scale AI.", ['Meta>Scale AI'], []],
    ["It is unclear whether the FTC will review Meta's stake in Scale AI.", ['Meta>Scale AI'], []],
    ['Nvidia does not expect the FTC to challenge its licence agreement with Groq.', ['Nvidia>Groq'], []],
    ["Lawyers said Nvidia's structure could help it avoid FTC review of the Groq deal.", ['Nvidia>Groq'], []],
    ['The Digital Markets Act obliges Meta to inform the Commission of deals such as Manus.', ['Meta>Manus'], []],
    [
      'The CMA designated Google with strategic market status in search. Google has invested in Anthropic.',
      ['Google>Anthropic'],
      [],
    ],
    ['Microsoft was fined by the CMA for cloud licensing. It also invests in OpenAI.', ['Microsoft>OpenAI'], []],
    [
      "The Bundeskartellamt said in November it lacked jurisdiction over Microsoft's hiring of Inflection staff as the start-up had hardly any sales in Germany.",
      ['Microsoft>Inflection AI'],
      ['BKartA Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "Germany's Federal Cartel Office and Britain's CMA have both cleared the Microsoft-Inflection deal.",
      ['Microsoft>Inflection AI'],
      ['BKartA Microsoft>Inflection AI cleared', 'CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "Anthropic's partnership with Google is under investigation by the CMA.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic phase1'],
    ],
    [
      "The CMA's investigation into Google's partnership with Anthropic began in October and ended in November with a finding that no relevant merger situation had been created.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "After an initial look, the CMA decided that Microsoft's €15m investment in Mistral AI did not merit investigation.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI cleared'],
    ],
    [
      "Microsoft gave up its observer seat on OpenAI's board amid scrutiny from the FTC, the European Commission and the CMA.",
      ['Microsoft>OpenAI'],
      ['FTC Microsoft>OpenAI monitoring', 'EC Microsoft>OpenAI monitoring', 'CMA Microsoft>OpenAI monitoring'],
    ],
    [
      "The regulator is weighing remedies. The CMA opened a Phase 2 inquiry into Nvidia's purchase of Groq in May.",
      ['Nvidia>Groq'],
      ['CMA Nvidia>Groq phase2'],
    ],
    [
      'The CMA accepted undertakings from Meta and cleared its purchase of Scale AI.',
      ['Meta>Scale AI'],
      ['CMA Meta>Scale AI remedies'],
    ],
    [
      "The Turkish Competition Authority approved Meta's purchase of Manus.",
      ['Meta>Manus'],
      ['TCA Meta>Manus cleared'],
    ],
    [
      "Austria's BWB has asked Microsoft to explain its deal with Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['BWB Microsoft>Mistral AI information_request'],
    ],
    [
      'Microsoft will pay Inflection AI about $650m. The deal drew the attention of antitrust officials. The FTC, which enforces competition law, has since demanded documents from both companies, according to the Wall Street Journal.',
      ['Microsoft>Inflection AI'],
      ['FTC Microsoft>Inflection AI information_request'],
    ],
    [
      "Amazon's investment of $4bn in Anthropic, completed in March, is one of several that regulators on both sides of the Atlantic have put under the microscope. In July the CMA asked for comments. On 8 August it launched a formal merger inquiry. It has until October to decide on next steps.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'Google paid $2.7bn to hire back Noam Shazeer of Character.AI.\n\nThat structure is now being examined by the Department of Justice, which wants to know whether it was designed to avoid a merger review.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI monitoring'],
    ],
    [
      "The European Commission will not investigate Microsoft's $13bn investment in OpenAI under its merger rules, Vestager said. But Brussels has sent Microsoft new questions about the exclusivity of the agreement.",
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI information_request'],
    ],
    [
      "Nvidia bought Run:ai for $700m. Italy's competition authority asked the European Commission to look at the deal, although it fell below EU thresholds. The Commission accepted the request, and cleared the purchase unconditionally in December.",
      ['Nvidia>Run:ai'],
      ['AGCM Nvidia>Run:ai monitoring', 'EC Nvidia>Run:ai cleared'],
    ],
    [
      'The CMA\'s chief executive, Sarah Cardell, said the watchdog had "real concerns" about partnerships between big tech firms and AI developers. She cited more than 90 links.',
      [],
      ['CMA null>null monitoring'],
    ],
    [
      'The FTC on Thursday released a staff report on the partnerships of Alphabet, Amazon and Microsoft with Anthropic and OpenAI. The agency had ordered the five companies to hand over information a year earlier.',
      ['Amazon>Anthropic', 'Google>Anthropic', 'Microsoft>OpenAI'],
      [
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
        'FTC Microsoft>OpenAI information_request',
      ],
    ],
    [
      'Mistral AI\'s deal with Microsoft lasted barely a month on the CMA\'s desk. The agency concluded that it "does not qualify for investigation under the merger provisions".',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "Nvidia agreed to license Groq's technology and hire its chief executive. Two senators wrote to the FTC and the Justice Department to ask for an investigation. Neither agency has commented.",
      ['Nvidia>Groq'],
      [],
    ],
    [
      'The Department of Justice sued Apple in March over its grip on smartphones. Apple bought Datakalab in December.',
      ['Apple>Datakalab'],
      [],
    ],
    [
      'A judge ruled that Google holds an illegal monopoly in search. The Justice Department wants it to sell its stake in Anthropic.',
      ['Google>Anthropic'],
      [],
    ],
    ['The US government dropped a demand that Google sell its stake in Anthropic.', ['Google>Anthropic'], []],
    [
      "The FTC is investigating Microsoft's cloud and AI business in a broad antitrust probe. Microsoft has invested $13bn in OpenAI.",
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      "Italy's antitrust authority fined Meta for adding its AI to WhatsApp. Meta bought Manus last year.",
      ['Meta>Manus'],
      [],
    ],
    [
      "Brazil's competition authority, CADE, said on Wednesday it would look into whether Microsoft's agreement with Inflection AI should have been notified.",
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI monitoring'],
    ],
    [
      "Microsoft's $650m deal with Inflection AI\n\nCMA: cleared at Phase 1, September 2024\nBundeskartellamt: concentration, but no jurisdiction, November 2024\nEuropean Commission: case dropped after referral requests were withdrawn\nFTC: information request",
      ['Microsoft>Inflection AI'],
      [
        'CMA Microsoft>Inflection AI cleared',
        'BKartA Microsoft>Inflection AI no_jurisdiction',
        'EC Microsoft>Inflection AI no_jurisdiction',
        'FTC Microsoft>Inflection AI information_request',
      ],
    ],
    [
      "Regulators around the world are circling. In Britain, the CMA has opened inquiries into Amazon's and Google's investments in Anthropic. In the US, the FTC is studying both.",
      ['Amazon>Anthropic', 'Google>Anthropic'],
      [
        'CMA Amazon>Anthropic phase1',
        'CMA Google>Anthropic phase1',
        'FTC Amazon>Anthropic monitoring',
        'FTC Google>Anthropic monitoring',
      ],
    ],
    ['Scale AI sold 49% of itself to Meta. No regulator has said a word about it.', ['Meta>Scale AI'], []],
    [
      "Windsurf's founders went to Google for $2.4bn. The deal needed no approval from the FTC.",
      ['Google>Windsurf'],
      [],
    ],
    [
      "OpenAI's planned purchase of Windsurf collapsed. Google then hired its founders. The FTC has asked Google for details of the transaction.",
      ['Google>Windsurf'],
      ['FTC Google>Windsurf information_request'],
    ],
    [
      "Microsoft / Inflection AI inquiry\n\nThe CMA investigated Microsoft's hiring of certain former employees of Inflection and its entry into associated arrangements.\n\nPhase 1 date: 4 September 2024: clearance decision announced\n\n16 July 2024: launch of merger inquiry",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      'The CMA has found that the partnership between Google and Anthropic does not qualify for investigation under the merger provisions of the Enterprise Act 2002.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "Found not to qualify: the CMA closed its look at Amazon's partnership with Anthropic on 27 September 2024.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      'Mergers: Commission approves acquisition of Run:ai by Nvidia\n\nThe European Commission has approved unconditionally, under the EU Merger Regulation, the proposed acquisition of Run:ai by Nvidia.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'The European Commission takes note of the withdrawal of referral requests by seven Member States concerning the acquisition of certain assets of Inflection by Microsoft, and will therefore not adopt a decision in this case.',
      ['Microsoft>Inflection AI'],
      ['EC Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "FTC Sues to Block $20 Billion Nvidia Takeover of Groq\n\nThe Federal Trade Commission today sued to block Nvidia's acquisition of Groq.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq challenged'],
    ],
    [
      "Statement regarding termination of Nvidia's attempted acquisition of Groq. The FTC noted that the parties had abandoned the transaction after its complaint.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq abandoned'],
    ],
    [
      "The waiting period under the HSR Act for Nvidia's purchase of Groq expired on Friday without action from the FTC.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq cleared'],
    ],
    [
      'Nvidia withdrew and refiled its HSR notification for the Groq deal to give the FTC more time.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq phase1'],
    ],
    [
      "The Commission's in-depth review of Nvidia's bid for Groq, opened in May, was closed with an approval in October.",
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq cleared'],
    ],
    [
      "EU regulators will decide by 5 December whether to clear Nvidia's purchase of Groq. Nvidia requested approval on 31 October.",
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq phase1'],
    ],
    [
      "The UK watchdog provisionally found that Nvidia's purchase of Groq could lessen competition. The CMA will issue a final report in March.",
      ['Nvidia>Groq'],
      ['CMA Nvidia>Groq phase2'],
    ],
    [
      'The anti-trust guardians of the European Union gave their blessing on Monday to the purchase of Run:ai by Nvidia.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'The British competition authority has since looked at the participation of Amazon in Anthropic, without finding cause for intervention. The CMA said so in September.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic cleared'],
    ],
    [
      "Anthropic's two big backers both had to answer to the CMA: it examined Amazon's stake and then Google's, and let both go because neither was a merger.",
      ['Amazon>Anthropic', 'Google>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction', 'CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "Of the three partnerships the CMA looked at in April 2024, those of Microsoft with Mistral AI and of Amazon with Anthropic turned out not to be mergers; only Microsoft's hiring from Inflection AI was one, and it was cleared.",
      ['Microsoft>Mistral AI', 'Amazon>Anthropic', 'Microsoft>Inflection AI'],
      [
        'CMA Microsoft>Mistral AI no_jurisdiction',
        'CMA Amazon>Anthropic no_jurisdiction',
        'CMA Microsoft>Inflection AI cleared',
      ],
    ],
    [
      "The FTC, under Lina Khan, had been probing the Adept deal since July. Under her successor the inquiry was quietly closed. Amazon had hired Adept's founders.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept cleared'],
    ],
    ['"We have no plans to look at Meta\'s investment in Scale AI," an FTC official said.', ['Meta>Scale AI'], []],
    [
      'The Commission is aware of the deal and is in contact with Meta, a spokesperson said. Meta bought Manus in December.',
      ['Meta>Manus'],
      ['EC Meta>Manus monitoring'],
    ],
    [
      "India's competition commission, the CCI, approved Google's investment in Anthropic.",
      ['Google>Anthropic'],
      ['CCI Google>Anthropic cleared'],
    ],
    ['The Canadian Competition Bureau is asking the public about AI.', [], []],
    [
      "The European Commission opened a formal antitrust investigation into Google over its use of publishers' content for AI. Google also holds a stake in Anthropic.",
      ['Google>Anthropic'],
      [],
    ],
    [
      'The FTC ordered OpenAI, Meta and Google to hand over information about how their chatbots affect children. Microsoft has invested in OpenAI.',
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      'OpenAI complained to the European Commission that Google locks in customers. Amazon will invest $50bn in OpenAI.',
      ['Amazon>OpenAI'],
      [],
    ],
    [
      'xAI sued Apple and OpenAI, alleging they conspired to stifle competition. A judge declined to dismiss the case. Microsoft holds 27% of OpenAI.',
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      'The deal is expected to close in the second half of the year, subject to customary closing conditions and regulatory approvals. Nvidia will pay $700m for Run:ai.',
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      "Delaware's attorney general approved OpenAI's restructuring, in which Microsoft takes 27%.",
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      "California's attorney general is investigating OpenAI's conversion. Microsoft is an investor.",
      ['Microsoft>OpenAI'],
      [],
    ],
    ["The SEC is looking into Microsoft's disclosures about OpenAI.", ['Microsoft>OpenAI'], []],
    ["The US Commerce Department approved Nvidia's sale of chips to G42.", ['Nvidia>G42'], []],
    [
      'The US approved the export of Nvidia chips to the UAE; Microsoft has invested $1.5bn in G42.',
      ['Microsoft>G42'],
      [],
    ],
    [
      'Representative Mike Gallagher asked the Commerce Department to look into G42. Microsoft put $1.5bn into the company.',
      ['Microsoft>G42'],
      [],
    ],
    [
      'Shareholders approved the merger. The board of Core Scientific had agreed to be bought by CoreWeave.',
      ['CoreWeave>Core Scientific'],
      [],
    ],
    [
      "The FTC's order against Microsoft over Activision was thrown out. Microsoft has since invested in Mistral AI.",
      ['Microsoft>Mistral AI'],
      [],
    ],
    ["Analysts at Jefferies think regulators could challenge Meta's investment in Scale AI.", ['Meta>Scale AI'], []],
    ['A former FTC official said the Groq deal was designed to escape review. Nvidia denies it.', ['Nvidia>Groq'], []],
    [
      "Nvidia's chief executive told the court that the purchase of Run:ai was good for customers.",
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      'The German government welcomed the investment. Google will spend €5.5bn in Germany and owns 14% of Anthropic.',
      ['Google>Anthropic'],
      [],
    ],
    ['The European Central Bank is monitoring risks. Amazon invested in Anthropic.', ['Amazon>Anthropic'], []],
    [
      "The CMA proposed conduct requirements for Google's search business. Google has backed Anthropic with $3bn.",
      ['Google>Anthropic'],
      [],
    ],
    [
      'Meta said it will comply with the Digital Markets Act. The Commission had opened proceedings against it. Meta owns 49% of Scale AI.',
      ['Meta>Scale AI'],
      [],
    ],
    ['The UK government cleared the deal on national security grounds. Nvidia bought Run:ai.', ['Nvidia>Run:ai'], []],
    [
      "The Korea Fair Trade Commission is investigating Nvidia's distributors. Samsung invested in Rainbow Robotics.",
      ['Samsung>Rainbow Robotics'],
      [],
    ],
    [
      'The FTC settled with Amazon over Prime subscriptions for $2.5bn. Amazon has invested $8bn in Anthropic.',
      ['Amazon>Anthropic'],
      [],
    ],
    [
      "The CMA has asked for comments on Microsoft's deal with Mistral AI. It has not reached a decision, either on jurisdiction or on the merits.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI information_request'],
    ],
    [
      "The CMA wants comments on Microsoft's deal with Mistral AI, a step that comes before any formal Phase 1 inquiry.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI information_request'],
    ],
    [
      "Brussels cannot review Microsoft's investment in OpenAI under its merger rules, as there is no lasting control. It has nevertheless sent the group further questions.",
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI information_request'],
    ],
    [
      "The European Commission cleared Nvidia's purchase of Run:ai in December. It had sent questionnaires to rivals in November.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "The FTC's report on Amazon's stake in Anthropic clears nobody and challenges nothing. It had demanded documents from both in January 2024.",
      ['Amazon>Anthropic'],
      ['FTC Amazon>Anthropic information_request'],
    ],
    [
      'CADE does not regard every licence as a merger. It has ordered Microsoft to notify its arrangement with Inflection AI.',
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI phase1'],
    ],
    [
      "In a letter, three senators ask the FTC and the Department of Justice to investigate Nvidia's licence from Groq.",
      ['Nvidia>Groq'],
      [],
    ],
    [
      "Italy's AGCM had asked for a filing of Nvidia's purchase of Run:ai and then referred the case to the Commission, which approved it.",
      ['Nvidia>Run:ai'],
      ['AGCM Nvidia>Run:ai monitoring', 'EC Nvidia>Run:ai cleared'],
    ],
    [
      "The FTC sent compulsory orders on AI partnerships to the largest groups. All three partnerships were studied: Microsoft's with OpenAI, Amazon's with Anthropic and Google's with Anthropic.",
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      'Amazon and iRobot have torn up their $1.4bn agreement. The companies said there was no path to approval in the European Union, where the Commission had warned in November that the takeover could restrict competition in robot vacuum cleaners. In the United States the FTC had been about to object as well. Britain had waved the deal through in June 2023.',
      ['Amazon>iRobot'],
      ['EC Amazon>iRobot abandoned', 'CMA Amazon>iRobot cleared'],
    ],
    [
      "Fifteen months. That is how long it took the Competition and Markets Authority to decide that it has nothing to decide: Microsoft's grip on OpenAI, it says, has not changed enough since 2019 to amount to a new merger.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "What did regulators do? The FTC asked for documents. The CMA looked, then looked away, since Mistral AI's ties with Microsoft fell short of its threshold. Brussels said it would study the contract and was not heard from again.",
      ['Microsoft>Mistral AI'],
      [
        'FTC Microsoft>Mistral AI information_request',
        'CMA Microsoft>Mistral AI no_jurisdiction',
        'EC Microsoft>Mistral AI monitoring',
      ],
    ],
    [
      "Nvidia's $40bn bid for Arm ran into trouble everywhere. China's SAMR had not begun its review. The UK opened a Phase 2 inquiry in November 2021, Brussels had opened its own in-depth inquiry in October, and in December the FTC went to court. Two months later Nvidia gave up.",
      ['Nvidia>Arm'],
      ['CMA Nvidia>Arm abandoned', 'EC Nvidia>Arm abandoned', 'FTC Nvidia>Arm abandoned'],
    ],
    [
      'Meta told staff that its 49% of Scale AI carries no votes, so no filing was needed. The FTC has neither asked for one nor said that it will.',
      ['Meta>Scale AI'],
      [],
    ],
    [
      "The deal between Google and Windsurf is under the eye of Brazil's CADE, whose tribunal on Wednesday opened a procedure to find out whether it should have been filed.",
      ['Google>Windsurf'],
      ['CADE Google>Windsurf phase1'],
    ],
    [
      "Asked whether Nvidia's deal with Groq would be reviewed, FTC chairman Andrew Ferguson said he would not comment on particular transactions, but that his staff was beginning to look at acqui-hires in AI.",
      ['Nvidia>Groq'],
      ['FTC null>null monitoring'],
    ],
    [
      "The watchdog's decision is a relief for Anthropic, which said its partnership with Google leaves it free. The CMA found that Google has no ability to influence its policy materially.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "Microsoft's hiring of Mustafa Suleyman and his team is a merger, said the CMA on Wednesday, but a harmless one. It therefore closed its file after forty working days.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      'The Bundeskartellamt looked at the same facts and came to a different view on one point: with hardly any users in Germany, Inflection AI gave it nothing to review. Microsoft had hired nearly all of its people.',
      ['Microsoft>Inflection AI'],
      ['BKartA Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "A spokeswoman for the Department of Justice would neither confirm nor deny that it is investigating Google's contract with Character.AI.",
      ['Google>Character.AI'],
      [],
    ],
    [
      'Google faces a Justice Department investigation over how it structured its agreement with Character.AI.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      "Amazon's deal with Adept prompted the FTC to send the company a list of questions.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      "Amazon has answered the FTC's questions about Adept.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      "CMA clears, Brussels drops, Bonn shrugs: Microsoft's Inflection AI coup is through.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "Under pressure from the European Commission, which had sent it a list of objections, Nvidia offered to license Arm's technology for ten years.",
      ['Nvidia>Arm'],
      ['EC Nvidia>Arm phase2'],
    ],
    [
      "The Commission's clearance of Nvidia's purchase of Run:ai is being fought over in Luxembourg, where Nvidia argues that the case should never have been referred.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "It's a done deal: with the Commission's nod in hand, Nvidia closed the purchase of Run:ai on 30 December.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "None of the five CMA reviews ended in a prohibition. Amazon's stake in Anthropic was found to be no merger at all.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Lina Khan's FTC ordered Microsoft and OpenAI to explain their partnership; her successor has kept the file open.",
      ['Microsoft>OpenAI'],
      ['FTC Microsoft>OpenAI information_request'],
    ],
    [
      "Britain's competition regulator said on Wednesday it was considering whether Microsoft's partnership with OpenAI amounted to a merger, and invited interested parties to comment.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI information_request'],
    ],
    [
      'The CMA said in a statement that it had decided the partnership "does not currently qualify for review". Amazon welcomed the ruling on its Anthropic investment.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "European Union competition officials are looking at Microsoft's agreement with Mistral AI, Bloomberg News reported on Tuesday.",
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI monitoring'],
    ],
    [
      'The FTC is examining whether Microsoft should have notified its $650 million agreement with Inflection AI. It has sent subpoenas to both firms.',
      ['Microsoft>Inflection AI'],
      ['FTC Microsoft>Inflection AI information_request'],
    ],
    [
      "Nvidia's acquisition of Run:ai received unconditional EU antitrust approval on Friday.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "US antitrust regulators have cleared Nvidia's $5 billion investment in Intel, according to a notice posted by the Federal Trade Commission.",
      ['Nvidia>Intel'],
      ['FTC Nvidia>Intel cleared'],
    ],
    [
      "Politico reported that the DOJ had begun an antitrust probe into Nvidia's acquisition of Run:ai. The department declined to comment.",
      ['Nvidia>Run:ai'],
      ['DOJ Nvidia>Run:ai phase1'],
    ],
    [
      "The Information reported that the CMA's mergers unit has been gathering information about Google's hiring of the Windsurf team.",
      ['Google>Windsurf'],
      ['CMA Google>Windsurf information_request'],
    ],
    [
      "The UK's CMA said Microsoft's partnership with French startup Mistral AI does not qualify for investigation. It continues to look at two other deals, Amazon's with Anthropic and Microsoft's with Inflection AI.",
      ['Microsoft>Mistral AI', 'Amazon>Anthropic', 'Microsoft>Inflection AI'],
      [
        'CMA Microsoft>Mistral AI no_jurisdiction',
        'CMA Amazon>Anthropic monitoring',
        'CMA Microsoft>Inflection AI monitoring',
      ],
    ],
    [
      'Anthropic: Amazon cleared, Google cleared. The CMA closed the second case in November, two months after the first.',
      ['Amazon>Anthropic', 'Google>Anthropic'],
      ['CMA Amazon>Anthropic cleared', 'CMA Google>Anthropic cleared'],
    ],
    [
      'Amazon dropped its bid for iRobot in January 2024 when it became clear that the Commission would block it.',
      ['Amazon>iRobot'],
      ['EC Amazon>iRobot abandoned'],
    ],
    [
      'The takeover has yet to be approved by the Commission. Nvidia announced the purchase of Run:ai in April.',
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      "In December 2023, the UK CMA and the FTC both began to examine the nature of Microsoft's investment in OpenAI.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI monitoring', 'FTC Microsoft>OpenAI monitoring'],
    ],
    [
      'The arrangement has drawn scrutiny from the FTC, which in January 2024 opened an inquiry into the ties between cloud companies and AI developers. Microsoft has put $13 billion into OpenAI.',
      ['Microsoft>OpenAI'],
      ['FTC null>null information_request'],
    ],
    [
      "Nothing came of the CMA's review of Google's Anthropic stake.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic cleared'],
    ],
    [
      "After the CMA raised the alarm about an interconnected web of partnerships, it opened a merger inquiry into Amazon's with Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    ["The CMA called in Nvidia's purchase of Groq for review.", ['Nvidia>Groq'], ['CMA Nvidia>Groq phase1']],
    [
      'The German regulator had no objections to Nvidia buying Run:ai.',
      ['Nvidia>Run:ai'],
      ['BKartA Nvidia>Run:ai cleared'],
    ],
    [
      "AMD's $665m purchase of Silo AI closed in August 2024 without a review by the European Commission, to which it never had to be notified.",
      ['AMD>Silo AI'],
      ['EC AMD>Silo AI no_jurisdiction'],
    ],
    [
      "On 31 July the Competition and Markets Authority opened a merger case on Google's partnership with Anthropic by asking for comments; on 24 October it moved to a formal Phase 1; on 19 November it closed it, finding no relevant merger situation.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "The FTC granted early termination of the HSR waiting period for Nvidia's $5bn purchase of Intel shares.",
      ['Nvidia>Intel'],
      ['FTC Nvidia>Intel cleared'],
    ],
    [
      'Amazon disclosed in a filing that it had received a civil investigative demand from the FTC concerning its arrangement with Adept.',
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      'In a filing, Microsoft warned that the FTC, the CMA and other regulators may seek to review its partnership with OpenAI.',
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      "What regulators will make of the Groq deal is anyone's guess. Nvidia has had trouble with the Commission and the FTC before, over Arm.",
      ['Nvidia>Groq'],
      [],
    ],
    [
      "Bloomberg: the FTC wants to know more about Nvidia's Groq licence",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq monitoring'],
    ],
    [
      "The CMA's probe of Amazon and Anthropic is over. Its verdict: not a merger under UK law.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      'Mistral AI said it was at the disposal of the CMA, which invited comments on its tie to Microsoft on 24 April and dismissed the case on 17 May.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI cleared'],
    ],
    [
      'Regulators had forced Amazon to give up iRobot in early 2024: the Commission was preparing a veto.',
      ['Amazon>iRobot'],
      ['EC Amazon>iRobot abandoned'],
    ],
  ]),
  ...rows('fr', [
    [
      "Amazon a vidé Adept. La FTC s'est penchée sur l'opération, sans suite connue.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept monitoring'],
    ],
    [
      "L'Autorité britannique de la concurrence a autorisé le rapprochement entre Microsoft et Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      'La Commission européenne a donné son feu vert sans condition au rachat de Run:ai par Nvidia.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'Bruxelles va examiner le partenariat entre Microsoft et Mistral AI.',
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI monitoring'],
    ],
    [
      'Le régulateur britannique de la concurrence, la CMA, a ouvert une enquête sur le partenariat entre Amazon et Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'Le partenariat entre Amazon et Anthropic ne constitue pas une fusion, a tranché vendredi la CMA.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "La CMA renonce à enquêter sur l'investissement d'Amazon dans Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic cleared'],
    ],
    [
      'Le gendarme britannique de la concurrence a classé sans suite son enquête sur les liens entre Microsoft et OpenAI.',
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI cleared'],
    ],
    [
      'La FTC a demandé à Microsoft, Amazon et Google des informations sur leurs investissements dans OpenAI et Anthropic.',
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      "L'office allemand de lutte contre les cartels estime que l'investissement de Microsoft dans OpenAI n'est pas soumis au contrôle des concentrations.",
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "Le rachat de Run:ai par Nvidia fait l'objet d'une enquête approfondie de la Commission européenne.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai phase2'],
    ],
    [
      "Le ministère américain de la Justice enquête sur l'accord entre Google et Character.AI.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'La FTC a saisi la justice pour bloquer le rachat de Groq par Nvidia.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq challenged'],
    ],
    ['La Commission pourrait ouvrir une enquête sur le rachat de Groq par Nvidia.', ['Nvidia>Groq'], []],
    [
      "L'Autorité de la concurrence s'inquiète des prises de participation des géants du numérique dans les start-up d'intelligence artificielle.",
      [],
      ['AdlC null>null monitoring'],
    ],
    [
      "Le rachat a été notifié à la Commission européenne. Nvidia s'offre Run:ai.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai phase1'],
    ],
    [
      "Amazon a renoncé au rachat d'Adept face aux objections de la Commission européenne.",
      ['Amazon>Adept'],
      ['EC Amazon>Adept abandoned'],
    ],
    [
      "Des sénateurs américains demandent à la FTC d'enquêter sur l'accord entre Amazon et Adept.",
      ['Amazon>Adept'],
      [],
    ],
    [
      "La CMA a invité les tiers à donner leur avis sur le partenariat entre Microsoft et Mistral AI, avant de conclure qu'elle n'était pas compétente.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "Interrogée, la Commission européenne n'a pas souhaité commenter l'accord entre Microsoft et Mistral AI.",
      ['Microsoft>Mistral AI'],
      [],
    ],
    [
      "La Commission européenne a autorisé l'opération sous réserve d'engagements. Meta prend le contrôle de Scale AI.",
      ['Meta>Scale AI'],
      ['EC Meta>Scale AI remedies'],
    ],
    [
      'Outre-Manche, la CMA a estimé que le partenariat entre Google et Anthropic ne relevait pas de sa compétence.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "Londres autorise Microsoft à embaucher les salariés d'Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "L'antitrust américain a ouvert une enquête sur l'accord entre Microsoft et Inflection AI. La FTC veut savoir s'il a été conçu pour échapper à son contrôle.",
      ['Microsoft>Inflection AI'],
      ['FTC Microsoft>Inflection AI phase1'],
    ],
    [
      "Le partenariat avec Mistral AI n'a pas convaincu Bruxelles d'ouvrir une enquête. Microsoft a investi 15 millions d'euros dans Mistral AI.",
      ['Microsoft>Mistral AI'],
      [],
    ],
    [
      "La Commission européenne a lancé une analyse de l'investissement de Microsoft dans Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI monitoring'],
    ],
    [
      "La Commission européenne a annoncé qu'elle allait se pencher sur l'investissement de Microsoft dans Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI monitoring'],
    ],
    [
      'Le gendarme de la concurrence britannique a décidé de ne pas poursuivre son enquête sur Amazon et Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic cleared'],
    ],
    [
      "La FTC, qui enquêtait sur l'accord entre Amazon et Adept, n'a pas fait de commentaire.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept phase1'],
    ],
    [
      "Le ministère américain de la Justice a demandé des informations complémentaires sur l'accord entre Google et Character.AI.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI information_request'],
    ],
    [
      "L'opération doit encore recevoir le feu vert des autorités de la concurrence. Nvidia rachète Run:ai.",
      ['Nvidia>Run:ai'],
      [],
    ],
    ["Le rachat de Run:ai par Nvidia a reçu l'aval de Bruxelles.", ['Nvidia>Run:ai'], ['EC Nvidia>Run:ai cleared']],
    [
      "Bruxelles a finalement validé le rachat de Run:ai par Nvidia, après avoir été saisie par l'Italie.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    ['La Cnil enquête sur Meta et Manus.', ['Meta>Manus'], []],
    [
      "L'Autorité de la concurrence a perquisitionné les locaux de Nvidia, qui a investi dans Mistral AI.",
      ['Nvidia>Mistral AI'],
      [],
    ],
    [
      "Le Bundeskartellamt a conclu que l'entrée de Microsoft au capital d'OpenAI n'avait pas à être notifiée.",
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      'La justice américaine a été saisie par la FTC pour empêcher Nvidia de racheter Groq.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq challenged'],
    ],
    [
      'La Commission européenne a interdit le rachat de Groq par Nvidia.',
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq challenged'],
    ],
    [
      "Le partenariat noué en février entre Microsoft et Mistral AI avait aussitôt fait réagir à Bruxelles. La Commission avait annoncé vouloir l'analyser. Elle n'a pas donné suite.",
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI cleared'],
    ],
    [
      'Amazon a investi 4 milliards de dollars dans Anthropic. Le gendarme britannique de la concurrence a ouvert une enquête en août, avant de la refermer fin septembre, faute de compétence.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Les autorités antitrust s'en mêlent. Outre-Atlantique, la FTC a lancé une enquête sur l'embauche par Amazon des fondateurs d'Adept.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept phase1'],
    ],
    [
      "Nvidia a bouclé le rachat de Run:ai, dix jours après l'autorisation de la Commission européenne.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "« Nous avons décidé de clore notre examen », a indiqué une porte-parole de la CMA à propos de l'investissement de Google dans Anthropic.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic cleared'],
    ],
    [
      "La Commission européenne a ouvert une enquête contre Meta pour l'intégration de son IA à WhatsApp. Meta a racheté Manus.",
      ['Meta>Manus'],
      [],
    ],
    [
      "L'accord entre Microsoft et OpenAI intéresse aussi Bruxelles, qui se demande s'il ne s'agit pas d'une prise de contrôle déguisée.",
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI monitoring'],
    ],
    [
      "Microsoft a annoncé renoncer à son siège d'observateur au conseil d'OpenAI, sous la pression des autorités de la concurrence.",
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      "Le 4 septembre 2024, la CMA a conclu que l'embauche par Microsoft des équipes d'Inflection AI constituait bien une concentration, mais qu'elle ne nuisait pas à la concurrence.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "La CMA britannique s'est déclarée incompétente sur le partenariat entre Amazon et Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Après l'Autorité de la concurrence, c'est au tour de la FTC de s'intéresser à l'accord entre Amazon et Adept.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept monitoring'],
    ],
    [
      "Le Conseil d'État a été saisi. Bruxelles a ouvert une enquête approfondie sur le rachat de Groq par Nvidia, qui a finalement jeté l'éponge.",
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq abandoned'],
    ],
    [
      "Le géant de Redmond échappe à une enquête européenne sur son investissement dans OpenAI : la Commission juge qu'il n'a pas pris le contrôle de la start-up. Microsoft y a injecté 13 milliards.",
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "L'opération entre Nvidia et Run:ai, notifiée à Bruxelles en novembre, a été approuvée sans conditions le 20 décembre.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "Les régulateurs européens et américains regardent de près ces partenariats d'un nouveau genre dans l'IA. Aucune procédure n'a toutefois été lancée contre Microsoft et Mistral AI.",
      ['Microsoft>Mistral AI'],
      [],
    ],
    [
      "L'organisme brésilien de la concurrence, le CADE, a ordonné à Microsoft de notifier son accord avec Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI phase1'],
    ],
    [
      "La Commission européenne a infligé une amende de 2,95 milliards d'euros à Google. Le groupe détient 14 % d'Anthropic.",
      ['Google>Anthropic'],
      [],
    ],
    ['Bercy suit le dossier de près. Microsoft a investi dans Mistral AI.', ['Microsoft>Mistral AI'], []],
    [
      "Le rachat reste soumis à l'approbation des autorités de la concurrence. Nvidia débourse 700 millions de dollars pour Run:ai.",
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      'La Cnil italienne a ouvert une enquête sur OpenAI, dont Microsoft est le premier actionnaire.',
      ['Microsoft>OpenAI'],
      [],
    ],
    [
      "Des eurodéputés demandent à la Commission européenne d'ouvrir une enquête sur le partenariat entre Microsoft et Mistral AI.",
      ['Microsoft>Mistral AI'],
      [],
    ],
    [
      "Les enquêteurs du DOJ veulent savoir si l'accord entre Google et Character.AI a été conçu de façon à ne pas relever du contrôle des concentrations. L'enquête a été ouverte en mai.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      "La CMA a jugé ne pas être compétente pour examiner l'investissement d'Amazon dans Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Bruxelles ne se prononcera pas : la Commission a pris acte du retrait des demandes de renvoi visant l'accord entre Microsoft et Inflection AI.",
      ['Microsoft>Inflection AI'],
      ['EC Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      "Aucune décision n'a encore été prise. La CMA recueille des avis sur le partenariat entre Microsoft et Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI information_request'],
    ],
    [
      "Amazon et iRobot jettent l'éponge. Le projet de rachat se heurtait à l'hostilité de la Commission européenne, qui avait ouvert une enquête approfondie en juillet.",
      ['Amazon>iRobot'],
      ['EC Amazon>iRobot abandoned'],
    ],
    [
      "La CMA y a regardé à deux fois : après cinq mois d'examen, elle conclut que les liens entre Google et Anthropic n'entrent pas dans le champ du contrôle des fusions.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    [
      "Le départ des fondateurs d'Adept chez Amazon intéresse la FTC, qui a adressé une série de questions au groupe de Seattle.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      "Pour la CMA, l'arrivée chez Microsoft des équipes d'Inflection AI est bien une fusion, mais elle ne réduit pas la concurrence : le dossier est clos.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      "Bruxelles n'a rien trouvé à redire au rachat de Run:ai par Nvidia.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "Le Bundeskartellamt passe la main : faute d'activité suffisante d'OpenAI en Allemagne, l'investissement de Microsoft n'y est pas contrôlable.",
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "Selon la presse américaine, le DOJ cherche à déterminer si l'accord de Google avec Character.AI enfreint le droit de la concurrence.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI monitoring'],
    ],
    [
      "Le régulateur britannique a annoncé jeudi l'ouverture d'une enquête préliminaire sur le partenariat entre Google et Anthropic.",
      ['Google>Anthropic'],
      ['CMA Google>Anthropic phase1'],
    ],
    ['Feu vert de Bruxelles au rachat de Run:ai par Nvidia.', ['Nvidia>Run:ai'], ['EC Nvidia>Run:ai cleared']],
    [
      'Microsoft-OpenAI : la CMA britannique lance une consultation sur leur partenariat.',
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI information_request'],
    ],
    [
      "L'autorité de la concurrence du Royaume-Uni a annoncé mettre fin à son enquête sur les liens entre Microsoft et OpenAI.",
      ['Microsoft>OpenAI'],
      ['CMA Microsoft>OpenAI cleared'],
    ],
    [
      "La Commission européenne avait jusqu'au 20 décembre pour se prononcer sur le rachat de Run:ai par Nvidia ; elle l'a approuvé.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "Outre la FTC, la Commission européenne et la CMA se penchent aussi sur l'investissement de Microsoft dans OpenAI.",
      ['Microsoft>OpenAI'],
      ['FTC Microsoft>OpenAI monitoring', 'EC Microsoft>OpenAI monitoring', 'CMA Microsoft>OpenAI monitoring'],
    ],
    [
      "Le rachat de Silo AI par AMD n'a pas eu à être soumis à Bruxelles.",
      ['AMD>Silo AI'],
      ['EC AMD>Silo AI no_jurisdiction'],
    ],
    [
      "Saisie par l'Italie, la Commission européenne a examiné puis approuvé l'acquisition de Run:ai par Nvidia.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "En janvier 2024, la FTC avait exigé d'Amazon, de Google et de Microsoft des documents sur leurs investissements dans Anthropic et OpenAI.",
      ['Amazon>Anthropic', 'Google>Anthropic', 'Microsoft>OpenAI'],
      [
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
        'FTC Microsoft>OpenAI information_request',
      ],
    ],
    [
      "La CMA a donné son blanc-seing : le recrutement par Microsoft des équipes d'Inflection AI ne pose pas de problème de concurrence.",
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    ["Aucune autorité ne s'est encore penchée sur l'investissement de Meta dans Scale AI.", ['Meta>Scale AI'], []],
  ]),
  ...rows('de', [
    [
      'Das Bundeskartellamt hat die Übernahme von Run:ai durch Nvidia freigegeben.',
      ['Nvidia>Run:ai'],
      ['BKartA Nvidia>Run:ai cleared'],
    ],
    [
      'Die EU-Kommission prüft die Beteiligung von Microsoft an OpenAI.',
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI monitoring'],
    ],
    [
      'Die britische Wettbewerbsbehörde CMA hat eine Untersuchung der Partnerschaft von Amazon und Anthropic eingeleitet.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'Die EU-Kommission hat den Kauf von Run:ai durch Nvidia unter Auflagen genehmigt.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai remedies'],
    ],
    [
      'Die US-Kartellbehörde FTC hat Microsoft, Amazon und Google aufgefordert, Informationen über ihre Beteiligungen an OpenAI und Anthropic vorzulegen.',
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      'Microsofts Einstieg bei Mistral AI fällt nicht unter die britische Fusionskontrolle, teilte die CMA mit.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    ['Die FTC hat gegen die Übernahme von Groq durch Nvidia geklagt.', ['Nvidia>Groq'], ['FTC Nvidia>Groq challenged']],
    ['Die Kartellwächter könnten den Kauf von Groq durch Nvidia untersagen.', ['Nvidia>Groq'], []],
    [
      'Die EU-Kommission eröffnete ein vertieftes Prüfverfahren zur Übernahme von Groq durch Nvidia.',
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq phase2'],
    ],
    [
      'Das Bundeskartellamt gab grünes Licht für den Kauf von Run:ai durch Nvidia.',
      ['Nvidia>Run:ai'],
      ['BKartA Nvidia>Run:ai cleared'],
    ],
    [
      'Die CMA hat ihre Untersuchung der Partnerschaft von Google und Anthropic eingestellt.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic cleared'],
    ],
    ['Brüssel untersagte Nvidia die Übernahme von Groq.', ['Nvidia>Groq'], ['EC Nvidia>Groq challenged']],
    [
      'Die US-Justizbehörde ermittelt wegen des Abkommens zwischen Google und Character.AI.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'Die britischen Wettbewerbshüter baten um Stellungnahmen zu Microsofts Beteiligung an Mistral AI.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI information_request'],
    ],
    [
      'Die Übernahme von Run:ai durch Nvidia muss noch von den Kartellbehörden genehmigt werden.',
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      'Laut Bundeskartellamt ist Microsofts Einstieg bei OpenAI nicht anmeldepflichtig.',
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      'Microsoft zahlt 650 Millionen Dollar an Inflection AI. Das Bundeskartellamt sah darin zwar einen Zusammenschluss, doch fehlte es an einer erheblichen Inlandstätigkeit des Start-ups; eine Prüfung war daher nicht möglich.',
      ['Microsoft>Inflection AI'],
      ['BKartA Microsoft>Inflection AI no_jurisdiction'],
    ],
    [
      'Nvidia übernimmt Run:ai. Die EU-Kommission hatte den Fall auf Antrag Italiens an sich gezogen und im Dezember ohne Auflagen freigegeben.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'Google hat zwei Milliarden Dollar in Anthropic gesteckt. Die CMA leitete im Oktober ein Verfahren ein und stellte es im November wieder ein.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic cleared'],
    ],
    [
      'Fusionskontrolle: Bundeskartellamt gibt Übernahme von Run:ai durch Nvidia frei',
      ['Nvidia>Run:ai'],
      ['BKartA Nvidia>Run:ai cleared'],
    ],
    [
      'Die EU-Kommission sieht in der Beteiligung von Microsoft an OpenAI keine Übernahme der Kontrolle und wird den Fall nicht weiter prüfen.',
      ['Microsoft>OpenAI'],
      ['EC Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      'Das US-Justizministerium hat eine kartellrechtliche Untersuchung der Vereinbarung zwischen Google und Character.AI eingeleitet.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'Amazon und Anthropic mussten der CMA Auskunft geben; am Ende erklärte sich die Behörde für nicht zuständig.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      'Die brasilianische Wettbewerbsbehörde CADE verlangt von Microsoft und Inflection AI eine Anmeldung ihres Geschäfts.',
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI phase1'],
    ],
    [
      'Die EU-Kommission verhängte gegen Google eine Strafe von 2,95 Milliarden Euro. Google hält 14 Prozent an Anthropic.',
      ['Google>Anthropic'],
      [],
    ],
    [
      'Der Abschluss steht unter dem Vorbehalt der kartellrechtlichen Freigabe. Nvidia übernimmt Run:ai.',
      ['Nvidia>Run:ai'],
      [],
    ],
    [
      'Die CMA sieht keinen Grund, sich weiter mit der Partnerschaft von Microsoft und Mistral AI zu befassen.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI cleared'],
    ],
    [
      'Amazon und iRobot blasen die Übernahme ab. Die EU-Kommission hatte Bedenken angemeldet und ein vertieftes Verfahren eröffnet.',
      ['Amazon>iRobot'],
      ['EC Amazon>iRobot abandoned'],
    ],
    [
      'Die britische Kartellbehörde CMA gibt grünes Licht für Microsofts Abwerbung der Inflection-AI-Gründer.',
      ['Microsoft>Inflection AI'],
      ['CMA Microsoft>Inflection AI cleared'],
    ],
    [
      'Brüssel nimmt Microsofts Investition in Mistral AI unter die Lupe.',
      ['Microsoft>Mistral AI'],
      ['EC Microsoft>Mistral AI monitoring'],
    ],
    [
      'Kartellamtschef Andreas Mundt sagte, Microsofts Einstieg bei OpenAI sei derzeit nicht anmeldepflichtig.',
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      'Die FTC verlangt von Amazon Auskunft über die Abwerbung der Adept-Gründer.',
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
  ]),
  ...rows('es', [
    [
      'La Comisión Europea autorizó sin condiciones la compra de Run:ai por parte de Nvidia.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'La CMA británica abrió una investigación formal sobre la alianza entre Amazon y Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      'El regulador británico de la competencia concluyó que la inversión de Microsoft en Mistral AI no constituye una fusión.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      'La FTC pidió información a Microsoft, Amazon y Google sobre sus inversiones en OpenAI y Anthropic.',
      ['Microsoft>OpenAI', 'Amazon>Anthropic', 'Google>Anthropic'],
      [
        'FTC Microsoft>OpenAI information_request',
        'FTC Amazon>Anthropic information_request',
        'FTC Google>Anthropic information_request',
      ],
    ],
    [
      'El Departamento de Justicia investiga el acuerdo entre Google y Character.AI.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'El regulador británico dio carpetazo a su investigación sobre la alianza entre Google y Anthropic. La CMA cree que no es una fusión.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic no_jurisdiction'],
    ],
    ['Bruselas da luz verde a la compra de Run:ai por Nvidia.', ['Nvidia>Run:ai'], ['EC Nvidia>Run:ai cleared']],
    ['La FTC demandó a Nvidia para bloquear la compra de Groq.', ['Nvidia>Groq'], ['FTC Nvidia>Groq challenged']],
    [
      'El CADE ordenó a Microsoft e Inflection AI notificar su operación.',
      ['Microsoft>Inflection AI'],
      ['CADE Microsoft>Inflection AI phase1'],
    ],
    ['Bruselas podría investigar la inversión de Microsoft en Mistral AI.', ['Microsoft>Mistral AI'], []],
    [
      'Microsoft invirtió 15 millones en Mistral AI. La CMA examinó el acuerdo y en mayo decidió que quedaba fuera de su jurisdicción.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      'La CMA dejó de investigar la alianza entre Microsoft y Mistral AI por considerar que no cumple los requisitos de una fusión.',
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      'El Departamento de Justicia abrió una investigación antimonopolio sobre el acuerdo de Google con Character.AI.',
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      'La FTC bloqueó la compra de Groq por Nvidia y esta desistió de la operación.',
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq abandoned'],
    ],
    ['La operación está sujeta a la aprobación de los reguladores. Nvidia compra Run:ai.', ['Nvidia>Run:ai'], []],
    [
      'La Comisión Europea no ve problemas de competencia en la compra de Run:ai por Nvidia y la autoriza.',
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      'El regulador de la competencia del Reino Unido investiga la alianza entre Amazon y Anthropic.',
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
  ]),
  ...rows('it', [
    [
      "La Commissione europea ha dato il via libera all'acquisizione di Run:ai da parte di Nvidia.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "L'antitrust britannica ha aperto un'indagine sulla partnership tra Amazon e Anthropic.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic phase1'],
    ],
    [
      "Secondo la CMA, l'accordo tra Microsoft e Mistral AI non rientra nelle norme sulle concentrazioni.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI no_jurisdiction'],
    ],
    [
      "La FTC ha chiesto informazioni ad Amazon sull'accordo con Adept.",
      ['Amazon>Adept'],
      ['FTC Amazon>Adept information_request'],
    ],
    [
      "Il Dipartimento di Giustizia sta indagando sull'accordo tra Google e Character.AI.",
      ['Google>Character.AI'],
      ['DOJ Google>Character.AI phase1'],
    ],
    [
      "Bruxelles ha approvato l'acquisizione di Run:ai da parte di Nvidia.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
    [
      "L'autorità britannica per la concorrenza ha archiviato l'indagine sull'accordo tra Microsoft e Mistral AI.",
      ['Microsoft>Mistral AI'],
      ['CMA Microsoft>Mistral AI cleared'],
    ],
    [
      "La FTC ha fatto causa per bloccare l'acquisizione di Groq da parte di Nvidia.",
      ['Nvidia>Groq'],
      ['FTC Nvidia>Groq challenged'],
    ],
    [
      'La CMA britannica ha invitato a presentare osservazioni sulla partnership tra Google e Anthropic.',
      ['Google>Anthropic'],
      ['CMA Google>Anthropic information_request'],
    ],
    [
      "Amazon ha investito 8 miliardi in Anthropic. La CMA aveva aperto un'indagine, poi archiviata a settembre perché l'operazione non rientrava nella sua competenza.",
      ['Amazon>Anthropic'],
      ['CMA Amazon>Anthropic no_jurisdiction'],
    ],
    [
      "Il garante tedesco della concorrenza, il Bundeskartellamt, ha stabilito che l'ingresso di Microsoft in OpenAI non era soggetto a notifica.",
      ['Microsoft>OpenAI'],
      ['BKartA Microsoft>OpenAI no_jurisdiction'],
    ],
    [
      "La Commissione europea ha aperto un'indagine approfondita sull'acquisizione di Groq da parte di Nvidia.",
      ['Nvidia>Groq'],
      ['EC Nvidia>Groq phase2'],
    ],
    ["Il Garante privacy ha avviato un'istruttoria su Meta e Manus.", ['Meta>Manus'], []],
    ["L'operazione è soggetta all'approvazione delle autorità. Nvidia compra Run:ai.", ['Nvidia>Run:ai'], []],
    [
      "Via libera di Bruxelles all'acquisizione di Run:ai da parte di Nvidia.",
      ['Nvidia>Run:ai'],
      ['EC Nvidia>Run:ai cleared'],
    ],
  ]),
];
