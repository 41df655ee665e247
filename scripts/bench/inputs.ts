/** What the bench reads: entries and events as teams have them, as many as asked for. */

/** A file of entries as teams write them: a five-stage lifecycle and, around it, what it links to. */
export function entriesFile(count: number): string {
  const families = [
    'CFD',
    'KPI',
    'PER',
    'GTM',
    'BR-PRICING',
    'BR-PRC',
    'BR-PKG',
    'MON',
    'RUN',
    'BR-FEA',
    'BR-TGT',
    'BR-POS',
  ];
  const parts: string[] = [];
  for (let at = 0; at < count; at++) {
    const family = families[Math.floor(at / 999) % families.length] ?? 'CFD';
    const id = `${family}-${String((at % 999) + 1).padStart(3, '0')}`;
    parts.push(
      at % 3 === 0
        ? `## ${id}: Entry ${at}\n\n**Type**: Support Ticket\n**Status**: Active\n**Owner**: CS\n\n### Summary\n\nPeople ask for **bulk import** before they buy, see [KPI-101](PRD.md#kpi-101).\n\n### What was said\n\n- "We are only eight people, come back next year"\n- Asked twice in one week by *two* companies of 50 to 500 people\n\n**Linked IDs**: PER-001 (fit signals), GTM-002, BR-PRICING-001, KPI-101/102\n`
        : at % 3 === 1
          ? `## ${id} | Entry ${at}\n\n- **Type:** Channel\n- **Status:** Live\n- **Layer:** Owned\n- **Owner:** Marketing\n- **Best fit:** matches PER-001, teams that already pay for a tool\n- **Notes:** Leads of this channel enter at Anonymous; the form asks for company size, role and the tool in use today.\n- **Linked IDs:** BR-MOPS-001, KPI-101\n\nSome words of prose follow, as they do in real files,\nover two lines.\n`
          : `${id}: Entry ${at}\nType: Metric\nStatus: Active\nOwner: RevOps\n\nTargets:\n  - Day 30: 20%\n  - Day 90: 30%\n\nDefinition: Share of leads that answer within 30 days after the first call of the week\n\nThresholds:\n  - Warn: 20% below the target for two weeks\n  - Critical: 50% below the target for one week\n\nLinked IDs: BR-MOPS-002, GTM-MOPS-002, CFD-001→004\n`,
    );
  }
  return parts.join('\n---\n\n');
}

/** An invented log: leads that enter, are answered and move on, each some minutes after the one before. */
export function eventsFile(count: number): string {
  const path = ['Anonymous', 'MQL', 'SQL', 'Opportunity', 'Customer', 'Nurture'];
  const rows = ['lead,stage,at,touch,reason,note'];
  for (let at = 0; at < count; at++) {
    const lead = Math.floor(at / path.length);
    const entered =
      Date.UTC(2026, 0, 5) + ((lead * 7919) % 400_000) * 60_000 + (at % path.length) * 86_400_000;
    const touch = new Date(entered + ((at * 31) % 900) * 60_000).toISOString();
    rows.push(
      `${lead},${path[at % path.length]},${new Date(entered).toISOString()},${touch},no-project,nothing`,
    );
  }
  return `${rows.join('\n')}\n`;
}
