/** Tables as tools export them, and as teams in other trades and languages write them. */
export const exported: Readonly<Record<string, readonly [config: string, text: string]>> = {
  'a product-led motion with PQL': [
    'motion: hybrid\nmode: standard\n',
    `
| Stage | Gets here when | Moves on when | Drops out when | Owner | Answer within |
|---|---|---|---|---|---|
| Visitor | First session on the site | Workspace created | – | Marketing automation | – |
| Signup | Workspace created | 3 teammates invited | 30 days without a login → Nurture | Marketing automation | – |
| PQL | 3 teammates invited | Card added | Two nudges without an answer → Nurture | Growth | 1 business day |
| Paid | Card added | More than 40 seats used | Card fails for 20 days → Churn | CS | 2 business days |
| SQL | More than 40 seats used | Buyer and budget known | No budget this year → Nurture | AE | 4 business hours |
| Opportunity | Buyer and budget known | Annual contract signed | Silent for 30 days → Closed-lost | AE | 1 business day per touch |
| Expansion | Annual contract signed | | Contract ended → Churn | CS | 1 business day |
`,
  ],
  'a database of Notion, exported as CSV': [
    'motion: sales-assisted\nmode: standard\n',
    `Name,Stage order,Responsible,Entry criteria,Exit criteria,Disqualification,Response time,Last edited time
Anonymous,1,Marketing automation,First visit tracked,Demo form sent,,n/a,"March 3, 2026 4:12 PM"
MQL,2,BDR,Demo form sent,BDR confirms need and date on a call,"Student → Disqualified",2 business hours,"March 3, 2026 4:12 PM"
SQL,3,AE,BDR confirms need and date on a call,Discovery call held,No budget → Nurture,45 business minutes,"March 4, 2026 9:00 AM"
Opportunity,4,AE,Discovery call held,Contract signed,Silent for 45 days → Closed-lost,1 business day per touch,"March 4, 2026 9:00 AM"
Customer,5,CS,Contract signed,,Cancelled → Churn,1 business day,"March 4, 2026 9:00 AM"
`,
  ],
  'a page of Confluence with numbers and bold cells': [
    'motion: sales-assisted\nmode: standard\n',
    `
|  | **Stage** | **Owner (RACI: A)** | **Entry** | **Exit** | **SLA** |
| --- | --- | --- | --- | --- | --- |
| 1 | **Anonymous** | Marketing automation | First visit | Demo form sent | n/a |
| 2 | **MQL** | SDR | Demo form sent | SDR confirms need | **1 business hour** |
| 3 | **SQL** | AE | SDR confirms need | Call held | 30 business minutes |
| 4 | **Opportunity** | AE | Call held | Signed | 1 business day per touch |
| 5 | **Customer** | CSM | Signed |  | 1 business day |
`,
  ],
  'lifecycle stages of HubSpot with internal names': [
    'motion: sales-assisted\nmode: standard\n',
    `Label,Internal value,Owner,SLA,Entry criteria
Anonymous,anonymous,Marketing automation,n/a,First page view
Marketing Qualified Lead,marketingqualifiedlead,BDR,1 business hour,Demo form sent
Sales Qualified Lead,salesqualifiedlead,AE,4 business hours,BDR sets Qualified
Opportunity,opportunity,AE,1 business day per touch,Deal created
Customer,customer,CS,1 business day,Deal won
`,
  ],
  'German labels and German limits': [
    'motion: sales-assisted\nmode: standard\nfields: {Owner: [Zuständig], Entry criteria: [Kommt rein], "Exit criteria (progression)": [Geht weiter], "Exit criteria (disqualification)": [Fällt raus], SLA: [Reaktionszeit]}\n',
    `
| Stage | Zuständig | Kommt rein | Geht weiter | Fällt raus | Reaktionszeit |
|---|---|---|---|---|---|
| Anonymous | Marketing automation | Erster Besuch | MQL: Formular gesendet | | n/a |
| MQL | SDR | Formular gesendet | SQL: Bedarf bestätigt | Student → Disqualified | 2 business hours |
| SQL | AE | Bedarf bestätigt | Opportunity: Termin gehalten | Kein Budget → Nurture | 45 business minutes |
| Opportunity | AE | Termin gehalten | Customer: Vertrag unterschrieben | Kein Vertrag → Closed-lost | 1 business day per touch |
| Customer | CS | Vertrag unterschrieben | | Gekündigt → Churn | 1 business day |
`,
  ],
  'a founder who does everything, with words for limits': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Who | How fast | In | Out |
|---|---|---|---|---|
| Anonymous | website | | First visit | |
| MQL | Founder | same business day | Demo form | Student → Disqualified |
| SQL | Founder | next business day | Call booked | No budget → Nurture |
| Opportunity | Founder | within 2 business days | Proposal sent | Silent → Closed-lost |
| Customer | Founder | 1 business day | Signed | Cancelled → Churn |
`,
  ],
  'self-serve with nobody named': [
    'motion: self-serve\nmode: standard\n',
    `
| Step | Enters when |
|---|---|
| Anonymous | First visit |
| Signup | Account created |
| Activated | First report shared |
| Paid | Card charged |
| Expanded | Second workspace paid |
`,
  ],
  'a sheet with line breaks inside quoted cells': [
    'motion: sales-assisted\nmode: standard\n',
    'Stage,Owner,Entry criteria,Exit criteria (disqualification),SLA\nAnonymous,Marketing automation,First visit,,n/a\nMQL,BDR,"Demo form sent\nor pricing page seen 3 times","Student → Disqualified\nNo reply in 15 business days → Nurture",1 business hour\nSQL,AE,BDR sets Qualified,No budget → Nurture,30 business minutes\nOpportunity,AE,Discovery call held,Silent for 45 days → Closed-lost,1 business day per touch\nCustomer,CS,Contract signed,Cancelled → Churn,1 business day\n',
  ],
  'headings of levels and a table below each': [
    'motion: sales-assisted\nmode: standard\n',
    `
# How we sell

## Marketing

| Stage | Owner | Response | Criteria |
|---|---|---|---|
| Anonymous | Marketing automation | n/a | First visit |
| MQL | SDR | 1 business hour | Demo form |

## Sales

| Stage | Owner | Response | Criteria |
|---|---|---|---|
| SQL | AE | 4 business hours | SDR sets Qualified |
| Opportunity | AE | 1 business day per touch | Discovery call held |

## After

| Stage | Owner | Response | Criteria |
|---|---|---|---|
| Customer | CS | 1 business day | Contract signed |
`,
  ],
  'acceptance and work as two limits': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Owner | Accept within | First touch within | Entry criteria |
|---|---|---|---|---|
| Anonymous | Marketing automation | | | First visit |
| MQL | BDR | 1 business hour | 2 business hours | Demo form sent |
| SQL | AE | 30 business minutes | 2 business hours | BDR sets Qualified |
| Opportunity | AE | | 1 business day per touch | Discovery call held |
| Customer | CS | | 1 business day | Contract signed |
`,
  ],
  'emoji before each stage': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage | Owner | SLA | Notes |
|---|---|---|---|
| 👀 Anonymous | Marketing automation | n/a | seen |
| 🔥 MQL | SDR | 1 business hour | demo form |
| 📞 SQL | AE | 4 business hours | call held |
| 💰 Opportunity | AE | 1 business day per touch | proposal |
| 🎉 Customer | CS | 1 business day | signed |
`,
  ],
  'owners in brackets and limits with reasons': [
    'motion: sales-assisted\nmode: standard\n',
    `
| Stage (owner) | SLA | Moves on when |
|---|---|---|
| Anonymous (Marketing automation) | n/a, nobody waits | Demo form sent |
| MQL (BDR) | 2 business hours, or the lead goes cold | BDR confirms need |
| SQL (AE) | 30 business minutes | Discovery call held |
| Opportunity (AE) | 1 business day per touch | Contract signed |
| Customer (CS) | 1 business day | |
`,
  ],
  'enterprise with nine steps and a manager column': [
    'motion: sales-assisted\nmode: standard\n',
    `
| No. | Stage | Accountable | Escalates to | Entry | SLA |
|---|---|---|---|---|---|
| 1 | Anonymous | Marketing automation | | First visit | n/a |
| 2 | Engaged | Marketing automation | | Second visit in 7 days | n/a |
| 3 | MQL | BDR | BDR manager | Score above 60 | 1 business hour |
| 4 | Meeting booked | BDR | BDR manager | Meeting in the calendar | 4 business hours |
| 5 | SQL | AE | Sales manager | Meeting held | 4 business hours |
| 6 | Opportunity | AE | Sales manager | Budget and signer known | 1 business day per touch |
| 7 | Security review | Sales engineer | Sales manager | Questionnaire received | 2 business days |
| 8 | Procurement | AE | Sales manager | Security review passed | 2 business days |
| 9 | Customer | CS | CS manager | Contract signed | 1 business day |
`,
  ],
  'semicolons and German number signs': [
    'motion: hybrid\nmode: standard\n',
    `Nr.;Stage;Owner;Entry criteria;SLA
1;Anonymous;Marketing automation;First visit;n/a
2;Signup;Marketing automation;Account created;n/a
3;Activated;Marketing automation;First report shared;n/a
4;Paid;CS;Card charged;2 business days
5;SQL;AE;50 seats used;4 business hours
6;Opportunity;AE;Buyer known;1 business day per touch
7;Expansion;CS;Annual contract signed;1 business day
`,
  ],
  'quick, with two owners to choose from': [
    'motion: sales-assisted\nmode: quick\n',
    `
| Stage | Owner | Entry | SLA |
|---|---|---|---|
| Anonymous | Website | First visit | none |
| Lead | Marketing or Sales | Any form | 1 business day |
| Customer | CS | Invoice paid | 2 business days |
`,
  ],
};
