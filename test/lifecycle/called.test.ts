import { describe, expect, it } from 'vitest';
import { Roles } from '../../src/lifecycle/roles.ts';

/** What a lifecycle with these owners calls a role. */
const called = (role: string, owners: readonly string[], mentions: readonly string[] = []) =>
  new Roles({}, owners, [], mentions).called(role);

describe('a role is called', () => {
  it.each([
    ['BDR', ['SDR'], 'SDR'],
    ['BDR', ['SDR', 'BDR'], 'BDR'],
    ['BDR', ['SDR', 'SDRs', 'Sales Development Representative'], 'SDR'],
    ['BDR', ['Sales Development Representative (SDR)'], 'SDR'],
    ['BDR', ['the SDR'], 'SDR'],
    ['BDR', ['`SDR`', '**SDR**'], 'SDR'],
    ['BDR', ['sdr'], 'sdr'],
    ['BDR', ['bdr'], 'BDR'],
    ['BDR', ['SDR / founder'], 'SDR'],
    ['AE', ['Account Executive'], 'Account Executive'],
    ['AE', ['Account Executive', 'AE'], 'AE'],
    ['CS', ['CSM', 'CSM', 'Customer Success Manager'], 'CSM'],
    ['Sales manager', ['Sales lead'], 'Sales lead'],
    ['AE', ['Jane Smith'], 'AE'],
    ['AE', [], 'AE'],
  ])('%s where owners are %j: %s', (role, owners, name) => {
    expect(called(role, owners)).toBe(name);
  });

  it('by what monitors say, too, and by neither where another place has the usual name', () => {
    expect(called('Sales manager', ['AE'], ['Sales lead'])).toBe('Sales lead');
    expect(called('Sales manager', ['Sales manager'], ['Sales lead'])).toBe('Sales manager');
  });

  it('by its own name where it is a seat beside another, or is divided', () => {
    const regions = new Roles({}, ['EMEA SDR', 'DACH SDR']);
    expect(regions.owner({ text: 'EMEA SDR' } as never).names).toEqual(['EMEA SDR']);
    const parted = new Roles({}, ['SDR', 'BDR']);
    expect(parted.owner({ text: 'SDR' } as never).names).toEqual(['SDR']);
    expect(parted.owner({ text: 'BDR' } as never).names).toEqual(['BDR']);
  });

  it('by the name of software only where there is one piece of it', () => {
    const one = new Roles({}, ['HubSpot workflow']);
    const two = new Roles({}, ['HubSpot workflow', 'Salesforce Flow']);
    const [role = ''] = one.owner({ text: 'HubSpot workflow' } as never).roles;
    expect([one.called(role), two.called(role)]).toEqual(['HubSpot workflow', role]);
  });
});
