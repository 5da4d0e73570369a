/** Products that communities live on. */
const platforms =
  'khoros, higher logic, vanilla forums, circle.so, mighty networks, bettermode, tribe.so, gainsight communities, experience cloud, verint, telligent, jive, yammer, viva engage, bevy, common room, commsor, influitive, hivebrite, skool, phpbb, xenforo, flarum, nodebb, =Discourse, community platform, community software, community tool';

/**
 * Word lists that patterns name with `@`. Entries are separated by commas; an entry may be several words; words match by
 * stem, so one form stands for all its inflections.
 */
export const vocabulary: Readonly<Record<string, string>> = {
  make: 'create, produce, develop, craft, generate, write, design, film, shoot, edit, make, draft, compose, record, prepare, creation, production, copywrite, author, deliver, conceptualize, ideate, capture',
  publish: 'publish, post, schedule, share, distribute, upload, release, tweet',
  run: 'manage, run, own, oversee, maintain, operate, administer, lead, handle, coordinate, execute, direct, supervise, control, management, grow, update, monitor, optimize',
  care: 'manage, run, own, oversee, maintain, administer, lead, coordinate, facilitate, moderate, grow, build, nurture, support, host, steward, cultivate, foster, develop, sustain, launch, shape, establish, strengthen, scale, management, organize',
  nurture:
    'build, nurture, cultivate, foster, maintain, develop, establish, forge, strengthen, create, grow, form, sustain, deepen',
  answer: 'respond, reply, answer, react, response, engage with, interact with, address, acknowledge',
  piece:
    'content, post, video, reel, story, graphic, caption, visual, asset, meme, blog, blog post, podcast, infographic, tweet, thread, article, carousel, animation, photo, gif, creative, copy, livestream, imagery, photography, clip, vlog, tiktok, infographics, update, visual content',
  social: 'social media, social, social network, social networking, social platform, social channel',
  network:
    'instagram, tiktok, tik tok, facebook, twitter, pinterest, snapchat, youtube, you tube, linkedin, bluesky, mastodon, threads and, wechat, weibo, twitch, social media, social network, social channel, social platform, social',
  publicNetwork:
    'instagram, tiktok, tik tok, facebook, twitter, pinterest, snapchat, youtube, you tube, linkedin, bluesky, threads',
  account: 'account, channel, page, profile, presence, handle, platform, feed, network, outlet, property',
  suite:
    'hootsuite, sprout social, sprinklr, agorapulse, socialbakers, emplifi, planoly, loomly, socialpilot, meta business suite, creator studio, brandwatch, meltwater, tweetdeck, later.com, =Buffer, iconosquare, sendible, falcon.io, social media management tool, social media tool, scheduling tool',
  craft:
    'canva, capcut, cap cut, photoshop, premiere, after effects, indesign, illustrator, lightroom, final cut, adobe creative, figma',
  audience: 'audience, follower, fan, viewer, subscriber, followership, fanbase',
  member:
    'member, newcomer, contributor, maintainer, alumnus, alumni, fellow, cohort, superuser, super user, power user, community member, player, community leader, user group, membership, peer, practitioner',
  insider:
    'member, newcomer, contributor, maintainer, volunteer, participant, alumni, fellow, superuser, super user, power user, moderator, community member, practitioner, chapter leader, chapter, community leader, champion, advocate, ambassador, organizer, mentor, expert, player, affiliate, cohort',
  place:
    'forum, discord, slack, discourse, message board, discussion board, subreddit, reddit, facebook group, linkedin group, community platform, community space, online community, mailing list, telegram, community forum, community portal, community hub, chat server, mighty networks, zulip, matrix, user group, discussion group, online space',
  communitySuite: `${platforms}, insided`,
  // As a stem “insided” is also “inside”; the signals' weights were learned with it.
  communityPlatform: `${platforms}, :insided`,
  hold: 'host, organize, run, facilitate, plan, coordinate, lead, arrange, schedule, produce, execute, hold, manage, develop, create, launch, support, attend, design',
  gathering:
    'ama, office hour, meetup, meet up, user group, hackathon, community call, town hall, roundtable, book club, working group, member event, networking event, unconference, webinar series, happy hour, study group, coffee chat, community event, member meeting, sprint, workshop, retreat, conference, gathering, social event, fireside chat, event',
  regular:
    'weekly, monthly, quarterly, regular, regularly, recurring, annual, ongoing, series, calendar, programming',
  whose: 'our, your, their, its, the, a, an, this, brand, company, client',
  warm: 'online, digital, growing, loyal, engaged, active, vibrant, global, existing, large, strong, passionate, thriving, virtual, whole, entire, dedicated, lively, positive, brand, new, social, combined',
  channel:
    'social media, social network, social channel, social platform, social account, social page, social profile, :socials',
  everyday:
    'snack, candy, soda, beverage, lemonade, toothpaste, shampoo, soap, deodorant, cosmetics, stationery, socks, chocolate, tea, beer, biscuit, crisps',
  talk: 'discussion, conversation, dialogue, thread, forum, debate, exchange, question, interaction, chat',
  rules:
    'guideline, code of conduct, community rule, community standard, community policy, norm, terms of participation, moderation policy, community governance, boundary',
  each: 'each other, one another, peer, other member, fellow member, among member, between member, with other',
  inside:
    'engineer, product manager, product team, engineering, subject matter expert, internal team, internal expert, internal stakeholder, developer, support team, colleague',
};
