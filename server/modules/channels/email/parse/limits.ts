/** Bounds on what one mail may cost. Real mail stays far below; past them the mail is cut, not refused. */
export const limits = {
  /** Bytes of a whole mail; large providers refuse above 25-50 MB. The only bound that refuses. */
  mail: 64 * 1024 * 1024,
  /** Bytes of one header block. */
  headerBlock: 512 * 1024,
  /** Bytes of one header field. */
  headerField: 64 * 1024,
  /** Parts of one mail, containers included. */
  parts: 500,
  /** Containers inside one another. */
  depth: 20,
  /** Characters of the plain text of a mail. */
  text: 1_000_000,
  /** Characters of HTML that are looked at. */
  html: 1_000_000,
  /** HTML start tags; a long newsletter has some thousands. */
  htmlTags: 30_000,
  /** HTML elements inside one another. */
  htmlDepth: 200,
  /** Addresses of one address field, and Message-IDs in References. */
  addresses: 1_000,
  references: 200,
};
