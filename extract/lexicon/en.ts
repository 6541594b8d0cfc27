import type { Lexicon } from './lexicon.ts';

export const en: Lexicon = {
  language: 'en',
  articles: 'the,a,an,its,their,his,her,this,that,both',
  indefinite: 'a,an,any,some,another,one',
  prepositions: {
    in: 'in,into,inside,within',
    to: 'to,toward,towards,onto',
    from: 'from,off,alongside,next to,besides,beside,together with',
    by: 'by,thanks to,courtesy of,led by,co led by,headed by,including from,through,with participation from,with support from,with backing from,with contributions from',
    of: 'of',
    with: 'with,along with',
    on: 'on,upon,atop,behind,on board',
    at: 'at',
    for: 'for',
    as: 'as',
    than: 'than,unlike',
    between: 'between',
    against: 'against,versus,vs,over,rivals/rival/competitor/competitors of/to,competes/compete/competing with',
    like: 'like,such as,including,among/amongst them,includes,include,notably,namely',
    other:
      'about,after,before,since,during,until,under,near,via,among,amongst,without,despite,beyond,across,per,around,by way of,on behalf of,because of,according to,based on,apart from,aside from,instead of',
  },
  conjunctions: 'and,or,&,plus,as well as,along with,together with,alongside',
  breakers:
    'but,while,whereas,although,though,because,when,where,unless,until,before,after,so,yet,once,since,said,says,told,however,then',
  relatives: 'which,who,that,whom,whose',
  passive: 'was,were,is,are,be,been,being,gets,got,get',
  perfect: 'has,have,had,having,already,will,would,could,can,may,might,must,should',
  it: 'it,itself',
  they: 'they,them,both,the two,the pair,the duo,the trio,the three',
  possessives: 'its,their,whose',
  startupNouns:
    'pioneer,innovator,trailblazer,challenger,newcomer,venture,prodigy,wunderkind,startup,start up,lab,laboratory,research lab,developer,unicorn,newcomer,upstart,young firm/company,spin out/off,chatbot firm/maker,robot maker,robot builder,builder,creator,scale up,hopeful,outfit',
  groupNouns:
    'giant,group,conglomerate,titan,behemoth,heavyweight,powerhouse,tech company,technology group/company,tech group,search company/firm/group/engine,software company/firm/group/maker/king,chipmaker,chip maker,chip group/company/designer/giant,cloud giant/company/group/provider,retailer,ecommerce group,parent,multinational,would be buyer,hyperscaler,semiconductor group,chip company,carmaker',
  companyNouns: 'company,firm,business,corporation,maker,specialist,enterprise,house,target,buyer',
  armNouns:
    'venture arm,venture capital arm,venture unit,investment arm,venture fund,fund,unit,subsidiary,arm,cloud arm,cloud unit,cloud division,ventures,division,venture capital fund,investment group,affiliate,investment fund',
  adjectives:
    'young,american,us,u,s,british,uk,french,german,european,canadian,chinese,israeli,japanese,korean,swiss,finnish,dutch,indian,italian,spanish,californian,parisian,ai,a,i,artificial,intelligence,generative,tech,technology,big,large,small,tiny,new,robotics,robot,robots,humanoid,chip,chips,cloud,software,search,internet,social,network,ecommerce,online,retail,language,model,models,voice,video,speech,data,fast,growing,leading,rising,star,nascent,ambitious,listed,private,public,former,old,same,rival,competing,fledgling,privately,held,based,two,three,whole,entire,same,year,month,self,driving,computer,vision,semiconductor,hardware,graphics,gpu,processor,mobile,coding,open,source,well,known,most,best,known,world,s,largest,biggest,valuable,deep,learning,machine,neural,autonomous,unnamed,other,parent,consumer,medical,drug,discovery,fashionable,promising,loss,making,then,little',
  triggers: {
    investIn: [
      'pay/pays/paid/paying _ into,invest/invests/invested/investing/reinvest/reinvested',
      'buy/buys/bought/buying into',
      'bet/bets/betting on/big/heavily',
      'enter/enters/entered/entering the capital of',
      'pile/piled/piles into',
    ],
    moneyInto: [
      'went/goes/flowed/flows into/to,put/puts/putting,pour/pours/poured/pouring,pump/pumps/pumped/pumping,plough/ploughs/ploughed/plow/plows/plowed,sink/sinks/sank/sunk,inject/injects/injected/injecting,throw/throws/threw,shoot/shot,funnel/funnels/funneled/funnelled,channel/channeled',
      'commit/commits/committed/committing,pledge/pledges/pledged/pledging,contribute/contributes/contributed/contributing,chipped in,promise/promises/promised,advance/advanced,allocate/allocated,earmark/earmarked,cough/coughed up,stump/stumped up,kick/kicked in,account/accounts/accounted for,add/adds/added,hand/hands/handed,lend/lends/lent,write/writes/wrote/written _ cheque/check/cheques/checks,give/gives/gave/given,provide/provides/provided/providing,pay/pays/paid/paying in,paid/pay/pays in,spent/spend/spends on,lay/lays/laid out,wire/wired',
    ],
    fund: [
      'backs/backed/backing,to back,funded,to fund,helped/help/helps to? fund,finances/financed/financing,to finance,bankroll/bankrolls/bankrolled,support/supported financially,join/joins/joined _ in? backing,recapitalise/recapitalised,underwrite/underwrote,subsidise/subsidised',
    ],
    raise: [
      'raise/raises/raised/raising,secure/secures/secured/securing,collect/collects/collected,closes/closed,to close,receive/receives/received/receiving,bag/bags/bagged,land/lands/landed,attract/attracts/attracted,win/wins/won,nab/nabs/nabbed,pull/pulls/pulled in,lined up,gets,get,got,haul/hauls/hauled in,scoop/scooped up,bring/brought/brings in,obtain/obtains/obtained,pick/picked/picks up,draw/drew/drawn',
    ],
    participate: [
      'participate/participates/participated/participating in?,participants,take/takes/took/taken/taking part,join/joins/joined/joining,leads/led,to/will/would lead,leading the/a/an round,co led/lead/leads,led/lead/leads jointly,anchor/anchors/anchored,come/comes/came in,chipped in,subscribe/subscribed,dug/dig/digs into _ pockets/pocket,also? joined,paid/pay/pays in,sign/signed up,in the/this/last/latest/that round,were/was/are/is in there,on board',
    ],
    stake: [
      '# %/percent of,# per cent of,hold/holds/held/holding/own/owns/owned/buy/buys/bought/buying/acquire/acquires/acquired/take/takes/took/taken a/the? majority/minority in/of,stake,stakes,shareholding,holding in,equity interest,minority interest,interest,equity,ownership,slice of,chunk of,sliver of,piece of,buy/buys/bought/buying/acquire/acquires/acquired/acquiring part of,get/gets/got/getting hold of a _? part/share/slice/stake of/in,tenth/fifth/quarter/third/half of,shares in,shares of,share of,preferred stock of/in,preferred shares of/in,stock of,owns/owned/owning,to/would/will/could/can own,convertible note/notes/bond/bonds,position in,foothold in,holds/hold/held/holding _ # %/percent/per,owns/own/owned/has/had/have _ # %/percent/per',
    ],
    investor: [
      'shareholder,shareholders,co owner,part owner,investor,investors,backer,backers,financier,patron,financial supporter,strategic investor/investors,corporate names,shareholder list,cap table,lead investor/investors,new partner',
    ],
    injection: [
      'investment,investments,entry,funding,financing,bet,wager,injection,cash injection,capital injection,infusion,backing,outlay,commitment,cheque,check,fundraising,money,cash,tranche,contribution,bn/billion investment,support',
    ],
    round: [
      'round,series a/b/c/d/e/f/g,seed round,funding round,financing round,raise,fundraise,capital increase,seed funding',
    ],
    acquire: [
      'acquire/acquires/acquired/acquiring,buy/buys/bought/buying,purchase/purchases/purchased/purchasing,take/takes/took/taken/taking over,snap/snaps/snapped/snapping up,scoop/scoops/scooped up,swallow/swallows/swallowed,gobble/gobbled/gobbles up,buy/bought out,pick/picks/picked/picking up,get/gets/got hold of,take/takes/took _ private,absorb/absorbs/absorbed,snag/snagged,grab/grabs/grabbed,gain/gains/gained/gaining/obtain/obtains/obtained/obtaining/take/takes/took/taken/taking/secure/secures/secured sole/full/outright? control of',
    ],
    acquisition: [
      'acquisition,acquisitions,takeover,takeovers,take over,purchase,purchases,buyout,bid/bids/bidding for,merger with,all stock offer,offer for,takeover offer/bid,million/billion offer,offer from,all/remaining outstanding? shares of/in,entire share capital of,full ownership of',
    ],
    sell: ['sold,sell/sells/selling itself?'],
    belong: ['belong/belongs/belonged/belonging,now part,became part,become/becomes part'],
    payFor: [
      'pay/pays/paid/paying,spend/spends/spent/spending,offer/offers/offered,bid/bids,fork/forks/forked out/over,shell/shells/shelled out,hand/hands/handed over,put/puts up',
    ],
    hire: [
      'hire/hires/hired/hiring,rehire/rehires/rehired/rehiring,recruit/recruits/recruited/recruiting,poach/poaches/poached/poaching,lure/lures/lured/luring,take/takes/took/taken/taking on,bring/brings/brought/bringing in/on/over/back,snap/snaps/snapped up,scoop/scoops/scooped up,snatch/snatches/snatched,get/gets/got/getting,absorb/absorbs/absorbed,pick/picks/picked/picking up,sign/signs/signed up?,employ/employs/employed,take/takes/took/taking in/away?,carry/carrying off,put _ on its own? payroll,land/lands/landed,win/won over,acqui hire/hires/hired,acquihire/acquihires/acquihired,acquire/acquires/acquired/acquiring,grab/grabs/grabbed,swoop/swoops/swooped,raid/raids/raided,onboard/onboarded,bag/bags/bagged,nab/nabs/nabbed,draft/drafted,buy/bought/buys/purchase/purchased',
    ],
    join: [
      'join/joins/joined/joining,move/moves/moved/moving,left/leave/leaves/leaving/depart/departed for,go/goes/going/gone/went,defect/defects/defected,switch/switches/switched,decamp/decamps/decamped,return/returns/returned/returning,follow/follows/followed,is/are/was/were now,back,headed to,signed up/on? with,become part,have/has ended up,land/landed,work/works/working now?,changed,transfer/transfers/transferred,now works/work,jump/jumped ship',
    ],
    hiring: [
      'hiring,hire,hires,recruitment,recruiting,acqui hire,acquihire,acqui hires,acqui hiring,poaching,talent deal,talent raid,hire and licence/license,hiring deal,reverse acqui hire,license and hire deal,talent grab,team',
    ],
    supply: [
      'supply/supplies/supplied/supplying,provide/provides/provided/providing,deliver/delivers/delivered/delivering,sell/sells/sold/selling,furnish/furnished,rent/rents/rented/renting out,equip/equips/equipped/equipping,host/hosts/hosted/hosting,give/gives/gave/granting/grant/granted,power/powers/powered,offer/offers/offered,lend/lends,lease/leases/leased to,build/builds/built/building,open/opens/opened _ cloud,set/sets aside,ship/ships/shipped,stand/stands behind',
    ],
    use: [
      'use/uses/used/using,run/runs/ran/running,train/trains/trained/training,rely/relies/relied/relying,rent/rents/rented/renting,lease/leases/leased/leasing,buy/buys/bought/buying,purchase/purchases/purchased/purchasing,migrate/migrates/migrated,host/hosted,depend/depends,dependent/reliant on,tied to,order/orders/ordered,choose/chooses/chose/chosen/pick/picked/picks/select/selected/selects,draw/draws on,adopt/adopts/adopted,deploy/deploys/deployed/deploying,sign/signs/signed,obtain/obtains/obtained,reserve/reserves/reserved/reserving,contract/contracts/contracted,tap/taps/tapped,book/books/booked,secure/secures/secured,access',
    ],
    spend: [
      'spend/spends/spent/spending,commit/commits/committed/committing,pay/pays/paid/paying,pledge/pledges/pledged,undertake/undertook/undertakes,promise/promised,buy/buys/bought,purchase/purchased,contract/contracts/contracted,sign/signs/signed,agree/agrees/agreed,order/orders/ordered,bill/bills/billed,obligation,due,owe/owes',
    ],
    supplier: [
      '_? cloud/compute/computing/infrastructure provider/providers/supplier/suppliers/partner/vendor/platform,cloud of choice,cloud computing provider/supplier/partner,provider of cloud/compute/computing/infrastructure,provider of choice,primary/exclusive/preferred/main/principal/sole/default cloud/provider/platform/supplier,cloud and training partner,training partner/provider,customer,customers,tenant,tenants,landlord,client,clients,compute partner,cloud customer,user,chip supplier',
    ],
    supplyDeal: [
      'contract,contracts,deal,agreement,order,orders,pact,purchase commitment,commitment,lease,supply deal,term sheet,cloud deal,compute deal,hosting relationship,capacity,services,spend',
    ],
  },
  partNouns:
    'stake,stakes,share,shares,interest,licence,license,licences,licenses,rights,right,team,founders,founder,staff,engineers,employees,technology,capacity,chips,services,stock,talent,people,ownership,power,systems,gpus,tpus,processors,compute,hardware,warrants,access,assets,credits,position,office,offices,building,researchers,chief,ceo,workers,computing',
  founders: 'founder,founders,co founder,co founders,cofounder,cofounders,bosses,inventor,inventors,leadership,leaders',
  chiefs: 'ceo,chief executive,chief executive officer,boss,chief,chief executives',
  teams:
    'team,teams,staff,staffers,employees,engineers,researchers,people,workforce,talent,scientists,workers,specialists,crew,members of its/his/the team,personnel,colleagues,folks,developers,brains,minds,nearly/almost/virtually/practically everyone/everybody',
  executives:
    'vice president,executive,manager,head of,director,chief scientist,chief technology officer,chief technologist,cto,engineer,researcher,scientist,officer',
  compute:
    'cloud,compute,computing,gpu,gpus,tpu,tpus,chip,chips,processors,processor,accelerators,accelerator,servers,server,data center/centre/centers/centres,capacity,gigawatt,gigawatts,gw,megawatts,trainium,inferentia,infrastructure,supercomputer,supercomputers,supercomputing,semiconductors,silicon,tensor processing units,hardware,workload,workloads,hosting,computer time,machines,inference,clusters,cluster,racks,credits',
  roundNouns:
    'round,series a/b/c/d/e/f/g/h,raise,raised,fundraising,fundraise,financing,funding,seed,consortium,capital increase,tranche,syndicate,shareholders',
  moneyNouns: 'money,cash,funds,capital,millions,billions,dollars,million,billion,sum,euros,pounds,credits,vouchers',
  ai: 'ai,a i,artificial intelligence,machine learning,deep learning,neural,neural networks,robot,robots,robotics,humanoid,humanoids,chatbot,chatbots,language model/models,models,gpu,gpus,chip,chips,data center,autonomous,self driving,llm,llms,computer vision,speech recognition,foundation model/models,inference,algorithms,agents,generative,coding assistant/assistants/tool/tools,image/video/voice generator/generators/generation,voice cloning',
  otherTrades:
    'games publisher,game publisher,video game,chat service,grocery,supermarket,bank,insurer,drugmaker,payments service,payment service,payments,retailer,airline,hotel,music,film studio,fitness app,exercising,newsletters,shoemaker,telecom,football,game studio,messaging app,network equipment,crm,security software,wearables,real estate,restaurant,security company',
  negation:
    "no,not,n't,t,never,none,neither,nor,without,nobody,nothing,cannot,denied,denies,deny,refused,rejected,declined to,stopped short of,ruled out,rather than,instead of,isn,doesn,didn,wasn,hasn,lack,lacks,hardly",
  reported:
    'not rule/ruled/ruling out,in talks,talks,in discussions,in negotiations,negotiating,negotiates,negotiate,discussing,discussions,discussed,considering,considers,considered,weighing,weighs,exploring,could,might,may,reportedly in,about to,close to,nearing,nears,plan to,plans to,planning to,planned,planning,wants to,want to,hopes to,intends to,eyeing,eyes,mulling,mulls,said to be,potential,possible,proposed,seeking,seeks,looking to,looks to,rumoured,rumored,rumour,rumours,rumor,is set to,poised,tentative,late stage,advanced,preparing,possibly,thinking about,toyed with,expected to,expects to,working on,verge of,courting,courts,circling,explored,explore,explores,mulled,in late stage',
  ended:
    'talks ended,ended without,without a deal,rebuffed,turn/turned/turns/turning down,is/was off,had offered,rejects/spurned/spurns,tried/attempted/sought in vain to?,tried to,attempted to,had wanted to,abandon/abandons/abandoned/abandoning,called off,call/calls off,scrap/scraps/scrapped,drop/drops/dropped,collapse/collapsed/collapses,fell/fall/fallen through,fell/fallen apart,terminated,terminate,walk/walked/walks/walking away,block/blocked,prohibited,gave/given/give up,gave up on,withdrew,withdrawn,voted down,failed,failed to,unwound,unwind,led nowhere,came to nothing,come to nothing,expired,cancelled,canceled,lapsed,rejected,broke/broken down,shelved,went nowhere,deal off,off the table,ended its,ditched,sold its stake,pulled out,backed out,lost,dead,never happened,did not happen,parted ways,failed bid,decided against,passed on,thought better of,nothing came of,did not progress,did not advance,went no further,no offer was made,did not materialise,did not materialize,fizzled,fizzled out,balked,scuppered,scuttled,derailed',
  hypothesis:
    'if,whether,should it,were to,suppose,imagine,hypothetical,would have,could have,might have,asked whether',
  agreed:
    'agreed,signed,agrees,signs,will,committed,announced,announces,definitive,has,have,confirmed,undertook,completed,closed,closes',
  respectively: 'respectively',
  valuation:
    'valuation,valued,valuing,values,value,worth,market cap,market capitalisation,market capitalization,pre money,post money,valuations,priced at,market value',
  otherMoney:
    'total financing/funding,revenue,revenues,sales,capex,capital expenditure/expenditures/spending,profit,loss,losses,turnover,fine,fined,penalty,salary,pay package,annual,annually,a year,per year,cost of training,costs,fund of,debt,market,earnings,per share,a share,run rate,income,savings,saves,saved,budget,price target,bonus,bonuses,gift,grant,damages,spent on data,raised forecast,data centre spending,infrastructure spending,forecast,expects,dividend,ebitda',
  roles: {
    total:
      'price,purchase price,price tag,bill,total,in total,totaling,totalling,altogether,in all,so far,cumulative,cumulatively,to date,overall,bringing,brings,brought,sum total,doubling,doubles,tripling,adds up,all told,over the years,increasing,raising its/their/the',
    ceiling: 'up to,as much as,maximum,at most,ceiling,max,could reach,could climb,could rise,no more than,cap of',
    future:
      'remaining,remainder,later,further down,over time,future,rest,the other,additional _ later,follow,follows,will follow,in the future,to come,due,subsequently,when certain,once certain,conditions,option to,commits to add,could follow,second part,next,second instalment,tied to,milestones,still to come,balance,to be paid,to be invested,will be paid,will be invested,paid if,provided that,contingent on',
    fee: 'licence,license,licensing,licence fee,license fee,royalty,non exclusive licence/license,to license,licensing fee,rights to,licensing rights',
    tranche:
      'initial,initially,first,second,third,tranche,immediately,at once,upfront,up front,further,another,additional,new,fresh,instalment,installment,extra,more,at the start,again',
    commitment: 'spend,spends,cloud,azure,compute,capacity,chips,aws,computing,services,contract,order,gpus,tpus',
    round:
      'round,series a/b/c/d/e/f/g/h,raise,raised,raises,raising,fundraising,fundraise,seed,funding,financing,closed',
    combined: 'between them,combined,together,collectively,jointly,among them,in all from,from all,from several',
    each: 'each,apiece,a piece,likewise,respectively',
    since: 'since',
  },
  terms: {
    'exclusive-provider': [
      'exclusive/sole cloud/provider/supplier/platform/host/compute,exclusive cloud,exclusively,run/runs/running/train/trains/trained/host/hosts/hosted only on,sole provider,exclusive provider,exclusive rights,runs only,exclusive outside? distributor/reseller',
    ],
    'primary-provider': [
      'primary/main/principal/chief/lead/largest/core/leading cloud/provider/supplier/training/platform/compute,primary _ provider/supplier/partner,primary cloud',
    ],
    'preferred-provider': ['preferred cloud/provider/partner/supplier/platform,preferred _ provider,partner of choice'],
    'first-refusal': ['first refusal,right of first refusal/negotiation/offer,rofr'],
    'several-providers': [
      'non exclusive basis,not exclusive,several clouds/providers/suppliers,multi cloud,other cloud/clouds providers/suppliers?,train wherever,non exclusive _ contract/agreement,any other provider,free to use,does not preclude,multiple cloud/clouds,any cloud,gives/give/gave/given/giving up _ first refusal,loses/lost/lose/waives/waived/drops/dropped _ first refusal',
    ],
    credits: ['credits,cloud credits,vouchers,compute credits,computing credits,server credits'],
    'tied-legs': [
      'on condition that,condition of the investment/deal,in exchange for _ investment,in return for _ capital/investment/funding,has to be spent on,must be spent,must use,required to spend,as part of the investment/deal,has to run,obliged to,conditional on,spent on that investor,use/used/usable/redeem/redeemed/spend/spent/valid only on/at/with,deal/terms/agreement/contract/contracts _ oblige/obliges/obliged/require/requires',
    ],
    'supplier-gives-equity': [
      'warrants/warrant for/on,warrants/warrant to buy/purchase/acquire,issued _ warrants,right to buy as? much? as? _ stock',
    ],
    'capacity-backstop': ['unsold capacity,backstop,unused capacity,residual capacity'],
    'financing-vehicle': [
      'special purpose vehicle/company/entity,spv,spvs,leasing vehicle,financing vehicle,vehicle _ leases/buys/purchases',
    ],
    'allocation-preference': [
      'early/priority/preferential/first access to,reserved capacity/supply/allocation,preferential/priority supply/allocation',
    ],
    'marketplace-listing': [
      'distributed through,available on/through/via _ marketplace/bedrock/foundry/catalogue/vertex,model catalogue/catalog,marketplace,resell,offered on,sold through,on bedrock,through vertex',
    ],
    'board-seat': [
      'board seat,seat on the board,seat on its board,seats on the board,joins/join/joined/joining the/its board,place on the board,director on the board,board director',
    ],
    'board-observer': [
      'board observer,observer seat,non voting seat,observer on,observer role,observer rights,observer status,non voting observer,seat on the board without a vote',
    ],
    veto: ['veto,veto right/rights,power to veto,block decisions'],
    consultation: ['be consulted,consultation right/rights,must consult,consult on'],
    'information-rights': [
      'information rights,information right,rights to information,access to confidential/financial information/figures/data/accounts,access to _ confidential information,see financial figures,notified of _ takeover/bids/bid/offers/offer/sale,notice of _ change of control,monthly/quarterly/regular financial information/reports/figures',
    ],
    'revenue-share': [
      'revenue share/sharing,revenue sharing/share agreement/deal/arrangement,profit share/sharing,share/shares/shared/sharing its/their/some/part revenue/revenues/profits,share/shares/shared/sharing _ revenue/revenues/profits with,get/gets/receive/receives/received/take/takes/collect/collects/pay/pays/paid/paying/owes/owe/entitled/hand/hands/give/gives/right _ share/cut/percentage/slice of _ revenue/revenues/sales/profits/profit,get/gets/receive/receives/received/take/takes/collect/collects/pay/pays/paid/paying/owes/owe/entitled/hand/hands/give/gives _ # percent/% of _ revenue/revenues/sales/profits/profit',
    ],
    'no-governance-rights': [
      'no governance/board rights,no seat/seats,no board seat/seats,no governance,no control rights,no observer/observers,no board,not hold a board seat,neither votes nor',
    ],
    'non-voting': ['non voting,without votes,without voting,no voting rights,nonvoting,without a vote,no vote/votes'],
    convertible: [
      'convertible,convertibles,converts/convert/turns/converted into shares/equity/stock,convertible note/notes',
    ],
    warrants: ['warrant,warrants,penny warrants'],
    licence: ['licence,license,licences,licenses,licensing,licensed,non exclusive licence/license'],
    'hiring-waiver': [
      'waiver,waive,waives,waived,right to hire,not to sue over hiring,claims related to hiring,no poach',
    ],
    'target-continues': [
      'remains independent,continue/continues to operate,carries on,will continue,goes on as,stays independent,remain independent,continues as,independent company,under new management,does not close,new chief executive,interim ceo,continue as an independent,lives on,stay/stays in business,remains a company,continue/continues to exist,on its/their own account,runs as before,keeps selling/operating',
    ],
    'target-closes': [
      'wind/winds/winding down,wound down,shut/shuts/shutting down,close its doors,closes its doors,cease operations,ceases operations,ceased to exist,liquidated,dissolved',
    ],
    'product-closed': [
      'switched off,discontinue/discontinued/discontinues,sunset/sunsetting,service will end,taken down,service would _ end,service was wound down,app will close,shut down its app/product/service,product was closed',
    ],
  },
};
