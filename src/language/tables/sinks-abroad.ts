import type { SinkName } from './sinks.ts';

/** What teams call the places that need no entry in other languages, by language; a name of two languages stands once. */
export const sinksAbroad: Readonly<Record<string, Readonly<Partial<Record<SinkName, readonly string[]>>>>> = {
  German: {
    Nurture: ['Wiedervorlage', 'Nurturing-Strecke', 'Geparkt', 'Warteliste', 'Ruhend'],
    Disqualified: [
      'Disqualifiziert',
      'Nicht qualifiziert',
      'Abgelehnt',
      'Kein Interesse',
      'Archiv',
      'Archiviert',
      'Gesperrt',
      'Sperrliste',
      'Papierkorb',
    ],
    'Closed-lost': ['Verloren'],
    Churn: ['Gekündigt', 'Kündigung', 'Abgewandert'],
  },
  French: {
    Nurture: ['À relancer', 'En sommeil', 'En attente', 'Maturation'],
    Disqualified: ['Disqualifié', 'Non qualifié', 'Rejeté', 'Archivé', 'Corbeille', 'Liste noire'],
    'Closed-lost': ['Perdu', 'Perdue', 'Affaire perdue'],
    Churn: ['Résilié', 'Résiliation', 'Ancien client'],
  },
  Spanish: {
    Nurture: ['En pausa', 'Nutrición', 'En espera'],
    Disqualified: [
      'Descalificado',
      'No calificado',
      'No cualificado',
      'Descartado',
      'Descartada',
      'Descalificada',
      'Rechazado',
      'Archivado',
      'Lista negra',
      'Papelera',
    ],
    'Closed-lost': ['Perdido', 'Perdida', 'Cerrado perdido', 'Cerrada perdida'],
    Churn: ['Cancelado', 'Baja', 'Excliente'],
  },
  Portuguese: {
    Nurture: ['Nutrição', 'Em espera'],
    Disqualified: ['Desqualificado', 'Não qualificado', 'Rejeitado', 'Arquivado', 'Lixeira'],
    'Closed-lost': ['Negócio perdido'],
    Churn: ['Ex-cliente'],
  },
  Italian: {
    Nurture: ['In attesa'],
    Disqualified: ['Squalificato', 'Non qualificato', 'Rifiutato', 'Scartato', 'Archiviato', 'Cestino'],
    'Closed-lost': ['Perso', 'Persa'],
    Churn: ['Disdetto', 'Disdetta'],
  },
  Dutch: {
    Nurture: ['In de wacht', 'Geparkeerd'],
    Disqualified: ['Gediskwalificeerd', 'Niet gekwalificeerd', 'Afgewezen', 'Archief', 'Prullenbak'],
    Churn: ['Opgezegd', 'Vertrokken klant'],
  },
  Nordic: {
    Disqualified: ['Diskvalificerad', 'Diskvalifisert', 'Diskvalificeret', 'Avvisad'],
    'Closed-lost': ['Förlorad', 'Tapt', 'Tabt'],
  },
  Japanese: {
    Nurture: ['ナーチャリング', '保留', '育成'],
    Disqualified: ['対象外', '除外', '不適格', 'アーカイブ'],
    'Closed-lost': ['失注'],
    Churn: ['解約'],
  },
  Chinese: {
    Nurture: ['培育', '搁置'],
    Disqualified: ['无效', '不合格', '黑名单'],
    'Closed-lost': ['输单', '丢单'],
    Churn: ['流失'],
  },
};
