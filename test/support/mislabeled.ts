/** A posting of ours that breaks two rules, with comments before the title, the first paragraph and an item, or at the end. */
export const mislabeled = (
  comments: { readonly [Place in 'top' | 'intro' | 'item' | 'end']?: string } = {},
): string =>
  `${comments.top ?? ''}# Community Manager

${comments.intro ?? ''}Almeida Oars builds rowing boats by hand and
sells them to clubs. Grow our community of 40,000 followers on Instagram.

## Responsibilities

- Plan the content calendar and write captions for Instagram and TikTok
- Film and edit short videos in our boathouse
${comments.item ?? ''}- Reply to comments and direct messages in the voice of the brand
- Report on reach and engagement rate every month
${comments.end ?? ''}`;
