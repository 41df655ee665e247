/** Tables as teams have them, with the config beside them: what `mops import` is given. */
export const documents: Readonly<Record<string, readonly [config: string, text: string]>> = {
  'a founder who sells alone': [
    'motion: sales-assisted\nmode: standard\nroles: {Founder: [Jana]}\n',
    `
| Stage | How a lead gets in | How it leaves | Owner | Response |
|---|---|---|---|---|
| Anonymous | Visits the site | Fills the demo form | website | - |
| MQL | Demo form | Call booked, else dropped | Founder | same day |
| SQL | Call booked | Proposal sent / no fit | Founder | 1 day |
| Opportunity | Proposal sent | Signed / lost | Founder | 3 days |
| Customer | Signed | Cancels | Founder | 1 day |
`,
  ],
  'self-serve': [
    'motion: self-serve\nmode: standard\n',
    `
| # | Stage | Trigger | Next | Owner | SLA |
|---|---|---|---|---|---|
| 1 | Anonymous | First visit | Signup | Marketing automation | n/a |
| 2 | Signup | Account created | Activated | Marketing automation | n/a |
| 3 | Activated | Three boards made | Paid | Product | n/a |
| 4 | Paid | Card charged | Expanded | CS | 2 days |
| 5 | Expanded | Second team added | | CS | 2 days |
`,
  ],
  'hybrid in CSV': [
    'motion: hybrid\nmode: standard\n',
    `
Stage,Entry,Exit,Owner,SLA,Escalation
Anonymous,Visit,To Signup: account created,Marketing automation,n/a,
Signup,Account created,To Activated: first report shared,Marketing automation,n/a,
Activated,First report shared,To Paid: card charged,Marketing automation,n/a,
Paid,Card charged,To SQL: 50 seats used,CS,2 business days,
SQL,50 seats used,To Opportunity: buyer known,AE,4 business hours,Sales manager reassigns after 8 business hours
Opportunity,Buyer known,To Expansion: annual contract signed,AE,1 business day per touch,
Expansion,Annual contract signed,Churn,CS,1 business day,
`,
  ],
  'nine stages': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Entry criteria | Exit criteria | Owner | SLA |
|---|---|---|---|---|
| Anonymous | First visit | Any form | Marketing automation | n/a |
| Lead | Newsletter form | Score above 40 | Marketing | 2 business days |
| MQL | Score above 40 | BDR calls | BDR | 1 business hour |
| SAL | BDR accepted the lead in the CRM | Discovery call held | BDR | 4 business hours |
| SQL | Discovery call held | Demo held | AE | 4 business hours |
| Demo | Demo held | Proposal asked for | AE | 1 business day |
| Opportunity | Proposal asked for | Contract sent | AE | 1 business day per touch |
| Contract | Contract sent | Contract signed | AE | 2 business days |
| Customer | Contract signed | Churn | CS | 1 business day |
`,
  ],
  'a page of Notion': [
    'motion: sales-assisted\nmode: standard\n',
    `
<table><tr><td>nope</td></tr></table>

| Name | Owner | Entry criteria | Exit → next | Exit → out | Time limit |
| --- | --- | --- | --- | --- | --- |
| [Anonymous](https://www.notion.so/abc) | Marketing automation | First touch | MQL | – | – |
| [MQL](https://www.notion.so/abd) | SDR | Demo request, company of 20–200 people | SQL: SDR confirms need | Nurture: student | 1h |
| [SQL](https://www.notion.so/abe) | AE | SDR confirms need | Opportunity: discovery call held | Nurture: no budget | 4h |
| [Opportunity](https://www.notion.so/abf) | AE | Discovery call held | Customer: contract signed | Closed-lost: silent for 30 days | 24h per touch |
| [Customer](https://www.notion.so/abg) | CSM | Contract signed |  | Churn: cancelled | 1d |
`,
  ],
  'cells of a spreadsheet': [
    'motion: sales-assisted\nmode: standard\n',
    'Stage\tOwner\tEntry\tTo next\tOut\tSLA\nAnonymous\tMarketing automation\tVisit\tMQL when demo form sent\t\tn/a\nMQL\tSDR\tDemo form sent\tSQL when SDR confirms need\t"too small → Nurture\nstudent → Disqualified"\t1 hour\nSQL\tAE\tSDR confirms need\tOpportunity when call held\tno budget → Nurture\t30 minutes\nOpportunity\tAE\tcall held\tCustomer when signed\tsilent 30 days → Closed-lost\t1 day\nCustomer\tCS\tsigned\t\tcancelled → Churn\t1 day\n',
  ],
  'labels of the config': [
    'motion: sales-assisted\nmode: standard\nfields: {Owner: [Verantwortlich], Entry criteria: [Eintritt], "Exit criteria (progression)": [Weiter], "Exit criteria (disqualification)": [Raus], SLA: [Frist], Escalation: [Eskalation]}\n',
    `
| Stage | Eintritt | Weiter | Raus | Verantwortlich | Frist | Eskalation |
|---|---|---|---|---|---|---|
| Anonymous | Erster Besuch | To MQL: Demoformular gesendet | Kein Besuch in 200 Tagen → Disqualified | Marketing automation | n/a | |
| MQL | Demoformular gesendet | To SQL: SDR bestätigt Bedarf | Student → Disqualified | SDR | 1 business hour | |
| SQL | SDR bestätigt Bedarf | To Opportunity: Termin gehalten | Kein Budget → Nurture | AE | 30 business minutes | |
| Opportunity | Termin gehalten | To Customer: Vertrag unterschrieben | 45 Tage still → Closed-lost | AE | 1 business day per touch | |
| Customer | Vertrag unterschrieben | | Gekündigt → Churn | CS | 1 business day | |
`,
  ],
  'a wiki, two stages short': [
    'motion: sales-assisted\nmode: standard\n',
    `
||Stage||Definition||Owner||SLA||
|MQL|Demo requested|SDR|1 hour|
|SQL|Qualified call|AE|4 hours|

| **Stage** | **Definition** | **Responsible** | **Response time** |
| --- | --- | --- | --- |
| **MQL** | Demo requested by a company of 20–200 people | SDR | 1 hour |
| **SQL** | Qualified call held | AE | 4 hours |
| **Customer** | Contract signed | CS | 1 day |
`,
  ],
  quick: [
    'motion: sales-assisted\nmode: quick\n',
    `
| Stage | Owner | SLA |
|---|---|---|
| Anonymous | website | n/a |
| Lead | Founder | 1 business day |
| Customer | Founder | 1 business day |
`,
  ],
  'deep, with semicolons': [
    'motion: sales-assisted\nmode: deep\n',
    `Stage;Entry;Exit;Owner;SLA
Anonymous;First visit;To MQL: score of 50;Marketing automation;n/a
MQL;Score of 50;To SQL: BDR confirms need;BDR;1 business hour
SQL;BDR confirms need;To Opportunity: discovery held;AE;30 business minutes
Opportunity;Discovery held;To Customer: contract signed;AE;1 business day per touch
Customer;Contract signed;Churn;CS;1 business day
`,
  ],
  'shared owners and loose limits': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Entry criteria | Exit criteria | Owner | SLA |
|---|---|---|---|---|
| Anonymous | Visit | Form | Marketing | none |
| MQL | Form | Qualified | Marketing & Sales | ASAP |
| SQL | Qualified | Meeting | SDR/AE | 5 min |
| Opportunity | Meeting | Won or lost | Sales | weekly |
| Customer | Won | Churn | Customer Success team | TBD |
`,
  ],
  'stages across the top': [
    'motion: sales-assisted\nmode: standard\n',
    `
| | Anonymous | MQL | SQL | Opportunity | Customer |
|---|---|---|---|---|---|
| Entry criteria | First visit | Demo form sent | BDR confirms need | Discovery held | Contract signed |
| Exit criteria | Demo form sent | BDR confirms need | Discovery held | Contract signed | Churn |
| Owner | Marketing automation | BDR | AE | AE | CS |
| SLA | n/a | 1 business hour | 30 business minutes | 1 business day per touch | 1 business day |
`,
  ],
  'stages, handoffs and reasons apart': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Owner | SLA |
|---|---|---|
| Anonymous | Marketing automation | n/a |
| MQL | SDR | 1 business hour |
| SQL | AE | 4 business hours |
| Opportunity | AE | 1 business day per touch |
| Customer | CSM | 1 business day |

| From | To | Trigger | SLA |
|---|---|---|---|
| MQL | SQL | SDR sets Qualified | 4 business hours |
| Opportunity | Customer | Contract signed | 1 business day |

| Rejection reason | Goes to | Comes back |
|---|---|---|
| Too small | Nurture | 50 employees |
`,
  ],
  'stages of a CRM': [
    'motion: sales-assisted\nmode: standard\nstages: {Anonymous: [Subscriber], Customer: [Evangelist]}\n',
    `
| Lifecycle stage | What it means | Who | SLA |
|---|---|---|---|
| Subscriber | Newsletter | Marketing automation | n/a |
| Lead | Content form | Marketing | 2 business days |
| Marketing qualified lead | Demo form | SDR | 1 business hour |
| Sales qualified lead | SDR confirmed | AE | 4 business hours |
| Opportunity | Deal created | AE | 1 business day per touch |
| Customer | Deal won | CSM | 1 business day |
`,
  ],
  'a waterfall': [
    '',
    `
| Stage | Enter when | Leave when | Owner | Max time |
|---|---|---|---|---|
| Inquiry | Any form | Score 50 | Marketing | 1 business day |
| MQL | Score 50 | Accepted | SDR | 2 business hours |
| SAL | Accepted | Meeting held | SDR | 1 business day |
| SQL | Meeting held | Proposal sent | AE | 1 business day |
| Won | Contract signed | | CSM | 1 business day |
`,
  ],
};
