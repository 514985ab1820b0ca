/** Links in a saved page may point to where it was saved; links without a host belong to the hub. */
const HOST = /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)|file:\/\/(?:localhost)?)?(?=\/|$)/;
const HANDLE = /^\/([\w.-]{2,96})\/?$/;
const IMAGE = /\.(?:svg|png|jpe?g|gif|webp)$/i;

/** Paths of the hub that are not handles. */
const OWN_PAGES: ReadonlySet<string> = new Set(
  (
    'blog chat changelog collections datasets docs enterprise front inference join languages learn login ' +
    'models new organizations papers posts pricing privacy settings spaces storage support tasks terms-of-service'
  ).split(' '),
);

/** Whether an address is that of an image. */
export const isImage = (address: string): boolean => IMAGE.test(address);

/** The path of an address on the hub; `null` elsewhere. */
export const hubPath = (address: string): string | null =>
  HOST.test(address) ? address.replace(HOST, '') : null;

/** Whose page on the hub it is: the handle of a person or an organization, or `null`. */
export const hubHandle = (address: string): string | null => {
  const handle = HANDLE.exec(hubPath(address) ?? '')?.[1];
  return handle === undefined || isImage(handle) || OWN_PAGES.has(handle.toLowerCase()) ? null : handle;
};
