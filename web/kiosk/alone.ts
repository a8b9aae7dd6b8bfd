/** A window that is being loaded anew lets go of its place this soon. */
const PATIENCE_MS = 1_500;

/**
 * Two windows would give the numbers of one block twice while there is no network: the first one serves, another waits until it is closed.
 * Resolves when this window serves.
 */
export async function untilAlone(tellElsewhere: () => void): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return;
  let isTold = false;
  const telling = setTimeout(() => {
    isTold = true;
    tellElsewhere();
  }, PATIENCE_MS);
  await new Promise<void>((granted) => {
    void locks.request('polku-kiosk', () => {
      granted();
      // Held as long as the window is open.
      return new Promise(() => {});
    });
  });
  clearTimeout(telling);
  // What the other window gave is read again.
  if (isTold) location.reload();
}
