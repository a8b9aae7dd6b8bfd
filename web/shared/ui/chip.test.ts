import { expect, test } from 'vitest';
import { arrangementWords } from './chip.tsx';

test('an arrangement says its detail, and nothing twice', () => {
  expect(arrangementWords('Tulkki tarvitaan', 'somali')).toBe('Tulkki tarvitaan: somali');
  expect(arrangementWords('Kuulon tuki tai induktiosilmukka', 'induktiosilmukka')).toBe('Induktiosilmukka');
  expect(arrangementWords('Tavallista pidempi aika', '')).toBe('Tavallista pidempi aika');
});
