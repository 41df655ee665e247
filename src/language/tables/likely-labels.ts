import { foldLabel } from '../fold.ts';
import type { FieldName, FieldTable } from './fields.ts';

/**
 * Usual words for a field that are not the template's, in the languages of teams that write so. They are read as the
 * field and reported once, with the line of the config that would make them known.
 */
const likelyWords: FieldTable = {
  owner: [
    'Assigned to',
    'Assignee',
    'Accountable',
    'Responsible',
    'Responsible party',
    'Responsible role',
    'Primary owner',
    'Lead owner',
    'Role owner',
    'Owning role',
    'Owning team',
    'Handled by',
    'Run by',
    'DRI',
    'Verantwortlich',
    'Verantwortliche',
    'Verantwortlicher',
    'Zuständig',
    'Besitzer',
    'Eigentümer',
    'Responsable',
    'Propriétaire',
    'Propietario',
    'Responsabile',
    'Proprietario',
    'Responsável',
    'Verantwoordelijke',
    'Verantwoordelijk',
    'Eigenaar',
    'Ansvarig',
    'Ansvarlig',
    '担当',
    '担当者',
    '负责人',
  ],
  entry: [
    'Eintrittskriterien',
    'Eintrittskriterium',
    'Einstiegskriterien',
    'Eingangskriterien',
    "Critères d'entrée",
    'Criterios de entrada',
    'Criteri di ingresso',
    'Critérios de entrada',
    'Instapcriteria',
    'Entrance criteria',
    'Enter when',
  ],
  progression: [
    'Promotion criteria',
    'Exit to next stage',
    'Progress when',
    'Progresses when',
    'Moves on when',
    'Advance when',
    'Advancement criteria',
    'Forward criteria',
    'Weiter wenn',
    'Critères de progression',
    'Criterios de progresión',
  ],
  disqualification: [
    'Disqualified when',
    'Disqualify when',
    'Disqualify if',
    'Rejection criteria',
    'Ausschlusskriterien',
    'Disqualifikation',
    'Critères de disqualification',
    'Criterios de descalificación',
  ],
  exit: [
    'Austrittskriterien',
    'Ausstiegskriterien',
    'Critères de sortie',
    'Criterios de salida',
    'Criteri di uscita',
    'Critérios de saída',
    'Leave when',
    'Leaves when',
  ],
  'sla.response': [
    'Reaktionszeit',
    'Antwortzeit',
    'Délai de réponse',
    'Temps de réponse',
    'Tiempo de respuesta',
    'Tempo di risposta',
    'Tempo de resposta',
    'Reactietijd',
  ],
  escalation: ['Eskalation', 'Escalade', 'Escalamiento', 'Escalación', 'Escalatie', 'If late', 'When missed'],
  order: ['Reihenfolge', 'Ordre', 'Orden', 'Ordine', 'Stage number'],
  trigger: [
    'Auslöser',
    'Déclencheur',
    'Disparador',
    'Trigger criteria',
    'Handoff trigger',
    'When it happens',
  ],
  from: ['Von', 'De', 'Desde', 'Source stage', 'Sending stage', 'Handed over from'],
  to: ['Nach', 'Vers', 'Hacia', 'Destination stage', 'Receiving stage', 'Target stage', 'Handed over to'],
  'rejection.routing': ['Rejected leads', 'On rejection', 'Rejected to', 'Ablehnung', 'If not accepted'],
  subject: ['Watches', 'Monitors', 'Watched limit'],
  cadence: ['Compare every', 'Checked every'],
};

/** Labels whose value is a role, and not the owner's. */
export const otherPeople: ReadonlySet<string> = new Set(
  [
    'Approver',
    'Approved by',
    'Author',
    'Backup',
    'Back-up',
    'Backup owner',
    'CC',
    'Consulted',
    'Created by',
    'Deputy',
    'Escalates to',
    'Escalation contact',
    'Former owner',
    'Informed',
    'Manager',
    'Next owner',
    'Notified',
    'Notify',
    'Previous owner',
    'Receives from',
    'Reports to',
    'Reviewed by',
    'Reviewer',
    'Secondary owner',
    'Stand-in',
    'Supported by',
    'Supports',
  ].map(foldLabel),
);

const sides = {
  progression:
    'progression progress forward fortschritt weiter progreso progresión avance avanzamento progressão',
  disqualification:
    'disqualification disqualified rejection ausschluss disqualifikation disqualifizierung ablehnung descalificación rechazo rejet squalifica desqualificação',
} as const;

/** What brackets behind the exits call their two sides. */
export const exitSides: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(sides).flatMap(([name, words]) =>
    words.split(' ').map((word): [string, FieldName] => [foldLabel(word), name as FieldName]),
  ),
);

/** Folded label → field. */
export const likelyLabels: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(likelyWords).flatMap(([name, labels]) =>
    labels.map((label): [string, FieldName] => [foldLabel(label), name as FieldName]),
  ),
);
