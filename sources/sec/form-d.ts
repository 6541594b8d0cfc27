import { load } from 'cheerio/slim';
import { tidyLine } from '../parsing/tidy.ts';

/**
 * Form D: a notice that securities were sold without registration. It names the issuer and sums, never the buyer; many
 * are vehicles that only carry the name of the firm in which they invest, so that nothing is concluded from a name.
 */

/** Exemptions that only funds claim (Investment Company Act, section 3(c)). */
const FUND_EXEMPTION = /^3C/;

/** Takes the XML of a Form D; gives the name of its first issuer, or null. */
export function issuerOf(xml: string): string | null {
  return tidyLine(load(xml, { xml: true })('primaryIssuer > entityName').first().text()) || null;
}

/** Takes the XML of a Form D; gives what it states as sentences, one paragraph each. */
export function formDText(xml: string): string {
  const form = load(xml, { xml: true });
  const at = (path: string) => {
    const value = tidyLine(form(path.replaceAll('/', ' > ')).first().text());
    return /^none$/i.test(value) ? '' : value;
  };
  const issuer = at('primaryIssuer/entityName');
  const exemptions = form('federalExemptionsExclusions item')
    .toArray()
    .map((item) => tidyLine(form(item).text()));
  const others = form('issuerList entityName')
    .toArray()
    .map((name) => tidyLine(form(name).text()));
  const sums = 'offeringData/offeringSalesAmounts';
  const sentences = [
    `Notice of exempt offering of securities by ${issuer}${at('primaryIssuer/entityType') ? ` (${at('primaryIssuer/entityType')}, ${at('primaryIssuer/jurisdictionOfInc')})` : ''}.`,
    others.length ? `Issuers beside it: ${others.join('; ')}.` : '',
    `Industry: ${at('offeringData/industryGroup/industryGroupType') || 'not stated'}.`,
    `Offering: ${dollars(at(`${sums}/totalOfferingAmount`))}. Sold so far: ${dollars(at(`${sums}/totalAmountSold`))}. Remaining: ${dollars(at(`${sums}/totalRemaining`))}.`,
    at('typeOfFiling/dateOfFirstSale/value') || at('offeringData/typeOfFiling/dateOfFirstSale/value')
      ? `First sale: ${at('offeringData/typeOfFiling/dateOfFirstSale/value') || at('typeOfFiling/dateOfFirstSale/value')}.`
      : '',
    at('offeringData/investors/totalNumberAlreadyInvested')
      ? `Investors so far: ${at('offeringData/investors/totalNumberAlreadyInvested')}.`
      : '',
    exemptions.some((item) => FUND_EXEMPTION.test(item))
      ? 'The issuer claims the exemption of a fund: it is a vehicle that invests, not necessarily the firm whose name it carries.'
      : '',
    at('offeringData/businessCombinationTransaction/isBusinessCombinationTransaction') === 'true'
      ? 'The offering is part of a merger or other business combination.'
      : '',
  ];
  return sentences.filter(Boolean).join('\n\n');
}

/** Sums are plain numbers, or the word "Indefinite". */
function dollars(value: string): string {
  if (/^\d+$/.test(value)) return `$${Number(value).toLocaleString('en-US')}`;
  return value ? value.toLowerCase() : 'not stated';
}
