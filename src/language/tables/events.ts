/**
 * Events that criteria speak of, with the words that name them. A row is an event; a word ends in * where any ending
 * will do. A word may stand in two rows: a demo is asked for in a form and held in a call. Add words freely; two
 * events that often are one moment stand in `sameMoment`, and are never told apart.
 */
export const events: Readonly<Record<string, string>> = {
  form: 'form forms fill fills filled submi* request* enquir* inquir* demo demos quote quotes',
  content:
    'download* webinar webinars newsletter newsletters ebook ebooks whitepaper whitepapers content gated visit* view* click* attend*',
  signup: 'signup register* registration trial trials login logged invit*',
  meeting:
    'discovery call calls called meet meets meeting meetings met demo demos booked held spoke conversation reply replies replied answer*',
  accept: 'accept* claim claims claimed acknowledge* taken takes',
  qualify: 'qualif* confirm* verif* validat* agree agrees agreed documented identified',
  need: 'budget budgets authority timeline need needs decision buyer buyers buying date dates champion',
  contract:
    'contract contracts sign signs signed signature closed won deal deals purchase* order orders legal proposal proposals agreement',
  payment:
    'pay pays paid payment payments card cards charge charged invoice invoices bought subscri* checkout plan plans billing',
  usage:
    'activat* publish* used uses using usage integrat* session sessions import imports imported connect connects connected project projects',
  score: 'scor* point points threshold thresholds',
  growth: 'upgrad* seat seats expan* upsell* renew* added adds',
  start: 'onboard* kickoff launch* live',
  referral: 'referral referrals referred refers introduc*',
};

/** Events that often are two names of one moment. */
export const sameMoment: ReadonlyArray<readonly [string, string]> = [
  ['form', 'content'],
  ['referral', 'form'],
  ['referral', 'meeting'],
  ['referral', 'content'],
  ['referral', 'qualify'],
  ['referral', 'need'],
  ['form', 'signup'],
  ['form', 'meeting'],
  ['signup', 'usage'],
  ['signup', 'content'],
  ['meeting', 'qualify'],
  ['meeting', 'need'],
  ['qualify', 'need'],
  ['qualify', 'score'],
  ['contract', 'payment'],
  ['contract', 'need'],
  ['payment', 'growth'],
  ['contract', 'growth'],
  ['usage', 'growth'],
  ['usage', 'payment'],
  ['usage', 'start'],
  ['contract', 'start'],
  ['score', 'usage'],
];
