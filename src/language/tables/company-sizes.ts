/**
 * What a company, a segment or a score is counted in. An English word stands for itself and with an `s`; forms of other
 * languages stand one by one. Extend the rows.
 */
export const companySizes = {
  /** Everybody in the company: "50 to 500 people". */
  people: [
    'employee',
    'people',
    'person',
    'staff',
    'head',
    'headcount',
    'fte',
    'mitarbeiter',
    'mitarbeitern',
    'mitarbeiterinnen',
    'mitarbeitende',
    'mitarbeitenden',
    'beschäftigte',
    'beschäftigten',
    'personen',
    'employés',
    'salariés',
    'personnes',
    'empleados',
    'funcionários',
    'colaboradores',
    'colaboradori',
    'collaboratori',
    'dipendenti',
    'medewerkers',
    'werknemers',
  ],
  /** What it has bought or would: "20 seats". */
  seats: ['seat', 'user', 'licence', 'license', 'login', 'plätze'],
  /** A part of it, of which it has fewer: "5 developers" say nothing of its size. */
  parts: ['member', 'developer', 'engineer', 'site', 'device', 'account'],
  points: ['point', 'pt', 'score', 'punkt', 'punkte', 'punkten', 'puntos', 'pontos'],
  money: ['usd', 'eur', 'gbp', 'arr', 'mrr', 'acv', 'revenue'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
