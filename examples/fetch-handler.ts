// A handler of the Web's own Request and Response, as it runs in an edge worker, a browser's service worker or Node.
import { createResolver, explain, SameAsError } from "sameas";

const resolver = createResolver({
	records: [
		{ id: "C-1042", names: [{ given: "Todd", family: "Defren" }], emails: ["todd@example.com"] },
		{ id: "C-1043", names: [{ given: "Ana", family: "Costa" }], phones: ["+351 21 555 0133"] },
	],
});

export default {
	async fetch(request: Request): Promise<Response> {
		try {
			const resolution = await resolver.resolve(await request.json(), { signal: request.signal });
			const { decision, links, nobody } = resolution;
			// The explanation names no personal values, so it may be logged; the links carry records, so they may not.
			return Response.json({
				decision,
				nobody,
				links: links.map(({ recordId, probability }) => ({ recordId, probability })),
				explanation: explain(resolution),
			});
		} catch (error) {
			if (!SameAsError.is(error)) throw error;
			return Response.json(
				{ code: error.code, message: error.message },
				{ status: error.code === "SHAPE" ? 400 : 500 },
			);
		}
	},
};
