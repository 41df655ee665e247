import { foldLabel } from '../fold.ts';
import type { FieldName, FieldTable } from './fields.ts';
import { handoffLabels } from './handoff-labels.ts';
import { furtherLabels } from './labels-abroad.ts';

/**
 * Usual words for a field that are not the template's, in the languages of teams that write so. They are read as the
 * field and reported once, with the line of the config that would make them known.
 */
const likelyWords: FieldTable = {
  type: ['Typ', 'Art', 'Tipo', 'Entry type'],
  status: ['State', 'Estado', 'Stato', 'Zustand'],
  stage: [
    'Phase',
    'Étape',
    'Etapa',
    'Fase',
    'Stadium',
    'Stage title',
    'Funnel stage',
    'Lead stage',
    'Lifecycle phase',
    'Lifecycle status',
    'ステージ',
    '阶段',
  ],
  owner: [
    'Assigned to',
    'R/A',
    'A/R',
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
    'Role',
    'Person responsible',
    'Responsible person',
    'Who',
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
    'Comes in when',
    'Starts when',
    'Enters if',
    'Qualifies when',
    'Qualification criteria',
    'Becomes one when',
    'Enter',
    'Enters',
    'Enter when',
  ],
  progression: [
    'Promotion criteria',
    'Exit to next stage',
    'Progress when',
    'Progresses when',
    'Moves on when',
    'Moves on',
    'Moves forward',
    'Moves forward when',
    'Moves to next stage when',
    'Promoted when',
    'Promotes when',
    'Graduates when',
    'Graduation criteria',
    'Advance',
    'Advances when',
    'Advances',
    'Converts when',
    'Way forward',
    'Ways forward',
    'Next stage when',
    'Next stage criteria',
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
    'Disqualifies when',
    'Drops out',
    'Drops out when',
    'Drop-out criteria',
    'Falls out',
    'Falls out when',
    'Removed when',
    'Ways out',
    'Kick-out criteria',
    'Exit without progression',
    'Leaves the funnel when',
    'Recycled when',
    'Recycle criteria',
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
  order: [
    'Reihenfolge',
    'Ordre',
    'Orden',
    'Ordine',
    'Stage number',
    'Stage order',
    'Position',
    'Sequence',
    'Rank',
    'Step',
  ],
  subject: ['Watches', 'Monitors', 'Watched limit'],
  cadence: ['Compare every', 'Checked every'],
};

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

/** Words for the owner as they are written. */
export const ownerLabels: readonly string[] = likelyWords.owner ?? [];

function byLabel(...tables: readonly FieldTable[]): ReadonlyMap<string, FieldName> {
  return new Map(
    tables
      .flatMap((table) => Object.entries(table))
      .flatMap(([name, labels]) =>
        labels.map((label): [string, FieldName] => [foldLabel(label), name as FieldName]),
      ),
  );
}

/** Folded label → field, of any entry. */
export const likelyLabels = byLabel(furtherLabels, likelyWords);

/** The same of a handoff, whose words may mean another field elsewhere. */
export const likelyHandoffLabels = byLabel(handoffLabels);
