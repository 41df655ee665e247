/** A name as YAML reads it back: in quotes where its signs, or its being a number or a truth, would make it another. */
export function yamlWord(word: string): string {
  return /^\p{L}[\p{L}\p{M}\p{N} -]*$/u.test(word) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(word)
    ? word
    : JSON.stringify(word);
}
