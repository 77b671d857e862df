import { expect, it } from "vitest";
import { findMentions } from "../../src/text/mention.js";

it.each<[string, string[]]>([
	["Tweets as @TDefren,\nprefers DM", ["TDefren"]],
	["Ask ana@example.com or see https://social.example/@ana", []],
	["@ana.costa. And @ana.costa again", ["ana.costa"]],
	["Room @12, at @ noon", []],
	["On Mastodon: @bruno@social.example", ["bruno on social.example"]],
])("%s", (text, handles) => {
	const found = findMentions(text).map(({ handle, instance }) => (instance ? `${handle} on ${instance}` : handle));
	expect(found).toEqual(handles);
});
