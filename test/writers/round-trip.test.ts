import { describe, expect, it } from "vitest";
import {
	type CrmReader,
	combine,
	fromHubSpot,
	fromOracleService,
	fromSalesforce,
	fromZendesk,
	toHubSpot,
	toOracleService,
	toSalesforce,
	toZendesk,
	type Write,
	type Writer,
} from "../../src/crm.js";
import { dossier, type HandOff, handOff, maskedHandOff } from "../../src/dossier.js";
import { createResolver } from "../../src/index.js";

const CONTACT = "003Dm00000AnAcOIAV";

/** A system with one contact, and what its API gives back after a request. */
interface System {
	readonly write: Writer;
	readonly read: CrmReader;
	readonly contact: object;
	readonly stored: (requests: readonly Write[]) => unknown;
	readonly recordId: string;
	readonly ticketId: string;
}

type Body = Readonly<Record<string, unknown>>;

const salesforce: System = {
	write: toSalesforce,
	read: fromSalesforce,
	recordId: `salesforce:${CONTACT}`,
	ticketId: "salesforce:500Dm00000CaSe1IAF",
	contact: { attributes: { type: "Contact" }, Id: CONTACT, Name: "Ana Costa", Email: "ana@example.com" },
	stored: (requests) =>
		requests.map(({ path, body }) => {
			const type = path.replace("sobjects/", "");
			return { attributes: { type }, Id: type === "Case" ? "500Dm00000CaSe1IAF" : "0SPDm00000PeRs1OAF", ...body };
		}),
};
const oracle: System = {
	write: toOracleService,
	read: fromOracleService,
	recordId: "oracle-service:12",
	ticketId: "oracle-service:incident:900",
	contact: { id: 12, name: { first: "Ana", last: "Costa" }, emails: { items: [{ address: "ana@example.com" }] } },
	stored: (requests) => {
		const names = requests.filter(({ path }) => path === "contacts/12/channelUsernames").map(({ body }) => body);
		const incidents = requests
			.filter(({ path }) => path === "incidents")
			.map(({ body }) => {
				const threads = (body["threads"] as object[]).map((entry, index) => ({
					...entry,
					id: index + 1,
					displayOrder: index,
				}));
				return { ...body, id: 900, referenceNumber: "261122-000001", threads: { items: threads } };
			});
		return [
			...incidents,
			...(names.length === 0 ? [] : [{ id: 12, contactType: null, channelUsernames: { items: names } }]),
		];
	},
};
const hubspot: System = {
	write: toHubSpot,
	read: fromHubSpot,
	recordId: "hubspot:51",
	ticketId: "hubspot:ticket:900",
	contact: { id: "51", properties: { firstname: "Ana", lastname: "Costa", email: "ana@example.com" } },
	stored: (requests) =>
		requests.map(({ path, body }) => {
			if (path === "objects/contacts/51") return { id: "51", ...body };
			const to = (body["associations"] as { to: { id: string } }[] | undefined)?.map((one) => one.to) ?? [];
			return { id: "900", properties: body["properties"], associations: { contacts: { results: to } } };
		}),
};
const zendesk: System = {
	write: toZendesk,
	read: fromZendesk,
	recordId: "zendesk:77",
	ticketId: "zendesk:ticket:900",
	contact: { users: [{ id: 77, role: "end-user", name: "Ana Costa", email: "ana@example.com" }] },
	stored: (requests) =>
		requests.map(({ body }) => {
			const { ticket, identity } = body as { ticket?: Body & { comment: { body: string } }; identity?: Body };
			if (identity !== undefined) return { identities: [{ ...identity, id: 5, user_id: 77 }] };
			return { ticket: { ...ticket, id: 900, status: "new", description: ticket?.comment.body } };
		}),
};
const systems = { salesforce, oracle, hubspot, zendesk };

const resolverOf = ({ read, contact }: System, ...more: unknown[]) =>
	createResolver({ records: combine([contact, ...more].map((payload) => read(payload))).records });
const profile = {
	platform: "x",
	handle: "qx_77zr",
	bio: "ana@example.com",
	posts: [{ text: "@AcmeCare <b>Nothing</b> came & nobody calls", at: "2026-11-22T18:40:00Z" }],
};
const packetOf = async (system: System): Promise<HandOff> =>
	handOff(dossier(await resolverOf(system).resolve(profile), { own: ["AcmeCare"] }));

describe.each(Object.entries(systems))("written back to %s", (_, system) => {
	it("a confirmed link is read again, and links the handle by itself", async () => {
		const before = await resolverOf(system).resolve("x:qx_77zr");
		expect(before.decision).not.toBe("link");

		const { writes, left } = system.write(await packetOf(system), { confirmed: true });
		expect(left).toEqual([]);
		const { decision, links } = await resolverOf(system, system.stored(writes)).resolve("x:qx_77zr");
		expect([decision, links[0]?.recordId]).toEqual(["link", system.recordId]);
		expect(links[0]?.evidence.map(({ scorer }) => scorer)).toContain("account");
	});

	it("the ticket is read again, with the packet in it, and belongs to the person", async () => {
		const { writes } = system.write(await packetOf(system));
		const record = resolverOf(system, system.stored(writes)).get(system.recordId);
		const ticket = record?.interactions.filter(({ thread }) => thread === system.ticketId) ?? [];
		expect(ticket[0]?.topic).toBe("Hand-off: @qx_77zr");
		const said = ticket.map(({ text }) => text).join("\n");
		expect(said).toContain("<b>Nothing</b> came & nobody calls");
		expect(said).toContain("Answer due 2026-11-22 23:59 +00:00.");
	});

	it("the handle waits until somebody has confirmed the link", async () => {
		const { writes, left } = system.write(await packetOf(system));
		expect(writes).toHaveLength(1);
		expect(left).toEqual(["The handle is not written: nobody has confirmed the link."]);
	});

	it("a handle that is there is not written again", async () => {
		const first = system.write(await packetOf(system), { confirmed: true });
		const again = await resolverOf(system, system.stored(first.writes)).resolve(profile);
		const { writes, left } = system.write(handOff(dossier(again)), { confirmed: true });
		expect([writes.length, left]).toEqual([1, ["The handle is not written: the record has it already."]]);
	});

	it("nobody gets a ticket or a handle that is not theirs", async () => {
		const nobody = handOff(dossier(await resolverOf(system).resolve("x:somebody")));
		const { writes, left } = system.write(nobody, { confirmed: true });
		expect(left).toEqual(["The handle is not written: nobody is linked."]);
		expect(JSON.stringify(writes)).not.toMatch(/"(?:ContactId|primaryContact|requester_id|associations)"/);

		const packet = await packetOf(system);
		const elsewhere = { ...packet, who: { ...packet.who, records: ["elsewhere:1", `${system.recordId}/../2`] } };
		expect(system.write(elsewhere, { confirmed: true }).left).toEqual([
			"The handle is not written: no record of the person is in this system.",
		]);
	});

	it("what is masked stays masked", async () => {
		const { writes } = system.write(maskedHandOff(await packetOf(system)), { confirmed: true });
		expect(JSON.stringify(writes)).not.toMatch(/example\.com|Costa/);
		expect(writes).toHaveLength(1);
	});

	it("a network without a place there is said", async () => {
		const packet = await packetOf(system);
		const { platform: _platform, ...handle } = packet.who.handle;
		const elsewhere = { ...packet, who: { ...packet.who, handle: { ...handle, platform: "lemmy" } } };
		expect(system.write(elsewhere, { confirmed: true }).left).toEqual([
			"The handle is not written: the system has no place for one of this network.",
		]);
	});
});

describe("requests", () => {
	it("are in each system's own form", async () => {
		const requests = await Promise.all(
			Object.values(systems).map(async (system) => system.write(await packetOf(system), { confirmed: true }).writes),
		);
		expect(requests.map(([, handle]) => handle)).toEqual([
			{
				method: "POST",
				path: "sobjects/SocialPersona",
				body: { ParentId: CONTACT, Provider: "Twitter", Name: "qx_77zr" },
			},
			{
				method: "POST",
				path: "contacts/12/channelUsernames",
				body: { channelType: { lookupName: "Twitter" }, username: "qx_77zr" },
			},
			{ method: "PATCH", path: "objects/contacts/51", body: { properties: { twitterhandle: "qx_77zr" } } },
			{ method: "POST", path: "users/77/identities", body: { identity: { type: "twitter", value: "qx_77zr" } } },
		]);
		const [crm, service, hub, desk] = requests.map(([ticket]) => ticket);
		expect(crm).toMatchObject({
			method: "POST",
			path: "sobjects/Case",
			body: { ContactId: CONTACT, Subject: "Hand-off: @qx_77zr", Origin: "Twitter", Status: "New" },
		});
		expect(service).toMatchObject({
			path: "incidents",
			body: {
				primaryContact: { id: 12 },
				channel: { lookupName: "Twitter" },
				threads: [{ entryType: { id: 4 } }, { entryType: { id: 1 } }],
			},
		});
		expect(hub).toMatchObject({
			path: "objects/tickets",
			body: {
				properties: { hs_pipeline: "0", hs_pipeline_stage: "1" },
				associations: [
					{ to: { id: "51" }, types: [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 16 }] },
				],
			},
		});
		expect(desk).toMatchObject({
			path: "tickets",
			body: {
				ticket: { requester_id: 77, comment: { public: false }, type: "task", due_at: "2026-11-22T23:59:59+00:00" },
			},
		});
	});

	it("to HubSpot do not write over another handle", async () => {
		const contact = { id: "51", properties: { email: "ana@example.com", firstname: "Ana", twitterhandle: "other" } };
		const packet = handOff(dossier(await resolverOf({ ...hubspot, contact }).resolve(profile)));
		expect(toHubSpot(packet, { confirmed: true }).left).toEqual([
			"The handle is not written: the record has another one of this network.",
		]);
	});
});

it.each([null, undefined, 5, {}, { who: { records: [5] } }])("%j is no packet: an error SHAPE", (given) => {
	for (const write of [toHubSpot, toOracleService, toSalesforce, toZendesk]) {
		expect(() => write(given as never)).toThrow(expect.objectContaining({ code: "SHAPE" }));
	}
});
