/** An example as it stands in a SoT file: the indent that all its lines share falls away, and so does the first line break. */
export function markdown(text: TemplateStringsArray): string {
  const lines = (text[0] ?? '').replace(/^\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}
