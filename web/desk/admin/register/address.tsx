/** An e-mail address that breaks before its domain, if it must. */
export function Address({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@');
  return (
    <span className="address">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}
