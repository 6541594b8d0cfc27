import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../sources/parsing/decode.ts';

const bytes = (text: string, charset: string, bom = false) => iconv.encode(text, charset, { addBOM: bom });
const NAME = 'Société Générale – “Zoë”';

describe('decode', () => {
  it.each([
    ['UTF-8 with a BOM', bytes(NAME, 'utf-8', true), 'text/html; charset=iso-8859-1'],
    ['UTF-16LE with a BOM', bytes(NAME, 'utf-16le', true), 'text/html; charset=utf-8'],
    ['UTF-16BE with a BOM', bytes(NAME, 'utf-16be', true), null],
    ['UTF-16LE without one', bytes(`<?xml version="1.0"?><a>${NAME}</a>`, 'utf-16le'), null],
    ['the charset of the header', bytes(NAME, 'windows-1252'), 'text/html; charset=windows-1252'],
    ['ISO-8859-1, which means windows-1252', bytes(NAME, 'windows-1252'), 'text/html; charset="ISO-8859-1"'],
    ['the XML declaration', bytes(`<?xml version="1.0" encoding="windows-1252"?>${NAME}`, 'windows-1252'), 'text/xml'],
    ['the meta tag', bytes(`<meta charset=windows-1252>${NAME}`, 'windows-1252'), 'text/html'],
    ['UTF-8 under a wrong label', bytes(NAME, 'utf-8'), 'text/html; charset=iso-8859-1'],
    ['UTF-8 that calls itself UTF-16', bytes(`<?xml version="1.0" encoding="utf-16"?>${NAME}`, 'utf-8'), null],
    ['UTF-8 without any label', bytes(NAME, 'utf-8'), null],
  ])('reads %s, without a warning', (_name, body, type) => {
    const { text, warnings } = decode(body, type);
    expect(text).toContain(NAME);
    expect(text).not.toMatch(/^\ufeff/);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['shift_jis', '株式会社'],
    ['euc-kr', '한국'],
    ['gb2312', '中国'],
    ['big5', '台灣'],
    ['koi8-r', 'Яндекс'],
  ])('reads %s', (charset, text) => {
    expect(decode(bytes(text, charset), `text/html; charset=${charset}`)).toMatchObject({
      text,
      charset,
      warnings: [],
    });
  });

  it('keeps the UTF-8 of a page with a few western bytes in it, and says so', () => {
    const body = Buffer.concat([bytes('Zoë says ', 'utf-8'), bytes('“yes”', 'windows-1252'), bytes(' 東京', 'utf-8')]);
    const { text, warnings } = decode(body, 'text/html; charset=utf-8');
    expect(text).toBe('Zoë says “yes” 東京');
    expect(warnings).toEqual([expect.stringMatching(/not the UTF-8/)]);
  });

  it('reads unlabelled western bytes, and says that it guessed', () => {
    const { text, warnings } = decode(bytes(NAME, 'windows-1252'), 'text/html');
    expect(text).toBe(NAME);
    expect(warnings).toEqual([expect.stringMatching(/windows-1252/)]);
  });

  it.each(['bogus', 'utf-7', 'base64'])('does not trust the charset %s', (charset) => {
    const { text, warnings } = decode(bytes('+ADw-b+AD4-', 'utf-8'), `text/html; charset=${charset}`);
    expect(text).toBe('+ADw-b+AD4-');
    expect(warnings).toEqual([expect.stringContaining(charset)]);
  });

  it('never loses a character silently', () => {
    expect(decode(Buffer.from([0x41, 0xff, 0xff]), 'text/html; charset=shift_jis').warnings).toEqual([
      expect.stringMatching(/could not be read/),
    ]);
    expect(decode(bytes('Ren\ufffd', 'utf-8'), null).warnings).toEqual([expect.stringMatching(/1 character of/)]);
  });
});

describe('a page of another script that names no character set', () => {
  const page = (words: string) => `<rss><channel><item><title>${words}</title></item></channel></rss>`;

  it.each([
    ['gb18030', '中国人工智能公司宣布完成新一轮融资，市场监管总局正在审查该项收购'],
    ['shift_jis', '公正取引委員会は独占禁止法に基づき企業結合を審査する'],
    ['euc-kr', '공정거래위원회는 기업결합 심사를 마치고 인수를 승인하였다'],
    ['windows-1255', 'רשות התחרות בוחנת את העסקה בין החברות ותפרסם את החלטתה בחודש הבא, כך נמסר אתמול'],
  ])('is read as %s, and that is said', (charset, words) => {
    const found = decode(iconv.encode(page(words), charset), 'text/xml');
    expect(found.text).toContain(words);
    expect(found.warnings.join()).toMatch(/by its bytes it was read as/);
  });

  it.each([
    'Café',
    '“Smart” quotes – and dashes… it’s £5bn',
    'Größere Übernahme für Müller geprüft',
    'La Comisión investigará la compañía',
  ])('western text is none: %s', (words) => {
    expect(decode(iconv.encode(page(words), 'windows-1252'), null)).toMatchObject({ charset: 'windows-1252' });
  });
});
