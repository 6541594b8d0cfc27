import type { ScrutinyLexicon } from './scrutiny.ts';

export const spanish: ScrutinyLexicon = {
  open: 'abr*|abierto|abierta; abrió|abre|abrir|abren; inici*|inició; lanz*; incoó|incoa|incoar|incoado; emprend*; comenz*|comienza; arranc*; apertura; puso en marcha; desempolv*; reabr*',
  probe:
    'investigación|investigaciones; procedimiento|procedimientos; expediente|expedientes; examen; revisión; pesquisa|pesquisas; apac; indagación|indagaciones; análisis; fase 1',
  case: 'caso; expediente; asunto; examen; análisis',
  deep: 'en profundidad; exhaustiv*; fase 2|dos|ii; segunda fase; a fondo; profund*',
  examine:
    'examin*; estudi*; analiz*; revis*; evalu*; vigil*; observ*; sigue|siguen ~ cerca; mira|miran|mirando ~ lupa; bajo la lupa; pone|puso ~ lupa|foco; en el punto de mira; averigu*; indag*; valor*; fija|fijó|fijado en; quiere|quieren saber|determinar|averiguar; busca|buscan determinar|saber',
  investigate: 'investig*; investigación formal; fase 1 ~ investigación',
  concern: 'preocup*; preocupación; inquiet*; advirt*; advert*; recel*; alert*; vigilancia',
  ask: `6 ( b ); invit* ~ comentarios|opinar|observaciones|alegaciones|opiniones; pid*|pidió|pedido ~ información|documentos|explicaciones|detalles|datos|comentarios|opinión|opiniones|papeles; solicit* ~ información|documentos|explicaciones|detalles|datos|comentarios|opiniones; requir*|requerimiento|requerimientos ~ información;
    exig* ~ información|documentos|explicaciones|detalles|datos|papeles; envi* ~ cuestionario|cuestionarios|preguntas|requerimientos|órdenes|solicitudes|carta|cartas; cuestionario|cuestionarios; orden|órdenes ~ información|explicar|entregar; consulta pública; recab* ~ opiniones|información|comentarios; citación|citaciones; interrog* ~ competidores|clientes|terceros; reclam* ~ información|explicaciones|documentos; abr*|abrió|lanz* ~ consulta; pid*|pidió|exig*|exigió|reclam*|requirió|solicit* ~~ información|documentos|explicaciones|datos`,
  secondRequest: 'segunda solicitud; second request; segundo requerimiento; pliego de cargos|objeciones',
  clear:
    'autoriz*; aprob*|aprueba|aprueban; luz verde; vía libre; visto bueno; da|dio|dar|dado|dan ~ aprobación|permiso|consentimiento; bendi*; beneplácito; aval*; sin objeciones; deja pasar',
  condition:
    'condición|condiciones; compromiso|compromisos; remedio|remedios; concesión|concesiones; a cambio de; desinver*',
  close:
    'archiv*; cerr*|cierra|cierran|cerrado; conclu* ~ investigación|examen|procedimiento; abandon*; termin*; finaliz*; dej* correr; dejó correr; sobrese*; da|dio|dar por ~ cerrad*; carpetazo; levanta el pie; descart*; retir*',
  further: 'más; adelante; seguir; más allá',
  pursue: 'indag*; investig*; examin*; analiz*; perseg*; abr*; actu*',
  goOn: 'segui*|sigue; continu*; prosegu*',
  qualify: `cumpl* ~ requisitos|criterios|condiciones; reún*|reun* ~ requisitos|criterios|condiciones; constitu* ~ concentración|fusión; obligación ~ notificar; obligad* a notific*; requier*|requería|exig* notificación; notificable; sujet* a ~ control|notificación|revisión|fusiones; tratad* como ~ fusión|concentración; consider* ~ fusión|concentración; equival* ~ fusión|concentración; califica* ~ fusión|concentración;
    entra*|entr* en|dentro ~ ámbito|competencia|control; competencia para; competente; jurisdicción; influencia material|significativa|sustancial|decisiva; control duradero; ser una fusión; es una fusión|concentración; encaj*; umbral|umbrales; adquisición de control; toma de control`,
  outside:
    'fuera ~ jurisdicción|competencia|alcance|ámbito|control; escapa ~ control|competencia|jurisdicción; carec* ~ competencia|jurisdicción; excede ~ competencias; al margen ~ control; retir* ~ solicitud|solicitudes|remisión; no es una fusión|concentración; retirada ~ solicitud|solicitudes|remisión; nada que examinar|revisar',
  harm: 'restric* ~ competencia; dañ* ~ competencia; perjudic* ~ competencia; afect* ~ competencia; problemas de competencia; objeción|objeciones; obstacul* ~ competencia; reduc* ~ competencia; preocupaciones de competencia; riesgo ~ competencia ~ mínimo; motivo|motivos para intervenir',
  challenge:
    'bloque*; prohib*; demand* ~ para ~ bloquear|frenar|impedir|detener; demanda ~ contra; vet*|veto; impid*|impedir|impidió; ordena*|ordenó ~ deshacer|vender|desinvertir|revertir; recurr* ~ tribunales; denunci* ~ tribunales; impugn*; frenó|frena',
  abandon:
    'abandon*; renunci*; desist*; cancel*; retir*; ech* ~ atrás; tir* la toalla; rompi*|rompen; deshech*; fracas*',
  notify:
    'orden*|ordenó ~ notificar|notifique|notificación|notificada; exig* ~ notificar|notifique|notificación|papeles; oblig* ~ notificar; debe|deben|deberá|deberán|debía|debieron ~ notificar|notificarse|notificada|pasar; notificada ante|a; notificado a la comisión; tiene|tienen hasta ~ para decidir',
  refer:
    'remit*; derivó|derivar|derivado ~ a; pidió|pide ~ bruselas|comisión ~ examin*|analiz*; remisión; artículo 22; elev* ~ a',
  accept: 'acept* ~ remisión|solicitud|petición|caso; asum* ~ caso; admit* a trámite',
  not: 'no; ni; ningún|ninguna|ninguno; nunca|jamás; sin; nada; nadie; tampoco; rechaz*; descart*; falta de; evit*; eludir|elud*|sorte*',
  maybe:
    'podría|podrían; si; puede|pueden; debería|deberían; quizá|quizás; posible|posibles|posiblemente; hasta; cuando; será|serán; pretend*; quiere|quieren; prevé; estudia la posibilidad; tem*|teme|temen; riesgo; de lo contrario; sería|serían; habría|habrían; pid* ~ que; cas* de; esper*',
  newer:
    'ahora; de nuevo; nuevamente; nuevo|nueva|nuevas; en cambio; reabr*; en su lugar; no obstante; sin embargo; adicional*',
  deal: `acuerdo|acuerdos; operación; alianza; compra; adquisición; inversión; fusión; participación; asociación; transacción; trato; tratos; relación; vínculo|vínculos; fichaje; contratación; licencia; pacto; la|lo|las|los; él|ella; este|esta|ese|esa|aquel|aquella; caso; expediente; investigación; que; ambas|ambos; empresas; entrada; toma`,
  deals:
    'acuerdos; operaciones; alianzas; adquisiciones; inversiones; fusiones; participaciones; fichajes; contrataciones; concentraciones; acqui hires; acquihires; tratos; compras; asociaciones; startups',
  conduct:
    'publicidad; buscador; abuso*|abus*; posición dominante|de dominio; monopol*; multa|multas|multó; privacidad; protección de datos; tienda de aplicaciones; ley de mercados digitales; seguridad nacional; inversión extranjera; inversiones extranjeras; derechos de autor; menores; exportaci*; mensajería; investigación|expediente|procedimiento contra',
  without: 'sin; ninguna|ningún; incondicional*',
  parties: 'partes; empresas; compañías; grupos; ambas; socios; dos',
  same: 'misma|mismo conclusión|decisión|resultado|criterio|veredicto; hizo|hicieron lo mismo; lo mismo decidió; ídem',
  claim: 'afirm*; dice|dijo|decir; signific*; asegur*; sostien*; pretend*; esper*',
  plead: 'aleg*; argument*; argumenta|argumentó; defiend*; insist*; portavoz',
  latter: 'este último; esta última; último caso',
  about: 'conciern*; se refier*; trata de; afect* a; versa sobre; relativ* a; atañ*',
  number: 'ambas|ambos; dos; tres; cuatro; cinco; seis; siete; ocho; nueve',
  urge: 'pid*|pidió|piden|pidieron a la|al; inst*|instan|instaron a la|al; exig* a la|al; reclam* a la|al; carta a; urg*',
  plan: 'prepar*; plane*; prevé; sopes*; baraj*; se dispone',
  able: 'puede|podía|pueden|podían|podrá|podría; potestad|facultad|poder para',
  merit: 'merec*|merece; justific*; requier*; motivo|motivos para',
  undecided:
    'ninguna decisión|conclusión; aún|todavía no ha|han decidido; sigue abierto|abierta; no ha|han tomado|adoptado ~ decisión',
};
