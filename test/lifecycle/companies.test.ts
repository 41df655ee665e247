/** Lifecycles with the names of real CRMs and waterfalls: quiet with the lines that messages print. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Report } from '../../src/check/finding.ts';
import { configOf, reportOf } from '../rules/bench.ts';
import { type Company, companyText } from './company.ts';

const MA = 'Marketing automation';

interface Trial {
  readonly stages: Company;
  /** The lines that have to be pasted, in the order in which messages print them. */
  readonly lines?: readonly string[];
}

const companies: { readonly [name: string]: Trial } = {
  "HubSpot's defaults": {
    stages: [
      ['Subscriber', MA],
      ['Lead', MA],
      ['Marketing Qualified Lead', 'BDR'],
      ['Sales Qualified Lead', 'AE'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
      ['Evangelist', 'Marketing'],
      ['Other', 'RevOps'],
    ],
    lines: ['stages: {Anonymous: [Subscriber]}'],
  },
  "SiriusDecisions' first waterfall": {
    stages: [
      ['Inquiry', MA],
      ['MQL', 'BDR'],
      ['SAL', 'AE'],
      ['SQL', 'Founder'],
      ['Won', 'CS'],
    ],
    lines: ['stages: {Anonymous: [Inquiry]}'],
  },
  "SiriusDecisions' first waterfall, Closed Won": {
    stages: [
      ['Inquiry', MA],
      ['Marketing Qualified Lead', 'BDR'],
      ['Sales Accepted Lead', 'AE'],
      ['Sales Qualified Lead', 'Founder'],
      ['Closed Won', 'CS'],
    ],
    lines: ['stages: {Anonymous: [Inquiry]}'],
  },
  'the rearchitected waterfall': {
    stages: [
      ['Inquiry', MA],
      ['AQL', 'Marketing'],
      ['TAL', 'Inside sales'],
      ['TQL', 'BDR'],
      ['SAL', 'AE'],
      ['SQL', 'Founder'],
      ['Closed won', 'CS'],
    ],
    lines: ['stages: {Anonymous: [Inquiry], MQL: [AQL]}'],
  },
  'its second half alone': {
    stages: [
      ['TAL', MA],
      ['TQL', 'BDR'],
      ['SAL', 'AE'],
      ['SQL', 'Founder'],
      ['Closed won', 'CS'],
    ],
    lines: ['stages: {Anonymous: [TAL], MQL: [TQL]}'],
  },
  'the demand unit waterfall': {
    stages: [
      ['Target demand', MA],
      ['Active demand', 'Marketing'],
      ['Engaged demand', 'BDR'],
      ['Prioritized demand', 'SDR'],
      ['Qualified demand', 'AE'],
      ['Pipeline', 'Founder'],
      ['Closed', 'CS'],
    ],
    lines: [
      'stages: {Anonymous: [Target demand], MQL: [Prioritized demand], SQL: [Qualified demand], Opportunity: [Pipeline], Customer: [Closed]}',
    ],
  },
  'the demand unit waterfall up to the deal': {
    stages: [
      ['Target demand', MA],
      ['Active demand', 'Marketing'],
      ['Engaged demand', 'BDR'],
      ['Prioritized demand', 'AE'],
      ['Qualified demand', 'Founder'],
      ['Closed won', 'CS'],
    ],
    lines: [
      'stages: {Anonymous: [Target demand], MQL: [Engaged demand], SQL: [Prioritized demand], Opportunity: [Qualified demand]}',
    ],
  },
  "Salesforce's lead status": {
    stages: [
      ['Open – Not contacted', MA],
      ['Working – Contacted', 'BDR'],
      ['Closed – Converted', 'AE'],
    ],
    lines: [
      'stages: {Anonymous: [Open – Not contacted], Lead: [Working – Contacted], Customer: [Closed – Converted]}',
    ],
  },
  "Salesforce's lead status before its opportunity": {
    stages: [
      ['Open – Not contacted', MA],
      ['Working – Contacted', 'BDR'],
      ['Closed – Converted', 'AE'],
      ['Opportunity', 'Founder'],
      ['Closed Won', 'CS'],
    ],
    lines: [
      'stages: {Anonymous: [Open – Not contacted], MQL: [Working – Contacted], SQL: [Closed – Converted]}',
    ],
  },
  "Pipedrive's pipeline": {
    stages: [
      ['Lead In', MA],
      ['Contact Made', 'SDR'],
      ['Demo Scheduled', 'Sales engineer'],
      ['Proposal Made', 'AE'],
      ['Negotiations Started', 'Founder'],
      ['Won', 'CS'],
    ],
    lines: [
      'stages: {Anonymous: [Lead In], MQL: [Contact Made], SQL: [Demo Scheduled], Opportunity: [Proposal Made]}',
    ],
  },
  "HubSpot's deals": {
    stages: [
      ['Prospect', MA],
      ['Appointment scheduled', 'SDR'],
      ['Qualified to buy', 'AE'],
      ['Contract sent', 'Founder'],
      ['Closed won', 'CS'],
    ],
    lines: [
      'stages: {Anonymous: [Prospect], MQL: [Appointment scheduled], SQL: [Qualified to buy], Opportunity: [Contract sent]}',
    ],
  },
  'product-led': {
    stages: [
      ['Visitor', MA],
      ['Signup', MA],
      ['Activated', MA],
      ['PQL', 'SDR'],
      ['Paid', 'CS'],
      ['Expanded', 'Account manager'],
    ],
  },
  'activated and PQL in a hybrid': {
    stages: [
      ['Anonymous', MA],
      ['Signup', MA],
      ['Activated', MA],
      ['PQL', 'SDR'],
      ['Paid', 'CS'],
      ['SQL', 'AE'],
      ['Opportunity', 'Founder'],
      ['Expansion', 'Account manager'],
    ],
  },
  'SQO and Opportunity': {
    stages: [
      ['Anonymous', MA],
      ['MQL', 'BDR'],
      ['SQL', 'AE'],
      ['SQO', 'Sales engineer'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
    ],
  },
  'Closed Won and Customer': {
    stages: [
      ['Anonymous', MA],
      ['MQL', 'BDR'],
      ['SQL', 'AE'],
      ['Opportunity', 'Founder'],
      ['Closed Won', 'Deal desk'],
      ['Customer', 'CS'],
    ],
  },
  'Inquiry and Lead': {
    stages: [
      ['Anonymous', MA],
      ['Inquiry', 'Marketing'],
      ['Lead', 'SDR'],
      ['MQL', 'AE'],
      ['SQL', 'Sales engineer'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
    ],
  },
  'Trial and Signup': {
    stages: [
      ['Anonymous', MA],
      ['Signup', MA],
      ['Trial', MA],
      ['Activated', MA],
      ['Paid', 'CS'],
      ['SQL', 'AE'],
      ['Opportunity', 'Founder'],
      ['Expansion', 'Account manager'],
    ],
  },
  'suspects and prospects': {
    stages: [
      ['Suspect', MA],
      ['Prospect', 'Marketing'],
      ['Raw lead', 'SDR'],
      ['HQL', 'BDR manager'],
      ['Sales accepted lead', 'AE'],
      ['SQL', 'Sales engineer'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
    ],
    lines: ['stages: {Anonymous: [Suspect], MQL: [HQL]}'],
  },
  accounts: {
    stages: [
      ['Target account', MA],
      ['MQA', 'Marketing'],
      ['PQA', 'SDR'],
      ['SQL', 'AE'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
    ],
    lines: ['stages: {Anonymous: [Target account], MQL: [MQA]}'],
  },
  'a pool as a stage': {
    stages: [
      ['Anonymous', MA],
      ['MQL', 'BDR'],
      ['Nurture pool', 'Marketing'],
      ['SQL', 'AE'],
      ['Opportunity', 'Founder'],
      ['Customer', 'CS'],
    ],
  },
};

const printedLine = /put this line into mops\.config\.yml: `([^`]+)`/;
const calendar = { zone: 'America/New_York' };

function reported(stages: Company, config: object): Report {
  return reportOf([{ path: 'SoT/lifecycle.md', text: companyText(stages) }], configOf(config));
}

describe.each(Object.entries(companies))('%s', (_name, { stages, lines = [] }) => {
  test.each([{}, { motion: 'sales-assisted' }])('is quiet with the printed lines, %j', (keys) => {
    if ('motion' in keys && (lines.length === 0 || stages.length < 5)) return;
    let config: object = { calendar, ...keys };
    const printed: string[] = [];
    let report = reported(stages, config);
    for (let line = lineIn(report); line !== null && printed.length < 4; line = lineIn(report)) {
      // Nothing else is wrong that hides behind the name.
      expect(report.findings.map(({ rule }) => rule)).toEqual(['lifecycle-shape']);
      printed.push(line);
      config = { ...config, ...(parse(line) as object) };
      report = reported(stages, config);
    }
    expect(report.findings.map(({ message }) => message)).toEqual([]);
    expect(printed).toEqual(lines);
  });
});

function lineIn(report: Report): string | null {
  return (
    report.findings.map(({ fix }) => printedLine.exec(fix ?? '')?.[1]).find((line) => line !== undefined) ??
    null
  );
}
