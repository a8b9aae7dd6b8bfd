/** An e-mail address that breaks before its domain, if it must. */
export function Address({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@');
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}
