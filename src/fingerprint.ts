/**
 * A finding's identity over moved lines and reordered files: a 64-bit FNV-1a hash, in hex, of rule, entry (or file,
 * where there is none), field and key. Not for security, only for matching; never of a line number.
 */
export function fingerprintOf(
  finding: {
    readonly rule: string;
    readonly entry: string | null;
    readonly field: string | null;
    readonly span: { readonly file: string };
  },
  key: string,
): string {
  const text = [finding.rule, finding.entry ?? finding.span.file, finding.field ?? '', key].join('\u0000');
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    hash = ((hash ^ BigInt(code & 0xff)) * 0x100000001b3n) & 0xffffffffffffffffn;
    hash = ((hash ^ BigInt(code >> 8)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(16).padStart(16, '0');
}
