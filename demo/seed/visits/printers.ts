import type { Trx } from '../../../server/platform/db/transaction.ts';

const preview = { printer: { kind: 'preview', width: 80 } };

/** Nobody who tries the demo has a receipt printer at hand: the paper is shown on the screen. The kiosk waits for its pairing code. */
export async function seedPrinters(trx: Trx, point: string): Promise<void> {
  await trx
    .insertInto('queue_device')
    .values([
      { point_id: point, kind: 'printer', name: 'Vastaanoton tulostin', settings: JSON.stringify(preview) },
      { point_id: point, kind: 'kiosk', name: 'Aulan automaatti', settings: JSON.stringify(preview) },
    ])
    .execute();
}
