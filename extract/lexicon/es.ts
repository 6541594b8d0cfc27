import type { Lexicon } from './lexicon.ts';

export const es: Lexicon = {
  language: 'es',
  dropsSubject: true,
  articles: 'el,la,los,las,un,una,unos,unas,su,sus,este,esta,ese,esa,al,del',
  indefinite: 'un,una,unos,unas,otra,otro,cualquier',
  prepositions: {
    in: 'en,dentro de,al capital de,en el capital de',
    to: 'a,al,hacia',
    from: 'desde,procedente de',
    by: 'por,liderada/liderado por,encabezada/encabezado por,de la mano de,gracias a',
    of: 'de,del',
    with: 'con,junto a,junto con',
    on: 'sobre',
    for: 'para',
    as: 'como',
    than: 'que',
    between: 'entre',
    against: 'contra,frente a,rival/rivales/competidor/competidora de',
    like: 'como,incluida,incluidas,incluidos,entre ellos/ellas,entre los/las que,tales como',
    other: 'según,tras,antes,después,durante,sin,bajo,ante,desde hace,hasta,mediante,a través de,además de',
  },
  conjunctions: 'y,e,o,así como,además de',
  breakers: 'pero,mientras,aunque,porque,cuando,donde,si,pues,dijo,anunció,sino,ya que,luego',
  relatives: 'que,quien,quienes,cuyo,cuya,cuyos,cuyas,cual,cuales',
  passive: 'fue,fueron,ha sido,sido,ser,será,es,son,está,siendo',
  perfect: 'ha,han,había,habían,haya,ya',
  it: 'ella,él,esta,este,ésta,éste',
  they: 'ellos,ellas,ambas,ambos,las dos,los dos,ambas compañías/empresas',
  possessives: 'su,sus,cuyo,cuya,cuyos,cuyas',
  startupNouns:
    'pionero,promesa,joven firma,joven sociedad,startup,start up,empresa emergente,joven empresa,joven compañía,laboratorio,unicornio,desarrolladora,desarrollador,firma emergente,emergente,creadora,creador,autora,pionera',
  groupNouns:
    'gigante,grupo,coloso,titán,conglomerado,tecnológica,multinacional,fabricante,matriz,buscador,gigante tecnológico,minorista',
  companyNouns: 'empresa,compañía,firma,sociedad,comprador,especialista,casa,dueña,propietaria',
  armNouns: 'filial,fondo,brazo inversor,rama de capital riesgo,división,brazo,rama,grupo inversor,unidad',
  adjectives:
    'joven,estadounidense,francesa,francés,británica,británico,alemana,alemán,europea,europeo,canadiense,china,chino,israelí,japonesa,japonés,californiana,californiano,surcoreana,surcoreano,tecnológico,tecnológica,gran,grande,pequeña,pequeño,misma,mismo,antigua,nueva,nuevo,otra,emergente,vasca,donostiarra,ia',
  triggers: {
    investIn: [
      'invertir/invierte/invirtió/invertido/invertirá/invertiría/invierten/invertidos/invirtiendo,entrar/entra/entró/entrado/entraría/entrará/entrando/entraron,apostar/apuesta/apostó/apostado/apuestan,tomar/toma/tomó/tomará una? participación,participado',
    ],
    moneyInto: [
      'inyectar/inyecta/inyectó/inyectado/inyectará,aportar/aporta/aportó/aportado/aportará/aportaría/aportan,poner/pone/puso/puesto/pondrá/pondría/pondrían,comprometer/compromete/comprometió/comprometido,destinar/destina/destinó/destinado,desembolsar/desembolsa/desembolsó/desembolsado,contribuir/contribuye/contribuyó/contribuiría,prometer/promete/prometió/prometido,gastar/gastado/gasta,sumar/suma/sumó',
    ],
    fund: [
      'respaldar/respalda/respaldó/respaldada/respaldado,financiar/financia/financió/financiada/financiado,apoyar/apoya/apoyó/apoyada/apoyado',
    ],
    raise: [
      'recaudar/recauda/recaudó/recaudado,levantar/levanta/levantó/levantado,captar/capta/captó/captado,recibir/recibe/recibió/recibido,cerrar/cierra/cerró/cerrado,obtener/obtuvo/obtenido,conseguir/consigue/consiguió',
    ],
    participate: [
      'participar/participa/participó/participado/participan/participaron/participará,liderar/lidera/lideró/liderado,encabezar/encabeza/encabezó,sumarse/suma/sumó/sumaron,acudir/acudió',
    ],
    stake: [
      '# % de/del,# por ciento de/del,participación,participaciones,accionista,accionistas,capital,posee/posee/poseía/poseen,tiene/tenía % de,acciones,paquete,cuota,propietaria de,dueña/dueño de',
    ],
    investor: ['inversor,inversores,inversora,inversionista,inversionistas,socio financiero,patrocinador'],
    injection: [
      'inversión,inversiones,financiación,financiamiento,apuesta,inyección,entrada,aportación,aporte,desembolso,respaldo,cheque,coinversión',
    ],
    round: ['ronda,ronda de financiación,serie a/b/c/d/e/f,ampliación de capital'],
    acquire: [
      'comprar/compra/compró/comprado/comprará/compraría/compran,adquirir/adquiere/adquirió/adquirido/adquirirá/adquirida,hacerse/hace/hizo/hecho con,quedarse/queda/quedó/quedado con,tomar/toma/tomó/tomado/tomará el control de/del,hacerse/hace/hizo con el control de/del,absorber/absorbe/absorbió',
    ],
    acquisition: [
      'totalidad de las acciones,totalidad del capital,compra,adquisición,adquisiciones,toma de control,opa,absorción de',
    ],
    sell: ['vendida/vendido/vender/vende/vendió'],
    belong: ['pertenece/pertenecía,pasa a manos'],
    payFor: ['pagar/paga/pagó/pagado/pagará,desembolsar/desembolsa/desembolsó,ofrecer/ofrece/ofreció'],
    hire: [
      'contratar/contrata/contrató/contratado/contratará/contratados/contrataron,fichar/ficha/fichó/fichado/fichados,llevarse/lleva/llevó/llevado,incorporar/incorpora/incorporó/incorporado,captar/capta/captó,reclutar/recluta/reclutó/reclutado,atraer/atrae/atrajo',
    ],
    join: [
      'unirse/unen/unió/unieron/unirá/unirán/une,pasar/pasa/pasó/pasaron/pasado,incorporarse/incorporan/incorporó/incorporaron,irse/fue/fueron/ido,marcharse/marchó/marcharon,fichar/ficha/fichó/ficharon,volver/vuelve/volvió/volvieron,trabajar/trabajarán/trabajan',
    ],
    hiring: ['contratación,contrataciones,fichaje,fichajes,acqui hire'],
    supply: [
      'suministrar/suministra/suministró/suministrado/suministrará,proveer/provee/proveyó,proporcionar/proporciona/proporcionó/proporcionará,vender/vende/vendió/venderá,entregar/entrega/entregó,alojar/aloja,abrir/abrió/abierto su nube,alquilar/alquila',
    ],
    use: [
      'utilizar/utiliza/utilizó/utilizará/utilizado,usar/usa/usó/usará,entrenar/entrena/entrenó/entrenará/entrene,ejecutar/ejecuta/ejecutan,alquilar/alquila/alquilará/alquiló,comprar/compra/comprará/compró,firmar/firma/firmó/firmado,encargar/encarga/encargó,contratar/contrata/contrató,llenar/llenará,apoyarse/apoya,recurrir/recurre,reservar/reserva,tener/tiene',
    ],
    spend: [
      'gastar/gasta/gastará/gastó,comprometer/compromete/comprometió/comprometido,pagar/pagará/paga/pagó,comprar/comprará/compra,alquilar/alquilará,pactar/pactaron/pactó,firmar/firmó/firma,suscribir/suscribió/suscribieron',
    ],
    supplier: [
      'proveedor/proveedora de nube/servicios/cómputo/chips/infraestructura,proveedor,proveedores,principal/principales proveedor/proveedores de? nube?,socio/socia de nube,socio preferente/principal/exclusivo/estratégico de nube/cómputo,cliente,clienta,clientes,inquilino',
    ],
    supplyDeal: [
      'contrato,contratos,acuerdo,pedido,pedidos,pacto,capacidad de cómputo/computación,servicios,capacidad,encargo',
    ],
  },
  partNouns:
    'participación,participaciones,acciones,parte,licencia,licencias,derechos,equipo,fundadores,fundador,plantilla,ingenieros,empleados,tecnología,capacidad,chips,servicios,talento,modelos,oficinas,ceo',
  founders: 'fundador,fundadores,fundadora,cofundador,cofundadores,cofundadora,cúpula',
  chiefs: 'ceo,consejero delegado,jefe,director ejecutivo,director general',
  teams: 'equipo,equipos,plantilla,ingenieros,empleados,investigadores,personal,trabajadores,talento,científicos',
  executives: 'directivo,vicepresidente,director,directora,científico jefe,gerente',
  compute:
    'nube,cómputo,computación,chips,chip,gpu,tpu,procesadores,procesador,servidores,centros de datos,centro de datos,capacidad,gigavatio,gigavatios,infraestructura,supercomputador,semiconductores,azure,aws,trainium,equipos,aceleradores,gpus,tpus,tarjetas gráficas,potencia de cálculo,capacidad de cálculo,servidor,superordenador,superordenadores,supercomputadora,hardware,clústeres,clúster,infraestructuras,alojamiento,gw',
  roundNouns: 'ronda,rondas,serie a/b/c/d/e,financiación,ampliación de capital,consorcio',
  moneyNouns: 'dinero,fondos,capital,millones,millón,dólares,euros,cheque,efectivo,plata,inversión',
  ai: 'ia,inteligencia artificial,aprendizaje automático,robot,robots,robótica,humanoides,humanoide,chatbot,modelo,modelos,chips,gpu,redes neuronales,algoritmos,generativa,agentes,autónoma,ai',
  otherTrades:
    'videojuegos,banco,aseguradora,farmacéutica,aerolínea,pagos,música,supermercados,inmobiliaria,fútbol,telefonía',
  negation: 'no,ni,nunca,jamás,sin,ningún,ninguna,ninguno,nada,tampoco,niega,negó,descarta,rechazó',
  reported:
    'negocia,negocian,negociaciones,conversaciones,podría,podrían,estudia,considera,valora,planea,baraja,quiere,pretende,ultima,ultiman,aspira,posible,rumores,sopesa,interesada,interesado,estaría,estarían,tantea,a punto de,se plantea,plantearse,rumor,posibles,contempla,explora,tiene previsto,prevé,quieren,pretenden,en vías de,supuesta,supuesto',
  ended:
    'abandonó,abandona,abandonado,renunció,renuncia,canceló,cancelado,cancelada,fracasó,bloqueó,bloqueada,prohibió,frustrada,rompió,descartó,retiró,desistió,fallida,fallido,se cayó,rechazó,rechazada,rechazado,no prosperó,naufragó,naufragado,se retiró,dio/dado/dieron/dar marcha atrás,sin acuerdo,desestimó,abandonar,abandonaron,abandonada,renunciar,renunciaron,renunciado,cancelaron,anuló,anulado,anulada,fracasaron,fracasado,vetó,vetada,frustró,frustrado,frustraron,rompieron,rotas,roto,se retiraron,desistieron,desistido,se cayeron,rechazaron,no prosperaron,naufragaron,quedó/quedaron/quedado en nada,se fue/fueron al traste/garete,truncó,truncada,malogró,abortó,abortada,saltó/saltaron por los aires,se vino/vinieron abajo,expiró,caducó,dieron/dio calabazas,dijo que no,vendió/vendido/vende su participación,sale/salió/saldrá/salir/salieron del capital/accionariado',
  hypothesis: 'si,habría podido,hubiera',
  agreed: 'firmó,firmado,acordaron,acordó,anunció,ha,han,confirmó,cerró,acordado,suscribieron',
  respectively: 'respectivamente',
  valuation:
    'valoración,valorada,valorado,valora,valor,valía,vale,capitalización,valoraría,valorarían,valorará,valorando,valorar,valoran',
  otherMoney:
    'ingresos,ventas,beneficio,beneficios,pérdidas,multa,salario,al año,anuales,coste,costes,deuda,mercado,por acción,facturación,presupuesto,perdiendo,semestre',
  roles: {
    total: 'precio,importe,en total,total,hasta ahora,hasta la fecha,acumulado,lleva invertidos,elevando',
    ceiling: 'hasta,como máximo,máximo,tope',
    future: 'más adelante,restantes,restante,después,futuro,posteriormente,resto',
    fee: 'licencia,licencias,derechos,canon',
    tranche: 'inicial,primer,primera,segundo,segunda,adicional,adicionales,nuevo,nuevos,otros,tramo',
    commitment: 'nube,azure,aws,cómputo,capacidad,chips,servicios,contrato',
    round: 'ronda,serie a/b/c/d/e,recaudó,recaudado,captó,levantó,financiación,ampliación de capital',
    combined: 'entre ambas,entre los dos,juntos,juntas,conjuntamente',
    each: 'cada uno,cada una,respectivamente',
    since: 'desde',
  },
  terms: {
    'exclusive-provider': ['exclusiva,exclusivo,exclusividad,en exclusiva'],
    'primary-provider': ['principal proveedor,proveedor principal,proveedora principal,principal socio'],
    'preferred-provider': ['proveedor preferente/preferido,preferente'],
    'several-providers': ['no exclusiva,no exclusivo,varios proveedores,otros proveedores'],
    credits: ['créditos,créditos de nube'],
    'financing-vehicle': ['sociedad/vehículo instrumental,vehículo de propósito especial,vehículo de financiación'],
    'allocation-preference': ['acceso prioritario/anticipado/preferente,capacidad reservada'],
    'tied-legs': ['a cambio,a cambio de,a condición'],
    'first-refusal': [
      'derecho de tanteo,derecho de preferencia/adquisición preferente,derecho de primera opción/oferta/negativa,derecho preferente,tanteo y retracto',
    ],
    'supplier-gives-equity': [
      'warrants sobre/para,concede/concedió/otorga/otorgó/recibe/recibió/entrega/entregó _ warrants/opciones _ acciones',
    ],
    'capacity-backstop': [
      'capacidad no vendida/utilizada/usada,capacidad sobrante/excedente/ociosa,compra/comprará _ capacidad sobrante',
    ],
    'marketplace-listing': [
      'mercado de aplicaciones,catálogo de modelos,disponible/disponibles/distribuido/distribuidos/ofrecido/ofrecidos a través de/en _ marketplace/bedrock/foundry/vertex,en bedrock,a través de vertex',
    ],
    'board-seat': [
      'asiento/asientos/puesto/puestos/plaza/sillón/silla en el/su consejo/junta/directorio,asiento en la junta,entra/entrará en el/su consejo,puesto de consejero',
    ],
    'board-observer': ['observador,observadora,puesto de observador,estatus de observador'],
    veto: ['veto,derecho de veto,derechos de veto,poder de veto,vetar decisiones'],
    consultation: ['derecho/derechos de consulta,ser consultado/consultada,deberá/debe consultar,consulta previa'],
    'information-rights': [
      'derecho/derechos de/a la? información,acceso a información/datos confidencial/confidenciales/financiera/financieros,acceso a las cuentas',
    ],
    'revenue-share': [
      'reparto/reparte/repartirá/participación de/en/los _ ingresos/beneficios/ventas,recibe/recibirá/cobra/cobrará/paga/pagará/percibe/percibirá/entrega/entregará _ parte/porcentaje/tajada de _ ingresos/beneficios/ventas/facturación,recibe/recibirá/cobra/cobrará/paga/pagará/percibe/percibirá/entrega/entregará _ # % de _ ingresos/beneficios/ventas/facturación',
    ],
    'no-governance-rights': [
      'no ocupa ningún asiento,ningún asiento,sin asiento,ni asiento,ningún derecho de gobierno/control,sin derechos de gobierno/control',
    ],
    'non-voting': ['sin derecho a voto,sin voto'],
    convertible: ['convertibles,convertible'],
    warrants: ['warrant,warrants,opción de compra'],
    licence: ['licencia,licencias'],
    'hiring-waiver': [
      'renuncia/renuncian/renunció a _ demandar/acciones/reclamaciones,cláusula de no captación/contratación',
    ],
    'target-continues': [
      'seguirá operando/existiendo/funcionando,sigue siendo independiente,continúa,continuará operando/existiendo',
    ],
    'target-closes': ['cierra,echa el cierre,liquida'],
    'product-closed': ['servicio cerrado,producto retirado,dejará/deja de funcionar,dejará/deja de estar disponible'],
  },
};
