/** Gives the address when a reader may be sent there (http or https, no credentials), else null. */
export function webLink(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
}
