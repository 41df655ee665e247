/** Single lines of scores, routes, reasons and conversions, a table each: what is made of a phrase. */
import { describe, test } from 'vitest';
import type { Model } from '../../src/lifecycle/model.ts';
import { scored, thresholdIn } from '../../src/lifecycle/records/score.ts';
import { reportOfText } from '../rules/bench.ts';
import { answers } from './answers.ts';

const modelOf = (text: string): Model => reportOfText(text).model;

describe('scores', () => {
  test('of a signal', () => {
    answers(
      (line) => {
        const { name, points } = scored(line);
        return `${name} | ${points}`;
      },
      {
        'Demo asked: +20': 'Demo asked | 20',
        'Demo asked (+20)': 'Demo asked | 20',
        'Demo asked = 20 points': 'Demo asked | 20',
        'Demo asked → 20': 'Demo asked | 20',
        '+20: Demo asked': 'Demo asked | 20',
        '+20 points for a demo': 'a demo | 20',
        '-5 – Student': 'Student | -5',
        '−5 pts: Student': 'Student | -5',
        '+ 5 Demo': '+ 5 Demo | null',
        'Free mail (-5)': 'Free mail | -5',
        'Free mail: – 5': 'Free mail | -5',
        'Student – 50': 'Student – 50 | null',
        'Student, 50': 'Student | 50',
        'Opened 3 mails': 'Opened 3 mails | null',
        '20': '20 | null',
        'Visit: 10 points.': 'Visit | 10',
        'Visit: 10pts)': 'Visit | 10',
        'Visit:10': 'Visit | 10',
        'A visit 5 points': 'A visit | 5',
        'A1: 1234567': 'A1: 1234567 | null',
        'Visit ≥ 10': 'Visit | 10',
        '': ' | null',
        'x: +5 and more': 'x: +5 and more | null',
        '  Student – 50 ': 'Student – 50 | null',
        ' a visit ': 'a visit | null',
        '+5': '+5 | null',
        'Visit (5': 'Visit | 5',
        'Visit ≥ 5': 'Visit | 5',
        'Demo: 12 pts.': 'Demo | 12',
        '+20 points: for a demo': 'a demo | 20',
      },
    );
  });

  test('that a stage needs', () => {
    answers(
      (line) => {
        const { name, points } = thresholdIn(line);
        return `${name} | ${points}`;
      },
      {
        'MQL: 50': 'MQL | 50',
        'MQL ≥ 50': 'MQL | 50',
        'SQL: 80+': 'SQL | 80',
        'MQL: 50–79': 'MQL | 50',
        'MQL: 50/100': 'MQL | 50',
        '50–79 → MQL': 'MQL | 50',
        'Score ≥ 50 → MQL': 'MQL | 50',
        'MQL → 50': 'MQL | 50',
        '50: MQL': 'MQL | 50',
        'MQL = 50 points': 'MQL | 50',
        'MQL needs 50': 'MQL | 50',
        'MQL: A1, A2': 'MQL | null',
        'MQL: 50 %': 'MQL | null',
        'MQL: 50 employees': 'MQL | null',
        'MQL: under 50': 'MQL | null',
        'MQL: 0-50': 'MQL | null',
        'MQL threshold: 50': 'MQL threshold | 50',
        'MQL (50)': 'MQL | 50',
        'MQL | 50': 'MQL | 50',
        'MQL: at least 50 points': 'MQL | 50',
        'MQL: fit 50 and engagement 30': 'MQL | null',
        MQL: 'MQL | null',
        '50 points': '50 points | null',
        'MQL: $50': 'MQL | null',
        'MQL: 5k': 'MQL | null',
        '≥ 50: MQL': 'MQL | 50',
        'MQL at 50': 'MQL | 50',
        'a score of 50 for MQL': 'a score of 50 for MQL | null',
        'MQL when the lead score reaches 50': 'MQL | 50',
        'MQL if its total score is 50': 'MQL | 50',
        'MQL once 50 points': 'MQL | 50',
        'MQL as soon as the combined lead score hits 50.': 'MQL | 50',
        'MQL (score 50)': 'MQL | 50',
        'MQL (lead score of 50)': 'MQL | 50',
        'MQL if a lead has 50 points': 'MQL | 50',
        'Whereabouts 50': 'Whereabouts | 50',
        'MQL: total of 50': 'MQL | 50',
        'MQL: 50 out of 100': 'MQL | 50',
        'MQL: reaches 50': 'MQL | 50',
        'MQL: 50 percent': 'MQL | null',
        'MQL: 50 seats': 'MQL | null',
        'Score of 50 → MQL': 'MQL | 50',
        'up to 50: MQL': 'MQL | null',
        '50-79: MQL': 'MQL | 50',
        'MQL – 50': 'MQL | 50',
        'MQL requires 50 pts': 'MQL | 50',
        ': 50': ': 50 | null',
        'MQL:': 'MQL | null',
        'MQL → 50 → 60': 'MQL | null',
        '≥ 50 → MQL → tag': 'MQL → tag | 50',
      },
    );
  });
});

test('routes', () => {
  const route = (line: string) => {
    const { routings } = modelOf(
      `## BR-MOPS-010: Routing\n\nType: Segment-Routing\nDimension: employees\nRoutes:\n- ${line}\n`,
    );
    return routings
      .flatMap(({ routes }) => routes)
      .map(({ segment, range, labels, unread, otherwise, unknown, owner, sla }) =>
        [
          segment,
          ...(range === null ? [] : [`${range.min} to ${range.max}`]),
          ...(labels === null ? [] : [labels.join(' or ')]),
          ...(unread === null ? [] : [`not read: ${unread}`]),
          ...(otherwise ? ['the rest'] : []),
          ...(unknown ? ['unknown ones'] : []),
          owner === null ? 'nobody' : owner.raw.text,
          ...(sla === null ? [] : [sla.reading.ok ? `in ${sla.raw.text}` : `in what time? ${sla.raw.text}`]),
        ].join(' | '),
      )
      .join(' & ');
  };
  answers(route, {
    'SMB (1 to 50): BDR': 'SMB (1 to 50) | 1 to 50 | BDR',
    '1–50 → BDR, within 1 business hour': '1–50 | 1 to 50 | BDR | in within 1 business hour',
    '1–50 → BDR (1 business hour)': '1–50 | 1 to 50 | BDR | in 1 business hour',
    '1-50: 1 business hour': '1-50 | 1 to 50 | nobody | in 1 business hour',
    '1-50 → AE: 1 business hour': '1-50 | 1 to 50 | AE | in 1 business hour',
    'over 500: AE in 4 business hours': 'over 500 | 501 to Infinity | AE | in 4 business hours',
    'over 500 → AE, whenever they can': 'over 500 | 501 to Infinity | AE, whenever they can',
    'EMEA, 1–99 → AE': 'EMEA, 1–99 | 1 to 99 | EMEA | AE',
    'EMEA 1–99: AE': 'EMEA 1–99 | 1 to 99 | EMEA | AE',
    '1–99 in EMEA: AE': '1–99 in EMEA | 1 to 99 | EMEA | AE',
    '1–99 from the US: AE': '1–99 from the US | 1 to 99 | the US | AE',
    '(1–99) EMEA: AE': '(1–99) EMEA | (1–99) or EMEA | not read: (1–99) | AE',
    'EMEA (1–99): AE': 'EMEA (1–99) | 1 to 99 | EMEA | AE',
    'EMEA × 1–99: AE': 'EMEA × 1–99 | 1 to 99 | EMEA | AE',
    'DACH and Nordics: AE': 'DACH and Nordics | DACH or Nordics | AE',
    'DACH / Nordics or UK → AE': 'DACH / Nordics or UK | DACH or Nordics or UK | AE',
    '1–9, 10–19: AE': '1–9, 10–19 | not read: 1–9, 10–19 | AE',
    'Tier 1: AE': 'Tier 1 | Tier 1 | not read: Tier 1 | AE',
    'Tier 1, 50–99: AE': 'Tier 1, 50–99 | 50 to 99 | Tier 1 | not read: Tier 1 | AE',
    'Fortune 500: AE': 'Fortune 500 | Fortune 500 | not read: Fortune 500 | AE',
    '1,000–5,000: AE': '1,000–5,000 | 1000 to 5000 | AE',
    '1,000 – 5,000 employees, EMEA: AE': '1,000 – 5,000 employees, EMEA | 1000 to 5000 | EMEA | AE',
    'all others → BDR': 'all others | the rest | BDR',
    'everything else: BDR': 'everything else | the rest | BDR',
    'unknown size: RevOps': 'unknown size | unknown ones | RevOps',
    Partner: 'Partner | Partner | nobody',
    'Partner: a nice team': 'Partner: a nice team | Partner: a nice team | nobody',
    'Partner → ': 'Partner | Partner | nobody',
    'Enterprise – 500+: AE': 'Enterprise – 500+ | 500 to Infinity | AE',
    'x → BDR by 5 pm': 'x | x | BDR by 5 pm',
    'SMB → 1 hour': 'SMB | SMB | nobody | in 1 hour',
  });
});

describe('reasons', () => {
  const reasons = (lines: string) => {
    const { handoffs } = modelOf(
      `## GTM-MOPS-002: Handoff — MQL → SQL\n\nType: Handoff\nFrom: MQL\nTo: SQL\nRejection rule:\n${lines.replaceAll(/^/gm, '- ')}\n`,
    );
    return handoffs
      .flatMap(({ rejection }) => rejection.reasons)
      .map(
        ({ text, codes, targets, back }) =>
          `${text.text}${codes.length > 0 ? ` (${codes.join(', ')})` : ''} → ${targets.map(({ name }) => name).join(', ')}${back === null ? '' : `, back ${back}`}`,
      );
  };
  test('of a rejection rule', () => {
    answers(reasons, {
      'Condition: no budget, wrong persona or too small\nRouting: Nurture': [
        'no budget → Nurture',
        'wrong persona → Nurture',
        'too small → Nurture',
      ],
      'Condition: no budget; too small\nRouting: Nurture; MQL': [
        'no budget → Nurture, MQL',
        'too small → Nurture, MQL',
      ],
      'Condition: no budget; too small\nRouting: Nurture; MQL\nRe-engagement: in May; when they grow': [
        'no budget → Nurture, MQL, back in May; when they grow',
        'too small → Nurture, MQL, back in May; when they grow',
      ],
      'Condition: reason code (a-b, c) and more\nRouting: Nurture': ['a-b (a-b) → Nurture', 'c → Nurture'],
      'Condition: reason codes: too small, no budget & spam.\nRouting: MQL': [
        'too small → MQL',
        'no budget → MQL',
        'spam → MQL',
      ],
      'Condition: reason code: a very long set of words here, spam\nRouting: MQL': [
        'reason code: a very long set of words here, spam (spam) → MQL',
      ],
      'Condition: "too small" or "spam"\nRouting: MQL': ['too small → MQL', 'spam → MQL'],
      'Condition: code too-small\nRouting: MQL': ['code too-small (too-small) → MQL'],
      'Condition: too-small\nRouting: MQL': ['too-small (too-small) → MQL'],
      'Condition: a sentence that is long, and one more (x) or so\nRouting: MQL': [
        'a sentence that is long, and one more (x) or so → MQL',
      ],
      'Routing: spam, student and competitor → Disqualified; no budget yet, maybe → Nurture': [
        'spam → Disqualified',
        'student → Disqualified',
        'competitor → Disqualified',
        'no budget yet, maybe → Nurture',
      ],
      'Routing: → Nurture': [],
      'Condition: spam, too-small\nRouting: spam → Disqualified': ['spam → Disqualified'],
      'Condition: reason code (spam, too-small)\nRouting: spam → Disqualified; x → MQL\nRe-engagement: after 30 days':
        [
          'spam → Disqualified, back after 30 days',
          'x → MQL, back after 30 days',
          'too-small (too-small) → , back after 30 days',
        ],
      'Condition: a; b\nRouting: Nurture\nRe-engagement: if a comes back; only for b, a new form': [
        'a → Nurture, back if a comes back',
        'b → Nurture, back if a comes back; only for b, a new form',
      ],
      'Condition: a; b\nRouting: Nurture\nRe-engagement: a or b with a new form': [
        'a → Nurture, back a or b with a new form',
        'b → Nurture, back a or b with a new form',
      ],
      'Condition: a; b\nRouting: Nurture\nRe-engagement: ab never; b/a later': [
        'a → Nurture, back ab never',
        'b → Nurture, back ab never; b/a later',
      ],
      'Condition: TBD\nRouting: Nurture': ['TBD → Nurture'],
      'Condition: ; ,\nRouting: MQL': ['; , → MQL'],
    });
  });

  const ways = (line: string) =>
    modelOf(
      `## BR-MOPS-003: SQL\n\nType: Lifecycle-Stage\nStage: SQL\nExit criteria (disqualification):\n- ${line}\n`,
    ).stages.flatMap(({ disqualification }) =>
      disqualification.map(
        ({ reason }) =>
          `${reason.text.text} → ${reason.targets.map(({ kind, name }) => `${kind} ${name}`).join(', ')}`,
      ),
    );
  test('of a way out', () => {
    answers(ways, {
      'Too small → Disqualified': ['Too small → sink Disqualified'],
      'Competitor → Disqualified; no budget → Nurture': [
        'Competitor → sink Disqualified',
        'no budget → sink Nurture',
      ],
      'Competitor → Disqualified → tag it': ['Competitor → sink Disqualified'],
      '→ Nurture if there is no budget': ['there is no budget → sink Nurture'],
      '→ Nurture, because of spam': ['spam → sink Nurture'],
      '→ Nurture': [' → sink Nurture'],
      'To Graveyard: competitor': ['To Graveyard: competitor → unknown Graveyard'],
      'To Nurture: no budget': ['To Nurture: no budget → sink Nurture'],
      'Back to MQL when it was too early': ['Back to MQL when it was too early → undefined-stage MQL'],
      'No budget → Graveyard': ['No budget → unknown Graveyard'],
      'No budget → Customer success': ['No budget → '],
      'No budget → the manager (Ann)': ['No budget → unknown manager'],
      'No budget → Nurture or Disqualified': ['No budget → sink Nurture, sink Disqualified'],
      'No budget': ['No budget → '],
      'Move to Disqualified (spam)': ['Move to Disqualified (spam) → sink Disqualified'],
      '→ Disqualified once it is a student': ['it is a student → sink Disqualified'],
      'into Nurture: later: maybe': ['into Nurture: later: maybe → sink Nurture'],
    });
  });
});

test('conversions and targets of a KPI', () => {
  const kpi = (line: string) => {
    const { kpis } = modelOf(
      `## BR-MOPS-002: MQL\n\nStage: MQL\n\n## BR-MOPS-003: SQL\n\nStage: SQL\n\n## BR-MOPS-004: Customer\n\nStage: Customer\n\n## KPI-101: Rate\n\n${line}\n`,
    );
    return kpis
      .map(
        ({ conversion, targetShare }) =>
          `${conversion === null ? 'none' : `${conversion.from} > ${conversion.to}`} ${targetShare}`,
      )
      .join();
  };
  answers(kpi, {
    'Conversion: MQL → SQL': 'MQL > SQL null',
    'Conversion: MQL to SQL\nTarget: 20 %': 'MQL > SQL 0.2',
    'Definition: SQLs by MQLs': 'none null',
    'Definition: SQL-to-Customer rate of 12.5%': 'SQL > Customer 0.125',
    'Target: Day 30: 10%, Day 90: 25 %': 'none 0.25',
    'Conversion: MQL to MQL': 'none null',
    'Definition: from MQL to lunch': 'none null',
    'Conversion: MQL to SQL to Customer': 'MQL > SQL null',
    'Target: many\n\n15 % of all': 'none null',
    'Definition: the share of each MQL, to SQL.': 'MQL > SQL null',
    'Conversion: lunch to SQL, MQL -> Customer': 'MQL > Customer null',
  });
});
