/** Another build is asked for this often. */
const AGAIN_MS = 60_000;

/**
 * Keeps the kiosk's pages on the device, so that it starts without network, and changes to a new build while nobody is at the screen.
 * Without https there are no such workers, and the kiosk works as long as its page stays open.
 */
export function keepOnDevice(isFree: () => boolean): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  let wasServed = workers.controller !== null;
  let isOld = false;
  workers.addEventListener('controllerchange', () => {
    isOld = wasServed;
    wasServed = true;
  });
  const ask = () =>
    workers.register('service-worker.js', { updateViaCache: 'none' }).then(
      (kept) => kept.update().catch(() => {}),
      () => {},
    );
  void ask();
  setInterval(() => void ask(), AGAIN_MS);
  setInterval(() => {
    if (isOld && isFree()) location.reload();
  }, 1_000);
}
