/** The rows of `unsaid.ts` in other languages. */

/** Not decided yet. */
export const undecidedAbroad: readonly string[] = [
  // German
  'offen',
  'unbekannt',
  'unklar',
  'ausstehend',
  'k a',
  'keine angabe',
  'keine angaben',
  'n n',
  'folgt',
  'folgt noch',
  'kommt noch',
  'wird ergänzt',
  'wird nachgereicht',
  'wird geklärt',
  'wird noch geklärt',
  'in klärung',
  'in abstimmung',
  'noch abzustimmen',
  'in arbeit',
  'zu klären',
  'zu definieren',
  'festzulegen',
  'noch zu klären',
  'noch zu definieren',
  'noch festzulegen',
  'noch nicht definiert',
  'noch nicht festgelegt',
  'noch nicht bekannt',
  // French
  'à définir',
  'à déterminer',
  'à confirmer',
  'à préciser',
  'à compléter',
  'à venir',
  'inconnu',
  'en attente',
  'à discuter',
  'à clarifier',
  'non défini',
  'non précisé',
  'non renseigné',
  // Spanish
  'por definir',
  'por determinar',
  'por confirmar',
  'pendiente',
  'desconocido',
  'sin definir',
  'sin asignar',
  // Portuguese
  'a definir',
  'a determinar',
  'a confirmar',
  'pendente',
  'desconhecido',
  // Italian
  'da definire',
  'da determinare',
  'da confermare',
  'sconosciuto',
  'in sospeso',
  // Dutch
  'n t b',
  'ntb',
  'nog te bepalen',
  'nader te bepalen',
  'onbekend',
  'volgt',
  // Japanese and Chinese
  '未定',
  '未確定',
  '検討中',
  '待定',
  '待确认',
  '待確認',
  '未知',
  '不明',
  '未填写',
];

/** Said to be nothing. */
export const noneAbroad: readonly string[] = [
  // German
  'keine',
  'keiner',
  'nichts',
  'niemand',
  'entfällt',
  // French
  'aucun',
  'aucune',
  'néant',
  // Spanish and Portuguese
  'ninguno',
  'ninguna',
  'nenhum',
  'nenhuma',
  // Italian
  'nessuno',
  'nessuna',
  // Dutch
  'geen',
  'n v t',
  'nvt',
  // Japanese and Chinese
  'なし',
  '无',
];

/** Words beside them that add nothing. */
export const meanwhileAbroad: readonly string[] = ['noch', 'nog', 'encore', 'aún', 'ancora'];

/** Questions that are all that stands there, with their mark. */
export const asksAbroad: readonly string[] = [
  'wer',
  'was',
  'wann',
  'wo',
  'wohin',
  'welche',
  'wie',
  'wie lange',
  'wie oft',
  'qui',
  'quoi',
  'quand',
  'combien',
  'quién',
  'qué',
  'cuándo',
  'chi',
  'wie precies',
];
