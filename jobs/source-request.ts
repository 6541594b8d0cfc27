import type { Config } from '../config.ts';
import type { GetOptions } from '../sources/fetching/http.ts';
import type { Source, SourceKeys } from '../sources/source.ts';

type Keys = Pick<Config, 'API_DATA_GOV_KEY'>;

/** Takes a source, one of its list addresses and the settings; gives how it is asked for: form, headers, limits. */
export function listRequest(source: Source, url: string, config: Keys): GetOptions {
  const { maxListBytes: maxBytes, listDeadlineMs: deadlineMs } = source;
  return {
    ...pageRequest(source, url, config),
    ...(maxBytes ? { maxBytes } : {}),
    ...(deadlineMs ? { deadlineMs } : {}),
  };
}

/** The same for the page of one entry, which has the usual limits. */
export function pageRequest(source: Source, url: string, config: Keys): GetOptions {
  const keys: SourceKeys = { apiDataGov: config.API_DATA_GOV_KEY };
  return source.request?.(url, keys) ?? {};
}
