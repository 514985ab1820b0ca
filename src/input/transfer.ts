/** Takes the lines of one part, a character for each byte and with their ends, and gives what they stand for. */
export type TransferDecoder = (line: string) => string;

const HEX = /=([0-9A-Fa-f]{2})/g;

/** `=3D` is `=`, and a line that ends in `=` goes on in the next. */
const quotedPrintable: TransferDecoder = (line) => {
  const text = line.trimEnd();
  const said = text.endsWith('=') ? text.slice(0, -1) : `${text}\n`;
  return said.includes('=')
    ? said.replace(HEX, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : said;
};

/** Lines need not end where a group of four characters ends. */
const base64 = (): TransferDecoder => {
  let held = '';
  return (line) => {
    const text = held + line.trim();
    const whole = text.length - (text.length % 4);
    held = text.slice(whole);
    return Buffer.from(text.slice(0, whole), 'base64').toString('latin1');
  };
};

/** The decoder for a `Content-Transfer-Encoding`; most leave the bytes as they are. */
export const transferDecoder = (encoding: string): TransferDecoder => {
  if (encoding === 'quoted-printable') return quotedPrintable;
  return encoding === 'base64' ? base64() : (line) => line;
};
