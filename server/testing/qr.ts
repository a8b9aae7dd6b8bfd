import { readFile } from 'node:fs/promises';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

// By itself it would fetch this from the network.
const { buffer } = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: buffer } });

/** What a scanner reads in a picture, by other code than that which draws ours. */
export const readQr = async (picture: Uint8Array): Promise<string[]> => (await readBarcodes(picture)).map(({ text }) => text);
