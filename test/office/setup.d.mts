export const folder: string;
export class OfficeMissing extends Error {}
export function prepareOffice(): { readonly fontsFile: string };
