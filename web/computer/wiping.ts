/** All that this origin's pages may have kept here. The server has the rest forgotten: cookies, and this again, by `Clear-Site-Data`. */
export async function wipeStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  const bases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of bases) if (name) indexedDB.deleteDatabase(name);
  // Offered on secure connections only.
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name);
}
