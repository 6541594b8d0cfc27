/** Reads CSV (RFC 4180) as a spreadsheet does, into one object a line; column names come from the first line. */
export function readCsv(text: string): Record<string, string>[] {
  const [columns = [], ...lines] = cells(text.replace(/^\uFEFF/, ''));
  return lines.map((line) => Object.fromEntries(columns.map((column, i) => [column, line[i] ?? ''])));
}

function cells(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const line = lines.at(-1) as string[];
    if (end === '' && line.length === 0 && !quoted && !bare) continue;
    line.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.filter((line) => line.length > 0);
}
