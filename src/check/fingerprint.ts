/**
 * A finding's identity over moved lines and reordered files: 64 bits of FNV-1a, in hex, of rule, entry (or file,
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
  // Two 32-bit FNV-1a hashes with different seeds: JavaScript multiplies 32 bits fast and 64 bits slowly.
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(Math.imul(one ^ (code & 0xff), 0x01000193) ^ (code >> 8), 0x01000193);
    other = Math.imul(Math.imul(other ^ (code >> 8), 0x01000193) ^ (code & 0xff), 0x01000193);
  }
  return hex(one) + hex(other);
}

/** The identity that true repeats share; `number` puts a counter behind it. */
export function withoutCounter(fingerprint: string): string {
  return fingerprint.replace(/-\d+$/, '');
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, '0');
}
