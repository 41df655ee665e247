/**
 * Units of time in other languages, by the unit that limits are written in; words of working time stand in front of the
 * unit, behind it or in it. Limits are read in English alone: these are for the advice. What is an English word stands
 * in none ("time" and "timer" are Danish hours).
 */
export const unitsAbroad = {
  minute: [
    ...['Minuten', 'minuto', 'minutos', 'minuti', 'minuut', 'minuten', 'minut', 'minuter', 'minutter'],
    ...['minuta', 'minuty', '分', '分間', '分钟'],
  ],
  hour: [
    ...['Stunde', 'Stunden', 'Std', 'heure', 'heures', 'hora', 'horas', 'ora', 'ore', 'uur', 'uren'],
    ...['timme', 'timmar', 'godzina', 'godziny', '時間', '小时'],
  ],
  day: [
    ...[
      'Tag',
      'Tage',
      'Tagen',
      'Kalendertag',
      'Kalendertage',
      'Kalendertagen',
      'jour',
      'jours',
      'día',
      'días',
    ],
    ...[
      'dia',
      'dias',
      'giorno',
      'giorni',
      'dag',
      'dagen',
      'dagar',
      'dage',
      'dager',
      'dzień',
      'dni',
      '日',
      '日間',
      '天',
    ],
  ],
  week: [
    ...['Woche', 'Wochen', 'semaine', 'semaines', 'semana', 'semanas', 'settimana', 'settimane'],
    ...['weken', 'vecka', 'veckor', 'uge', 'uger', 'uke', 'uker', 'tydzień', '週間', '周'],
  ],
  'business hour': [
    ...['Arbeitsstunde', 'Arbeitsstunden', 'Geschäftsstunde', 'Geschäftsstunden', 'werkuur', 'werkuren'],
    ...['arbetstimme', 'arbetstimmar', 'arbejdstimer', 'arbeidstimer', '営業時間', '工作小时'],
  ],
  'business day': [
    ...['Werktag', 'Werktage', 'Werktagen', 'Arbeitstag', 'Arbeitstage', 'Arbeitstagen', 'Geschäftstag'],
    ...['Geschäftstage', 'Geschäftstagen', 'werkdag', 'werkdagen', 'arbetsdag', 'arbetsdagar', 'arbejdsdag'],
    ...['arbejdsdage', 'hverdag', 'hverdage', 'virkedag', 'virkedager', 'arbeidsdager', '営業日', '工作日'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** "jours ouvrés", "horas hábiles", "giorni lavorativi", "dias úteis": words behind a unit that make it working time. */
export const workingAbroad: readonly string[] = [
  ...['ouvré', 'ouvrés', 'ouvrée', 'ouvrées', 'ouvrable', 'ouvrables', 'travaillé', 'travaillés'],
  ...['hábil', 'hábiles', 'laborable', 'laborables', 'laboral', 'laborales'],
  ...['útil', 'úteis', 'lavorativo', 'lavorativi', 'lavorativa', 'lavorative', 'feriale', 'feriali'],
];
