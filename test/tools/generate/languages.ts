/**
 * The languages that the product speaks beside English. Of one that is complete every text must be translated; of
 * another those that are empty stay English.
 */
export const languages: readonly { readonly id: string; readonly complete: boolean }[] = [
  { id: 'de', complete: true },
  { id: 'es', complete: true },
  { id: 'fr', complete: true },
];
