export const folder: string;
export function prepareOffice(): { readonly fontsFile: string };
