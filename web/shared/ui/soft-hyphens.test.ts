import { expect, test } from 'vitest';
import { softly } from './soft-hyphens.ts';

const seen = (text: string) => softly(text).replaceAll('\u00ad', '-');

test('long words may break where a syllable begins, short ones never', () => {
  expect(seen('Eläkkeensaajan asumistuki')).toBe('Eläk-keen-saajan asumistuki');
  expect(seen('Rehabiliteringspenning')).toBe('Reha-bi-li-te-rings-penning');
  expect(seen('Kotikunnan rekisteröinti')).toBe('Kotikunnan rekisteröinti');
  expect(seen('Passi ja ajokortti')).toBe('Passi ja ajokortti');
});
