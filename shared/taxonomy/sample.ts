/** A posting whose title and duties do not go together: something to try the product on. */
export const sample = `# Community Manager

Halloway Teas brings leaves from small gardens to your kitchen.

## What you will do

- Plan our content calendar and write captions for Instagram and TikTok
- Film and edit short videos at our tasting room
- Reply to comments and direct messages in our brand voice
- Grow our community of 40,000 followers on Instagram
- Report on reach and engagement rate every month

## What you bring

- Three years of experience with social channels

## How to apply

Send us two posts you are proud of.
`;
