const ADDRESS = /https?:\/\/[^\s{}<>"]+/gi;
const NOTHING_BUT_SCHEME = /^https?:\/*$/i;
const TRAILING = new Set('.,;:]\'"');

const occurrences = (text: string, character: string): number => text.split(character).length - 1;

/** Takes off what belongs to the sentence around an address: its stops, and a bracket it did not open. */
const trimAddress = (address: string): string => {
  let surplus = occurrences(address, ')') - occurrences(address, '(');
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus--;
    else if (!TRAILING.has(last)) break;
  }
  return address.slice(0, end);
};

/** The http(s) addresses in an abstract: in order, once each. */
export const linksIn = (abstract: string): string[] => {
  if (!abstract.includes('://')) return [];
  const addresses = Array.from(abstract.matchAll(ADDRESS), ([address]) => trimAddress(address));
  return [...new Set(addresses.filter((address) => !NOTHING_BUT_SCHEME.test(address)))];
};
