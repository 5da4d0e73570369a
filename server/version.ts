declare const POSTING_LENS_VERSION: string | undefined;

/** The version of the package, put in by the bundler. */
export const version = typeof POSTING_LENS_VERSION === 'string' ? POSTING_LENS_VERSION : '0.0.0-source';
