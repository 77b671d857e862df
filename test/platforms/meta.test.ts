import { describe, expect, it } from "vitest";
import { fromFacebook, fromInstagram } from "../../src/platforms.js";
import { platformContract } from "../../src/testing.js";

const page = { name: "Cedar Labs", email: "900@facebook.com", id: "900" };
const ana = { name: "Ana Costa", email: "6400000000000001@facebook.com", id: "6400000000000001" };
const comment = {
	id: "900_50_61",
	created_time: "2026-06-03T08:11:00+0000",
	from: { name: ana.name, id: ana.id },
	message: "Does it fly?",
	comment_count: 1,
};
const data = (list: readonly unknown[]) => ({ data: list, paging: { cursors: { before: "a", after: "b" } } });
const profile = { platform: "facebook", id: ana.id, tenantScoped: true, displayName: "Ana Costa" };

describe("comments on a Facebook page", () => {
	it("are their author's, under an id that only this page knows", () => {
		expect(fromFacebook(data([comment]))).toEqual({
			profiles: [
				{
					...profile,
					posts: [{ id: "900_50_61", text: "Does it fly?", at: "2026-06-03T08:11:00.000Z", channel: "comment" }],
				},
			],
			unattributed: [],
			warnings: [],
		});
	});

	it("without `from` are nobody's: the page may not see who it was", () => {
		const { from: _, ...hidden } = comment;
		expect(fromFacebook(data([hidden]))).toMatchObject({
			profiles: [],
			unattributed: [{ id: "900_50_61", channel: "comment" }],
			warnings: [],
		});
	});

	it("the page's answer goes to whom it answers, nested or with a parent", () => {
		const answer = { id: "900_50_62", created_time: "2026-06-03T09:00:00+0000", from: page, message: "It does" };
		const outbound = { direction: "outbound", text: "It does", thread: "900_50_61", author: "Cedar Labs" };
		const nested = data([{ ...comment, comments: data([answer]) }]);
		const flat = data([{ ...answer, parent: { id: comment.id } }, comment]);
		for (const payload of [nested, flat]) {
			expect(fromFacebook(payload, { own: ["900"] }).profiles).toMatchObject([
				{ id: ana.id, interactions: [outbound] },
			]);
		}
	});

	it("below a post, which is the page's", () => {
		const post = {
			id: "900_50",
			from: page,
			message: "A new kite",
			status_type: "added_photos",
			comments: data([comment]),
		};
		expect(fromFacebook(post).profiles.map(({ posts }) => posts)).toMatchObject([
			[{ channel: "post" }],
			[{ channel: "comment" }],
		]);
	});
});

describe("Messenger", () => {
	const message = (id: string, from: object, to: object, text: string) => ({
		id,
		created_time: "2026-07-21T13:05:31+0000",
		from,
		to: { data: [to] },
		message: text,
	});
	const conversation = {
		id: "t_1",
		participants: { data: [ana, page] },
		messages: data([message("m_2", page, ana, "Sorted"), message("m_1", ana, page, "Where is it?")]),
	};

	it("is a conversation both ways; an address made of the id is none", () => {
		const { profiles, warnings } = fromFacebook(data([conversation]), { own: ["900"] });
		expect(warnings).toEqual([]);
		expect(profiles).toMatchObject([
			{
				...profile,
				interactions: [
					{ channel: "dm", direction: "outbound", text: "Sorted", thread: "t_1", author: "Cedar Labs" },
					{ channel: "dm", direction: "inbound", text: "Where is it?", thread: "t_1" },
				],
			},
		]);
		expect(profiles[0]).not.toHaveProperty("emails");
	});

	it("a real address is kept", () => {
		expect(
			fromFacebook({ ...conversation, participants: { data: [{ ...ana, email: "ana@example.com" }] } }).profiles[0],
		).toMatchObject({
			emails: [{ value: "ana@example.com" }],
		});
	});

	it("shows people by their names", () => {
		expect(
			fromFacebook({ first_name: "Ana", last_name: "Costa", profile_pic: "https://img.example/a.jpg", id: ana.id })
				.profiles,
		).toEqual([profile]);
	});
});

describe("Instagram", () => {
	it("knows people by an id for this account, professionals by their own", () => {
		const user = {
			id: "8120001",
			username: "ana.flies",
			name: "Ana",
			is_verified_user: true,
			follower_count: 3,
			is_user_follow_business: true,
		};
		const business = {
			business_discovery: {
				id: "1784001",
				username: "ana.maps",
				biography: "Maps. https://kites.example",
				website: "https://ana.example.com/",
				media_count: 2,
			},
			id: "1784900",
		};
		expect(fromInstagram([user, business]).profiles).toEqual([
			{ platform: "instagram", id: "8120001", tenantScoped: true, handle: "ana.flies", displayName: "Ana" },
			{
				platform: "instagram",
				id: "1784001",
				handle: "ana.maps",
				bio: "Maps. https://kites.example",
				links: [{ url: "https://ana.example.com/" }, { url: "https://kites.example" }],
			},
		]);
	});

	it("comments have an author by name only, or by id and name", () => {
		const comments = data([
			{
				id: "1",
				text: "Nice",
				timestamp: "2026-03-01T08:00:00+0000",
				username: "ana.flies",
				replies: data([{ id: "2", text: "@ana.flies thanks", username: "cedar" }]),
			},
			{
				id: "3",
				text: "Where?",
				timestamp: "2026-03-01T08:00:00+0000",
				from: { id: "8120001", username: "ana.flies" },
				media: { id: "77" },
			},
		]);
		expect(fromInstagram(comments, { own: ["cedar"] }).profiles).toMatchObject([
			{
				handle: "ana.flies",
				id: "8120001",
				posts: [{ text: "Nice" }, { text: "Where?" }],
				interactions: [{ direction: "outbound" }],
			},
		]);
	});

	it("a profile that may not be seen is a warning", () => {
		const { profiles, warnings } = fromInstagram({ error: { message: "User consent is required for ana", code: 230 } });
		expect([profiles.length, warnings]).toEqual([
			0,
			[{ code: "SHAPE", path: "error", reason: "The network could not give what was asked for." }],
		]);
	});
});

describe("the contract of readers", () => {
	const samples = [
		{ item: comment, envelope: data },
		{
			item: {
				id: "t_9",
				participants: data([ana]),
				messages: data([{ id: "m", from: ana, to: data([page]), message: "hi" }]),
			},
			envelope: data,
		},
		{ item: { first_name: "Bo", last_name: "Ek", id: "64002" }, envelope: data },
	];
	for (const { name, run } of platformContract(fromFacebook, samples)) it(`Facebook ${name}`, run);
	const pictures = [
		{ item: { id: "1", text: "Nice", username: "ana.flies", timestamp: "2026-03-01T08:00:00+0000" }, envelope: data },
		{
			item: {
				business_discovery: { id: "1784001", username: "ana.maps", biography: "Maps", website: "https://a.example" },
				id: "2",
			},
		},
	];
	for (const { name, run } of platformContract(fromInstagram, pictures)) it(`Instagram ${name}`, run);
});
