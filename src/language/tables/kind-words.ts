/** What a title calls its entry before the name: "Lifecycle Stage — MQL", "Phase: MQL", "Übergabe – MQL → SQL". */

/** Words that stand before the name with a blank alone, too. */
const own = { stage: ['lifecycle[\\s-]*stage', 'stage'], handoff: ['hand[\\s-]*offs?'] } as const;

/** Words that need a sign before the name: `Phase MQL` may be a name of its own. */
const others = {
  stage: ['lead[\\s-]*stage', 'phase', 'étape', 'etapa', 'fase', 'stadium', 'stufe', 'ステージ', '阶段'],
  handoff: [
    'hand[\\s-]*overs?',
    'übergabe',
    'passation',
    'transfert',
    'traspaso',
    'entrega',
    'passagem',
    'passaggio',
    'overdracht',
    '引き継ぎ',
    '交接',
  ],
} as const;

/** The pattern of what to take off a title of a kind. */
export function kindWords(kind: 'stage' | 'handoff'): RegExp {
  return new RegExp(
    `^(?:(?:${own[kind].join('|')})\\s*(?:[:：—–|-]\\s*|\\s)|(?:${others[kind].join('|')})\\s*(?:\\d+\\s*)?[:：—–|-]\\s*)`,
    'iu',
  );
}
