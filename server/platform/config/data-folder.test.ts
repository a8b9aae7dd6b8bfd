import { chmod, chown, mkdir, mkdtemp, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOBODY } from '../db/embedded/account.ts';
import { makeDataFolder, placeDataFolder } from './data-folder.ts';
import { keysIn } from './demo-keys.ts';

let folder = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'polku-place-')));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('where the data is kept', () => {
  test('not as root: where it was asked for, or in the checkout', () => {
    expect(placeDataFolder('/srv/polku', false)).toBe('/srv/polku');
    expect(placeDataFolder(undefined, false)).toMatch(/\/\.polku$/);
    expect(placeDataFolder(join(folder, 'closed', 'data'), false)).toBe(join(folder, 'closed', 'data'));
  });

  test('as root: another place, always the same, when the folder lies behind a closed one', async () => {
    await mkdir(join(folder, 'home'), { mode: 0o700 });
    await chmod(folder, 0o755);
    const moved = placeDataFolder(join(folder, 'home', 'polku', '.polku'), true);
    expect(moved).toMatch(/^\/var\/lib\/polku-[0-9a-f]{12}$/);
    expect(placeDataFolder(join(folder, 'home', 'polku', '.polku'), true)).toBe(moved);
    expect(placeDataFolder(join(folder, 'home', 'other', '.polku'), true)).not.toBe(moved);
    await chmod(join(folder, 'home'), 0o711);
    expect(placeDataFolder(join(folder, 'home', 'polku', '.polku'), true)).toBe(join(folder, 'home', 'polku', '.polku'));
  });

  test('as root: a link into a closed folder counts as closed', async () => {
    await mkdir(join(folder, 'secret'), { mode: 0o700 });
    await symlink(join(folder, 'secret'), join(folder, 'open'));
    expect(placeDataFolder(join(folder, 'open', '.polku'), true)).toMatch(/^\/var\/lib\/polku-/);
  });

  test.runIf(process.getuid?.() === 0)('as root: data that another account began stays where it is', async () => {
    const data = join(folder, 'private', 'data');
    await mkdir(join(data, 'postgresql'), { recursive: true });
    await chmod(join(folder, 'private'), 0o700);
    expect(placeDataFolder(data, true)).toMatch(/^\/var\/lib\/polku-/);
    await chown(join(data, 'postgresql'), NOBODY - 1, NOBODY - 1);
    expect(placeDataFolder(data, true)).toBe(data);
  });

  test.runIf(process.getuid?.() === 0)(
    'as root: a closed folder that is itself the data folder stays, and lets the database through',
    async () => {
      const data = join(folder, 'closed-data');
      await mkdir(data, { mode: 0o700 });
      expect(placeDataFolder(data, true)).toBe(data);
      await makeDataFolder(data);
      expect((await stat(data)).mode & 0o777).toBe(0o701);
    },
  );
});

test('the keys of the embedded database are made once, for its owner alone, also by two at once', async () => {
  const data = join(folder, 'data');
  const [first, second] = await Promise.all([keysIn(data), keysIn(data)]);
  expect(first.present.id).toBe(second.present.id);
  expect((await keysIn(data)).present.id).toBe(first.present.id);
  expect((await stat(join(data, 'keys'))).mode & 0o777).toBe(0o600);
  expect((await stat(data)).mode & 0o066).toBe(0);
  await writeFile(join(data, 'keys'), 'Not a key!');
  await expect(keysIn(data)).rejects.toThrow('key 1 of the keyring');
});
