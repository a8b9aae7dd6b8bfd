type Wishes = { asked: string | undefined; own: string | null; visited: readonly string[] | null };

/** @param kept points one may read of. @returns undefined where there is none, and while it is not known where visitors have been */
export function preferredPoint(kept: readonly string[], { asked, own, visited }: Wishes): string | undefined {
  const wished = [asked, own].find((id) => id && kept.includes(id));
  if (wished) return wished;
  return visited === null ? undefined : (kept.find((id) => visited.includes(id)) ?? kept[0]);
}
