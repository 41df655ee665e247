import { expect, test } from 'vitest';
import { StageNames } from '../../src/lifecycle/stage-names.ts';

const names = new StageNames({}, ['Anonymous', 'MQL', 'SQL']);
const within = (text: string) =>
  names.within(text).map((hit) => (hit.kind === 'stage' ? hit.canonical : hit.name));

test('a lead that goes somewhere is not the stage of that name', () => {
  expect(within('Lead returns to MQL queue with "small-team" tag')).toEqual(['MQL']);
  expect(within('Customer goes back to SQL')).toEqual(['SQL']);
});

test('the stage is still found where its name stands for it', () => {
  expect(within('Lead')).toEqual(['Lead']);
  expect(within('Lead to Customer')).toEqual(['Lead', 'Customer']);
  expect(within('Lead queue, then Nurture')).toEqual(['Lead', 'Nurture']);
  expect(within('Back to Lead')).toEqual(['Lead']);
});
