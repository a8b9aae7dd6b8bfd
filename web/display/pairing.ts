import { showPairing as ask } from '../shared/device/pairing.ts';
import { texts } from './texts.ts';

const { fi, sv, en } = texts;
const look = { main: '', form: 'd-pair', field: 'd-code-field', fault: 'd-fault', button: '' };

export function showPairing(done: () => void): void {
  ask({ title: { fi: fi.pairTitle, sv: sv.pairTitle, en: en.pairTitle }, look, done });
}
