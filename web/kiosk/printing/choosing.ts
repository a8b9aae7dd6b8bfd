import { button, part } from '../../shared/device/part.ts';
import { printTest, readPrinter } from './printer.ts';
import { canUseSerial, chooseSerial, isSerialChosen } from './serial.ts';
import { paperTexts } from './texts.ts';

const t = paperTexts.fi;

/** Right after the pairing, where somebody who sets up the kiosk stands at it: a browser gives a serial line to a press only, once. */
export async function choosePrinter(done: () => void): Promise<void> {
  const printer = await readPrinter();
  if (printer?.kind !== 'serial') return done();
  const said = part('p', '');
  said.setAttribute('role', 'status');
  const tell = (text: string) => said.replaceChildren(text);
  const test = button('button', () => void printTest(printer).then((isDone) => tell(isDone ? t.testDone : t.testFailed)), t.test);
  test.hidden = !(await isSerialChosen());
  const choose = button(
    'button primary',
    () =>
      void chooseSerial().then((isChosen) => {
        test.hidden = !isChosen;
        if (isChosen) test.focus();
      }),
    t.choose,
  );
  choose.hidden = !canUseSerial();
  const hint = part('p', '', canUseSerial() ? t.chooseHint : t.chooseNone);
  const row = part('div', 'k-row', choose, test, button('button', done, t.goOn));
  document.title = t.choose;
  document.body.replaceChildren(part('main', 'k-main', part('h1', '', t.choose), part('div', 'k-parts', hint, said, row)));
}
